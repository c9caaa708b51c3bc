import { dateToSerial } from "numfmt";

/** A typed text read as a time, a fraction or a day, with the number format Excel gives its cell. */
export interface TypedForm {
  /** Days since 1900 and parts of a day; the plain number of a fraction. */
  readonly value: number;
  readonly numberFormat: string;
  /** Whether the value counts days, which the workbook's date system moves. */
  readonly isDay: boolean;
}

const clockTime = /^(\d{1,4}):([0-5]?\d)(?::([0-5]?\d)(\.\d{1,3})?)?(?:\s*([ap])\.?m?\.?)?$/i;
const wholeHour = /^(\d{1,2})\s+([ap])m?$/i;
const fraction = /^([-+]?)(\d+)\s+(\d{1,3})\/(\d{1,3})$/;
const monthAndDay = /^([a-z]{3,9})[\s-](\d{1,2})$|^(\d{1,2})[\s-]([a-z]{3,9})$/i;
const chineseTime = /^(上午|下午)?(\d{1,2})(?::([0-5]\d)|时(?:([0-5]?\d)分)?(?:([0-5]?\d)秒)?)$/;
const chineseMonth = /^(\d{4})年(\d{1,2})月$/;
const chineseDay = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\s+(\d{1,2}:[\d:]+))?$/;
const shortYear = /^(\d{2})([/-])(\d{1,2})\2(\d{1,2})$/;
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const fullMonths =
  "january february march april may june july august september october november december".split(
    " ",
  );
/** Two-digit years below this are of this century. */
const centuryTurn = 30;

/**
 * Reads the spellings the number library does not know or reads otherwise than Excel: times (which are no day), hours
 * beyond 24, mixed fractions, a month's name with a day, and the Chinese ones.
 *
 * @returns null for every other text
 *
 * @example
 * readTypedForm("12:30", "en-US", 2026) //=> { value: 0.5208…, numberFormat: "h:mm", isDay: false }
 * readTypedForm("1 1/2", "en-US", 2026) //=> { value: 1.5, numberFormat: "# ?/?", isDay: false }
 */
export function readTypedForm(
  text: string,
  locale: "zh-CN" | "en-US",
  thisYear: number,
): TypedForm | null {
  const common = timeForm(text) ?? fractionForm(text);
  if (common !== null) return common;
  return locale === "zh-CN" ? chineseForm(text, thisYear) : namedDay(text, thisYear);
}

/** Full-width digits and signs as an input method leaves them: "５０％" is 50%. Null where there are none, or letters. */
export function halfWidthNumber(text: string): string | null {
  if (!/[\uff05-\uff1a\uffe5]/.test(text)) return null;
  const half = text.normalize("NFKC");
  return /^[-+(\s]*[¥$]?[\d.,:/\s]+[%)]*$/.test(half) ? half : null;
}

/**
 * A formula as an input method leaves it, in the half-width signs that formulas are made of; texts, quoted sheet names
 * and columns in brackets stay as they are.
 *
 * @example
 * halfWidthFormula("＝ＳＵＭ（Ａ１，２）＆\"（元）\"") //=> '=SUM(A1,2)&"（元）"'
 */
export function halfWidthFormula(text: string): string {
  return text
    .split(/("[^"]*"|'[^']*'|\[[^\]]*\])/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/[\uff01-\uff5e]/g, (sign) =>
            String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
          ),
    )
    .join("");
}

