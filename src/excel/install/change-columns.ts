/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load, office-addins/load-object-before-read --
   these rules know a trip only as context.sync(); here it is the session's */
import type { ColumnsChange, ColumnsFailure, WorkbookFailure } from "../../app/workbook";
import { err, ok, type Result } from "../../domain/result";
import { folded } from "../../tables/headers";
import {
  bindColumns,
  knownTable,
  storedTable,
  type BoundTable,
  type StoredBinding,
} from "../binding";
import { bindingKey, look, newerVersion, type Sight } from "../describe";
import { failureOf } from "../failure";
import { area, fillColumn, offerList } from "./install-fill";
import type { Placed } from "./install-tables";
import { outboxOf } from "../outbox";
import { formulaForRow } from "../commit/row-formula";
import { fleeting, type Session } from "../run";

const attempts = 2;

/**
 * Adds, takes out and renames columns of a table. First everything is looked at; then the columns come and are named;
 * last, in one message, they get their looks, those that go go, and the workbook notes which are fields.
 *
 * When the host fails in the middle, columns that were added go again and headers get their old names: `half-written`
 * says whether that succeeded.
 */
export async function changeColumns(
  session: Session,
  change: ColumnsChange,
): Promise<Result<Sight, ColumnsFailure>> {
  const before = await look(session);
  const bound = before.bound[change.table];
  const newer = newerVersion(before);
  if (newer !== null) return err(newer);
  if (before.readOnly) return err({ code: "read-only" });
  if (bound === undefined) return err({ code: "table-missing", table: change.table });
  const unfit = unfitFor(change, bound);
  if (unfit !== null) return err(unfit);
  const blocked = await whyBlocked(session, change, bound);
  if (blocked !== null) return err(blocked);
  try {
    await carryOut(session, change, before, bound);
    return ok(await look(session));
  } catch (error) {
    const cause = failureOf(error);
    if (cause === null) throw error;
    return settle(session, change, before, bound, cause);
  }
}

/** What keeps the change from fitting the table as it stands now. */
function unfitFor(change: ColumnsChange, { columns, live }: BoundTable): ColumnsFailure | null {
  const { table, added, removed, renamed, lists, formulas } = change;
  const needed = [
    ...removed,
    ...renamed.map(({ column }) => column),
    ...Object.keys(lists),
    ...Object.keys(formulas),
  ].filter((column) => !added.some((each) => each.column === column));
  const missing = needed.find((column) => columns[column] === undefined);
  if (missing !== undefined) return { code: "column-missing", table, column: missing };
  for (const { column, from } of renamed) {
    const found = columns[column]?.header ?? "";
    if (found !== from) return { code: "header-changed", column, found };
  }
  const leaving = new Set([...removed, ...renamed.map(({ column }) => column)]);
  const gone = new Set([...leaving].map((column) => columns[column]?.index));
  const taken = new Set(
    live.columns.filter((_, index) => !gone.has(index)).map(({ name }) => folded(name)),
  );
  for (const header of [...renamed.map(({ to }) => to), ...added.map((each) => each.header)]) {
    if (taken.has(folded(header))) return { code: "header-taken", header };
    taken.add(folded(header));
  }
  return null;
}

async function whyBlocked(
  session: Session,
  { removed }: ColumnsChange,
  bound: BoundTable,
): Promise<ColumnsFailure | null> {
  const table = session.context.workbook.tables.getItem(bound.live.id);
  table.load("worksheet/protection/protected");
  const { functions } = session.context.workbook;
  const filled = removed.map((column) => ({
    header: bound.columns[column]?.header ?? "",
    count: functions
      .countA(fleeting(liveColumn(session.context, bound, column).getDataBodyRange()))
      .load("value"),
  }));
  await session.sync();
  if (table.worksheet.protection.protected) return { code: "protected", sheet: bound.live.sheet };
  const found = filled.find(({ count }) => count.value > 0);
  return found === undefined ? null : { code: "column-filled", header: found.header };
}

