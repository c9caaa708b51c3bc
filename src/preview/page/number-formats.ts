import type { NumberFormatKey } from "../grid/keyboard";
import type { Language } from "../words";

/** The number formats that have a name, as Excel writes them in that language. */
export function numberFormats(
  language: Language,
): Readonly<Record<NumberFormatKey | "textFormat", string>> {
  return {
    general: "General",
    number: "#,##0.00",
    currency: "¥#,##0",
    percent: "0%",
    shortDate: language === "zh" ? "yyyy-mm-dd" : "m/d/yyyy",
    textFormat: "@",
  };
}