function timeForm(text: string): TypedForm | null {
  const hourOnly = wholeHour.exec(text);
  const match = clockTime.exec(text);
  if (match === null && hourOnly === null) return null;
  const [hours, minutes, seconds] = [
    Number(match?.[1] ?? hourOnly?.[1]),
    Number(match?.[2] ?? 0),
    Number((match?.[3] ?? "0") + (match?.[4] ?? "")),
  ];
  const half = (match?.[5] ?? hourOnly?.[2])?.toLowerCase();
  if (half !== undefined && (hours > 12 || match?.[4] !== undefined)) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === "p" ? 12 : 0);
  const value = (hour * 3600 + minutes * 60 + seconds) / 86_400;
  const withSeconds = match?.[3] !== undefined ? ":ss" : "";
  const numberFormat =
    half !== undefined
      ? `h:mm${withSeconds} AM/PM`
      : match?.[4] !== undefined
        ? "mm:ss.0"
        : hours >= 24
          ? "[h]:mm:ss"
          : `h:mm${withSeconds}`;
  return { value, numberFormat, isDay: false };
}

function fractionForm(text: string): TypedForm | null {
  const match = fraction.exec(text);
  if (match === null) return null;
  const [, sign, whole = "", above = "", below = ""] = match;
  if (Number(below) === 0) return null;
  const size = Number(whole) + Number(above) / Number(below);
  const marks = "?".repeat(Math.min(2, Math.max(above.length, below.length)));
  const numberFormat = `# ${marks}/${marks}`;
  return { value: sign === "-" ? -size : size, numberFormat, isDay: false };
}

function namedDay(text: string, thisYear: number): TypedForm | null {
  const match = monthAndDay.exec(text);
  const name = (match?.[1] ?? match?.[4])?.toLowerCase();
  if (name === undefined) return null;
  const month = Math.max(months.indexOf(name), fullMonths.indexOf(name)) + 1;
  const value = serialOf(thisYear, month, Number(match?.[2] ?? match?.[3]));
  return value === null ? null : { value, numberFormat: "d-mmm", isDay: true };
}

function chineseForm(text: string, thisYear: number): TypedForm | null {
  const time = chineseTime.exec(text);
  if (time !== null) return chineseTimeForm(time);
  const month = chineseMonth.exec(text);
  if (month !== null) {
    const value = serialOf(Number(month[1]), Number(month[2]), 1);
    return value === null ? null : { value, numberFormat: 'yyyy"年"m"月"', isDay: true };
  }
  const short = shortYear.exec(text);
  if (short !== null) {
    const year = Number(short[1]) + (Number(short[1]) < centuryTurn ? 2000 : 1900);
    const value = serialOf(year, Number(short[3]), Number(short[4]));
    return value === null ? null : { value, numberFormat: "yyyy/m/d", isDay: true };
  }
  const day = chineseDay.exec(text);
  if (day === null) return null;
  const serial = serialOf(Number(day[1] ?? thisYear), Number(day[2]), Number(day[3]));
  if (serial === null) return null;
  if (day[4] !== undefined) {
    const clock = timeForm(day[4]);
    if (clock === null) return null;
    return { value: serial + clock.value, numberFormat: "yyyy/m/d h:mm", isDay: true };
  }
  const numberFormat = day[1] === undefined ? 'm"月"d"日"' : 'yyyy"年"m"月"d"日"';
  return { value: serial, numberFormat, isDay: true };
}

function chineseTimeForm(match: RegExpExecArray): TypedForm | null {
  const [, half, given, colonMinutes, minutes, seconds] = match;
  const hours = Number(given);
  if (hours > (half === undefined ? 23 : 12)) return null;
  // Without 上午 or 下午, "3:30" is everybody's.
  const hour = half === undefined ? hours : (hours % 12) + (half === "下午" ? 12 : 0);
  const past = Number(colonMinutes ?? minutes ?? 0) * 60 + Number(seconds ?? 0);
  const numberFormat =
    colonMinutes !== undefined
      ? "h:mm AM/PM"
      : `h"时"mm"分"${seconds === undefined ? "" : 'ss"秒"'}`;
  return { value: (hour * 3600 + past) / 86_400, numberFormat, isDay: false };
}

/** The serial number of a civil day, or null where the calendar has no such day. */
export function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!exists || year < 1900 || year > 9999) return null;
  return dateToSerial([year, month, day]);
}
