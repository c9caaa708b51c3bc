/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { ColumnsChange, ColumnsFailure } from "../../app/workbook/columns";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import { folded } from "../../tables/headers";
import type { BoundTable } from "../binding";
import { isSameOrder } from "../commit/seen-rows";
import { bindingKey, look, newerVersion, type Sight } from "../describe";
import { outboxOf } from "../outbox";
import type { RowWeights } from "../read";
import { fleeting, tried, type Session } from "../run";
import { queuePlace, type Place } from "../table-place";
import { settle, takeBack } from "./columns-back";
import { bindingAfter, boundAfter, storedIn } from "./columns-binding";
import { comingIn, queueBlockers, unfitFor } from "./columns-fit";
import { lacksFor, queueWords } from "./columns-words";
import { fillColumn } from "./install-fill";
import type { Placed } from "./install-tables";
import { amongColumns, liveColumn } from "./live-column";
import { lookForTold, type Told } from "./told";

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
  const placedColumns = [...comingIn(change, bound)].sort(
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
  const gone = lackedBy(change, now);
  if (gone !== null) {
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
  if (leaving.length > 0) told.guard();
  for (const { id } of leaving) table.columns.getItem(id).delete();
  const latest = storedIn(setting);
  const kept = context.workbook.settings.getItemOrNullObject(bindingKey).load("value");
  context.workbook.settings.add(bindingKey, bindingAfter(change, before, now, latest));
  told.queue();
  const stands = queuePlace(context, placed);
  await outbox.flush();
  await followColumns(session, change, placed, stands());
  // What a colleague has noted in the same moment stays.
  const theirs = storedIn(kept);
  if (JSON.stringify(theirs) !== JSON.stringify(latest)) {
    context.workbook.settings.add(bindingKey, bindingAfter(change, before, now, theirs));
    await session.sync();
  }
  return null;
}

/** A column that somebody has deleted and that the change cannot do without; null where there is none. */
function lackedBy({ removed, lists, formulas }: ColumnsChange, now: BoundTable): string | null {
  const gone = [...removed, ...Object.keys(lists)].find((each) => now.columns[each] === undefined);
  const lacked = Object.entries(formulas).flatMap(
    ([column, { to }]) => lacksFor(now, column, to) ?? [],
  );
  return gone ?? lacked[0] ?? null;
}

/** Writes formulas once more where columns or rows came or went right before: they would read other cells. */
async function followColumns(
  session: Session,
  change: ColumnsChange,
  placed: Placed,
  { top, left, rows, columns }: Place,
): Promise<void> {
  const leaving = new Set(change.removed.map((column) => placed.columns[column]?.id));
  const meant = placed.live.columns.filter(({ id }) => !leaving.has(id));
  const isSame =
    top === placed.firstRow &&
    left === placed.left &&
    isSameOrder({ ...placed, live: { ...placed.live, columns: meant } }, columns);
  if (isSame) return;
  const there = amongColumns(placed, columns);
  const now: Placed = { ...there, firstRow: top, left, bodyRows: rows };
  const outbox = outboxOf(session);
  queueWords(session.context, now, change, "to");
  for (const column of change.added) {
    const { fill } = column;
    if (fill === null || !("formula" in fill)) continue;
    if (lacksFor(now, column.column, fill.formula) === null)
      await fillColumn(session.context, outbox, now, column);
  }
  await outbox.flush();
}

/** A new header looks like the one on its left; the first like the one on its right. */
function dressHeader(table: Excel.Table, header: string, at: number | null): void {
  const row = fleeting(table.getHeaderRowRange());
  const cell = fleeting(table.columns.getItem(header).getHeaderRowRange());
  const model = at === 0 ? fleeting(row.getCell(0, 1)) : fleeting(cell.getOffsetRange(0, -1));
  cell.copyFrom(model, Excel.RangeCopyType.formats);
}

function isStanding({ live }: BoundTable, header: string): boolean {
  return live.columns.some(({ name }) => folded(name) === folded(header));
}
