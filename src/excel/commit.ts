import type { CommitFailure, Committed, Conflict } from "../app/workbook";
import { err, ok, type Result } from "../domain/result";
import { reverse, type Cell, type Change } from "../tables/change";
import type { BoundTables } from "./binding";
import { cellOf, holdsId, sameCell } from "./cell";
import { conflictsIn } from "./compare";
import { lookAtRows, type SeenTable } from "./look-at-rows";
import type { RowWeights } from "./read";
import { recover } from "./recover";
import { fleeting, type Session } from "./run";
import { idColumn, sortByTable } from "./table-work";
import { queueWrite, type TableWrite, type WriteReceipt } from "./write-rows";

/**
 * Applies a change in two round trips: one finds the rows by id and loads them, one writes the cells that change.
 * Nothing is written unless every cell still holds what the change supposes. When the host fails while writing, what
 * was written is found out and put back.
 *
 * Between the two trips a person or a co-author may be faster. The second trip therefore finds the rows afresh, reads
 * them in the same request right before it writes, and puts them back when they were not as in the first.
 */
export async function commit(
  session: Session,
  tables: BoundTables,
  change: Change,
  weights: RowWeights,
): Promise<Result<Committed, CommitFailure>> {
  const works = sortByTable(change, tables);
  if (!works.ok) return works;
  if (works.value.length === 0) return ok({ roundTrips: 0 });

  const seen = await lookAtRows(session, works.value, weights);
  if (!seen.ok) return seen;
  if (seen.value.readOnly) return err({ code: "read-only" });
  const locked = seen.value.tables.find((table) => table.sheetProtected);
  if (locked !== undefined) return err({ code: "protected", sheet: locked.bound.live.sheet });
  const conflicts = seen.value.tables.flatMap(conflictsIn);
  if (conflicts.length > 0) return err({ code: "conflict", conflicts });

  const { context } = session;
  context.application.suspendApiCalculationUntilNextSync();
  const receipts = seen.value.tables.map((table) => queueWrite(context, writeOf(table)));
  const sent = await session.attempt();
  if (!sent.ok) {
    return recover(session, { change, seen: seen.value.tables, cause: sent.error, weights });
  }

  const overtaken = receipts.flatMap((receipt) => changedMeanwhile(receipt));
  if (overtaken.length > 0) {
    await putBack(session, receipts, change);
    return err({ code: "conflict", conflicts: overtaken });
  }
  await extend(session, receipts);
  return ok({ roundTrips: session.roundTrips });
}

function writeOf({ work, bound, rows, bodyRows, room }: SeenTable): TableWrite {
  const seen = (id: string) => {
    const row = rows.get(id);
    if (row === undefined) throw new Error(`${bound.table} ${id} was not looked at`);
    return row;
  };
  return {
    bound,
    bodyRows,
    updates: work.updated.map((row) => {
      const { place, formats } = seen(row.id);
      return { row, place, formats };
    }),
    removals: work.removed.map((row) => ({ row, place: seen(row.id).place })),
    additions: work.added,
    room,
  };
}

/** The cells that were no longer as in the first trip when the second wrote them. */
function changedMeanwhile({
  write: { bound, updates },
  images,
}: WriteReceipt): readonly Conflict[] {
  const before = images();
  return updates.flatMap(({ row: { id, cells } }) => {
    const image = before.get(id) ?? null;
    const stillThere = image !== null && holdsId(cellOf(image[idColumn(bound).index]), id);
    return Object.entries(cells).flatMap(([column, { from }]): Conflict[] => {
      const found = stillThere ? imageCell(image, bound.columns[column]?.index) : null;
      if (stillThere && sameCell(found, from)) return [];
      return [{ table: bound.table, id, column, expected: from, found }];
    });
  });
}

function imageCell(image: readonly unknown[], index: number | undefined): Cell {
  return index === undefined ? null : cellOf(image[index]);
}

/** Puts every row written back to what it was right before, and takes out what was added. */
async function putBack(
  session: Session,
  receipts: readonly WriteReceipt[],
  change: Change,
): Promise<void> {
  const { context } = session;
  const back = reverse(change);
  for (const { write, images } of receipts) {
    const before = images();
    queueWrite(context, {
      ...write,
      bodyRows: write.bodyRows + write.additions.length - (write.room?.way === "spare" ? 1 : 0),
      updates: write.updates.flatMap((update) => {
        const image = before.get(update.row.id) ?? null;
        if (image === null) return [];
        const cells = Object.fromEntries(
          Object.entries(update.row.cells).map(([column, { to }]) => [
            column,
            { from: to, to: imageCell(image, write.bound.columns[column]?.index) },
          ]),
        );
        return [{ ...update, row: { ...update.row, cells } }];
      }),
      removals: write.additions.map((row) => ({ row, place: { by: "id", id: row.id } })),
      additions: back.added.filter(({ table }) => table === write.bound.table),
      room: write.room ?? { way: "below", formats: write.updates[0]?.formats ?? [] },
    });
  }
  await session.sync();
}

/**
 * Excel extends a table over what is written right below it. Where it did not (people can switch that off), the table
 * is resized.
 */
export async function extend(session: Session, receipts: readonly WriteReceipt[]): Promise<void> {
  const short = receipts.filter((receipt) => receipt.rowsOutside() > 0);
  if (short.length === 0) return;
  for (const { write, rowsOutside } of short) {
    const table = session.context.workbook.tables.getItem(write.bound.live.id);
    table.resize(fleeting(fleeting(table.getRange()).getResizedRange(rowsOutside(), 0)));
  }
  await session.sync();
}
