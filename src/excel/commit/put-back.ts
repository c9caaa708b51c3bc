/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import { TextMap, type ReadonlyTextMap } from "../../domain/text-map";
import type { CellChange } from "../../tables/change";
import { blockAddress } from "../address";
import type { Before, RowBefore } from "./before";
import { bindColumns, knownTable, type BoundTable } from "../binding";
import { cellsOf, sameCell } from "../cell";
import { queueWidthsNow } from "./day-widths";
import { isBrought } from "./doubled-rows";
import { lookAtRows, positionsOf, type SeenTable } from "./look-at-rows";
import { isBlankRow, rowsBelow } from "./room";
import type { RowWeights } from "../read";
import { standing } from "./row-image";
import type { SeenRow } from "./seen-rows";
import { fleeting, type Session } from "../run";
import { idColumn } from "./table-work";
import { queueWrites, type Content, type RowUpdate, type WriteReceipt } from "./write-rows";

/** How far a write has come in one table, by what stands there now. */
export interface Standing {
  readonly written: "nothing" | "part" | "all";
  /** Why what was written here cannot be found again, and so not be put back; null where it can. */
  readonly outOfReach: WorkbookFailure | null;
  /** Queues what still lacks when all was written: the width of columns, the table's extension. */
  extend(): void;
  /**
   * Queues the way back. A cell that holds something else by now than what was written is somebody's: it stays.
   *
   * @returns what it finds when it is done, null where there was nothing to do
   */
  putBack(): WriteReceipt | null;
}

/** Looks where the rows of a write are now, by their ids, and what stands in them. */
export async function standingOf(
  session: Session,
  before: Before,
  weights: RowWeights,
): Promise<Result<Standing, WorkbookFailure>> {
  const { context } = session;
  const bound = await refreshed(session, before.bound);
  if (bound === null) return ok(nothingLeft);
  if (bound.columns.id === undefined) return ok(await standingWithoutIds(session, bound, before));
  const ids = [...before.updated, ...before.removed, ...before.added].map(({ id }) => id);
  const positions = await positionsOf(session, bound, ids, weights);
  if (!positions.ok) return positions;
  const times = (id: string): number => positions.value.get(id)?.length ?? 0;
  const isThere = (id: string): boolean => times(id) > 0;
  const isOurs = (id: string): boolean => times(id) > (before.theirs?.has(id) === true ? 1 : 0);
  const isShared = before.theirs !== undefined || before.added.some(({ id }) => times(id) > 1);

  const table = context.workbook.tables.getItem(bound.live.id);
  const below = fleeting(rowsBelow(table, Math.max(before.added.length, 1))).load("values");
  const whole = fleeting(table.getRange()).load("rowIndex,columnIndex,columnCount");
  const widths = queueWidthsNow(context, bound, before.widths ?? new Map());
  const brought = before.added.filter(({ id }) => isOurs(id));
  const removed = before.removed.filter(({ id }) => !isThere(id));
  const updates = before.updated.filter(({ id }) => isThere(id));
  const seen = await lookAtRows(
    session,
    [
      {
        bound,
        updated: updates.map((row) => ({
          table: bound.table,
          id: row.id,
          cells: changesOf(bound, row),
        })),
        removed: brought,
        added: removed,
        takenBack: { from: numbersOf(updates) },
      },
    ],
    weights,
  );
  if (!seen.ok) return err(asHostFailure(seen.error));
  const [now] = seen.value.tables;
  if (now === undefined) throw new Error(`${bound.table} was not looked at`);

  const idsBelow = new Set(cellsOf(below.values).map((row) => String(row[idColumn(bound).index])));
  const outside = before.added.filter(({ id }) => idsBelow.has(id));
  // The likeliest of the table's rows was chosen, but ours may stand below the table instead, or be gone.
  const from = (before.addedFrom ?? 0) - before.removed.length;
  const inside = brought.filter((row) => isBrought(now.bound, row, now.rows.get(row.id), from));
  const back = updates.flatMap((row) => updateBack(now, row));
  const arrived = back.reduce((sum, { row }) => sum + Object.keys(row.cells).length, 0);
  const telling = before.updated.reduce((sum, row) => sum + movedCells(row).length, 0);
  const done = arrived + inside.length + outside.length + removed.length;
  const all = telling + before.added.length + before.removed.length;
  return ok({
    // Where a colleague did some of it as well, the whole cannot be a success, even if it came through.
    written: done === 0 ? "nothing" : done === all && !isShared ? "all" : "part",
    outOfReach: null,
    extend() {
      widths.widen();
      if (outside.length === 0) return;
      table.resize(fleeting(fleeting(table.getRange()).getResizedRange(outside.length, 0)));
    },
    putBack() {
      // First, as it was last to be written: while it stands, something of the write is found to stand.
      widths.putBack();
      if (outside.length > 0) {
        fleeting(rowsBelow(table, outside.length)).clear(Excel.ClearApplyTo.contents);
      }
      const removals = inside.flatMap((row) => {
        const place = now.rows.get(row.id)?.place;
        return place === undefined ? [] : [{ row, place }];
      });
      const { bodyRows, room } = now;
      const [receipt = null] = queueWrites(context, [
        { bound: now.bound, bodyRows, updates: back, removals, additions: removed, room },
      ]);
      if (before.below === null) return receipt;
      putBackBelow(context, now.bound, before.below);
      // Excel takes what is written right below a table into it.
      const rows = now.bodyRows - inside.length + removed.length;
      const { rowIndex, columnIndex, columnCount } = whole;
      table.resize(blockAddress(rowIndex, columnIndex, Math.max(rows, 1) + 1, columnCount));
      return receipt;
    },
  });
}

