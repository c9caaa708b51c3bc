import { isBlankCell, textOf } from "../../tables/cells";
import type { DataIssue, DataIssueCode } from "../../tables/issues";
import type { TableId } from "../../tables/schema";
import { inOrder } from "./in-order";
import type { HealthIssue, HealthKind, IssueGroup } from "./report";

/** From this share of a table's rows on, it is the column that wants mending. */
const wholeShare = 0.9;
/** In a table of fewer rows each of them can be told. */
const leastRows = 10;
/** Issues looked at between two places to pause. */
const issuesPerStep = 500;

const weight: Readonly<Record<DataIssue["severity"], number>> = { stops: 0, weakens: 1, notes: 2 };

/**
 * Issues in the order a person works through them: the gravest kinds first, then the most frequent; within a kind by
 * column and reason, so that what is wrong with a whole column is told once, with its count.
 *
 * @param filled - how many rows of each table hold something
 */
export function* kindsOf(
  issues: readonly HealthIssue[],
  filled: ReadonlyMap<TableId, number>,
): Generator<number, readonly HealthKind[], void> {
  const byCode = new Map<DataIssueCode, Gathering>();
  for (const [at, issue] of issues.entries()) {
    if (at % issuesPerStep === issuesPerStep - 1) yield 1;
    const known = byCode.get(issue.code);
    if (known === undefined) byCode.set(issue.code, new Gathering(issue));
    else known.add(issue);
  }
  const kinds: HealthKind[] = [];
  for (const gathering of byCode.values()) {
    yield 1;
    kinds.push(yield* gathering.kind(filled));
  }
  return kinds.sort(
    (one, other) =>
      weight[one.severity] - weight[other.severity] || other.issues.length - one.issues.length,
  );
}

/** The issues of one code. */
class Gathering {
  readonly #first: HealthIssue;
  readonly #issues: HealthIssue[] = [];
  readonly #groups = new Map<string, Alike>();
  #sure = 0;
  #guessed = 0;

  constructor(issue: HealthIssue) {
    this.#first = issue;
    this.add(issue);
  }

  add(issue: HealthIssue): void {
    this.#issues.push(issue);
    if (issue.proposal?.sure === true) this.#sure += 1;
    else if (issue.proposal !== null) this.#guessed += 1;
    const key = reasonOf(issue);
    const group = this.#groups.get(key);
    if (group === undefined) {
      this.#groups.set(key, { issues: [issue], isSame: true });
      return;
    }
    group.issues.push(issue);
    group.isSame &&= issue.found === group.issues[0].found;
  }

  /** Pauses in between: where hardly two cells are alike there are as many groups as issues. */
  *kind(filled: ReadonlyMap<TableId, number>): Generator<number, HealthKind, void> {
    const { code, severity } = this.#first;
    const whole: IssueGroup[] = [];
    const others: IssueGroup[] = [];
    let seen = 0;
    for (const [key, alike] of this.#groups) {
      if (++seen % issuesPerStep === 0) yield 1;
      const group = groupOf(key, alike, filled.get(alike.issues[0].table) ?? 0);
      (group.isWholeColumn ? whole : others).push(group);
    }
    yield 1;
    const mostFirst = ({ issues }: IssueGroup) => -issues.length;
    const groups = [...(yield* inOrder(whole, mostFirst)), ...(yield* inOrder(others, mostFirst))];
    const [sure, guessed] = [this.#sure, this.#guessed];
    return { code, severity, issues: this.#issues, groups, sure, guessed };
  }
}

/** Issues that are told together, and whether their cells hold the same. */
interface Alike {
  readonly issues: [HealthIssue, ...HealthIssue[]];
  isSame: boolean;
}

/** What issues of one code have in common that are told together: the column, why, and whether they can be mended. */
function reasonOf({ table, column, because, found, code, proposal }: HealthIssue): string {
  const word = code === "unknown-word" ? textOf(found).trim() : isBlankCell(found) ? "" : "filled";
  const mending = proposal === null ? "" : proposal.sure ? "sure" : "guess";
  return [table, column ?? "", because ?? "", mending, word].join("\n");
}

function groupOf(key: string, { issues, isSame }: Alike, rows: number): IssueGroup {
  const [{ column, proposal }] = issues;
  const isWhole = column !== null && issues.length >= Math.max(leastRows, rows * wholeShare);
  return {
    key,
    issues,
    isSame,
    rows,
    isWholeColumn: isWhole && proposal === null,
  };
}

/** How much there is to tell: columns that are wrong as a whole count as one each. */
export function extentOf(kinds: readonly Pick<HealthKind, "groups">[]): {
  readonly columns: number;
  readonly cells: number;
} {
  let columns = 0;
  let cells = 0;
  for (const { groups } of kinds)
    for (const { isWholeColumn, issues } of groups)
      if (isWholeColumn) columns += 1;
      else cells += issues.length;
  return { columns, cells };
}
