import type { WorkbookFailure } from "../../app/workbook/failures";
import type { DataPlace, InspectedRange } from "../../app/workbook/places";
import { err, ok, type Result } from "../../domain/result";
import { withoutSheet } from "../address";
import { fleeting, type Session } from "../run";
import { inspectRange } from "../selection";

/** The sheets and structured tables of the workbook that people can see, in the sheets' order, with their sizes. */
export async function listPlaces(
  session: Session,
): Promise<Result<readonly DataPlace[], WorkbookFailure>> {
  const { worksheets } = session.context.workbook;
  worksheets.load("items/name,items/visibility,items/tables/items/name");
  await session.sync();
  const shown = worksheets.items.filter(({ visibility }) => visibility === "Visible");
  const found = shown.map((sheet) => ({
    name: sheet.name,
    used: fleeting(sheet.getUsedRangeOrNullObject(true)).load("address,rowCount,columnCount"),
    tables: sheet.tables.items.map((table) => ({
      name: table.name,
      range: fleeting(table.getRange()).load("address,rowCount,columnCount"),
    })),
  }));
  await session.sync();
  return ok(
    found.flatMap(({ name, used, tables }) => [
      ...(used.isNullObject ? [] : [placeOf(name, null, used)]),
      ...tables.map(({ name: table, range }) => placeOf(name, table, range)),
    ]),
  );
}

/** What stands at a place of `listPlaces` now; for a table its header and body. */
export async function inspectPlace(
  session: Session,
  { sheet, table }: Pick<DataPlace, "sheet" | "table">,
): Promise<Result<InspectedRange, WorkbookFailure>> {
  const { workbook } = session.context;
  const range =
    table === null
      ? workbook.worksheets.getItem(sheet).getUsedRangeOrNullObject(true)
      : headerAndBody(workbook.tables.getItem(table));
  fleeting(range).load("address");
  await session.sync();
  if (range.isNullObject) return err({ code: "no-selection" });
  return inspectRange(session, { sheet, address: withoutSheet(range.address), table });
}

/** A row of totals is no row of data. */
function headerAndBody(table: Excel.Table): Excel.Range {
  return fleeting(table.getHeaderRowRange()).getBoundingRect(fleeting(table.getDataBodyRange()));
}

function placeOf(sheet: string, table: string | null, range: Excel.Range): DataPlace {
  const { address, rowCount, columnCount } = range;
  return { sheet, table, address: withoutSheet(address), rowCount, columnCount };
}
