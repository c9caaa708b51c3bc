import type {
  ExpectedList,
  ExpectedName,
  ExpectedStructure,
  StructureFaults,
} from "../../app/repair/structure";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import { addressOf } from "../../tables/a1";
import type { TableId } from "../../tables/schema";
import type { BoundTable, BoundTables } from "../binding";
import { cellOf } from "../cell";
import type { Sight } from "../describe";
import { ownRules } from "../highlight";
import { structuredReference } from "../install/install-names";
import { formulaForRow } from "../commit/row-formula";
import { fleeting, type Session } from "../run";
import { queueDayColumns, queueDays } from "./day-columns";

/** Where a table's body stands, zero-based. */
export interface BodyPlace {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
  /** How many rows its sheet has below it. */
  readonly free: number;
}

const lacksList: ReadonlySet<string> = new Set(["None", "Inconsistent", "MixedCriteria"]);

/** More than anybody types below a table before wondering. */
const rowsBelowLooked = 200;

/**
 * Compares names, lists, highlight, the reach of the tables and the widths of days with what they should be. Three round
 * trips; no whole columns but the ids of Settings.
 */
export async function lookAtStructure(
  session: Session,
  { bound, share, sheetNames }: Sight,
  expected: ExpectedStructure,
): Promise<Result<StructureFaults, WorkbookFailure>> {
  const { context } = session;
  const tables = Object.values(bound);
  const placing = tables.map((table) => ({
    table,
    body: bodyOf(context, table).load("rowIndex,columnIndex,rowCount,columnCount"),
    sheet: fleeting(context.workbook.worksheets.getItem(table.live.sheet).getRange()).load(
      "rowCount",
    ),
  }));
  const named = expected.names.map((name) => {
    const item = context.workbook.names.getItemOrNullObject(name.name).load("formula");
    const range = fleeting(item.getRangeOrNullObject()).load("address");
    return { name, item, range };
  });
  const ids = queueIds(context, bound.settings);
  const lists = expected.lists.flatMap((list) => {
    const found = queueList(context, bound, list);
    return found === null ? [] : [{ list, found }];
  });
  const customers = bound.customers;
  const widths = queueDayColumns(context, bound, expected.days);
  await session.sync();

  const places = new Map<TableId, BodyPlace>(
    placing.map(({ table, body, sheet }) => [
      table.table,
      {
        top: body.rowIndex,
        left: body.columnIndex,
        rows: body.rowCount,
        columns: body.columnCount,
        free: sheet.rowCount - body.rowIndex - body.rowCount,
      },
    ]),
  );
  // A table may fill its sheet to the last row.
  const below = tables
    .filter(({ table }) => (places.get(table)?.free ?? 0) > 0)
    .map((table) => ({ table, range: queueBelow(context, table, places) }));
  const narrow = queueDays(context, bound, widths());
  await session.sync();

  const rowIds = ids();
  return ok({
    names: named
      .filter(({ name, item, range }) => {
        const address = expectedAddress(name, bound, places, rowIds);
        // A name whose row is gone cannot be put right before the row is.
        if (address === null) return bound[name.table] !== undefined;
        if (item.isNullObject) return true;
        if (!range.isNullObject && localAddress(range.address) === address) return false;
        return name.rows !== null || item.formula !== columnsReference(bound, name);
      })
      .map(({ name }) => name),
    // Any other rule is a person's own.
    lists: lists.filter(({ found }) => lacksList.has(found.type)).map(({ list }) => list),
    highlight:
      customers === undefined
        ? { found: 0, whole: 0 }
        : await lookAtHighlight(session, customers, places, expected),
    below: below.flatMap(({ table, range }) => {
      const rows = filledRows(range.values);
      const bodyRows = places.get(table.table)?.rows ?? 0;
      return rows === 0 ? [] : [{ table: table.table, rows, bodyRows }];
    }),
    narrow: narrow(),
    readings: share.readings !== null && sheetNames.includes(share.readings),
    frozen: share.frozen !== null && sheetNames.includes(share.frozen),
    own: share.own !== undefined && sheetNames.includes(share.own),
  });
}

