/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { Newcomer, WorkbookFailure } from "../app/workbook";
import { err, ok, type Result } from "../domain/result";
import { dayFormat } from "../tables/schema";
import type { BoundTable } from "./binding";
import { cellOf, sameCell } from "./cell";
import { fleeting, type Session } from "./run";
import { idColumn } from "./table-work";

/** The cells of a newcomer's row that matter. */
interface Sight {
  readonly id: Excel.Range;
  readonly name: Excel.Range;
  /** null where the table has no such column any more. */
  readonly created: Excel.Range | null;
}

/**
 * Gives newcomers their id and day of creation in two round trips: one looks, one writes. The second reads each row
 * again right before it writes, and a row that has moved in between gets back what it had.
 */
export async function identify(
  session: Session,
  bound: BoundTable,
  newcomers: readonly Newcomer[],
): Promise<Result<{ readonly identified: number }, WorkbookFailure>> {
  const { context } = session;
  const table = context.workbook.tables.getItem(bound.live.id);
  context.workbook.load("readOnly");
  table.load("worksheet/protection/protected");
  const body = fleeting(table.getDataBodyRange()).load("rowCount");
  await session.sync();
  if (context.workbook.readOnly) return err({ code: "read-only" });
  if (table.worksheet.protection.protected) {
    return err({ code: "protected", sheet: bound.live.sheet });
  }
  const within = newcomers.filter(({ row }) => row < body.rowCount);
  const first = within.map((newcomer) => ({ newcomer, sight: look(context, bound, newcomer.row) }));
  await session.sync();

  const waiting = first.filter(({ newcomer, sight }) => isStill(newcomer, sight));
  const written = waiting.map(({ newcomer, sight: before }) => {
    const sight = look(context, bound, newcomer.row);
    write(context, bound, newcomer, before);
    return { newcomer, sight };
  });
  if (written.length > 0) await session.sync();
  const wrong = written.filter(({ newcomer, sight }) => !isStill(newcomer, sight));
  for (const { newcomer, sight } of wrong) {
    cell(context, bound, "id", newcomer.row).formulas = sight.id.formulas;
    if (sight.created !== null)
      cell(context, bound, "createdDay", newcomer.row).formulas = sight.created.formulas;
  }
  if (wrong.length > 0) await session.sync();
  return ok({ identified: written.length - wrong.length });
}

function look(context: Excel.RequestContext, bound: BoundTable, row: number): Sight {
  const has = (column: string) => bound.columns[column] !== undefined;
  return {
    id: cell(context, bound, "id", row).load("formulas,numberFormat"),
    name: cell(context, bound, has("name") ? "name" : "id", row).load("values"),
    created: has("createdDay")
      ? cell(context, bound, "createdDay", row).load("formulas,numberFormat")
      : null,
  };
}

function isStill({ name }: Newcomer, sight: Sight): boolean {
  return isBlank(sight.id) && sameCell(cellOf(sight.name.values[0]?.[0]), name);
}

function write(
  context: Excel.RequestContext,
  bound: BoundTable,
  { row, id, createdDay }: Newcomer,
  before: Sight,
): void {
  const idCell = cell(context, bound, "id", row);
  if (isGeneral(before.id)) idCell.numberFormat = [["@"]];
  idCell.values = [[id]];
  if (before.created === null || !isBlank(before.created)) return;
  const created = cell(context, bound, "createdDay", row);
  if (isGeneral(before.created)) created.numberFormat = [[dayFormat]];
  created.values = [[createdDay]];
}

function cell(
  context: Excel.RequestContext,
  bound: BoundTable,
  column: string,
  row: number,
): Excel.Range {
  const { id } = bound.columns[column] ?? idColumn(bound);
  const whole = context.workbook.tables.getItem(bound.live.id).columns.getItem(id);
  return fleeting(fleeting(whole.getDataBodyRange()).getCell(row, 0));
}

function isBlank(range: Excel.Range): boolean {
  return range.formulas[0]?.[0] === "";
}

function isGeneral(range: Excel.Range): boolean {
  return range.numberFormat[0]?.[0] === "General";
}
