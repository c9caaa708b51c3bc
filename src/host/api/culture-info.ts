import type { Locale } from "../edit/workspace";
import { ApiObject } from "../protocol/api-object";

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

  get name(): string {
    return this.locale;
  }

  get datetimeFormat(): DatetimeFormatInfo {
    return new DatetimeFormatInfo(this.locale);
  }

  get numberFormat(): NumberFormatInfo {
    return new NumberFormatInfo(this.locale);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datetimeformatinfo */
export class DatetimeFormatInfo extends ApiObject {
  readonly className = "DatetimeFormatInfo";

  constructor(readonly locale: Locale) {
    super();
  }

  get dateSeparator(): string {
    return conventions[this.locale].dateSeparator;
  }

  get longDatePattern(): string {
    return conventions[this.locale].longDate;
  }

  get longTimePattern(): string {
    return conventions[this.locale].longTime;
  }

  get shortDatePattern(): string {
    return conventions[this.locale].shortDate;
  }

  get shortTimePattern(): string {
    return conventions[this.locale].shortTime;
  }

  get timeSeparator(): string {
    return ":";
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.numberformatinfo */
export class NumberFormatInfo extends ApiObject {
  readonly className = "NumberFormatInfo";

  constructor(readonly locale: Locale) {
    super();
  }

  get currencySymbol(): string {
    return conventions[this.locale].currency;
  }

  get numberDecimalSeparator(): string {
    return ".";
  }

  get numberGroupSeparator(): string {
    return ",";
  }
}
