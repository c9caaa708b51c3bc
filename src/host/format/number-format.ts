import { format, formatColor, isDateFormat } from "numfmt";
import { isCellError, type Scalar } from "../model/cell";

export interface DisplayFacts {
  readonly locale: "zh-CN" | "en-US";
  readonly date1904: boolean;
}

export interface DisplayText {
  readonly text: string;
  /** What a colour section such as `[Red]` asks for, as a CSS colour. */
  readonly color?: string;
}

/** Days between the two date systems. */
const systemGap = 1462;

/** `[h]:mm` and its like count from 0 on, whichever day that is. */
const elapsed = /\[(?:h+|m+|s+)\]/i;

/** Far below the 15 digits Excel counts in, and enough to lift 1.005 (just under it in binary) over its half. */
const lift = 1 + 1e-15;

function shownNumber(value: number, numberFormat: string, facts: DisplayFacts): number {
  if (isDateFormat(numberFormat)) {
    return facts.date1904 && !elapsed.test(numberFormat) ? value + systemGap : value;
  }
  return Number.isInteger(value) ? value : value * lift;
}

/**
 * The text a cell shows: its value through its number format. A value its format cannot show (a negative date) is a
 * row of `#`, as in Excel; a format nobody can read shows the value as General.
 *
 * @example
 * displayText(45389, "yyyy-mm-dd", { locale: "zh-CN", date1904: false }) //=> { text: "2024-04-07" }
 */
export function displayText(value: Scalar, numberFormat: string, facts: DisplayFacts): DisplayText {
  if (value === null) return { text: "" };
  if (isCellError(value)) return { text: value.error };
  if (typeof value === "boolean") return { text: value ? "TRUE" : "FALSE" };
  if (numberFormat === "General" || numberFormat === "") {
    return { text: typeof value === "string" ? value : format("General", value, { nbsp: false }) };
  }
  const options = { locale: facts.locale, nbsp: false, dateErrorNumber: false };
  try {
    const shifted = typeof value === "number" ? shownNumber(value, numberFormat, facts) : value;
    const text = format(numberFormat, shifted, { ...options, overflow: "#########" });
    const color = numberFormat.includes("[") ? formatColor(numberFormat, value) : null;
    return typeof color === "string" ? { text, color } : { text };
  } catch (error) {
    // The library throws on patterns it cannot read; the cell still has to show something true.
    if (!(error instanceof Error)) throw error;
    return { text: typeof value === "string" ? value : format("General", value, { nbsp: false }) };
  }
}