/** The address a name should have in its sheet, "D3:F5"; null where a row or column of it is gone. */
export function expectedAddress(
  { table, from, to, rows }: ExpectedName,
  bound: BoundTables,
  places: ReadonlyMap<TableId, Omit<BodyPlace, "free">>,
  settingsIds: readonly string[],
): string | null {
  const place = places.get(table);
  const [left, right] = [bound[table]?.columns[from]?.index, bound[table]?.columns[to]?.index];
  if (place === undefined || left === undefined || right === undefined) return null;
  const first = rows === null ? 0 : settingsIds.indexOf(rows.first);
  const last = rows === null ? place.rows - 1 : settingsIds.indexOf(rows.last);
  if (first < 0 || last < first) return null;
  return addressOf({
    top: place.top + first,
    bottom: place.top + last,
    left: place.left + Math.min(left, right),
    right: place.left + Math.max(left, right),
  });
}

/** What a name for whole columns of a table says; null where the table or a column is gone. */
export function columnsReference(
  bound: BoundTables,
  { table, from, to }: ExpectedName,
): string | null {
  const found = bound[table];
  const [first, last] = [found?.columns[from], found?.columns[to]];
  if (found === undefined || first === undefined || last === undefined) return null;
  return structuredReference(found.live.name, first.header, last.header);
}

/** Queues the ids of Settings. @returns them, in the sheet's order, after the sync */
export function queueIds(
  context: Excel.RequestContext,
  settings: BoundTable | undefined,
): () => readonly string[] {
  const id = settings?.columns["id"];
  if (settings === undefined || id === undefined) return () => [];
  const cells = fleeting(
    context.workbook.tables.getItem(settings.live.id).columns.getItem(id.id).getDataBodyRange(),
  ).load("values");
  return () => cells.values.map(([cell]) => textOf(cellOf(cell)).trim());
}

function bodyOf(context: Excel.RequestContext, { live }: BoundTable): Excel.Range {
  return fleeting(context.workbook.tables.getItem(live.id).getDataBodyRange());
}

function queueList(
  context: Excel.RequestContext,
  bound: BoundTables,
  { table, column }: ExpectedList,
): Excel.DataValidation | null {
  const found = bound[table];
  const at = found?.columns[column];
  if (found === undefined || at === undefined) return null;
  return fleeting(
    context.workbook.tables.getItem(found.live.id).columns.getItem(at.id).getDataBodyRange(),
  ).dataValidation.load("type");
}

function queueBelow(
  context: Excel.RequestContext,
  { table, live }: BoundTable,
  places: ReadonlyMap<TableId, BodyPlace>,
): Excel.Range {
  const { top = 0, left = 0, rows = 1, columns = 1, free = 1 } = places.get(table) ?? {};
  return fleeting(
    context.workbook.worksheets
      .getItem(live.sheet)
      .getRangeByIndexes(top + rows, left, Math.min(rowsBelowLooked, free), columns),
  ).load("values");
}

/** Rows from the top of which more than one cell is filled: a lone word is a remark, or begins something else. */
function filledRows(values: readonly (readonly unknown[])[]): number {
  const end = values.findIndex((row) => row.filter((cell) => cell !== "").length < 2);
  return end === -1 ? values.length : end;
}

async function lookAtHighlight(
  session: Session,
  customers: BoundTable,
  places: ReadonlyMap<TableId, BodyPlace>,
  { highlight }: ExpectedStructure,
): Promise<StructureFaults["highlight"]> {
  const { context } = session;
  const sheet = context.workbook.tables.getItem(customers.live.id).worksheet;
  const own = await ownRules(session, sheet.getRange().conditionalFormats);
  const ranges = own.map((rule) => rule.getRangeOrNullObject().load("address"));
  await session.sync();
  const place = places.get("customers");
  if (place === undefined || customers.columns["nextFollowUp"] === undefined)
    return { found: own.length, whole: 0 };
  const formulas = new Set(
    highlight.map(({ formula }) => formulaForRow(formula, place.top, customers, place.left)),
  );
  const body = addressOf({
    top: place.top,
    left: place.left,
    bottom: place.top + place.rows - 1,
    right: place.left + place.columns - 1,
  });
  const whole = own.filter((rule, at) => {
    const range = ranges[at];
    if (range === undefined || range.isNullObject) return false;
    return localAddress(range.address) === body && formulas.has(rule.custom.rule.formula);
  });
  return { found: own.length, whole: whole.length };
}

function localAddress(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
}
