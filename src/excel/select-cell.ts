import type { WorkbookFailure } from "../app/workbook/failures";
import type { CellPlace } from "../app/workbook/places";
import { err, ok, type Result } from "../domain/result";
import type { TableId } from "../tables/schema";
import type { BoundTable } from "./binding";
import { positionsOf } from "./commit/look-at-rows";
import type { RowWeights } from "./read";
import { fleeting, type Session } from "./run";

/**
 * Selects one cell and brings its sheet to the front: the row by its id, which may have moved since it was read; by
 * its number only where it has no id. Without a column the whole row is selected, without a row the column's header.
 *
 * @returns `row-missing` when no row has the id any more, `column-missing` when the column is gone
 */
export async function selectCell(
  session: Session,
  bound: BoundTable,
  { table, id, row, column }: CellPlace,
  weights: RowWeights,
): Promise<
  Result<
    void,
    WorkbookFailure | { readonly code: "row-missing"; readonly table: TableId; readonly id: string }
  >
> {
  const index = column === null ? null : bound.columns[column]?.index;
  if (index === undefined) return err({ code: "column-missing", table, column: column ?? "" });
  const found = await rowOf(session, bound, id, row, weights);
  if (!found.ok) return found;
  const live = session.context.workbook.tables.getItem(bound.live.id);
  const area = fleeting(
    found.value === null
      ? live.getHeaderRowRange()
      : fleeting(live.getDataBodyRange()).getRow(found.value),
  );
  live.worksheet.activate();
  fleeting(index === null ? area : area.getCell(0, index)).select();
  await session.sync();
  return ok(undefined);
}

async function rowOf(
  session: Session,
  bound: BoundTable,
  id: string | null,
  row: number | null,
  weights: RowWeights,
): Promise<
  Result<
    number | null,
    WorkbookFailure | { readonly code: "row-missing"; readonly table: TableId; readonly id: string }
  >
> {
  if (id === null || id === "") {
    const last = Math.max(0, bound.live.rowCount - 1);
    return ok(row === null ? null : Math.min(row, last));
  }
  const positions = await positionsOf(session, bound, [id], weights);
  if (!positions.ok) return positions;
  const rows = positions.value.get(id) ?? [];
  // Of several rows with one id the one that was read is meant, as far as it still stands there.
  const position = rows.find((each) => each === row) ?? rows[0];
  if (position === undefined) return err({ code: "row-missing", table: bound.table, id });
  return ok(position);
}
