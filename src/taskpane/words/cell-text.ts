import type { DateSystem } from "../../domain/serial";
import { readCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { ColumnSpec, Language } from "../../tables/schema";
import type { Day } from "../../domain/day";
import { shortDay } from "./day-text";
import { unturned } from "./name-text";
import { words } from "./words";

/**
 * A raw cell as a person reads it in its column: a serial number as a day, a code as its word, numbers grouped. What
 * the column cannot understand is shown as it stands.
 */
export function cellText(
  column: ColumnSpec | null,
  cell: Cell,
  { dateSystem, asOf }: { readonly dateSystem: DateSystem; readonly asOf: Day },
  language: Language,
): string {
  if (cell === null || cell === "") return words[language].blank;
  if (typeof cell === "boolean") return cell ? words[language].yes : words[language].no;
  if (column === null) return unturned(String(cell));
  const { value } = readCell(column, cell, dateSystem);
  if (value === null) return unturned(String(cell));
  switch (column.kind) {
    case "day":
      return shortDay(value as Day, asOf, language);
    case "choice":
      return column.choices?.find(({ code }) => code === value)?.title[language] ?? String(value);
    case "number":
    case "amountYuan":
      return value.toLocaleString(language === "zh" ? "zh-CN" : "en-US");
    default:
      return unturned(String(value));
  }
}
