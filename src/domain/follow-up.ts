import { nextFollowUp } from "./cadence";
import type { Day } from "./day";
import type { Demand } from "./demand";
import { gradeOf, type Graded, type Horizons } from "./grade";
import type { Cadences } from "./limits";
import { err, ok, type Result } from "./result";
import type { CalendarUnknown, WorkCalendar } from "./workdays";

/** What of a customer a follow-up can move. */
export interface FollowedCustomer {
  readonly demand: Demand | null;
  readonly expectedClose: Day | null;
  readonly lastFollowUp: Day | null;
  readonly agreedDay: Day | null;
  readonly createdDay: Day | null;
}

/** What a follow-up found. A fact left out is unchanged; null says that it is no longer known. */
export interface FollowUpFindings {
  /** The day it took place. */
  readonly day: Day;
  readonly demand?: Demand | null | undefined;
  readonly expectedClose?: Day | null | undefined;
  /** The next day agreed with the customer. */
  readonly agreedDay?: Day | null | undefined;
}

export interface FollowUpLimits {
  readonly horizons: Horizons;
  readonly cadences: Cadences;
  readonly calendar: WorkCalendar | null;
}

/** A customer after a follow-up, as of the day it is logged. */
export interface AfterFollowUp {
  readonly demand: Demand | null;
  readonly expectedClose: Day | null;
  readonly lastFollowUp: Day;
  readonly agreedDay: Day | null;
  readonly gradeBefore: Graded;
  readonly gradeAfter: Graded;
  /** Missing holidays do not keep a follow-up from being logged, so they are told here. */
  readonly next: Result<Day | null, CalendarUnknown>;
}

export type FollowUpRefusal =
  | { readonly code: "in-the-future"; readonly day: Day; readonly asOf: Day }
  | { readonly code: "agreed-before-follow-up"; readonly agreedDay: Day; readonly day: Day };

/**
 * What a logged follow-up makes of a customer; rules G7, F4 and F6.
 *
 * The customer is graded anew. The last follow-up never moves back. An agreed day is fulfilled by the follow-up and
 * cleared, unless the follow-up is dated before the latest one or brings a new agreed day.
 *
 * @param asOf - today; both grades are taken as of this day
 * @returns the customer's new facts; `in-the-future` for a follow-up after today; `agreed-before-follow-up` for a next
 * day before the follow-up itself
 */
export function afterFollowUp(
  customer: FollowedCustomer,
  followUp: FollowUpFindings,
  asOf: Day,
  { horizons, cadences, calendar }: FollowUpLimits,
): Result<AfterFollowUp, FollowUpRefusal> {
  const { day } = followUp;
  if (day > asOf) return err({ code: "in-the-future", day, asOf });
  const newlyAgreed = followUp.agreedDay ?? null;
  if (newlyAgreed !== null && newlyAgreed < day)
    return err({ code: "agreed-before-follow-up", agreedDay: newlyAgreed, day });

  const lastFollowUp = laterOf(customer.lastFollowUp, day);
  const backDated = lastFollowUp > day;
  const agreedDay = newlyAgreed ?? (backDated ? customer.agreedDay : null);
  const demand = followUp.demand === undefined ? customer.demand : followUp.demand;
  const expectedClose =
    followUp.expectedClose === undefined ? customer.expectedClose : followUp.expectedClose;

  const gradeAfter = gradeOf({ demand, expectedClose, asOf, horizons });
  return ok({
    demand,
    expectedClose,
    lastFollowUp,
    agreedDay,
    gradeBefore: gradeOf({ ...customer, asOf, horizons }),
    gradeAfter,
    next: nextFollowUp({
      grade: gradeAfter.grade,
      lastFollowUp,
      createdDay: customer.createdDay,
      agreedDay,
      cadences,
      calendar,
    }),
  });
}

function laterOf(a: Day | null, b: Day): Day {
  return a !== null && a > b ? a : b;
}
