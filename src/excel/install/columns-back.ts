/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   these rules know a trip only as context.sync(); here it is the session's */
import type { ColumnsChange, ColumnsFailure } from "../../app/workbook/columns";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import type { BoundTable } from "../binding";
import { bindingKey, look, type Sight } from "../describe";
import { isGone } from "../failure";
import { tried, fleeting, type Session } from "../run";
import { bindingAfter, bindingBack, boundAfter, fieldsAfter, storedIn } from "./columns-binding";
import { queueWords } from "./columns-words";
import { amongColumns, liveColumn } from "./live-column";
import type { Told } from "./told";

const attempts = 2;

/** After a fault: done all the same where only the answer was lost, else taken back. */
export async function settle(
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
 * Takes a change of columns back: those that were added go, headers, lists and formulas become what they were.
 *
 * @param made - the columns that were added; empty where the host did not say so any more
 * @param noted - whether the workbook may remember the change already
 */
export async function takeBack(
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
  const staying = table.columns.items.filter((column) => !isOurs(column));
  for (const column of [...table.columns.items].filter(isOurs).reverse())
    table.columns.getItem(column.id).delete();
  const standing = change.renamed.filter(({ column }) =>
    present.has(bound.columns[column]?.id ?? -1),
  );
  for (const { column } of standing)
    liveColumn(context, bound, column).name = `${column} ${bound.live.id} ~`;
  for (const { column, from } of standing) liveColumn(context, bound, column).name = from;
  const place = { firstRow: body.rowIndex, left: body.columnIndex, bodyRows: body.rowCount };
  const now = amongColumns(
    bound,
    staying.map(({ id, name }) => ({ id, name })),
  );
  queueWords(context, { ...now, ...place }, change, "from");
  if (noted && before.stored !== null)
    context.workbook.settings.add(bindingKey, bindingBack(change, before.stored, latest));
  await session.sync();
}
