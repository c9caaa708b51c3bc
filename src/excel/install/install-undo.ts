/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   these rules know a trip only as context.sync(); here it is the session's */
import type { WorkbookFailure } from "../../app/workbook/failures";
import type { InstallPlan, NewTable } from "../../app/workbook/install";
import { ok, type Result } from "../../domain/result";
import { TextMap } from "../../domain/text-map";
import { corners } from "../../tables/a1";
import { blockAddress } from "../address";
import type { LiveTable } from "../binding";
import { bindingKey, look, type Sight } from "../describe";
import { cellOf } from "../cell";
import { ownRules } from "../highlight";
import type { BeforeInstall } from "./install-check";
import { fleeting, tried, type Session } from "../run";
import { written } from "../safe-text";

const attempts = 2;

/**
 * Takes an interrupted set-up back, by what is in the workbook now and was not before: a message whose answer was lost
 * may have arrived all the same.
 *
 * @returns null once the workbook is as it was; otherwise what the host said
 */
export async function undoInstall(
  session: Session,
  plan: InstallPlan,
  before: Sight,
  { headers }: BeforeInstall,
): Promise<WorkbookFailure | null> {
  for (let attempt = 1; ; attempt += 1) {
    // The host refused again: once more, then the answer is that it is not restored.
    const undone = await tried(async (): Promise<Result<void, WorkbookFailure>> => {
      await takeBack(session, plan, before, headers);
      return ok(undefined);
    });
    if (undone.ok) return null;
    if (attempt === attempts) return undone.error;
  }
}

async function takeBack(
  session: Session,
  plan: InstallPlan,
  before: Sight,
  headers: readonly unknown[],
): Promise<void> {
  const { context } = session;
  const now = await look(session);
  const names = plan.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
  const setting = context.workbook.settings.getItemOrNullObject(bindingKey);
  await session.sync();
  const isOurs = await lookAtMade(session, plan.create, before, now);
  for (const name of names) if (!name.isNullObject) name.delete();
  if (!setting.isNullObject) setting.delete();
  if (before.stored !== null) context.workbook.settings.add(bindingKey, before.stored);
  if (plan.adopt !== null) await restoreAdopted(session, plan.adopt, before, now, headers);
  for (const table of plan.create) {
    const made = madeOf(table, now);
    if (isOurs(table)) context.workbook.worksheets.getItem(table.sheet).delete();
    else if (made !== undefined) context.workbook.tables.getItem(made.id).delete();
  }
  await session.sync();
}

function madeOf({ excelName }: NewTable, { live }: Sight): LiveTable | undefined {
  return live.find(({ name }) => name === excelName);
}

/**
 * Looks at the sheets that were not there before, and tells of a new table whether its sheet is ours: it holds our table
 * or its headers, and nothing else. Somebody may have made a sheet of that name in the same moment, or written into ours.
 */
async function lookAtMade(
  session: Session,
  create: readonly NewTable[],
  before: Sight,
  now: Sight,
): Promise<(table: NewTable) => boolean> {
  const { worksheets, tables } = session.context.workbook;
  const extent = "rowIndex,columnIndex,rowCount,columnCount";
  const looks = create
    .filter(({ sheet }) => now.sheetNames.includes(sheet) && !before.sheetNames.includes(sheet))
    .map((table) => {
      const made = madeOf(table, now);
      const sheet = worksheets.getItem(table.sheet);
      const { top, left } = corners(table.at);
      const titles = blockAddress(top, left, 1, table.columns.length);
      return {
        table,
        isMade: made?.sheet === table.sheet,
        used: sheet.getUsedRangeOrNullObject(true).load(extent),
        ours:
          made?.sheet === table.sheet
            ? fleeting(tables.getItem(made.id).getRange()).load(extent)
            : fleeting(sheet.getRange(titles)).load(`${extent},values`),
      };
    });
  if (looks.length > 0) await session.sync();
  const own = new Set(
    looks
      .filter(({ table, isMade, used, ours }) => {
        if (used.isNullObject) return true;
        return lies(used, ours) && (isMade || hasTitles(ours, table));
      })
      .map(({ table }) => table),
  );
  return (table) => own.has(table);
}

type Extent = Pick<Excel.Range, "rowIndex" | "columnIndex" | "rowCount" | "columnCount">;

function lies(inner: Extent, outer: Extent): boolean {
  return (
    inner.rowIndex >= outer.rowIndex &&
    inner.columnIndex >= outer.columnIndex &&
    inner.rowIndex + inner.rowCount <= outer.rowIndex + outer.rowCount &&
    inner.columnIndex + inner.columnCount <= outer.columnIndex + outer.columnCount
  );
}

function hasTitles(range: Pick<Excel.Range, "values">, { columns }: NewTable): boolean {
  const titles = range.values[0] ?? [];
  return columns.every(({ header }, at) => cellOf(titles[at]) === header);
}

async function restoreAdopted(
  session: Session,
  adopt: NonNullable<InstallPlan["adopt"]>,
  before: Sight,
  now: Sight,
  headers: readonly unknown[],
): Promise<void> {
  const { context } = session;
  const old = before.live.find(({ name }) => name === adopt.existing);
  const known = new Set(before.live.map(({ id }) => id));
  const table =
    old === undefined
      ? now.live.find(({ id, sheet }) => sheet === adopt.range.sheet && !known.has(id))
      : now.live.find(({ id }) => id === old.id);
  const sheet = context.workbook.worksheets.getItem(adopt.range.sheet);
  const body = (): Excel.Range =>
    fleeting(fleeting(sheet.getRange(adopt.range.address)).getOffsetRange(1, 0));
  const idIndex = adopt.binding.id;
  if (idIndex !== undefined && adopt.missingIds.size > 0) {
    const given = new TextMap<true>();
    for (const id of adopt.missingIds.values()) given.set(id, true);
    const ids = fleeting(body().getColumn(idIndex)).load("values");
    await session.sync();
    // Rows or columns may have come or gone: only what was given goes.
    const rows = [...ids.values.keys()].filter((row) => given.has(String(ids.values[row]?.[0])));
    for (const { first, count } of runsOf(rows)) {
      const run = fleeting(fleeting(body().getCell(first, idIndex)).getResizedRange(count - 1, 0));
      run.values = Array.from({ length: count }, () => [""]);
    }
  }
  if (table !== undefined) {
    const own = await ownRules(session, sheet.getRange().conditionalFormats);
    for (const rule of own) rule.delete();
    const width = old?.columns.length ?? headers.length;
    const live = context.workbook.tables.getItem(table.id);
    for (const column of table.columns.slice(width).reverse()) {
      live.columns.getItem(column.id).delete();
    }
    if (old === undefined) fleeting(live.convertToRange());
  }
  // Last, since a table insists on unique headers.
  for (const index of adopt.headers.keys()) {
    const header = headers[index];
    const cell = cellOf(header);
    fleeting(fleeting(sheet.getRange(adopt.range.address)).getCell(0, index)).values = [
      [written(cell, "General")],
    ];
  }
}

/** Rows that follow one another, as one run: a list without ids has thousands. */
function runsOf(
  rows: readonly number[],
): readonly { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const row of [...rows].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === row) last.count += 1;
    else runs.push({ first: row, count: 1 });
  }
  return runs;
}
