/* eslint-disable office-addins/call-sync-before-read --
   these rules know a trip only as context.sync(); here it is the session's */
import type { FormulaSwitch, OwnLeft } from "../../app/share/formulas";
import type { WorkbookFailure } from "../../app/workbook/failures";
import { err, ok, type Result } from "../../domain/result";
import { frozenTitle, ownTitle, readingsTitle } from "../../tables/native/readings-sheet";
import type { Words } from "../../tables/schema";
import { look, type Sight } from "../describe";
import { fleeting, type Session } from "../run";
import { queueFrozenSheet } from "./frozen";
import { thawOwn } from "./own-cells";
import { freezeOwn } from "./own-freeze";
import { queueStandingDay, type AsOfMoved } from "./as-of";
import { queueForgetting, queueRuns } from "./own-memory";
import { placeReadings } from "./readings";
import { repeatedly } from "./repeatedly";
import { remember, shareKey } from "./setting";

/**
 * Makes the hidden sheets the columns will need. The columns themselves are not touched.
 *
 * @param onSign - hears that it goes on
 * @returns whether people's own formulas still stood where they were when the switch was planned
 */
export async function makeReady(
  session: Session,
  plan: FormulaSwitch,
  onSign: () => void,
): Promise<boolean> {
  const sight = await look(session);
  const { context } = session;
  const { share } = sight;
  if (plan.to === "native" && plan.readings !== null) {
    const readings = share.readings ?? freeSheet(readingsTitle, sight);
    remember(context, { ...share, readings });
    const exists = sight.sheetNames.includes(readings);
    await placeReadings(session, plan.readings, readings, exists, onSign);
  }
  if (plan.to === "values" && !plan.mends) {
    const frozen = share.frozen ?? freeSheet(frozenTitle, sight);
    remember(context, { ...share, frozen });
    queueFrozenSheet(context, frozen, sight.sheetNames.includes(frozen));
    await session.sync();
  }
  if (plan.own.length === 0) return true;
  // The last of what is made ready: what these formulas show is still what the functions answer.
  const latest = await look(session);
  const own = latest.share.own ?? freeSheet(ownTitle, latest);
  const exists = latest.sheetNames.includes(own);
  remember(context, { ...latest.share, own });
  if (exists && plan.from === "functions") {
    // Left over from a switch that was interrupted: what it remembers goes back first.
    const left = await thawOwn(session, own);
    // What could not go back is told nowhere else yet, and stays remembered beside what comes.
    if (left.length === 0) fleeting(context.workbook.worksheets.getItem(own).getRange()).clear();
  }
  return freezeOwn(session, plan.own, own, exists);
}

/** What came back with the functions, and what could not. */
export interface CameBack {
  readonly ownLeft: readonly OwnLeft[];
  readonly asOf: AsOfMoved | null;
}

/**
 * Puts people's own formulas back, then removes the hidden sheets and lets the as-of day stand still. Where that fails nothing is lost: the workbook
 * remembers the sheets, and the next switch or repair meets them again. The sheet of own formulas also stays where some
 * of them could not go back: until they are told of (`forgetOwn`), or their sheets allow it.
 *
 * @param hasOwn - whether any are remembered
 * @returns the own formulas that stay values
 */
export async function ownBack(
  session: Session,
  plan: Pick<FormulaSwitch, "readings">,
  hasOwn: boolean,
): Promise<Result<CameBack, WorkbookFailure>> {
  let left: readonly OwnLeft[] = [];
  const thaw = async (): Promise<void> => {
    const { share, sheetNames } = await look(session);
    const isThere = share.own !== undefined && sheetNames.includes(share.own);
    left = isThere ? await thawOwn(session, share.own) : [];
  };
  const failure = hasOwn ? await repeatedly(thaw) : null;
  if (failure !== null) return err(failure);
  return ok({ ownLeft: left, asOf: await tidy(session, plan, left.length > 0) });
}

/**
 * Removes the hidden sheets and the names on them, and lets the as-of day stand still. Should that fail as well, nothing
 * is lost: the workbook remembers the sheets, and the next switch or repair meets them again.
 *
 * @returns what the as-of day was and is; null where it did not follow Excel's clock
 */
async function tidy(
  session: Session,
  { readings }: Pick<FormulaSwitch, "readings">,
  keepsOwn: boolean,
): Promise<AsOfMoved | null> {
  let moved: AsOfMoved | null = null;
  await repeatedly(async () => {
    const { context } = session;
    const standingDay = queueStandingDay(context);
    const names = (readings?.names ?? []).map(({ name }) =>
      context.workbook.names.getItemOrNullObject(name),
    );
    const setting = context.workbook.settings.getItemOrNullObject(shareKey);
    const { share } = await look(session);
    // An attempt whose answer was lost may have done it already.
    moved = standingDay() ?? moved;
    for (const name of names) if (!name.isNullObject) name.delete();
    const own = share.own ?? null;
    for (const title of [share.readings, share.frozen, keepsOwn ? null : own])
      if (title !== null) drop(context, title);
    if (keepsOwn && own !== null)
      remember(context, { mode: share.mode, readings: null, frozen: null, own });
    else if (!setting.isNullObject) setting.delete();
    await session.sync();
  });
  return moved;
}

/**
 * Forgets people's own formulas that can never go back, once they are told of elsewhere, and with the last of them their
 * sheet. Those that wait for theirs to allow it stay remembered. Three round trips.
 */
export async function forgetOwn(session: Session): Promise<Result<void, WorkbookFailure>> {
  const { context } = session;
  const setting = context.workbook.settings.getItemOrNullObject(shareKey);
  const { share } = await look(session);
  if (share.own === undefined) return ok(undefined);
  const { own, ...rest } = share;
  const runs = queueRuns(context, own);
  await session.sync();
  const { marked, others } = runs();
  if (others.length > 0) {
    for (const column of marked) queueForgetting(context, own, { column });
    await session.sync();
    return ok(undefined);
  }
  drop(context, own);
  const isBare = rest.mode === "functions" && rest.readings === null && rest.frozen === null;
  if (!isBare) remember(context, rest);
  else if (!setting.isNullObject) setting.delete();
  await session.sync();
  return ok(undefined);
}

function drop(context: Excel.RequestContext, title: string): void {
  const sheet = context.workbook.worksheets.getItem(title);
  // Excel refuses to delete a sheet that is very hidden.
  sheet.visibility = Excel.SheetVisibility.hidden;
  sheet.delete();
}

/** A title of ours that no sheet has yet. */
function freeSheet(title: Words, { stored, sheetNames }: Sight): string {
  const taken = new Set(sheetNames.map((name) => name.toLowerCase()));
  const wish = title[stored?.language ?? "en"];
  let name = wish;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wish}${number}`;
  return name;
}
