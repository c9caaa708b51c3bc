/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load, office-addins/load-object-before-read --
   these rules know a trip only as context.sync(); here it is the session's */
import type { ColumnsChange, ColumnsFailure } from "../../app/workbook/columns";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import { folded } from "../../tables/headers";
import type { BoundTable } from "../binding";
import { bindingKey, look, newerVersion, type Sight } from "../describe";
import { bindingAfter, bindingBack, boundAfter, fieldsAfter, storedIn } from "./columns-binding";
import { area, fillColumn, offerList } from "./install-fill";
import type { Placed } from "./install-tables";
import { outboxOf } from "../outbox";
import { formulaForRow } from "../commit/row-formula";
import { isGone } from "../failure";
import type { RowWeights } from "../read";
import { fleeting, tried, type Session } from "../run";
import { lookForTold, type Told } from "./told";

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
  weights: RowWeights,
): Promise<Result<Sight, ColumnsFailure>> {
  const before = await look(session);
  const bound = before.bound[change.table];
  const newer = newerVersion(before);
  if (newer !== null) return err(newer);
  if (before.readOnly) return err({ code: "read-only" });
  if (bound === undefined) return err({ code: "table-missing", table: change.table });
  const unfit = unfitFor(change, bound);
  if (unfit !== null) return err(unfit);
  const blocked = queueBlockers(session.context, change, bound);
  const told = await lookForTold(session, before.bound.audit, change.record, weights);
  if (!told.ok) return told;
  const why = blocked();
  if (why !== null) return err(why);
  const made: number[] = [];
  const carried = await tried(
    async (): Promise<Result<Result<Sight, ColumnsFailure>, WorkbookFailure>> => {
      const taken = await carryOut(session, change, before, bound, made, told.value);
      if (taken !== null) return ok(err(taken));
      const settled = await told.value.settle();
      return settled.ok ? ok(ok(await look(session))) : settled;
    },
  );
  return carried.ok
    ? carried.value
    : settle(session, change, before, bound, made, told.value, carried.error);
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

/** Queues a look at what stands in the way. @returns it, after the sync; null for nothing */
function queueBlockers(
  context: Excel.RequestContext,
  { removed }: ColumnsChange,
  bound: BoundTable,
): () => ColumnsFailure | null {
  const table = context.workbook.tables.getItem(bound.live.id);
  table.load("worksheet/protection/protected");
  const { functions } = context.workbook;
  const filled = removed.map((column) => ({
    header: bound.columns[column]?.header ?? "",
    count: functions
      .countA(fleeting(liveColumn(context, bound, column).getDataBodyRange()))
      .load("value"),
  }));
  return () => {
    if (table.worksheet.protection.protected) return { code: "protected", sheet: bound.live.sheet };
    const found = filled.find(({ count }) => count.value > 0);
    return found === undefined ? null : { code: "column-filled", header: found.header };
  };
}

async function carryOut(
  session: Session,
  change: ColumnsChange,
  before: Sight,
  bound: BoundTable,
  made: number[],
  told: Told,
): Promise<ColumnsFailure | null> {
  const { context } = session;
  const table = context.workbook.tables.getItem(bound.live.id);
  // Names of passage, so that two headers can change places.
  const passing = change.renamed.filter(({ to }) => isStanding(bound, to));
  for (const { column } of passing)
    liveColumn(context, bound, column).name = `${column} ${bound.live.id} ~`;
  for (const { column, to } of change.renamed) liveColumn(context, bound, column).name = to;
  const width = bound.live.columns.length;
  // From the left, so that each place is the final one.
  const placedColumns = [...change.added].sort(
    (one, other) => (one.at ?? width) - (other.at ?? width),
  );
  for (const { header, at } of placedColumns) {
    const place = at === undefined || at >= width ? undefined : at;
    table.columns.add(place, undefined, header);
    dressHeader(table, header, place ?? null);
  }
  table.load("rows/count,columns/items/id,columns/items/name");
  const body = fleeting(table.getDataBodyRange()).load("rowIndex,columnIndex,rowCount");
  const setting = context.workbook.settings.getItemOrNullObject(bindingKey).load("value");
  await session.sync();

  const columns = table.columns.items.map(({ id, name }) => ({ id, name }));
  const appended = placedColumns.filter(({ at }) => at === undefined || at >= width);
  const ours = placedColumns.map(({ header, at }) => {
    const last = appended.findIndex((each) => each.header === header);
    return {
      header,
      live: columns[last < 0 ? (at ?? 0) : columns.length - appended.length + last],
    };
  });
  made.push(...ours.flatMap(({ live }) => live?.id ?? []));
  // A colleague has just given another column this header, and Excel has given ours a number.
  const doubled = ours.find(({ header, live }) => live?.name !== header);
  if (doubled !== undefined) {
    await takeBack(session, change, before, bound, made, false);
    return { code: "header-taken", header: doubled.header };
  }
  const now = boundAfter(change, bound, { ...bound.live, rowCount: table.rows.count, columns });
  const gone = change.removed.find((column) => now.columns[column] === undefined);
  if (gone !== undefined) {
    await takeBack(session, change, before, bound, made, false);
    return { code: "column-missing", table: change.table, column: gone };
  }
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
  const latest = storedIn(setting);
  const kept = context.workbook.settings.getItemOrNullObject(bindingKey).load("value");
  context.workbook.settings.add(bindingKey, bindingAfter(change, before, now, latest));
  told.queue();
  await outbox.flush();
  // What a colleague has noted in the same moment stays.
  const theirs = storedIn(kept);
  if (JSON.stringify(theirs) !== JSON.stringify(latest)) {
    context.workbook.settings.add(bindingKey, bindingAfter(change, before, now, theirs));
    await session.sync();
  }
  return null;
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

/** A new header looks like the one on its left; the first like the one on its right. */
function dressHeader(table: Excel.Table, header: string, at: number | null): void {
  const row = fleeting(table.getHeaderRowRange());
  const cell = fleeting(table.columns.getItem(header).getHeaderRowRange());
  const model = at === 0 ? fleeting(row.getCell(0, 1)) : fleeting(cell.getOffsetRange(0, -1));
  cell.copyFrom(model, Excel.RangeCopyType.formats);
}

/** After a fault: done all the same where only the answer was lost, else taken back. */
async function settle(
  session: Session,
  change: ColumnsChange,
  before: Sight,
  bound: BoundTable,
  made: readonly number[],
  told: Told,
  cause: WorkbookFailure,
): Promise<Result<Sight, ColumnsFailure>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const arrived = change.record === undefined ? false : await told.arrived();
    if (arrived === null) continue;
    const settled = await tried(async (): Promise<Result<Sight, ColumnsFailure>> => {
      const now = await look(session);
      const table = now.bound[change.table];
      // The rows that tell of it are the last of the message; without any, the binding is.
      if (arrived || (change.record === undefined && isDone(change, table, now))) return ok(now);
      const left = await told.takeBack();
      if (left !== null) return err(left);
      const live = now.live.find(({ id }) => id === bound.live.id);
      // Where the host says that something was gone, a colleague has taken it away.
      if (live !== undefined && !isGone(cause) && hasLost(change, bound, live))
        return finish(session, change, before, boundAfter(change, bound, live), told);
      await takeBack(session, change, before, bound, made, !isGone(cause));
      return err({ code: "half-written", restored: true, cause });
    });
    // The host refused again: once more, then the answer is that it is not restored.
    if (settled.ok || settled.error.code === "half-written") return settled;
  }
  return err({ code: "half-written", restored: false, cause });
}

