import type { CommitFailure } from "../../app/workbook/rows";
import { err, ok, type Result } from "../../domain/result";
import { blockAddress } from "../address";
import type { BoundTable } from "../binding";
import { cellOf, cellsOf } from "../cell";
import { fleeting, type Session } from "../run";
import { idColumn } from "./table-work";

/** Where new rows go. */
export interface Room {
  /** below: under the table, which grows · spare: the blank row an empty table shows · insert: above the totals row. */
  readonly way: "below" | "spare" | "insert";
  /** Number formats by column of the table's last row, which new rows continue. */
  readonly formats: readonly string[];
  /** The id in that row; null where it has none. */
  readonly lastId: string | null;
}

/** The number in the body that the first new row gets: of the blank row an empty table shows, or after all rows. */
export function firstAdded(bodyRows: number, room: Room | null): number {
  return room?.way === "spare" ? bodyRows - 1 : bodyRows;
}

/**
 * Queues a look at the end of a table that gets so many rows.
 *
 * @returns where they go, once the message has come back; `no-room-below` where something stands there
 */
export function queueRoom(
  table: Excel.Table,
  count: number,
): (bound: BoundTable, showTotals: boolean) => Result<Room, CommitFailure> {
  const lastRow = fleeting(fleeting(table.getDataBodyRange()).getLastRow());
  lastRow.load("values,formulas,numberFormat");
  const body = fleeting(table.getDataBodyRange()).load("rowCount");
  const below = fleeting(rowsBelow(table, count)).load("values,rowIndex,columnIndex,columnCount");
  return (bound, showTotals) => {
    const formats = (lastRow.numberFormat[0] ?? []).map(String);
    const lastCell = cellOf(lastRow.values[0]?.[idColumn(bound).index]);
    const lastId = lastCell === null ? null : String(lastCell);
    if (showTotals) return ok({ way: "insert", formats, lastId });
    const spare = body.rowCount === 1 && isBlankRow(lastRow.formulas[0] ?? []);
    const needed = cellsOf(below.values).slice(0, spare ? count - 1 : count);
    if (needed.some((row) => row.some((cell) => cell !== null))) {
      return err({
        code: "no-room-below",
        table: bound.table,
        sheet: bound.live.sheet,
        address: blockAddress(below.rowIndex, below.columnIndex, needed.length, below.columnCount),
      });
    }
    return ok({ way: spare ? "spare" : "below", formats, lastId });
  };
}

/**
 * Why Excel refused to look below tables that get rows: there is no row below them. Asked only after a refusal, so that
 * everybody else's look stays one message.
 *
 * @returns null where the sheet has rows enough, or where it cannot be told
 */
export async function sheetFull(
  session: Session,
  works: readonly { readonly bound: BoundTable; readonly added: { readonly length: number } }[],
): Promise<CommitFailure | null> {
  const { workbook } = session.context;
  const looks = works.map(({ bound, added }) => {
    const table = workbook.tables.getItem(bound.live.id);
    const range = fleeting(table.getRange()).load("rowIndex,rowCount");
    const sheet = fleeting(table.worksheet.getRange()).load("rowCount");
    return { bound, count: added.length, range, sheet };
  });
  const sent = await session.attempt();
  if (!sent.ok) return null;
  const full = looks.find(
    ({ count, range, sheet }) => range.rowIndex + range.rowCount + count > sheet.rowCount,
  );
  if (full === undefined) return null;
  const { bound, count } = full;
  return { code: "sheet-full", table: bound.table, sheet: bound.live.sheet, count };
}

/** The rows right under the table. */
export function rowsBelow(table: Excel.Table, count: number): Excel.Range {
  const last = fleeting(fleeting(table.getRange()).getLastRow());
  return fleeting(fleeting(last.getOffsetRange(1, 0)).getResizedRange(count - 1, 0));
}

/** Calculated columns show something in the blank row, too: only what is not a formula was entered by somebody. */
export function isBlankRow(formulas: readonly unknown[]): boolean {
  return formulas.every(
    (cell) => cell === "" || (typeof cell === "string" && cell.startsWith("=")),
  );
}
