import type { Scalar } from "../model/cell";
import { internStyle, defaultStyle, type CellStyle } from "../model/style";

/** A field's value and how it is shown. */
export interface FieldValue {
  readonly value: Scalar;
  readonly style: CellStyle;
}

const text = internStyle({ numberFormat: "@" });
const formatted = (numberFormat: string): CellStyle => internStyle({ numberFormat });

/** What one column's fields have in common, gathered before any of them is read. */
export interface ColumnTraits {
  /** Some field has digits a number would lose; then all digits of the column stay text, or ids would be of two kinds. */
  readonly keepsDigits: boolean;
  /** Some day has a leading zero ("2024/04/07"); then "2024/11/12" is of the same kind. */
  readonly padded: boolean;
}

/** More digits than Excel shows of a whole number before it turns to 1.23E+11. */
const shownDigits = 11;
const integer = /^-?\d+$/;
const decimal = /^-?(?:0|[1-9]\d*)\.(\d+)$/;
const grouped = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.(\d+))?$/;
const percent = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?%$/;
const dayPattern =
  /^(\d{4})([-/]|年)(\d{1,2})([-/]|月)(\d{1,2})(日?)(?:[ T](\d{1,2}):(\d\d)(?::(\d\d))?)?$/;

function losesDigits(field: string): boolean {
  const digits = field.replace("-", "");
  return digits.length > shownDigits || (digits.length > 1 && digits.startsWith("0"));
}

export function columnTraits(fields: Iterable<string>): ColumnTraits {
  let keepsDigits = false;
  let padded = false;
  for (const field of fields) {
    if (integer.test(field) ? losesDigits(field) : /^\+\d[\d\s-]*$/.test(field)) keepsDigits = true;
    const day = dayPattern.exec(field);
    if (day !== null && (day[3]?.startsWith("0") === true || day[5]?.startsWith("0") === true)) {
      padded = true;
    }
  }
  return { keepsDigits, padded };
}

/**
 * What a field of a CSV file becomes. The one principle: a field turns into a number, a day or a logical value only if
 * the cell then shows the very same characters; everything else stays text. So ids keep leading zeros and all digits,
 * "+86…" and "=1+1" are text and no formula is ever made from a file (P7), and 03/04/2024 is not guessed at.
 */
export function fieldValue(field: string, traits: ColumnTraits): FieldValue {
  if (field === "") return { value: null, style: defaultStyle };
  if (field === "TRUE" || field === "FALSE")
    return { value: field === "TRUE", style: defaultStyle };
  if (integer.test(field)) {
    if (traits.keepsDigits || losesDigits(field) || field === "-0")
      return { value: field, style: text };
    return { value: Number(field), style: defaultStyle };
  }
  return numberField(field) ?? dayField(field, traits.padded) ?? textField(field);
}

/** Text that Excel would read as something else if it were entered again carries the text format. */
function textField(field: string): FieldValue {
  const risky = /^[=+\-@\t\r\n']/.test(field) || /^[\d.,\s¥$€%/:-]+$/.test(field);
  return { value: field, style: risky ? text : defaultStyle };
}

function numberField(field: string): FieldValue | null {
  const significant = field.replace(/[^\d]/g, "").replace(/^0+/, "").length;
  if (significant > 15) return null;
  const decimals = (digits: string | undefined): string =>
    digits === undefined ? "" : `.${"0".repeat(digits.length)}`;
  const plain = decimal.exec(field);
  if (plain !== null) {
    const value = Number(field);
    if (value === 0 && field.startsWith("-")) return null;
    const shown = String(value) === field && field.length <= shownDigits;
    return { value, style: shown ? defaultStyle : formatted(`0${decimals(plain[1])}`) };
  }
  const thousands = grouped.exec(field);
  if (thousands !== null) {
    return {
      value: Number(field.replaceAll(",", "")),
      style: formatted(`#,##0${decimals(thousands[1])}`),
    };
  }
  const share = percent.exec(field);
  if (share !== null && (share[1]?.length ?? 0) <= 4) {
    const places = (share[1]?.length ?? 0) + 2;
    // Dividing by 100 would leave 0.07 as 0.07000000000000001.
    const value = Number((Number(field.slice(0, -1)) / 100).toFixed(places));
    if (value === 0 && field.startsWith("-")) return null;
    return { value, style: formatted(`0${decimals(share[1])}%`) };
  }
  return null;
}

function dayField(field: string, padded: boolean): FieldValue | null {
  const match = dayPattern.exec(field);
  if (match === null) return null;
  const [
    ,
    yearText = "",
    first,
    monthText = "",
    second,
    dayText = "",
    end,
    hours,
    minutes,
    seconds,
  ] = match;
  const chinese = first === "年" && second === "月" && end === "日";
  if (!chinese && (first !== second || end !== "" || first === "年")) return null;
  const [year, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  const real = new Date(days * 86_400_000);
  // Excel's calendar has a false day in 1900: what lies before it is left as text.
  const valid = real.getUTCMonth() === month - 1 && real.getUTCDate() === day && days + 25_569 > 60;
  const consistent = [monthText, dayText].every((part) => part.length === 2 || !padded);
  if (!valid || !consistent) return null;
  const [m, d] = padded ? ["mm", "dd"] : ["m", "d"];
  const format = chinese
    ? `yyyy"年"${m}"月"${d}"日"`
    : `yyyy${first ?? "-"}${m}${second ?? "-"}${d}`;
  if (hours === undefined) return { value: days + 25_569, style: formatted(format) };
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  if (field.includes("T")) return null;
  const time = `${hours.length === 2 ? "hh" : "h"}:mm${seconds === undefined ? "" : ":ss"}`;
  if (hours.length === 1 && Number(hours) > 9) return null;
  const fraction = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  return { value: days + 25_569 + fraction, style: formatted(`${format} ${time}`) };
}