async function carryOut(
  session: Session,
  change: ColumnsChange,
  before: Sight,
  bound: BoundTable,
): Promise<void> {
  const { context } = session;
  const table = context.workbook.tables.getItem(bound.live.id);
  // Names of passage, so that two headers can change places.
  const passing = change.renamed.filter(({ to }) => isStanding(bound, to));
  for (const { column } of passing)
    liveColumn(context, bound, column).name = `${column} ${bound.live.id} ~`;
  for (const { column, to } of change.renamed) liveColumn(context, bound, column).name = to;
  for (const { header } of change.added) table.columns.add(undefined, undefined, header);
  if (change.added.length > 0) dressHeaders(table, bound.live.columns.length, change.added.length);
  table.load("rows/count,columns/items/id,columns/items/name");
  const body = fleeting(table.getDataBodyRange()).load("rowIndex,columnIndex,rowCount");
  await session.sync();

  const columns = table.columns.items.map(({ id, name }) => ({ id, name }));
  const width = bound.live.columns.length;
  const known = knownTable(bound);
  // By their new headers: where most have changed, the numbers of columns are not trusted alone.
  const named = change.renamed.flatMap(({ column, to }) => {
    const found = known.columns[column];
    return found === undefined ? [] : [[column, { id: found.id, header: to }] as const];
  });
  const added = change.added.flatMap(({ column }, at) => {
    const found = columns[width + at];
    return found === undefined ? [] : [[column, { id: found.id, header: found.name }] as const];
  });
  const now = bindColumns(
    change.table,
    { ...known, columns: { ...known.columns, ...Object.fromEntries([...named, ...added]) } },
    { ...bound.live, rowCount: table.rows.count, columns },
  );
  const placed: Placed = {
    ...now,
    firstRow: body.rowIndex,
    left: body.columnIndex,
    bodyRows: body.rowCount,
  };
  const outbox = outboxOf(session);
  for (const column of change.added) await fillColumn(context, outbox, placed, column);
  queueWords(context, placed, change, "to");
  // From the right, so that the others keep their numbers.
  const leaving = change.removed
    .flatMap((column) => now.columns[column] ?? [])
    .sort((one, other) => other.index - one.index);
  for (const { id } of leaving) table.columns.getItem(id).delete();
  context.workbook.settings.add(bindingKey, bindingAfter(change, before, now));
  await outbox.flush();
}

/** Lists and formulas, which show words of one language. */
function queueWords(
  context: Excel.RequestContext,
  placed: Placed,
  { lists, formulas }: ColumnsChange,
  which: "from" | "to",
): void {
  for (const [column, words] of Object.entries(lists))
    offerList(fleeting(liveColumn(context, placed, column).getDataBodyRange()), words[which]);
  for (const [column, texts] of Object.entries(formulas))
    setFormula(context, placed, column, texts[which]);
}

/** One formula for the whole column: Excel moves the rows along by itself. */
function setFormula(
  context: Excel.RequestContext,
  placed: Placed,
  column: string,
  formula: string,
): void {
  const index = placed.columns[column]?.index;
  if (index === undefined) throw new Error(`${column} is not there`);
  const cells = area(context, placed, 0, index, placed.bodyRows, 1);
  const first = area(context, placed, 0, index, 1, 1);
  first.formulas = [[formulaForRow(formula, placed.firstRow, placed, placed.left)]];
  if (placed.bodyRows > 1) cells.copyFrom(first, Excel.RangeCopyType.formulas);
}

/** New headers look like the one on their left. */
function dressHeaders(table: Excel.Table, width: number, count: number): void {
  const header = fleeting(table.getHeaderRowRange());
  const model = fleeting(header.getCell(0, width - 1));
  const added = fleeting(fleeting(header.getCell(0, width)).getResizedRange(0, count - 1));
  added.copyFrom(model, Excel.RangeCopyType.formats);
}

