import { err, ok, type Result } from "../../domain/result";
import { textOf } from "../../tables/cells";
import type { AddedRow, ImportPlan } from "../../tables/import/plan";
import { openOverlapCheck, type Overlap, type OverlapCheck } from "../duplicates/find-overlap";
import { forPart, inSlices, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";

/** A row that would come in as a new customer, and the likeliest of those that are there already. */
export interface IncomingOverlap {
  /** Incoming row, zero-based. */
  readonly row: number;
  readonly name: string;
  readonly overlap: Overlap;
}

/** Rows looked up between two places to pause. */
const rowsPerStep = 50;

/** How much of the time it takes to read the customers and make them ready. */
const openingShare = 0.5;

/**
 * Which of the new rows of a dry run look like customers that are there, and who holds those 撞单: rule T3, before
 * anything is written. An import by telephone number does not see the same company under another number; this does.
 *
 * @returns the likeliest first; nothing where the rows are no customers
 */
export async function incomingOverlaps(
  workbook: Workbook,
  facts: WorkbookFacts,
  { target, added }: Pick<ImportPlan, "target" | "added">,
  watcher: Watcher,
): Promise<Result<readonly IncomingOverlap[], WorkbookFailure | { readonly code: "cancelled" }>> {
  if (target.table.id !== "customers" || added.length === 0) return ok([]);
  const check = await openOverlapCheck(workbook, facts, null, forPart(watcher, 0, openingShare));
  if (!check.ok) return check;
  if (check.value.customers === 0) return ok([]);
  const looking = looked(added, check.value);
  const found = await inSlices(looking, forPart(watcher, openingShare, 1));
  return found === null ? err({ code: "cancelled" }) : ok(found);
}

function* looked(
  added: readonly AddedRow[],
  { overlaps }: OverlapCheck,
): Generator<number, readonly IncomingOverlap[], void> {
  const found: IncomingOverlap[] = [];
  for (const [at, { row, cells }] of added.entries()) {
    if (at % rowsPerStep === 0) yield at / added.length;
    const text = (column: string): string => textOf(cells[column] ?? null).trim();
    const name = text("name");
    const draft = {
      name,
      phone: text("phone"),
      creditCode: text("creditCode"),
      contact: text("contact"),
    };
    const [overlap] = overlaps(draft);
    if (overlap !== undefined) found.push({ row, name, overlap });
  }
  return found.sort((one, other) => other.overlap.score - one.overlap.score);
}
