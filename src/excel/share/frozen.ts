import type { FormulaSwitch, FrozenColumns, RowRun } from "../../app/share/formulas";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import type { Cell } from "../../tables/change";
import type { BoundTable } from "../binding";
import { cellOf } from "../cell";
import { fleeting, type Session } from "../run";
import { columnArea } from "./body";
import { runsWithin } from "./rows-within";

/**
 * The hidden sheet that remembers which values were calculated, without a heading: the keys of the rows; then for each
 * column what it showed and, where that was calculated, a 1; then what each column holds right before functions take
 * its place again. Copies within the workbook: nothing of it goes over the wire.
 */
interface Layout {
  readonly keys: readonly string[];
  readonly columns: readonly string[];
}

/** Far below what a message may weigh: a piece is taken apart in one go, and the pane shall not stand still. */
const pieceBytes = 500_000;

function layoutOf({ keys, columns }: FormulaSwitch): Layout {
  return {
    keys: keys.map(({ column }) => column),
    columns: columns.map(({ column }) => column),
  };
}

const valueColumn = ({ keys }: Layout, at: number): number => keys.length + at * 2;
const wayBackColumn = ({ keys, columns }: Layout, at: number): number =>
  keys.length + columns.length * 2 + at;

/** Queues the sheet itself, blank. */
export function queueFrozenSheet(
  { workbook: { worksheets } }: Excel.RequestContext,
  title: string,
  exists: boolean,
): void {
  if (exists) fleeting(worksheets.getItem(title).getRange()).clear();
  else worksheets.add(title).visibility = Excel.SheetVisibility.veryHidden;
}

/** Queues some rows of it, with what the columns show now. */
export function queueFreeze(
  context: Excel.RequestContext,
  bound: BoundTable,
  plan: FormulaSwitch,
  title: string,
  piece: RowRun,
): void {
  const layout = layoutOf(plan);
  const copy = (column: string, to: number): void => {
    const index = bound.columns[column]?.index;
    if (index === undefined) return;
    frozenCells(context, title, to, piece).copyFrom(
      columnArea(context, bound, index, piece),
      Excel.RangeCopyType.values,
    );
  };
  layout.keys.forEach((column, at) => copy(column, at));
  plan.columns.forEach(({ column, rows }, at) => {
    copy(column, valueColumn(layout, at));
    for (const run of runsWithin(rows, piece))
      frozenCells(context, title, valueColumn(layout, at) + 1, run).values = [[1]];
  });
}

/** Queues a copy of what the columns hold in some rows as they stand now, for a switch that cannot be finished. */
export function queueWayBack(
  context: Excel.RequestContext,
  bound: BoundTable,
  plan: FormulaSwitch,
  title: string,
  piece: RowRun,
): void {
  const layout = layoutOf(plan);
  plan.columns.forEach(({ column }, at) => {
    const index = bound.columns[column]?.index;
    if (index === undefined) return;
    frozenCells(context, title, wayBackColumn(layout, at), piece).copyFrom(
      columnArea(context, bound, index, piece),
      Excel.RangeCopyType.values,
    );
  });
}

/** The values that took the place of a column's formulas, for some rows. */
export function frozenValues(
  context: Excel.RequestContext,
  plan: FormulaSwitch,
  title: string,
  column: string,
  rows: RowRun,
): Excel.Range {
  const layout = layoutOf(plan);
  return frozenCells(context, title, valueColumn(layout, layout.columns.indexOf(column)), rows);
}

/** What stood in a column by which the rows are known, for some rows. */
export function frozenKey(
  context: Excel.RequestContext,
  plan: FormulaSwitch,
  title: string,
  column: string,
  rows: RowRun,
): Excel.Range {
  return frozenCells(context, title, layoutOf(plan).keys.indexOf(column), rows);
}

/** What a column held before functions took its place, for some rows. */
export function wayBackCells(
  context: Excel.RequestContext,
  plan: FormulaSwitch,
  title: string,
  column: string,
  rows: { readonly first: number; readonly count: number },
): Excel.Range {
  const layout = layoutOf(plan);
  return frozenCells(context, title, wayBackColumn(layout, layout.columns.indexOf(column)), rows);
}

/**
 * Reads what is remembered; null without such a sheet. Each piece is taken apart as it comes, so that nothing is left to
 * be done in one go.
 */
export async function readFrozen(
  session: Session,
  title: string | null,
  keys: readonly string[],
  columns: readonly string[],
  onProgress: (share: number) => void,
): Promise<Result<FrozenColumns | null, WorkbookFailure>> {
  if (title === null) return ok(null);
  const layout: Layout = { keys, columns };
  const width = wayBackColumn(layout, 0);
  const sheet = session.context.workbook.worksheets.getItem(title);
  const used = fleeting(sheet.getUsedRangeOrNullObject(true)).load("rowIndex,rowCount");
  await session.sync();
  const height = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
  const keysRead: Cell[][] = [];
  const read = columns.map((column) => ({
    column,
    values: [] as Cell[],
    calculated: [] as boolean[],
  }));
  let count = Math.floor(pieceBytes / (width * 20));
  while (keysRead.length < height) {
    const rows = Math.min(count, height - keysRead.length);
    const piece = fleeting(
      session.context.workbook.worksheets
        .getItem(title)
        .getRangeByIndexes(keysRead.length, 0, rows, width),
    ).load("values");
    const sent = await session.attempt();
    if (!sent.ok && (sent.error.code !== "too-large" || count === 1)) return sent;
    if (!sent.ok || !Array.isArray(piece.values)) {
      if (count === 1) return err({ code: "too-large" });
      count = Math.ceil(count / 2);
      continue;
    }
    for (const row of piece.values) {
      keysRead.push(row.slice(0, keys.length).map(cellOf));
      for (const [at, { values, calculated }] of read.entries()) {
        values.push(cellOf(row[valueColumn(layout, at)]));
        calculated.push(row[valueColumn(layout, at) + 1] === 1);
      }
    }
    onProgress(keysRead.length / height);
  }
  return ok({
    keys: keysRead,
    columns: Object.fromEntries(
      read.map(({ column, values, calculated }) => [column, { values, calculated }]),
    ),
  });
}

function frozenCells(
  context: Excel.RequestContext,
  title: string,
  column: number,
  { first, count }: { readonly first: number; readonly count: number },
): Excel.Range {
  return fleeting(
    context.workbook.worksheets.getItem(title).getRangeByIndexes(first, column, count, 1),
  );
}
