/* eslint-disable office-addins/call-sync-before-read --
   these rules know a trip only as context.sync(); here it is the session's */
import type { WorkbookFailure } from "../app/workbook/failures";
import type { FormulaGap, TableState } from "../app/workbook/places";
import { ok, type Result } from "../domain/result";
import type { ColumnSpec } from "../tables/schema";
import { tableSpecs } from "../tables/tables";
import type { BoundTable, BoundTables } from "./binding";
import { fleeting, type Session } from "./run";

/**
 * Where each of our tables stands, and the cells of its computed columns that hold no formula. Excel itself looks for
 * these (as "Go to special" does), so that no column travels.
 *
 * @see https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getspecialcellsornullobject-member(1)
 */
export async function inspectTables(
  session: Session,
  tables: BoundTables,
): Promise<Result<readonly TableState[], WorkbookFailure>> {
  const bound = Object.values(tables);
  const bodies = bound.map((table) => ({
    table,
    body: bodyOf(session, table).load("rowIndex,columnIndex,rowCount"),
  }));
  await session.sync();
  const queued = bodies.map(({ table, body }) => ({
    table,
    body,
    gaps: computedColumns(table).flatMap((column) => queueGaps(session, table, column, body)),
  }));
  const asked = await session.attempt();
  if (!asked.ok && asked.error.code !== "not-supported") return asked;
  return ok(
    queued.map(({ table, body, gaps }) => ({
      table: table.table,
      firstRow: body.rowIndex,
      firstColumn: body.columnIndex,
      gaps: asked.ok ? gaps.flatMap((gap) => gap()) : null,
    })),
  );
}

function bodyOf({ context }: Session, { live }: BoundTable): Excel.Range {
  return fleeting(context.workbook.tables.getItem(live.id).getDataBodyRange());
}

function computedColumns({ table, columns }: BoundTable): readonly string[] {
  return tableSpecs[table].columns
    .filter(({ id, kind }: ColumnSpec) => kind === "computed" && columns[id] !== undefined)
    .map(({ id }) => id);
}

type Gaps = () => readonly FormulaGap[];

function queueGaps(
  session: Session,
  table: BoundTable,
  column: string,
  body: { readonly rowIndex: number; readonly rowCount: number },
): readonly Gaps[] {
  const index = table.columns[column]?.index ?? 0;
  const cells = () => fleeting(fleeting(bodyOf(session, table)).getColumn(index));
  // Asked about a single cell, Excel would search the whole sheet.
  if (body.rowCount === 1) {
    const only = cells().load("formulas");
    return [() => gapOfOne(column, only.formulas[0]?.[0])];
  }
  return (["overwritten", "missing"] as const).map((kind): Gaps => {
    const found = cells().getSpecialCellsOrNullObject(
      kind === "missing" ? Excel.SpecialCellType.blanks : Excel.SpecialCellType.constants,
    );
    // Like our ranges: tracked, it would cost a request of its own for its release.
    found.untrack();
    found.load("areas/items/rowIndex,areas/items/rowCount");
    return () =>
      found.isNullObject
        ? []
        : found.areas.items.map(({ rowIndex, rowCount }) => ({
            column,
            kind,
            firstRow: rowIndex - body.rowIndex,
            rowCount,
          }));
  });
}

function gapOfOne(column: string, formula: unknown): readonly FormulaGap[] {
  if (typeof formula === "string" && formula.startsWith("=")) return [];
  const isBlank = formula === "" || formula === null || formula === undefined;
  return [{ column, kind: isBlank ? "missing" : "overwritten", firstRow: 0, rowCount: 1 }];
}
