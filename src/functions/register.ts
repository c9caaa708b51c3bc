import { isBlank } from "../domain/cell";
import { isoDay, type Day } from "../domain/day";
import { cadence } from "./cadence";
import { CellFailure } from "./cell-failure";
import { grade } from "./grade";
import { nextFollowup } from "./next-follow-up";
import { overdueDays } from "./overdue-days";
import { urgency } from "./urgency";

/**
 * Makes the cell functions known to Excel, under the ids of functions.json.
 *
 * @param today - this computer's calendar day, asked only when a cell leaves out as_of; the one clock of this room
 */
export function registerFunctions(today: () => Day): void {
  const orToday = (asOf: unknown): unknown => (isOmitted(asOf) ? isoDay(today()) : asOf);

  CustomFunctions.associate(
    "GRADE",
    (demand: unknown, expectedClose: unknown, asOf: unknown, horizons: unknown[][]) =>
      inCell(grade(demand, expectedClose, orToday(asOf), horizons)),
  );
  CustomFunctions.associate(
    "NEXTFOLLOWUP",
    (
      letter: unknown,
      lastFollowup: unknown,
      agreedDay: unknown,
      cadences: unknown[][],
      holidays: unknown[][],
    ) => inCell(nextFollowup(letter, lastFollowup, agreedDay, cadences, holidays)),
  );
  CustomFunctions.associate("OVERDUEDAYS", (next: unknown, asOf: unknown) =>
    inCell(overdueDays(next, orToday(asOf))),
  );
  CustomFunctions.associate("CADENCE", (letter: unknown, cadences: unknown[][]) =>
    inCell(cadence(letter, cadences)),
  );
  CustomFunctions.associate("URGENCY", (handleBy: unknown, asOf: unknown, bounds: unknown[][]) =>
    inCell(urgency(handleBy, orToday(asOf), bounds)),
  );
}

/** Excel on the web hands a blank cell over as it does an omitted argument, so both mean today everywhere. */
function isOmitted(asOf: unknown): boolean {
  return (
    asOf === undefined || asOf === null || asOf === 0 || (typeof asOf === "string" && isBlank(asOf))
  );
}

/** A failure as Excel wants it: thrown, with its message. */
function inCell(answer: number | string | CellFailure): number | string {
  if (!(answer instanceof CellFailure)) return answer;
  // Excel's error is an Error when it runs; only its type declaration does not say so.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode[answer.code], answer.message);
}