function bindingAfter(
  { table, removed, fields, language }: ColumnsChange,
  { stored, bound }: Sight,
  now: BoundTable,
): StoredBinding {
  if (stored === null) throw new Error("a bound table without a binding");
  const kept = fields ?? stored.fields ?? [];
  const columns = Object.entries(now.columns).filter(([column]) => !removed.includes(column));
  const after: BoundTable = { ...now, columns: Object.fromEntries(columns) };
  const { fields: _, ...others } = stored;
  return {
    ...others,
    language: language ?? stored.language,
    tables: {
      ...Object.fromEntries(
        Object.values(bound).map((each) => [each.table, storedTable(each, kept)]),
      ),
      [table]: storedTable(after, kept),
    },
    ...(kept.length > 0 ? { fields: kept } : {}),
  };
}

/** After a fault: done all the same where only the answer was lost, else taken back. */
async function settle(
  session: Session,
  change: ColumnsChange,
  before: Sight,
  bound: BoundTable,
  cause: WorkbookFailure,
): Promise<Result<Sight, ColumnsFailure>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const now = await look(session);
      const table = now.bound[change.table];
      if (table !== undefined && isDone(change, table, now)) return ok(now);
      await takeBack(session, change, before, bound);
      return err({ code: "half-written", restored: true, cause });
    } catch (error) {
      // The host refused again: once more, then the answer is that it is not restored. A bug of ours is thrown on.
      if (failureOf(error) === null) throw error;
    }
  }
  return err({ code: "half-written", restored: false, cause });
}

/** The binding comes last of all: where it knows the new state, the rest is there. */
function isDone(change: ColumnsChange, { columns }: BoundTable, now: Sight): boolean {
  const fields = change.fields ?? now.stored?.fields ?? [];
  return (
    change.added.every(({ column }) => columns[column] !== undefined) &&
    change.removed.every((column) => columns[column] === undefined) &&
    change.renamed.every(({ column, to }) => columns[column]?.header === to) &&
    JSON.stringify(fields) === JSON.stringify(now.stored?.fields ?? []) &&
    (change.language ?? now.stored?.language) === now.stored?.language &&
    // A header alone may have been recognised again by its words.
    (change.added.length > 0 || change.removed.length > 0 || change.fields !== undefined)
  );
}

async function takeBack(
  session: Session,
  change: ColumnsChange,
  before: Sight,
  bound: BoundTable,
): Promise<void> {
  const { context } = session;
  const table = context.workbook.tables.getItem(bound.live.id);
  table.load("columns/items/id");
  const body = fleeting(table.getDataBodyRange()).load("rowIndex,columnIndex,rowCount");
  await session.sync();
  const known = new Set(bound.live.columns.map(({ id }) => id));
  const present = new Set(table.columns.items.map(({ id }) => id));
  for (const { id } of [...table.columns.items].reverse())
    if (!known.has(id)) table.columns.getItem(id).delete();
  const standing = change.renamed.filter(({ column }) =>
    present.has(bound.columns[column]?.id ?? -1),
  );
  for (const { column } of standing)
    liveColumn(context, bound, column).name = `${column} ${bound.live.id} ~`;
  for (const { column, from } of standing) liveColumn(context, bound, column).name = from;
  const place = { firstRow: body.rowIndex, left: body.columnIndex, bodyRows: body.rowCount };
  queueWords(context, { ...bound, ...place }, change, "from");
  if (before.stored !== null) context.workbook.settings.add(bindingKey, before.stored);
  await session.sync();
}

function isStanding({ live }: BoundTable, header: string): boolean {
  return live.columns.some(({ name }) => folded(name) === folded(header));
}

function liveColumn(
  context: Excel.RequestContext,
  { live, columns, table }: BoundTable,
  column: string,
): Excel.TableColumn {
  const found = columns[column];
  if (found === undefined) throw new Error(`${table} lacks ${column}`);
  return context.workbook.tables.getItem(live.id).columns.getItem(found.id);
}
