import { withoutConflicts } from "../../app/health/fix";
import type { HealthIssue } from "../../app/health/report";
import type { PerformFailure } from "../../app/deeds/perform";

/**
 * What could still be fixed after somebody changed cells, or removed a row, in the meantime; null where the failure is
 * of another kind.
 */
export function withoutOvertaken(
  wanted: readonly HealthIssue[],
  failure: PerformFailure,
): readonly HealthIssue[] | null {
  if (failure.code === "conflict") return withoutConflicts(wanted, failure.conflicts);
  if (failure.code === "row-missing" || failure.code === "id-taken")
    return wanted.filter(({ table, id }) => table !== failure.table || id !== failure.id);
  return null;
}
