import { displayText } from "../../host/format/number-format";
import { isCellError } from "../../host/model/cell";
import type { Sheet } from "../../host/model/sheet";

const dateFormat = /(^|[^\\"])[ymd](?![^"]*"[^"]*$)/i;

/** The order of day, month and year a person types, and would read wrongly in another. */
const shortForms = {
  "zh-CN": { day: "yyyy/m/d", time: "h:mm:ss" },
  "en-US": { day: "m/d/yyyy", time: "h:mm:ss AM/PM" },
} as const;

/** True for formats that show a serial number as a day or a time. */
export function showsDay(numberFormat: string): boolean {
  const bare = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "");
  return dateFormat.test(bare) && !/general/i.test(bare);
}

/**
 * What a cell holds as a person would type it, for the formula bar and the cell editor: its formula, a day in the
 * short form, a percentage with its sign, text with a leading apostrophe where it would otherwise become something else.
 */
export function editText(
  sheet: Sheet,
  row: number,
  column: number,
  source: { readonly locale: "zh-CN" | "en-US"; readonly date1904: boolean },
): string {
  const formula = sheet.cells.formula(row, column);
  if (formula !== undefined) return formula.array === true ? `{${formula.text}}` : formula.text;
  const value = sheet.cells.value(row, column);
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const format = sheet.cells.style(row, column).numberFormat ?? "General";
  if (typeof value === "string") {
    return format !== "@" && /^[=+\-@]|^\s*\d/.test(value) && !/^\+?\d[\d\s-]{12,}$/.test(value)
      ? `'${value}`
      : value;
  }
  if (showsDay(format)) {
    const { day, time } = shortForms[source.locale];
    const shape = Number.isInteger(value) ? day : value < 1 ? time : `${day} ${time}`;
    return displayText(value, shape, source).text;
  }
  if (format.includes("%")) return `${Number((value * 100).toPrecision(15))}%`;
  return String(Number(value.toPrecision(15)));
}
