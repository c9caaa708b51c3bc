import { choiceTitle, textOf } from "../../tables/cells";
import { proposalFor } from "../../tables/remedies";
import type { TableId } from "../../tables/schema";
import { kindsOf } from "./kinds";
import { presentColumns } from "./read";
import type { HealthIssue, HealthReport } from "./report";

/** Issues looked at between two places to pause. */
const issuesPerStep = 500;

/** A word no list has, in several rows of one column. */
export interface RepeatedWord {
  readonly table: TableId;
  readonly column: string;
  readonly header: string | null;
  readonly word: string;
  /** How many rows would get another word. */
  readonly count: number;
  /** The words of the column's list. */
  readonly choices: readonly string[];
  /** What a person said it means; null for nothing yet. */
  readonly said: string | null;
}

/**
 * The unknown words that stand in at least two rows, the most frequent first: a person can say once for all rows what
 * such a word means.
 *
 * @param most - so many at most
 */
export function repeatedWords(report: HealthReport, most: number): readonly RepeatedWord[] {
  const groups = report.kinds.find(({ code }) => code === "unknown-word")?.groups ?? [];
  const words: RepeatedWord[] = [];
  for (const { issues } of groups) {
    if (words.length === most) break;
    if (issues.length < 2) continue;
    const own = issues.filter(({ identified }) => identified);
    const [first] = own;
    if (first === undefined || own.length < 2 || first.column === null) continue;
    const { table, column, header, found, proposal } = first;
    const choices = choicesOf(report, table, column);
    if (choices.length === 0) continue;
    const said = proposal?.kind === "said-word" ? textOf(proposal.to) : null;
    const word = textOf(found).trim();
    words.push({ table, column, header, word, count: own.length, choices, said });
  }
  return words.sort((one, other) => other.count - one.count);
}

/**
 * The report with what a person says an unknown word means, in all rows of its column; null forgets it again. Only
 * proposals change: nothing is written.
 */
export function* withWord(
  report: HealthReport,
  { table, column, word }: Pick<RepeatedWord, "table" | "column" | "word">,
  to: string | null,
): Generator<number, HealthReport, void> {
  const { facts, filled } = report;
  const spec = presentColumns(table, facts).find(({ id }) => id === column);
  if (spec === undefined) return report;
  const style = { dateSystem: facts.dateSystem, language: facts.language ?? "en" } as const;
  const isMeant = (issue: HealthIssue) =>
    issue.identified &&
    issue.table === table &&
    issue.column === column &&
    textOf(issue.found).trim() === word;
  const issues: HealthIssue[] = [];
  for (const kind of report.kinds)
    for (const issue of kind.issues) {
      if (issues.length % issuesPerStep === issuesPerStep - 1) yield 1;
      if (kind.code !== "unknown-word" || !isMeant(issue)) issues.push(issue);
      else if (to === null)
        issues.push({ ...issue, proposal: proposalFor(spec, issue.found, style) });
      else issues.push({ ...issue, proposal: { to, kind: "said-word", sure: true } });
    }
  return { ...report, kinds: yield* kindsOf(issues, filled) };
}

function choicesOf({ facts }: HealthReport, table: TableId, column: string): readonly string[] {
  const spec = presentColumns(table, facts).find(({ id }) => id === column);
  const choices = spec?.choices ?? [];
  return choices.map(({ code }) => choiceTitle(choices, code, facts.language ?? "en"));
}
