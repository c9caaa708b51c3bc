import { lookAgain } from "../../app/conflicts/look-again";
import type { PerformFailure } from "../../app/deeds/perform";
import { planFixes } from "../../app/health/fix";
import type { HealthIssue } from "../../app/health/report";
import type { Onlooker } from "../../app/slices";
import type { Workbook } from "../../app/workbook";
import type { Conflict } from "../../app/workbook/rows";

/** Cells were changed, or rows removed, since the check; nothing was written. */
export interface Overtaken {
  readonly kind: "overtaken";
  readonly conflicts: readonly Conflict[];
  /** How many rows are gone. */
  readonly gone: number;
  /** What can still be mended, and what a person decides about. */
  readonly wanted: readonly HealthIssue[];
}

/**
 * What somebody changed or removed between the check and its fixes, all of it at once; null where the failure is of
 * another kind.
 */
export async function overtakenIn(
  workbook: Workbook,
  wanted: readonly HealthIssue[],
  failure: PerformFailure,
  { pace }: Onlooker,
): Promise<Overtaken | null> {
  if (failure.code === "id-taken") return besides(wanted, [failure], []);
  if (failure.code !== "conflict" && failure.code !== "row-missing") return null;
  const known = failure.code === "conflict" ? failure.conflicts : [];
  const looked = await lookAgain(workbook, planFixes(wanted), known, {
    pace,
    onProgress: () => undefined,
  });
  if (!looked.ok) return null;
  const { conflicts, gone } = looked.value;
  const missing = failure.code === "row-missing" ? [...gone, failure] : gone;
  return besides(wanted, missing, conflicts);
}

function besides(
  wanted: readonly HealthIssue[],
  rows: readonly Pick<HealthIssue, "table" | "id">[],
  conflicts: readonly Conflict[],
): Overtaken {
  const gone = new Set(rows.map(({ table, id }) => `${table} ${id ?? ""}`));
  return {
    kind: "overtaken",
    conflicts: conflicts.filter(({ table, id }) => !gone.has(`${table} ${id}`)),
    gone: gone.size,
    wanted: wanted.filter(({ table, id }) => !gone.has(`${table} ${id ?? ""}`)),
  };
}
