/* eslint-disable office-addins/call-sync-before-read --
   these rules know a trip only as context.sync(); here it is the session's */
import type { ColumnSwitch, FormulaSwitch } from "../../app/share/formulas";
import type { SwitchFailure, WorkbookFailure } from "../../app/workbook";
import { err, ok, type Result } from "../../domain/result";
import { frozenTitle, readingsTitle } from "../../tables/native/readings-sheet";
import type { Words } from "../../tables/schema";
import type { BoundTable } from "../binding";
import { look, type Sight } from "../describe";
import { failureOf } from "../failure";
import { formulaForRow } from "../commit/row-formula";
import type { Session } from "../run";
import { columnArea, lookAtBody, type Body } from "./body";
import { queueFreeze, queueWayBack, wayBackCells } from "./frozen";
import { placeReadings } from "./readings";
import { shareKey, type StoredShare } from "./setting";

const attempts = 3;

/**
 * Switches calculated columns between functions, native formulas and values.
 *
 * First comes what the columns will need, on hidden sheets; then, in one message, the columns and what the workbook
 * says of itself; last, what nobody needs any more goes. Every step can be taken again: a fault is met by looking
 * afresh and going on, and where that fails, too, by going back.
 */
export async function switchFormulas(
  session: Session,
  bound: BoundTable,
  plan: FormulaSwitch,
): Promise<Result<{ readonly roundTrips: number }, SwitchFailure>> {
  const body = await lookAtBody(session, bound);
  if (body.readOnly) return err({ code: "read-only" });
  if (body.isProtected) return err({ code: "protected", sheet: bound.live.sheet });
  if (body.isFiltered) return err({ code: "filtered", table: plan.table });
  if (body.rowCount !== plan.rowCount) return err({ code: "changed-meanwhile", table: plan.table });

  const unprepared = await repeatedly(() => prepare(session, bound, plan));
  if (unprepared !== null) {
    if (plan.from === "functions") await tidy(session, plan);
    return err(unprepared);
  }
  const cause = await repeatedly(() => writeColumns(session, bound, plan, "there"));
  if (cause === null) {
    if (plan.to === "functions") await tidy(session, plan);
    return ok({ roundTrips: session.roundTrips });
  }
  const stuck = await repeatedly(() => writeColumns(session, bound, plan, "back"));
  if (stuck === null && plan.from === "functions") await tidy(session, plan);
  return err({ code: "half-written", restored: stuck === null, cause });
}

/** @returns the failure of the last attempt, or null */
async function repeatedly(work: () => Promise<void>): Promise<WorkbookFailure | null> {
  let failure: WorkbookFailure | null = null;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      await work();
      return null;
    } catch (error) {
      failure = failureOf(error);
      if (failure === null) throw error;
    }
  }
  return failure;
}

/** Makes the hidden sheets the columns will need. The columns themselves are not touched. */
async function prepare(session: Session, bound: BoundTable, plan: FormulaSwitch): Promise<void> {
  const sight = await look(session);
  const { context } = session;
  const { share } = sight;
  let { frozen } = share;
  if (plan.to === "native" && plan.readings !== null) {
    const readings = share.readings ?? freeSheet(readingsTitle, sight);
    remember(context, { ...share, readings });
    await placeReadings(session, plan.readings, readings, sight.sheetNames.includes(readings));
  }
  if (plan.to === "values") {
    frozen ??= freeSheet(frozenTitle, sight);
    remember(context, { ...share, frozen });
    queueFreeze(context, bound, plan, frozen, sight.sheetNames.includes(frozen));
    await session.sync();
  }
  if (plan.from === "values" && frozen !== null) {
    queueWayBack(context, bound, plan, frozen);
    await session.sync();
  }
}

async function writeColumns(
  session: Session,
  bound: BoundTable,
  plan: FormulaSwitch,
  way: "there" | "back",
): Promise<void> {
  const { context } = session;
  const { share } = await look(session);
  const body = await lookAtBody(session, bound);
  const mode = way === "there" ? plan.to : plan.from;
  context.application.suspendApiCalculationUntilNextSync();
  // Before the columns when they leave the functions, after them when they return: whatever stops in between, the
  // pane knows of a share copy and offers the way back.
  if (mode !== "functions") remember(context, { ...share, mode });
  for (const column of plan.columns) queueColumn(context, bound, body, plan, column, way, share);
  if (mode === "functions") remember(context, { ...share, mode });
  await session.sync();
}

function queueColumn(
  context: Excel.RequestContext,
  bound: BoundTable,
  body: Body,
  plan: FormulaSwitch,
  { column, rows, to, from }: ColumnSwitch,
  way: "there" | "back",
  { frozen }: StoredShare,
): void {
  const index = bound.columns[column]?.index;
  if (index === undefined) return;
  const formula = way === "there" ? to : from;
  for (const run of rows) {
    const cells = columnArea(context, bound, index, run);
    if (formula !== null) {
      // Written once and filled down: references move along, and one formula goes over the wire for all rows.
      const first = columnArea(context, bound, index, { first: run.first, count: 1 });
      first.formulas = [[formulaForRow(formula, body.firstRow + run.first, bound, body.left)]];
      if (run.count > 1) cells.copyFrom(first, Excel.RangeCopyType.formulas);
      continue;
    }
    const source =
      way === "back" && frozen !== null
        ? wayBackCells(context, plan, frozen, column, run)
        : columnArea(context, bound, index, run);
    cells.copyFrom(source, Excel.RangeCopyType.values);
  }
}

/**
 * Removes the hidden sheets and the names on them. Should that fail as well, nothing is lost: the workbook remembers
 * the sheets, and the next switch or repair meets them again.
 *
 * @returns the failure of the last attempt, or null
 */
export function tidy(
  session: Session,
  { readings }: Pick<FormulaSwitch, "readings">,
): Promise<WorkbookFailure | null> {
  return repeatedly(async () => {
    const { context } = session;
    const names = (readings?.names ?? []).map(({ name }) =>
      context.workbook.names.getItemOrNullObject(name),
    );
    const setting = context.workbook.settings.getItemOrNullObject(shareKey);
    const { share } = await look(session);
    for (const name of names) if (!name.isNullObject) name.delete();
    for (const title of [share.readings, share.frozen]) if (title !== null) drop(context, title);
    if (!setting.isNullObject) setting.delete();
    await session.sync();
  });
}

function drop(context: Excel.RequestContext, title: string): void {
  const sheet = context.workbook.worksheets.getItem(title);
  // Excel refuses to delete a sheet that is very hidden.
  sheet.visibility = Excel.SheetVisibility.hidden;
  sheet.delete();
}

function remember(context: Excel.RequestContext, share: StoredShare): void {
  context.workbook.settings.add(shareKey, share);
}

function freeSheet(title: Words, { stored, sheetNames }: Sight): string {
  const taken = new Set(sheetNames.map((name) => name.toLowerCase()));
  const wish = title[stored?.language ?? "en"];
  let name = wish;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wish}${number}`;
  return name;
}
