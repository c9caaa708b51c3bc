import { isAmple, OrderTally, provenOrder, type DayOrder } from "../../domain/day-order";
import type { CellStyle } from "../../tables/cells";
import { dayOrderRemedy, type KnownOrder } from "../../tables/day-order-remedy";
import type { ColumnSpec } from "../../tables/schema";
import { kindsOf } from "./kinds";
import { presentColumns } from "./read";
import type { DayColumn, HealthIssue, HealthReport, TurnedDays } from "./report";
import { columnKey, withTurned, withoutTurned, type TurnedColumns } from "./turned-days";
import type { WorkbookFacts } from "../workbook/facts";

/** Cells looked at between two places to pause. */
const cellsPerStep = 500;
/** Issues taken over as they are between two places to pause. */
const issuesPerStep = 500;

interface Sheets {
  readonly facts: WorkbookFacts;
  readonly style: CellStyle;
}

/**
 * Proposes days for texts with the year last, 10/20/2016: which order a column is written in, its own days prove, or a
 * person has said. Such texts stay unreadable to all rules; only here they are offered to become days.
 *
 * @param said - columns whose order a person has said
 * @param turned - columns whose real days look turned around
 */
export function* ordered(
  issues: readonly HealthIssue[],
  said: readonly DayColumn[],
  turned: TurnedColumns,
  { facts, style }: Sheets,
): Generator<
  number,
  { readonly issues: readonly HealthIssue[]; readonly dayColumns: readonly DayColumn[] },
  void
> {
  const columns = new Map<string, { readonly first: HealthIssue; readonly tally: OrderTally }>();
  const yearLast: number[] = [];
  for (const [at, issue] of issues.entries()) {
    if (at % cellsPerStep === cellsPerStep - 1) yield 1;
    if (!isDayText(issue)) continue;
    const key = columnKey(issue);
    const known = columns.get(key) ?? { first: issue, tally: new OrderTally() };
    columns.set(key, known);
    if (known.tally.add(String(issue.found))) yearLast.push(at);
  }
  if (yearLast.length === 0) return { issues, dayColumns: [] };
  const dayColumns = new Map(
    [...columns].flatMap(([key, { first, tally }]) => {
      const column = dayColumn(first, tally, said, turned.get(key) ?? null);
      return column === null ? [] : [[key, column] as const];
    }),
  );
  const specs = new Map([...columns].map(([key, { first }]) => [key, specOf(first, facts)]));
  const orders = new Map([...dayColumns].map(([key, column]) => [key, knownOrder(column)]));
  const mended: HealthIssue[] = [];
  for (const issue of issues) {
    if (mended.push(issue) % issuesPerStep === 0) yield 1;
  }
  for (const [step, at] of yearLast.entries()) {
    if (step % cellsPerStep === cellsPerStep - 1) yield 1;
    const issue = issues[at];
    if (issue === undefined || !issue.identified) continue;
    const key = columnKey(issue);
    const spec = specs.get(key);
    if (spec === undefined) continue;
    const proposal = dayOrderRemedy(spec, issue.found, orders.get(key) ?? null, style);
    if (proposal !== null) mended[at] = { ...issue, proposal };
  }
  const known = [...dayColumns.values()];
  return { issues: yield* withTurned(mended, known), dayColumns: known };
}

/**
 * The report with the days of one column read in the order a person says; null forgets it again. Only proposals change:
 * nothing is written.
 */
export function withDayOrder(
  report: HealthReport,
  column: Pick<DayColumn, "table" | "column">,
  order: DayOrder | null,
): Generator<number, HealthReport, void> {
  const said = report.dayColumns.flatMap((each): readonly DayColumn[] => {
    if (columnKey(each) !== columnKey(column)) return each.by === "person" ? [each] : [];
    return order === null ? [] : [{ ...each, order, by: "person" }];
  });
  return readAgain(report, said, turnedColumns(report));
}

/**
 * The report with what a person says about a column's real days: they were turned around, they are right as they are, or
 * null for nothing. Only proposals change: nothing is written.
 */
export function withTurnSaid(
  report: HealthReport,
  column: Pick<DayColumn, "table" | "column">,
  said: TurnedDays["said"],
): Generator<number, HealthReport, void> {
  const columns = new Map(turnedColumns(report));
  const key = columnKey(column);
  const days = columns.get(key);
  if (days !== undefined) columns.set(key, { ...days, said });
  const byPerson = report.dayColumns.filter(({ by }) => by === "person");
  return readAgain(report, byPerson, columns);
}

function turnedColumns({ dayColumns }: HealthReport): TurnedColumns {
  return new Map(
    dayColumns.flatMap((each) => (each.turned === null ? [] : [[columnKey(each), each.turned]])),
  );
}

function* readAgain(
  report: HealthReport,
  said: readonly DayColumn[],
  turned: TurnedColumns,
): Generator<number, HealthReport, void> {
  const { facts, filled } = report;
  const issues: HealthIssue[] = [];
  for (const kind of report.kinds)
    for (const each of kind.issues) {
      if (issues.length % issuesPerStep === issuesPerStep - 1) yield 1;
      const issue = withoutTurned(each);
      if (issue !== null) issues.push(isOrdered(issue) ? { ...issue, proposal: null } : issue);
    }
  const style = { dateSystem: facts.dateSystem, language: facts.language ?? "en" } as const;
  const again = yield* ordered(issues, said, turned, { facts, style });
  const kinds = yield* kindsOf(again.issues, filled);
  return { ...report, kinds, dayColumns: again.dayColumns };
}

function isDayText({ code, found }: HealthIssue): boolean {
  return code === "not-a-day" && typeof found === "string";
}

function isOrdered({ proposal }: HealthIssue): boolean {
  return proposal?.kind === "day-order";
}

/** What the days of a column say about their order, unless none of them could be read in two ways. */
function dayColumn(
  { table, sheet, column, header }: HealthIssue,
  { evidence }: OrderTally,
  said: readonly DayColumn[],
  turned: TurnedDays | null,
): DayColumn | null {
  if (column === null || evidence.monthFirst + evidence.dayFirst + evidence.either === 0)
    return null;
  const person = said.find((each) => each.table === table && each.column === column);
  const order = person?.order ?? provenOrder(evidence);
  const by = person !== undefined ? "person" : order === null ? null : "cells";
  return { table, sheet, column, header, evidence, order, by, turned };
}

function knownOrder({ order, by, evidence }: DayColumn): KnownOrder | null {
  return order === null ? null : { order, isSure: by === "person" || isAmple(evidence) };
}

function specOf({ table, column }: HealthIssue, facts: WorkbookFacts): ColumnSpec | undefined {
  return presentColumns(table, facts).find(({ id }) => id === column);
}
