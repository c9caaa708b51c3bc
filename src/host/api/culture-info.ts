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

  /** #name */
  get name(): string {
    return this.locale;
  }

  /** #datetimeFormat */
  get datetimeFormat(): DatetimeFormatInfo {
    return new DatetimeFormatInfo(this.locale);
  }

  /** #numberFormat */
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

  /** #dateSeparator */
  get dateSeparator(): string {
    return conventions[this.locale].dateSeparator;
  }

  /** #longDatePattern */
  get longDatePattern(): string {
    return conventions[this.locale].longDate;
  }

  /** #longTimePattern */
  get longTimePattern(): string {
    return conventions[this.locale].longTime;
  }

  /** #shortDatePattern */
  get shortDatePattern(): string {
    return conventions[this.locale].shortDate;
  }

  /** #shortTimePattern */
  get shortTimePattern(): string {
    return conventions[this.locale].shortTime;
  }

  /** #timeSeparator */
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

  /** #currencySymbol */
  get currencySymbol(): string {
    return conventions[this.locale].currency;
  }

  /** #numberDecimalSeparator */
  get numberDecimalSeparator(): string {
    return ".";
  }

  /** #numberGroupSeparator */
  get numberGroupSeparator(): string {
    return ",";
  }
}
