import { daysBetween, type Day, type DayCount } from "./day";

/** Rule I3: data confirmed longer ago than this is to be confirmed again. */
export const defaultVerificationDays: DayCount = 180;

/** Where a customer stands with its information check 信息核实. */
export type Verification =
  /** Confirmed recently enough. */
  | { readonly kind: "confirmed"; readonly since: Day }
  /** To be confirmed again; `overdue` days beyond the limit. */
  | { readonly kind: "due"; readonly since: Day; readonly overdue: DayCount }
  /** Neither a day of confirmation nor one of entry is known. */
  | { readonly kind: "never" };

/**
 * Whether a customer's data is to be confirmed again: rule I3. Entering a customer counts as confirming it.
 *
 * @param limit - days after which it is due; exactly so many are still fine
 *
 * @example
 * verificationOf({ confirmedDay: day("2026-01-01"), createdDay: null }, day("2026-07-01"), 180)
 * //=> { kind: "due", since: day("2026-01-01"), overdue: 1 }
 */
export function verificationOf(
  {
    confirmedDay,
    createdDay,
  }: { readonly confirmedDay: Day | null; readonly createdDay: Day | null },
  asOf: Day,
  limit: DayCount = defaultVerificationDays,
): Verification {
  const since = confirmedDay ?? createdDay;
  if (since === null) return { kind: "never" };
  const overdue = daysBetween(since, asOf) - limit;
  return overdue > 0 ? { kind: "due", since, overdue } : { kind: "confirmed", since };
}
