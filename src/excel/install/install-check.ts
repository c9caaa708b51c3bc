import type {
  AdoptedTable,
  InstallFailure,
  InstallPlan,
  NewTable,
} from "../../app/workbook/install";
import { err, ok, type Result } from "../../domain/result";
import { corners } from "../../tables/a1";
import type { Cell } from "../../tables/change";
import { blockAddress } from "../address";
import { cellOf, formulaOf, sameCell } from "../cell";
import type { Sight } from "../describe";
import { fleeting, type Session } from "../run";

/** How the adopted range looked before, as far as set-up writes into it. */
export interface BeforeInstall {
  readonly headers: readonly unknown[];
}

/**
 * Makes sure, before anything is written, that what will be written stands on blank cells of sheets that can be
 * written to.
 *
 * @returns the headers of the adopted range as they are, for the way back
 */
export async function checkPlan(
  session: Session,
  plan: InstallPlan,
  { readOnly, sheetNames }: Sight,
): Promise<Result<BeforeInstall, InstallFailure>> {
  if (readOnly) return err({ code: "read-only" });
  const { worksheets } = session.context.workbook;
  const crowded = plan.create
    .filter(({ sheet }) => sheetNames.includes(sheet))
    .map((table) => {
      const sheet = worksheets.getItem(table.sheet);
      sheet.load("protection/protected");
      const address = areaOf(table);
      const filled = fleeting(fleeting(sheet.getRange(address)).getUsedRangeOrNullObject(true));
      return { table, sheet, address, filled: filled.load("address") };
    });
  const own = plan.adopt === null ? null : worksheets.getItem(plan.adopt.range.sheet);
  own?.load("protection/protected");
  const rows = plan.adopt === null ? null : queueAdoptedRows(session.context, plan.adopt);
  if (crowded.length > 0 || own !== null) await session.sync();
  for (const { table, sheet, address, filled } of crowded) {
    if (sheet.protection.protected) return err({ code: "protected", sheet: table.sheet });
    if (!filled.isNullObject) return err({ code: "no-room", sheet: table.sheet, address });
  }
  if (plan.adopt !== null && own?.protection.protected === true) {
    return err({ code: "protected", sheet: plan.adopt.range.sheet });
  }
  if (rows?.isSeen() === false) return err({ code: "changed-since-shown" });
  return ok({ headers: rows?.headers() ?? [] });
}

/** Queues a look at the headers and the last row of the range to be adopted. */
export function queueAdoptedRows(
  context: Excel.RequestContext,
  { range: { sheet, address }, seen }: AdoptedTable,
): {
  /** After the sync, the headers as they stand. */
  readonly headers: () => readonly unknown[];
  /** After the sync, whether what was seen when the plan was made still stands there. */
  readonly isSeen: () => boolean;
} {
  const range = (): Excel.Range =>
    fleeting(context.workbook.worksheets.getItem(sheet).getRange(address));
  const first = fleeting(range().getRow(0)).load("values,formulas");
  const last = fleeting(range().getLastRow()).load("values,formulas");
  return {
    headers: () => (first.values[0] ?? []) as readonly unknown[],
    isSeen: () => holds(first, seen.headers) && holds(last, seen.last),
  };
}

/** Whether a row holds these cells; what a formula shows may be another thing at any time. */
function holds({ values, formulas }: Excel.Range, cells: readonly Cell[]): boolean {
  return cells.every((cell, at) => {
    const found = cellOf(values[0]?.[at]);
    return sameCell(found, cell) || formulaOf(formulas[0]?.[at], found) !== null;
  });
}

/** The address of header row and body; an empty table shows one blank row. */
export function areaOf({ at, columns, rows }: NewTable): string {
  const { top, left } = corners(at);
  return blockAddress(top, left, Math.max(rows.length, 1) + 1, columns.length);
}
