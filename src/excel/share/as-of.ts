/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load --
   these rules know a trip only as context.sync(); here it is the session's */
import type { Cell } from "../../tables/change";
import { followingDay, isFollowingDay } from "../../tables/native/as-of";
import type { Session } from "../run";

/** The as-of day before and after: a serial number, or the formula it follows Excel's clock by. */
export interface AsOfMoved {
  readonly from: Cell;
  readonly to: Cell;
}

/** A stored day one ahead is as good as today: a colleague further east has begun tomorrow. */
const mostAhead = 1;

/**
 * Lets the as-of day follow Excel's own clock, where it stands at today. A day that a person has set otherwise stays, and
 * so does one on a protected sheet. Two round trips, one where it stays.
 *
 * @returns what it was and is; null where it stays
 */
export async function followDay(session: Session): Promise<AsOfMoved | null> {
  const { context } = session;
  const today = context.workbook.functions.today();
  today.load("value");
  const asOf = queueAsOf(context);
  await session.sync();
  const found = asOf();
  if (found === null || typeof found.value !== "number") return null;
  const moved: AsOfMoved = { from: found.value, to: followingDay };
  // Done by an attempt whose answer was lost.
  if (isFollowingDay(found.formula)) return moved;
  if (found.formula !== found.value) return null;
  const ahead = found.value - today.value;
  if (ahead !== 0 && ahead !== mostAhead) return null;
  found.cell.formulas = [[followingDay]];
  await session.sync();
  return moved;
}

/**
 * Loads the as-of day.
 *
 * @returns a function to call after the sync, which queues that the day stands still where it follows Excel's clock; it
 * answers what it was and is to be, or null where nothing is to be done
 */
export function queueStandingDay(context: Excel.RequestContext): () => AsOfMoved | null {
  const asOf = queueAsOf(context);
  return () => {
    const found = asOf();
    if (found === null || !isFollowingDay(found.formula) || typeof found.value !== "number")
      return null;
    found.cell.values = [[found.value]];
    return { from: followingDay, to: found.value };
  };
}

interface AsOfCell {
  readonly cell: Excel.Range;
  readonly value: unknown;
  readonly formula: unknown;
}

/** @returns a function to call after the sync: the cell formulas know as crm_as_of; null where it cannot be written */
function queueAsOf(context: Excel.RequestContext): () => AsOfCell | null {
  const cell = context.workbook.names.getItemOrNullObject("crm_as_of").getRangeOrNullObject();
  cell.load(["values", "formulas", "cellCount"]);
  const { protection } = cell.worksheet;
  protection.load("protected");
  return () => {
    if (cell.isNullObject || cell.cellCount !== 1 || protection.protected) return null;
    return { cell, value: cell.values[0]?.[0], formula: cell.formulas[0]?.[0] };
  };
}
