import type { FormulaSwitch, RowRun } from "../../app/share/formulas";
import { alignRows, rowKeys, type KeyColumn } from "../../app/share/row-keys";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { ok, type Result } from "../../domain/result";
import type { BoundTable } from "../binding";
import { cellOf } from "../cell";
import { spanRange } from "../commit/row-blocks";
import { readColumns } from "../read";
import { fleeting, queueMeeting, type Session } from "../run";
import { columnArea, type Body } from "./body";
import { frozenKey } from "./frozen";
import { isAmong, runsWithin } from "./rows-within";

/** Which rows of a plan stand in which rows of the table. */
export interface Standing {
  /** By row of the table, by what it is known again. */
  readonly keys: readonly string[];
  /** By row of the table, the row of the plan, null for one that came since; null where they are the same. */
  readonly planned: readonly (number | null)[] | null;
}

/** Neighbouring rows of the table, and of the plan. */
export interface PlacedRun extends RowRun {
  /** The first one's number in the plan. */
  readonly from: number;
}

const known = new WeakMap<FormulaSwitch, Map<string, readonly string[]>>();

/** By row of the plan, by what it is known again in the columns the table still has. */
export function plannedKeys(plan: FormulaSwitch, bound: BoundTable): readonly string[] {
  const columns = keyColumnsIn(plan, bound);
  const name = columns.map(({ column }) => column).join();
  const before = known.get(plan) ?? new Map<string, readonly string[]>();
  known.set(plan, before);
  const keys = before.get(name) ?? rowKeys(columns, plan.rowCount);
  before.set(name, keys);
  return keys;
}

/** The rows as they stood when the switch was planned. */
export function asPlanned(plan: FormulaSwitch, bound: BoundTable): Standing {
  return { keys: plannedKeys(plan, bound), planned: null };
}

/** Where the rows stand now: the columns they are known by are read whole. */
export async function readStanding(
  session: Session,
  plan: FormulaSwitch,
  bound: BoundTable,
  rowCount: number,
): Promise<Result<Standing, WorkbookFailure>> {
  const columns = keyColumnsIn(plan, bound).map(({ column }) => column);
  const read = await readColumns(
    session,
    { [plan.table]: bound },
    [{ table: plan.table, columns }],
    new Map(),
  );
  if (!read.ok) return read;
  const there = read.value[0]?.columns ?? {};
  const now = columns.map((column): KeyColumn => ({ column, cells: there[column] ?? [] }));
  const keys = rowKeys(now, Math.max(rowCount, ...now.map(({ cells }) => cells.length)));
  return ok({ keys, planned: alignRows(plannedKeys(plan, bound), keys) });
}

/** The rows of a column to be switched that stand in a piece of the table and of which the plan's rows before `end` are. */
export function placedRuns(
  { planned }: Standing,
  rows: readonly RowRun[],
  piece: RowRun,
  end: number,
): readonly PlacedRun[] {
  if (planned === null)
    return runsWithin(rows, piece)
      .filter(({ first }) => first < end)
      .map((run) => ({ ...run, from: run.first }));
  const placed: { first: number; count: number; from: number }[] = [];
  for (let row = piece.first; row < piece.first + piece.count; row += 1) {
    const from = planned[row] ?? null;
    if (from === null || from >= end || !isAmong(rows, from)) continue;
    const last = placed.at(-1);
    const follows = last !== undefined && last.first + last.count === row;
    if (follows && last.from + last.count === from) last.count += 1;
    else placed.push({ first: row, count: 1, from });
  }
  return placed;
}

/** Queues the question by what the rows of a piece are known. @returns the answer, after the sync */
export function queueKeys(
  context: Excel.RequestContext,
  plan: FormulaSwitch,
  bound: BoundTable,
  piece: RowRun,
): () => readonly string[] {
  const columns = keyColumnsIn(plan, bound).flatMap(({ column }) => {
    const index = bound.columns[column]?.index;
    if (index === undefined) return [];
    return [{ column, cells: columnArea(context, bound, index, piece).load("values") }];
  });
  return () => keysIn(columns, piece);
}

function keysIn(
  columns: readonly { readonly column: string; readonly cells: Excel.Range }[],
  { count }: RowRun,
): readonly string[] {
  const read = columns.map(({ column, cells }): KeyColumn => {
    const { values } = cells;
    return { column, cells: values.map(([cell]) => cellOf(cell)) };
  });
  return rowKeys(read, count);
}

/** Queues by what rows were known that the hidden sheet remembers. @returns it, after the sync */
export function queueFrozenKeys(
  context: Excel.RequestContext,
  plan: FormulaSwitch,
  bound: BoundTable,
  title: string,
  piece: RowRun,
): () => readonly string[] {
  const columns = keyColumnsIn(plan, bound).map(({ column }) => {
    const cells = frozenKey(context, plan, title, column, piece).load("values");
    return { column, cells };
  });
  return () => keysIn(columns, piece);
}

/**
 * Queues that the message ends here, with nothing done, where the table's first or last row is not in the row of the sheet
 * in which it was seen, or one of these columns not in its column: what came or went shall not lead what follows into the
 * cells of others, nor formulas to other columns.
 */
export function queueGuard(
  context: Excel.RequestContext,
  bound: BoundTable,
  { firstRow, left, rowCount }: Body,
  columns: ReadonlySet<string> = new Set(),
): void {
  const { tables, worksheets } = context.workbook;
  const sheet = worksheets.getItem(bound.live.sheetId);
  const cellAt = (row: number, column: number): Excel.Range =>
    fleeting(sheet.getRangeByIndexes(row, column, 1, 1));
  const ends = [
    [(body: Excel.Range) => body.getRow(0), firstRow],
    [(body: Excel.Range) => body.getLastRow(), firstRow + rowCount - 1],
  ] as const;
  for (const [end, row] of ends) {
    const body = fleeting(tables.getItem(bound.live.id).getDataBodyRange());
    queueMeeting(fleeting(end(body)), fleeting(cellAt(row, left).getEntireRow()));
  }
  for (const column of columns) {
    const index = bound.columns[column]?.index;
    if (index === undefined) continue;
    const cells = spanRange(context, bound, { left: index, count: 1 });
    queueMeeting(fleeting(cells.getRow(0)), cellAt(firstRow, left + index));
  }
}

function keyColumnsIn({ keys }: FormulaSwitch, bound: BoundTable): readonly KeyColumn[] {
  return keys.filter(({ column }) => bound.columns[column] !== undefined);
}
