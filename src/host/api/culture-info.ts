import type { Locale } from "../edit/workspace";
import { ApiObject } from "../protocol/api-object";
import { serve } from "./properties";

interface Conventions {
  readonly shortDate: string;
  readonly longDate: string;
  readonly dateSeparator: string;
  readonly shortTime: string;
  readonly longTime: string;
  readonly currency: string;
}

/** The settings of Windows for the two regions the host speaks. */
const conventions: Readonly<Record<Locale, Conventions>> = {
  "en-US": {
    shortDate: "M/d/yyyy",
    longDate: "dddd, MMMM d, yyyy",
    dateSeparator: "/",
    shortTime: "h:mm tt",
    longTime: "h:mm:ss tt",
    currency: "$",
  },
  "zh-CN": {
    shortDate: "yyyy/M/d",
    longDate: "yyyy'年'M'月'd'日'",
    dateSeparator: "/",
    shortTime: "H:mm",
    longTime: "H:mm:ss",
    currency: "¥",
  },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.cultureinfo */
export class CultureInfo extends ApiObject {
  readonly className = "CultureInfo";

  constructor(readonly locale: Locale) {
    super();
  }
}

serve(CultureInfo, {
  name: ({ locale }) => locale,
  datetimeFormat: ({ locale }) => new DatetimeFormatInfo(locale),
  numberFormat: ({ locale }) => new NumberFormatInfo(locale),
});

/** https://learn.microsoft.com/javascript/api/excel/excel.datetimeformatinfo */
export class DatetimeFormatInfo extends ApiObject {
  readonly className = "DatetimeFormatInfo";

  constructor(readonly locale: Locale) {
    super();
  }
}

serve(DatetimeFormatInfo, {
  dateSeparator: ({ locale }) => conventions[locale].dateSeparator,
  longDatePattern: ({ locale }) => conventions[locale].longDate,
  longTimePattern: ({ locale }) => conventions[locale].longTime,
  shortDatePattern: ({ locale }) => conventions[locale].shortDate,
  shortTimePattern: ({ locale }) => conventions[locale].shortTime,
  timeSeparator: () => ":",
});

/** https://learn.microsoft.com/javascript/api/excel/excel.numberformatinfo */
export class NumberFormatInfo extends ApiObject {
  readonly className = "NumberFormatInfo";

  constructor(readonly locale: Locale) {
    super();
  }
}

serve(NumberFormatInfo, {
  currencySymbol: ({ locale }) => conventions[locale].currency,
  numberDecimalSeparator: () => ".",
  numberGroupSeparator: () => ",",
});
