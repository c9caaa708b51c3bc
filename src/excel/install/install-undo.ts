/* eslint-disable office-addins/call-sync-before-read, office-addins/load-object-before-read --
   these rules know a trip only as context.sync(); here it is the session's */
import type { WorkbookFailure } from "../../app/workbook/failures";
import type { InstallPlan } from "../../app/workbook/install";
import { ok, type Result } from "../../domain/result";
import { TextMap } from "../../domain/text-map";
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
  for (const name of names) if (!name.isNullObject) name.delete();
  if (!setting.isNullObject) setting.delete();
  if (before.stored !== null) context.workbook.settings.add(bindingKey, before.stored);
  if (plan.adopt !== null) await restoreAdopted(session, plan.adopt, before, now, headers);
  for (const { sheet, excelName } of plan.create) {
    if (!now.sheetNames.includes(sheet)) continue;
    if (!before.sheetNames.includes(sheet)) {
      context.workbook.worksheets.getItem(sheet).delete();
      continue;
    }
    const made = now.live.find(({ name }) => name === excelName);
    if (made !== undefined) context.workbook.tables.getItem(made.id).delete();
  }
  await session.sync();
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
