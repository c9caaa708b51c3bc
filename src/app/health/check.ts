import type { Day } from "../../domain/day";
import { err, ok, type Result } from "../../domain/result";
import { examining } from "./examine";
import { readForHealth } from "./read";
import type { HealthReport } from "./report";
import { whyUnfit, type OpenFailure } from "../today/open-today";
import { inSlices, type Watcher } from "../slices";
import type { Workbook } from "../workbook";

/** How much of the time reading takes, for the progress shown. */
const readingShare = 0.6;

/**
 * 数据体检: lists every cell of our tables that the rules cannot read or doubt, with its remedy, and tells how complete
 * (R1) and how freshly confirmed (I3) the customers' data is. Nothing is written.
 *
 * @param asOf - today's calendar day
 * @returns the report; `cancelled`, or why the workbook cannot be read
 */
export async function checkHealth(
  workbook: Workbook,
  asOf: Day,
  watcher: Watcher,
): Promise<Result<HealthReport, OpenFailure | { readonly code: "cancelled" }>> {
  const described = await workbook.describe();
  if (!described.ok) return described;
  const facts = described.value;
  const unfit = whyUnfit(facts);
  if (unfit !== null) return err(unfit);
  const states = await workbook.inspectTables();
  if (!states.ok) return states;
  const tables = await readForHealth(workbook, facts, {
    ...watcher,
    onProgress: (share) => watcher.onProgress(share * readingShare),
  });
  if (!tables.ok) return tables;
  const report = await inSlices(examining(asOf, facts, tables.value, states.value), {
    ...watcher,
    onProgress: (share) => watcher.onProgress(readingShare + share * (1 - readingShare)),
  });
  return report === null ? err({ code: "cancelled" }) : ok(report);
}
