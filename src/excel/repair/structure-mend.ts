import type { ExpectedList, ExpectedName, StructureMending } from "../../app/repair/structure";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import type { Row } from "../../tables/change";
import { numberFormat, type ColumnSpec, type TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { BoundTable, BoundTables } from "../binding";
import { offerList } from "../install/install-fill";
import { fleeting, type Session } from "../run";
import { written } from "../safe-text";
import { queueWidening } from "./day-columns";
import { columnsReference, expectedAddress, queueIds, type BodyPlace } from "./structure-look";

/**
 * Puts rows of Settings back in their place, stretches tables over what was typed below them, makes names and lists
 * anew, and widens columns. Each part looks first whether it is still needed, so that a second attempt does no harm.
 */
export async function mendStructure(
  session: Session,
  bound: BoundTables,
  { rows, below, names, lists, narrow }: StructureMending,
): Promise<Result<void, WorkbookFailure>> {
  const { context } = session;
  context.workbook.load("readOnly");
  const ids = queueIds(context, bound.settings);
  const bodies = below.map(({ table }) => {
    const found = bound[table];
    if (found === undefined) return null;
    const live = context.workbook.tables.getItem(found.live.id);
    return fleeting(live.getDataBodyRange()).load("rowCount");
  });
  const widen = queueWidening(context, bound, narrow);
  await session.sync();
  if (context.workbook.readOnly) return err({ code: "read-only" });

  const present = [...ids()];
  for (const { table, after, cells } of rows) {
    const found = bound[table];
    const id = String(cells["id"]);
    if (found === undefined || present.includes(id)) continue;
    const at = after === null ? 0 : present.indexOf(after) + 1;
    context.workbook.tables.getItem(found.live.id).rows.add(at, [lineOf(found, cells)]);
    present.splice(at, 0, id);
  }
  for (const [at, { table, rows: count, bodyRows }] of below.entries()) {
    const found = bound[table];
    // A table of another height was stretched already, or somebody worked in it.
    if (found === undefined || bodies[at]?.rowCount !== bodyRows) continue;
    const live = context.workbook.tables.getItem(found.live.id);
    live.resize(fleeting(fleeting(live.getRange()).getResizedRange(count, 0)));
  }
  if (rows.length + below.length > 0) await session.sync();
  if (names.length > 0) await mendNames(session, bound, names);
  for (const list of lists) queueList(context, bound, list);
  widen();
  await session.sync();
  return ok(undefined);
}

/**
 * A row as it is added, in one go: half of one would be taken for all of it. Excel gives it the formats of its neighbours, in
 * which an apostrophe would become a part of the text; without them, no text of ours reads as anything else.
 */
function lineOf({ table, live, columns }: BoundTable, cells: Row): (string | number | boolean)[] {
  return live.columns.map((_, at) => {
    const [column] = Object.entries(columns).find(([, { index }]) => index === at) ?? [""];
    const cell = cells[column] ?? null;
    if (typeof cell === "string" && cell.startsWith("=")) return cell;
    const spec = tableSpecs[table].columns.find(({ id }: ColumnSpec) => id === column);
    return written(cell, (spec === undefined ? null : numberFormat(spec)) ?? "General");
  });
}

async function mendNames(
  session: Session,
  bound: BoundTables,
  names: readonly ExpectedName[],
): Promise<void> {
  const { context } = session;
  const standing = names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
  const tables = new Set(names.map(({ table }) => table));
  const bodies = [...tables].flatMap((table) => {
    const found = bound[table];
    if (found === undefined) return [];
    const body = fleeting(context.workbook.tables.getItem(found.live.id).getDataBodyRange());
    return [{ table, body: body.load("rowIndex,columnIndex,rowCount,columnCount") }];
  });
  const ids = queueIds(context, bound.settings);
  await session.sync();
  const places = new Map<TableId, Omit<BodyPlace, "free">>(
    bodies.map(({ table, body }) => [
      table,
      {
        top: body.rowIndex,
        left: body.columnIndex,
        rows: body.rowCount,
        columns: body.columnCount,
      },
    ]),
  );
  const rowIds = ids();
  names.forEach((name, at) => {
    const found = bound[name.table];
    const address = expectedAddress(name, bound, places, rowIds);
    if (found === undefined || address === null) return;
    const old = standing[at];
    if (old !== undefined && !old.isNullObject) old.delete();
    const reference = name.rows === null ? columnsReference(bound, name) : null;
    if (reference !== null) {
      context.workbook.names.add(name.name, reference);
      return;
    }
    const sheet = context.workbook.worksheets.getItem(found.live.sheet);
    context.workbook.names.add(name.name, fleeting(sheet.getRange(address)));
  });
}

function queueList(
  context: Excel.RequestContext,
  bound: BoundTables,
  { table, column, words }: ExpectedList,
): void {
  const found = bound[table];
  const at = found?.columns[column];
  if (found === undefined || at === undefined) return;
  const body = context.workbook.tables
    .getItem(found.live.id)
    .columns.getItem(at.id)
    .getDataBodyRange();
  offerList(fleeting(body), words);
}