/** Of a table that somebody has deleted nothing is left to be put back. */
const nothingLeft: Standing = {
  written: "nothing",
  outOfReach: null,
  extend: () => undefined,
  putBack: () => null,
};

/**
 * Without ids nobody knows which rows were written. New rows all the same: none came where there is nothing in the place
 * they were to stand in. The other tables of the deed can be put back in any case.
 */
async function standingWithoutIds(
  session: Session,
  bound: BoundTable,
  { updated, removed, added, addedFrom }: Before,
): Promise<Standing> {
  const failure = { code: "column-missing", table: bound.table, column: "id" } as const;
  const lost: Standing = { ...nothingLeft, written: "part", outOfReach: failure };
  if (updated.length + removed.length > 0 || addedFrom === undefined) return lost;
  const body = fleeting(session.context.workbook.tables.getItem(bound.live.id).getDataBodyRange());
  const first = fleeting(fleeting(body.getRow(0)).getOffsetRange(addedFrom, 0));
  const place = fleeting(first.getResizedRange(Math.max(added.length, 1) - 1, 0)).load("formulas");
  await session.sync();
  return isBlankRow(place.formulas.flat()) ? nothingLeft : lost;
}

/** The table as it is bound now: columns may have moved, rows come and gone. null where it was deleted. */
async function refreshed(session: Session, bound: BoundTable): Promise<BoundTable | null> {
  const table = session.context.workbook.tables.getItemOrNullObject(bound.live.id);
  table.load("rows/count,columns/items/id,columns/items/name");
  await session.sync();
  if (table.isNullObject) return null;
  return bindColumns(bound.table, knownTable(bound), {
    ...bound.live,
    rowCount: table.rows.count,
    columns: table.columns.items.map(({ id, name }) => ({ id, name })),
  });
}

/** The numbers in the body of the rows that were written by these. */
function numbersOf(rows: readonly RowBefore[]): ReadonlyTextMap<number> {
  return new TextMap(rows.flatMap(({ id, at }) => (at === undefined ? [] : [[id, at] as const])));
}

/** The cells of a row whose column is still there, by our name for it. */
function changesOf(bound: BoundTable, row: RowBefore): Readonly<Record<string, CellChange>> {
  return Object.fromEntries(
    columnsOf(bound, row).map(([column, , { was, to }]) => [column, { from: to, to: was.value }]),
  );
}

function columnsOf(bound: BoundTable, { cells }: RowBefore) {
  return Object.entries(bound.columns).flatMap(([column, { id, index }]) => {
    const cell = cells.get(id);
    return cell === undefined ? [] : [[column, index, cell] as const];
  });
}

/** The way back for the cells of a row that hold what was written. Cells that hold a third value are not ours. */
function updateBack({ bound, rows }: SeenTable, before: RowBefore): readonly RowUpdate[] {
  const row = rows.get(before.id);
  if (row === undefined) return [];
  const cells: Record<string, CellChange> = {};
  const exact: Record<string, Content> = {};
  for (const [column, index, { was, to }] of columnsOf(bound, before)) {
    if (!isMoved(was, to) || !sameCell(standing(row, index), to)) continue;
    cells[column] = { from: to, to: was.value };
    exact[column] = was;
  }
  if (Object.keys(cells).length === 0) return [];
  return [rowUpdate(bound, before.id, row, cells, exact)];
}

function rowUpdate(
  { table }: BoundTable,
  id: string,
  { place, formats }: SeenRow,
  cells: Readonly<Record<string, CellChange>>,
  exact: Readonly<Record<string, Content>>,
): RowUpdate {
  return { row: { table, id, cells }, place, formats, exact };
}

/** The cells in which a write can be told from no write. */
function movedCells({ cells }: RowBefore): readonly unknown[] {
  return [...cells.values()].filter(({ was, to }) => isMoved(was, to));
}

function isMoved({ value, formula }: Content, to: CellChange["to"]): boolean {
  return formula !== null || !sameCell(value, to);
}

/** What had come to stand below the table, where it stood. */
function putBackBelow(
  context: Excel.RequestContext,
  { live }: BoundTable,
  { row, column, formulas }: NonNullable<Before["below"]>,
): void {
  const width = formulas[0]?.length ?? 0;
  const sheet = context.workbook.worksheets.getItem(live.sheetId);
  const range = fleeting(sheet.getRange(blockAddress(row, column, formulas.length, width)));
  range.formulas = formulas.map((cells) => cells.map((cell) => (cell === "" ? null : cell)));
}

/** Looking at rows that are there refuses only where people interfere again; another attempt will tell. */
function asHostFailure(failure: { readonly code: string }): WorkbookFailure {
  return { code: "host", hostCode: "ChangedWhileWriting", message: failure.code };
}
