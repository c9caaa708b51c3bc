import type { Day } from "../../domain/day";
import type { DateSystem } from "../../domain/serial";
import type { DataIssue } from "../../tables/issues";
import type { Language } from "../../tables/schema";
import { cellText } from "./cell-text";
import { columnSpec } from "./failure-text";
import { words } from "./words";

/** What is wrong with a cell, row or table. */
export function issueText(
  { code, found, table, column }: DataIssue,
  style: { readonly dateSystem: DateSystem; readonly asOf: Day },
  language: Language,
): string {
  const spec = column === null ? null : columnSpec(column, table);
  return words[language].issue[code](cellText(spec, found, style, language));
}

/**
 * Where it is: sheet, header, and which row of the table.
 *
 * @example issuePlace(issue, "en") //=> "Customers, Expected close, record 12"
 */
export function issuePlace({ sheet, row, header }: DataIssue, language: Language): string {
  const { list, record } = words[language];
  return [sheet, header, row === null ? null : record(row + 1)]
    .filter((part) => part !== null)
    .join(list);
}
