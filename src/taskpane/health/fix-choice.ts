import type { HealthIssue, HealthReport } from "../../app/health/report";
import type { DataIssueCode } from "../../tables/issues";

/** Cells of one kind that could be fixed: all certain, or all guesses. */
export interface FixGroup {
  readonly key: string;
  readonly code: DataIssueCode;
  readonly sure: boolean;
  readonly issues: readonly HealthIssue[];
}

/** What a person wants fixed: whole groups, and single cells that are the exception. */
export interface FixChoice {
  readonly groups: ReadonlySet<string>;
  readonly except: ReadonlySet<HealthIssue>;
}

/** The groups of a report: the certain ones first, each in the order of the report. */
export function fixGroups({ kinds }: Pick<HealthReport, "kinds">): readonly FixGroup[] {
  const of = (sure: boolean) =>
    kinds.flatMap(({ code, issues, ...counts }): readonly FixGroup[] => {
      if ((sure ? counts.sure : counts.guessed) === 0) return [];
      const wanted = issues.filter(({ proposal }) => proposal?.sure === sure);
      return [{ key: groupKey(code, sure), code, sure, issues: wanted }];
    });
  return [...of(true), ...of(false)];
}

/** What is certain is chosen; a guess is a person's to choose. */
export function defaultChoice(groups: readonly FixGroup[]): FixChoice {
  const certain = groups.filter(({ sure }) => sure).map(({ key }) => key);
  return { groups: new Set(certain), except: new Set() };
}

/** Whether a cell would be fixed; a cell without a proposal never is. */
export function isChosen({ groups, except }: FixChoice, issue: HealthIssue): boolean {
  if (issue.proposal === null) return false;
  return groups.has(groupKey(issue.code, issue.proposal.sure)) !== except.has(issue);
}

/** How many cells of a group would be fixed. */
export function chosenIn({ groups, except }: FixChoice, group: FixGroup): number {
  let exceptions = 0;
  for (const { code, proposal } of except)
    if (proposal !== null && groupKey(code, proposal.sure) === group.key) exceptions += 1;
  return groups.has(group.key) ? group.issues.length - exceptions : exceptions;
}

/** All cells that would be fixed. */
export function chosenIssues(
  choice: FixChoice,
  groups: readonly FixGroup[],
): readonly HealthIssue[] {
  return groups.flatMap(({ issues }) => issues.filter((issue) => isChosen(choice, issue)));
}

/** The choice with a whole group in or out; its exceptions are forgotten. */
export function withGroup(choice: FixChoice, group: FixGroup, isIn: boolean): FixChoice {
  const groups = new Set(choice.groups);
  if (isIn) groups.add(group.key);
  else groups.delete(group.key);
  const except = new Set(
    [...choice.except].filter(
      ({ code, proposal }) => groupKey(code, proposal?.sure ?? false) !== group.key,
    ),
  );
  return { groups, except };
}

/** The choice with one cell the other way round. */
export function toggled(choice: FixChoice, issue: HealthIssue): FixChoice {
  const except = new Set(choice.except);
  if (!except.delete(issue)) except.add(issue);
  return { ...choice, except };
}

function groupKey(code: DataIssueCode, sure: boolean): string {
  return `${code} ${sure ? "sure" : "guess"}`;
}
