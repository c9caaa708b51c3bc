import { daysBetween, isoDay, type Day } from "../../domain/day";
import { ok, type Result } from "../../domain/result";
import { dayCell } from "../../tables/cells";
import type { Change } from "../../tables/change";
import { readSettings, type Settings } from "../../tables/read-settings";
import { schemaVersion } from "../../tables/schema";
import { placeOf, rowsOf } from "./assemble-today";
import { perform, type Performed, type PerformFailure, type Trace } from "../deeds/perform";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";

/**
 * The change that moves the sheet's as-of day, so that grades are right on a new morning without TODAY() in a hundred
 * thousand formulas. null when it stands there already, or when its row is gone.
 *
 * A stored day one ahead is left alone: a colleague further east has begun tomorrow, and two clocks must not pull
 * the whole sheet back and forth.
 */
export function planStartDay(
  asOf: Day,
  settings: Pick<Settings, "asOf" | "asOfCell">,
  { dateSystem }: Pick<WorkbookFacts, "dateSystem">,
): Change | null {
  if (settings.asOfCell === undefined) return null;
  if (settings.asOf !== null) {
    const ahead = daysBetween(asOf, settings.asOf);
    if (ahead === 0 || ahead === 1) return null;
  }
  const amount = { from: settings.asOfCell, to: dayCell(asOf, dateSystem) };
  return {
    added: [],
    updated: [{ table: "settings", id: "asOf", cells: { amount } }],
    removed: [],
  };
}

/**
 * Moves the workbook's as-of day on, once a day. Reads only the Settings table.
 *
 * A workbook that is not set up, read-only or of another version is left as it is, which is no failure; so is a formula in
 * the cell, such as native formulas have there: the day is calculated, only Excel has not done so yet.
 *
 * @returns the deed; null where nothing had to be written
 */
export async function startDay(
  workbook: Workbook,
  asOf: Day,
  trace: Trace,
): Promise<Result<Performed | null, WorkbookFailure | PerformFailure>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  const usable = facts.schemaVersion === schemaVersion;
  const bound = facts.tables.settings?.columns ?? {};
  if (!usable || facts.readOnly || bound["id"] === undefined || bound["amount"] === undefined)
    return ok(null);

  const answers = await workbook.readColumns([{ table: "settings", columns: ["id", "amount"] }]);
  if (!answers.ok) return answers;
  const { settings } = readSettings(rowsOf(answers.value[0]), placeOf(facts, "settings"));
  const change = planStartDay(asOf, settings, facts);
  if (change === null) return ok(null);
  const done = await perform(
    workbook,
    facts,
    { kind: "day", about: isoDay(asOf) },
    [change],
    trace,
  );
  return !done.ok && isFollowed(done.error) ? ok(null) : done;
}

function isFollowed(failure: PerformFailure): boolean {
  return failure.code === "conflict" && failure.conflicts.every(({ formula }) => formula === true);
}
