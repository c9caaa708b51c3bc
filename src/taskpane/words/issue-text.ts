import type { Day } from "../../domain/day";
import { saysEarlyDay, type DateSystem } from "../../domain/serial";
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
  const say = words[language];
  const shown = cellText(spec, found, style, language);
  const isEarly = code === "not-a-day" && saysEarlyDay(found, style.dateSystem);
  return isEarly ? say.earlyDay(shown) : say.issue[code](shown);
}

/** Issues of one kind in one column, told by the first of them. */
export interface IssueGroup {
  readonly issue: DataIssue;
  /** How many there are besides. */
  readonly others: number;
}

/** Fewer than this are told one by one. */
const many = 6;

/** Issues in their order; many of one kind in one column become one, or thousands would hide the others. */
export function groupIssues(issues: readonly DataIssue[]): readonly IssueGroup[] {
  const kindOf = ({ code, table, column }: DataIssue) => `${code} ${table} ${column ?? ""}`;
  const counts = new Map<string, number>();
  for (const issue of issues) counts.set(kindOf(issue), (counts.get(kindOf(issue)) ?? 0) + 1);
  const told = new Set<string>();
  return issues.flatMap((issue): IssueGroup[] => {
    const kind = kindOf(issue);
    const count = counts.get(kind) ?? 1;
    if (count < many) return [{ issue, others: 0 }];
    if (told.has(kind)) return [];
    told.add(kind);
    return [{ issue, others: count - 1 }];
  });
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
