import { OrderTally, turned, TurnTally } from "../../domain/day-order";
import type { Day } from "../../domain/day";
import { readCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { recoded } from "../../tables/issues";
import type { ColumnSpec } from "../../tables/schema";
import type { ReadTable } from "./read";
import type { DayColumn, HealthIssue, TurnedDays } from "./report";
import type { IssueMaker, RowPlace, Surroundings } from "./rows";

/** Cells looked at between two places to pause. */
const cellsPerStep = 500;

/** Real days that look turned around, by the key of their column. */
export type TurnedColumns = ReadonlyMap<string, TurnedDays>;

/** One name for a column of a table. */
export function columnKey({ table, column }: Pick<HealthIssue, "table" | "column">): string {
  return `${table} ${column ?? ""}`;
}

/**
 * Looks for columns whose real days were turned around when a file was opened under another region: 03/05/2026 became
 * 5 March where 13/05/2026 stayed a text. Each such day is told with what it would become, as a guess.
 */
export function* turnedIn(
  read: ReadTable,
  make: IssueMaker,
  around: Surroundings,
  placeOf: (row: number) => RowPlace,
): Generator<number, TurnedColumns, void> {
  const columns = new Map<string, TurnedDays>();
  for (const spec of read.specs) {
    if (spec.kind !== "day") continue;
    const cells = read.columns[spec.id] ?? [];
    if (!(yield* areTurned(cells, spec, around))) continue;
    const issues: HealthIssue[] = [];
    for (const [row, cell] of cells.entries()) {
      if (row % cellsPerStep === cellsPerStep - 1) yield 1;
      const to = turnedCell(cell, spec, around);
      if (to === null) continue;
      const proposal = { to, kind: "turned-day", sure: false } as const;
      issues.push(make.about("turned-day", spec.id, placeOf(row), { proposal }));
    }
    const [first, ...others] = issues;
    if (first !== undefined)
      columns.set(columnKey(first), { issues: [first, ...others], said: null });
  }
  return columns;
}

/**
 * The issues with those of turned columns as the person decides about them: the texts that show it and the days
 * themselves are one thing to mend, since either alone would hide what happened. Days said to be right are left out.
 */
export function* withTurned(
  issues: readonly HealthIssue[],
  dayColumns: readonly DayColumn[],
): Generator<number, readonly HealthIssue[], void> {
  const columns = new Map<string, TurnedDays>();
  for (const column of dayColumns)
    if (column.turned !== null && column.turned.said !== "right")
      columns.set(columnKey(column), column.turned);
  if (columns.size === 0) return issues;
  const all: HealthIssue[] = [];
  for (const issue of issues) {
    if (all.length % cellsPerStep === cellsPerStep - 1) yield 1;
    const column = issue.proposal?.kind === "day-order" ? columns.get(columnKey(issue)) : undefined;
    all.push(column === undefined ? issue : recoded(asGuess(issue, column), "turned-day"));
  }
  for (const column of columns.values())
    for (const issue of column.issues) {
      if (all.length % cellsPerStep === cellsPerStep - 1) yield 1;
      all.push(asGuess(issue, column));
    }
  return all;
}

/** An issue as it was before anything was known of turned days; null for a day that was told for that alone. */
export function withoutTurned(issue: HealthIssue): HealthIssue | null {
  if (issue.code !== "turned-day") return issue;
  return typeof issue.found === "string" ? recoded(issue, "not-a-day") : null;
}

/** Nothing is certain until a person says so: mending the texts alone would take away what the days are known by. */
function asGuess(issue: HealthIssue, { said }: TurnedDays): HealthIssue {
  const { proposal } = issue;
  return proposal === null
    ? issue
    : { ...issue, proposal: { ...proposal, sure: said === "turned" } };
}

function* areTurned(
  cells: readonly Cell[],
  spec: ColumnSpec,
  around: Surroundings,
): Generator<number, boolean, void> {
  const texts = new OrderTally();
  let found = false;
  for (const [at, cell] of cells.entries()) {
    if (at % cellsPerStep === cellsPerStep - 1) yield 1;
    if (typeof cell === "string" && cell !== "" && texts.add(cell)) found = true;
  }
  if (!found) return false;
  const days = new TurnTally();
  for (const [at, cell] of cells.entries()) {
    if (at % cellsPerStep === cellsPerStep - 1) yield 1;
    const day = realDay(cell, spec, around);
    if (day !== null) days.add(day);
  }
  return days.looksTurned(texts.evidence);
}

function realDay(cell: Cell, spec: ColumnSpec, { style }: Surroundings): Day | null {
  if (typeof cell !== "number") return null;
  const { value } = readCell(spec, cell, style.dateSystem);
  return typeof value === "number" ? (value as Day) : null;
}

/** The cell with its day turned back and its time of day as it is. */
function turnedCell(cell: Cell, spec: ColumnSpec, around: Surroundings): Cell {
  const day = realDay(cell, spec, around);
  const other = day === null ? null : turned(day);
  if (day === null || other === null || typeof cell !== "number") return null;
  return cell + (other - day);
}