/** Whether a column that should go has gone: by then all that comes before in the message is done. */
function hasLost({ removed }: ColumnsChange, bound: BoundTable, live: BoundTable["live"]): boolean {
  const present = new Set(live.columns.map(({ id }) => id));
  return removed.some((column) => !present.has(bound.columns[column]?.id ?? -1));
}

/** A column that has gone does not come back as it was: what the message still lacks is done instead. */
async function finish(
  session: Session,
  change: ColumnsChange,
  before: Sight,
  now: BoundTable,
  told: Told,
): Promise<Result<Sight, WorkbookFailure>> {
  const { context } = session;
  const present = new Set(now.live.columns.map(({ id }) => id));
  for (const column of change.removed) {
    const known = before.bound[change.table]?.columns[column];
    if (known !== undefined && present.has(known.id))
      context.workbook.tables.getItem(now.live.id).columns.getItem(known.id).delete();
  }
  const setting = context.workbook.settings.getItemOrNullObject(bindingKey).load("value");
  await session.sync();
  context.workbook.settings.add(bindingKey, bindingAfter(change, before, now, storedIn(setting)));
  told.queue();
  await session.sync();
  const settled = await told.settle();
  return settled.ok ? ok(await look(session)) : settled;
}

/** The binding comes last of all: where it knows the new state, the rest is there. */
function isDone(change: ColumnsChange, table: BoundTable | undefined, now: Sight): boolean {
  if (table === undefined) return false;
  const { columns } = table;
  const present = now.stored?.fields ?? [];
  const fields = fieldsAfter(present, change.fields?.from ?? [], change.fields?.to);
  return (
    change.added.every(({ column }) => columns[column] !== undefined) &&
    change.removed.every((column) => columns[column] === undefined) &&
    change.renamed.every(({ column, to }) => columns[column]?.header === to) &&
    JSON.stringify(fields) === JSON.stringify(present) &&
    (change.language ?? now.stored?.language) === now.stored?.language &&
    // A header alone may have been recognised again by its words.
    (change.added.length > 0 || change.removed.length > 0 || change.fields !== undefined)
  );
}

/**
 * @param made - the columns that were added; empty where the host did not say so any more
 * @param noted - whether the workbook may remember the change already
 */
async function takeBack(
  session: Session,
  change: ColumnsChange,
  before: Sight,
  bound: BoundTable,
  made: readonly number[],
  noted: boolean,
): Promise<void> {
  const { context } = session;
  const table = context.workbook.tables.getItem(bound.live.id);
  table.load("columns/items/id,columns/items/name");
  const body = fleeting(table.getDataBodyRange()).load("rowIndex,columnIndex,rowCount");
  const setting = context.workbook.settings.getItemOrNullObject(bindingKey).load("value");
  await session.sync();
  const latest = storedIn(setting);
  const known = new Set(bound.live.columns.map(({ id }) => id));
  const present = new Set(table.columns.items.map(({ id }) => id));
  // A colleague's new column is not ours to take away.
  const headers = new Set(change.added.map(({ header }) => header));
  const isOurs = ({ id, name }: Excel.TableColumn): boolean =>
    made.length > 0 ? made.includes(id) : !known.has(id) && headers.has(name);
  for (const column of [...table.columns.items].filter(isOurs).reverse())
    table.columns.getItem(column.id).delete();
  const standing = change.renamed.filter(({ column }) =>
    present.has(bound.columns[column]?.id ?? -1),
  );
  for (const { column } of standing)
    liveColumn(context, bound, column).name = `${column} ${bound.live.id} ~`;
  for (const { column, from } of standing) liveColumn(context, bound, column).name = from;
  const place = { firstRow: body.rowIndex, left: body.columnIndex, bodyRows: body.rowCount };
  queueWords(context, { ...bound, ...place }, change, "from");
  if (noted && before.stored !== null)
    context.workbook.settings.add(bindingKey, bindingBack(change, before.stored, latest));
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
