import type { DataIssue } from "../../tables/issues";
import type { Language } from "../../tables/schema";
import { words } from "./words";

/** What is wrong with a cell, row or table. */
export function issueText({ code, found }: DataIssue, language: Language): string {
  return words[language].issue[code](
    found === null || found === "" ? words[language].blank : String(found),
  );
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
