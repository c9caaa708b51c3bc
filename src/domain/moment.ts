import type { Day } from "./day";

/** A time of a calendar day, to the minute, without time zone: where the person sits. */
export interface Moment {
  readonly day: Day;
  /** Minutes since midnight, 0 to 1,439. */
  readonly minute: number;
}
