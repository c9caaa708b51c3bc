import { isErrorCode, type Scalar } from "../model/cell";
import { commonNumber, isoPattern, parseNumber, type ParsedNumber } from "./number-entry";
import { halfWidthFormula, halfWidthNumber, readTypedForm, serialOf } from "./typed-forms";

/** What entering a text into a cell means. */
export type Entry =
  | { readonly kind: "value"; readonly value: Scalar; readonly numberFormat: string | null }
  | { readonly kind: "formula"; readonly text: string };

export interface EntryFacts {
  readonly locale: "zh-CN" | "en-US";
  readonly date1904: boolean;
  /** The cell's number format; "@" keeps everything as text. */
  readonly numberFormat: string;
  readonly clock: () => Date;
}

/** A sign, a digit, a currency, or a month's English name stands first in everything Excel reads as a number. */
const mayBeNumber =
  /^\s*(?:[-+(.,\d$¥￥€£%]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\-/.]*\d)/i;
const mayBeChineseNumber =
  /^\s*(?:[-+(.,\d$¥￥€£%]|上午|下午|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s\-/.]*\d)/i;
/** A sign between digits that no plain number has. */
const mayBeForm = /[\d\s](?:[:/\-年月时a-z]|\s)|^[a-z上下]/i;
const [zero, nine] = ["0".charCodeAt(0), "9".charCodeAt(0)];
/** As many characters have 15 digits at most, all of which Excel keeps. */
const longestExact = 15;
/** "($5)", "(¥1,200.50)": the currency stands within the parentheses. */
const amountInParentheses = /^\s*\(\s*\p{Sc}/u;
/** Days between the two date systems. */
const systemGap = 1462;

function plain(value: Scalar): Entry {
  return { kind: "value", value, numberFormat: null };
}

/** Excel keeps 15 significant digits of what is typed: the rest become zeros. */
function fifteenDigits(text: string, value: number): number {
  const digits = text.replace(/^[-+]?0*\.?0*/, "").replace(/\D/g, "");
  if (digits.length <= 15 || !/^[-+]?[\d,]*\.?\d*$/.test(text)) return value;
  let kept = 0;
  let begun = false;
  const shortened = text.replace(/,/g, "").replace(/\d/g, (digit) => {
    begun ||= digit !== "0";
    if (begun) kept += 1;
    return kept > 15 ? "0" : digit;
  });
  return Number(shortened);
}

/**
 * Reads a typed text as Excel does: formula, number, percentage, currency, date, time, truth value, error, or text.
 * A leading apostrophe, or a cell formatted as text, keeps it as it is.
 *
 * @returns the value with the number format Excel gives a cell that has none, or the formula
 *
 * @example
 * readEntry("1/2", { locale: "en-US", … }) //=> 2 January of this year, shown "d-mmm"
 * readEntry("'001", …) //=> the text "001"
 */
export function readEntry(text: string, facts: EntryFacts): Entry {
  // Nothing is blank even where everything else is text.
  if (text === "") return plain(null);
  if (facts.numberFormat === "@") return plain(text);
  const first = text.charCodeAt(0);
  if (first >= zero && first <= nine) {
    const common = text.length > longestExact ? null : commonNumber(text);
    if (common !== null) return commonEntry(common, facts) ?? plain(text);
  }
  if (text.startsWith("'")) return plain(text.slice(1));
  if (text.startsWith("=") && text.length > 1) return { kind: "formula", text };
  const upper = text.trim().toUpperCase();
  if (isErrorCode(upper)) return plain({ error: upper });
  const chinese = facts.locale === "zh-CN";
  if (chinese && text.length > 1 && text.startsWith("＝"))
    return { kind: "formula", text: halfWidthFormula(text) };
  const half = chinese ? halfWidthNumber(text) : null;
  if (half !== null) return readEntry(half, facts);
  if (upper === "TRUE" || upper === "FALSE") return plain(upper === "TRUE");
  // Reading a number costs microseconds; most texts show by their first sign that they are none.
  if (!(chinese ? mayBeChineseNumber : mayBeNumber).test(text)) return plain(text);
  const form = mayBeForm.test(text)
    ? readTypedForm(text.trim(), facts.locale, facts.clock().getFullYear())
    : null;
  if (form !== null) {
    const value = form.isDay ? inSystem(form.value, facts) : form.value;
    if (form.isDay && value < 0) return plain(text);
    return { kind: "value", value, numberFormat: form.numberFormat };
  }
  // Days in points are texts in both languages: every list of such days tells of it.
  if (/^\d+\.\d+\.\d+$/.test(text.trim())) return plain(text);
  const parsed = parseNumber(text, facts.locale);
  if (parsed === null) {
    // "+" and "-" start a formula too; what follows is left for the calculation to judge.
    return /^[+-]./.test(text) ? { kind: "formula", text: `=${text}` } : plain(text);
  }
  const value: unknown = parsed.v;
  if (typeof value === "boolean") return plain(value);
  if (typeof value !== "number") return plain(text);
  const pattern = parsed.z ?? null;
  if (pattern !== null && /[ymd]/i.test(pattern) && !/[#0]/.test(pattern)) {
    return dateEntry(text, value, pattern, facts);
  }
  const numberFormat =
    pattern !== null && amountInParentheses.test(text) ? bracketed(pattern) : pattern;
  return { kind: "value", value: fifteenDigits(text, value), numberFormat };
}

/** What needs no further look: no digit to be cut, no year to be filled in. */
function commonEntry({ v, z }: ParsedNumber, facts: EntryFacts): Entry | null {
  if (z !== isoPattern) return { kind: "value", value: Number(v), numberFormat: z ?? null };
  const value = inSystem(Number(v), facts);
  return value < 0 ? null : { kind: "value", value, numberFormat: isoShown[facts.locale] };
}

/** An amount's format that shows negative ones as they were typed, in parentheses. */
function bracketed(pattern: string): string {
  return `${pattern}_);(${pattern})`;
}

function inSystem(serial: number, facts: EntryFacts): number {
  return facts.date1904 ? serial - systemGap : serial;
}

function dateEntry(text: string, serial: number, pattern: string, facts: EntryFacts): Entry {
  let moved = serial;
  if (!/y/i.test(pattern)) {
    // The library fills a missing year from the machine's clock; the host has a clock of its own.
    const found = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
    const own = serialOf(facts.clock().getFullYear(), found.getUTCMonth() + 1, found.getUTCDate());
    if (own === null) return plain(null);
    moved = own + (serial - Math.floor(serial));
  }
  const value = inSystem(moved, facts);
  // A day before the date system's first is none: what was typed stays a text.
  if (value < 0) return plain(text);
  return { kind: "value", value, numberFormat: dayFormat(pattern, facts) };
}

/**
 * The format of a typed day: however it was written, Excel shows it in one of a few of the region's forms.
 *
 * @param pattern - the way it was written, e.g. "yyyy-mm-dd h:mm"
 */
function dayFormat(pattern: string, { locale }: Pick<EntryFacts, "locale">): string {
  const chinese = locale === "zh-CN";
  const [, written = pattern, clock = ""] = /^(.*?[ymd"])(\s+\[?h.*)?$/i.exec(pattern) ?? [];
  // 年, 月 and 日 stay as they were written.
  if (written.includes('"')) return pattern.replace("hh:mm", "h:mm");
  const [year, day] = [/y/i.test(written), /d/i.test(written)];
  const named = /mmm/i.test(written);
  const shown = named
    ? `${day ? "d-" : ""}mmm${year ? "-yy" : ""}`
    : year && day
      ? chinese
        ? "yyyy/m/d"
        : "m/d/yyyy"
      : year
        ? chinese
          ? 'yyyy"年"m"月"'
          : "mmm-yy"
        : chinese
          ? 'm"月"d"日"'
          : "d-mmm";
  return shown + clock.replace("hh:mm", "h:mm");
}

const isoShown = {
  "zh-CN": dayFormat(isoPattern, { locale: "zh-CN" }),
  "en-US": dayFormat(isoPattern, { locale: "en-US" }),
};
