import type { DayColumn, HealthIssue, HealthReport } from "../../app/health/report";
import { textOf } from "../../tables/cells";
import type { Proposal } from "../../tables/remedies";
import type { DataIssueCode } from "../../tables/issues";

/** Cells of one kind that could be fixed: all certain, or all guesses. */
export interface FixGroup {
  readonly key: string;
  readonly code: DataIssueCode;
  readonly sure: boolean;
  readonly issues: readonly HealthIssue[];
  /** The column whose order of days the proposals rest on; null for all others. */
  readonly dayColumn: DayColumn | null;
}

/** What a person wants fixed: whole groups, and single cells that are the exception. */
export interface FixChoice {
  readonly groups: ReadonlySet<string>;
  readonly except: ReadonlySet<HealthIssue>;
}

/**
 * The groups of a report: the certain ones first, each in the order of the report. Days read in the order of their
 * column are a group for each column, since each rests on what its own days prove.
 */
export function fixGroups({
  kinds,
  dayColumns,
}: Pick<HealthReport, "kinds" | "dayColumns">): readonly FixGroup[] {
  const of = (sure: boolean) =>
    kinds.flatMap(({ code, issues, ...counts }): readonly FixGroup[] => {
      if ((sure ? counts.sure : counts.guessed) === 0) return [];
      const byKey = new Map<string, HealthIssue[]>();
      for (const issue of issues) {
        if (issue.proposal?.sure !== sure) continue;
        const key = groupKey(issue);
        const alike = byKey.get(key);
        if (alike === undefined) byKey.set(key, [issue]);
        else alike.push(issue);
      }
      return [...byKey].map(([key, alike]) => ({
        key,
        code,
        sure,
        issues: alike,
        dayColumn: dayColumns.find((column) => restsOn(alike[0], column)) ?? null,
      }));
    });
  return [...of(true), ...of(false)];
}

function restsOn(issue: HealthIssue | undefined, { table, column }: DayColumn): boolean {
  return isOfDayColumn(issue?.proposal) && issue?.table === table && issue.column === column;
}

function isOfDayColumn(proposal: Proposal | null | undefined): boolean {
  return proposal?.kind === "day-order" || proposal?.kind === "turned-day";
}

/** What is certain is chosen; a guess is a person's to choose. */
export function defaultChoice(groups: readonly FixGroup[]): FixChoice {
  const certain = groups.filter(({ sure }) => sure).map(({ key }) => key);
  return { groups: new Set(certain), except: new Set() };
}

/** Whether a cell would be fixed; a cell without a proposal never is. */
export function isChosen({ groups, except }: FixChoice, issue: HealthIssue): boolean {
  if (issue.proposal === null) return false;
  return groups.has(groupKey(issue)) !== except.has(issue);
}

/** How many cells of a group would be fixed. */
export function chosenIn({ groups, except }: FixChoice, group: FixGroup): number {
  let exceptions = 0;
  for (const issue of except) if (groupKey(issue) === group.key) exceptions += 1;
  return groups.has(group.key) ? group.issues.length - exceptions : exceptions;
}

/** All cells that would be fixed. */
export function chosenIssues(
  choice: FixChoice,
  groups: readonly FixGroup[],
): readonly HealthIssue[] {
  return groups.flatMap(({ issues }) => issues.filter((issue) => isChosen(choice, issue)));
}

/** The choice where the groups have become others: what is certain and was not there before is chosen. */
export function carriedOver(
  { groups: chosen }: FixChoice,
  before: readonly FixGroup[],
  after: readonly FixGroup[],
): FixChoice {
  const known = new Set(before.map(({ key }) => key));
  const wanted = after.filter(({ key, sure }) => (known.has(key) ? chosen.has(key) : sure));
  return { groups: new Set(wanted.map(({ key }) => key)), except: new Set() };
}

/** The choice with a whole group in or out; its exceptions are forgotten. */
export function withGroup(choice: FixChoice, group: FixGroup, isIn: boolean): FixChoice {
  const groups = new Set(choice.groups);
  if (isIn) groups.add(group.key);
  else groups.delete(group.key);
  const except = new Set([...choice.except].filter((issue) => groupKey(issue) !== group.key));
  return { groups, except };
}

/** The choice with one cell the other way round. */
export function toggled(choice: FixChoice, issue: HealthIssue): FixChoice {
  const except = new Set(choice.except);
  if (!except.delete(issue)) except.add(issue);
  return { ...choice, except };
}

/** The group a cell belongs to; "" for one without a proposal, which belongs to none. */
function groupKey({ code, proposal, table, column, found }: HealthIssue): string {
  if (proposal === null) return "";
  const key = `${code} ${proposal.sure ? "sure" : "guess"}`;
  if (isOfDayColumn(proposal)) return `${key} ${table} ${column ?? ""}`;
  // Each word a person spoke about is chosen by itself.
  if (proposal.kind === "said-word")
    return `${key} ${table} ${column ?? ""} ${textOf(found).trim()} → ${textOf(proposal.to)}`;
  return key;
}
