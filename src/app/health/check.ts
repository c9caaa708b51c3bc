import type { Day } from "../../domain/day";
import { err, ok, type Result } from "../../domain/result";
import { examining } from "./examine";
import { readForHealth } from "./read";
import type { HealthReport } from "./report";
import { whyUnfit, type OpenFailure } from "../today/open-today";
import { inSlices, type Watcher } from "../slices";
import { ownRowsIn, withoutRows } from "../share/own-rows";
import type { OwnRows } from "../share/sharing";
import type { Workbook } from "../workbook";
import type { WorkbookFailure } from "../workbook/failures";
import type { FormulaGap, TableState } from "../workbook/places";

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
  const states = await statesOf(workbook);
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

/** The tables as they stand; a value that stands for a person's own formula in a share copy is no gap among ours. */
async function statesOf(
  workbook: Workbook,
): Promise<Result<readonly TableState[], WorkbookFailure>> {
  const states = await workbook.inspectTables();
  if (!states.ok) return states;
  const hasGaps = ({ table, gaps }: TableState): boolean =>
    table === "customers" && gaps !== null && gaps.length > 0;
  if (!states.value.some(hasGaps)) return states;
  const own = await workbook.findOwnValues();
  if (!own.ok) return own;
  return ok(
    states.value.map((state) =>
      hasGaps(state)
        ? { ...state, gaps: (state.gaps ?? []).flatMap((gap) => gapsBeside(gap, own.value)) }
        : state,
    ),
  );
}

function gapsBeside(gap: FormulaGap, own: readonly OwnRows[]): readonly FormulaGap[] {
  const rows = { first: gap.firstRow, count: gap.rowCount };
  return withoutRows(rows, ownRowsIn(own, gap.column)).map(({ first, count }) => ({
    ...gap,
    firstRow: first,
    rowCount: count,
  }));
}
