import type { InstallFailure, InstallPlan, NewTable } from "../../app/workbook/install";
import { err, ok, type Result } from "../../domain/result";
import { corners } from "../../tables/a1";
import { blockAddress } from "../address";
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
  const headers =
    plan.adopt === null || own === null
      ? null
      : fleeting(fleeting(own.getRange(plan.adopt.range.address)).getRow(0)).load("values");
  if (crowded.length > 0 || own !== null) await session.sync();
  for (const { table, sheet, address, filled } of crowded) {
    if (sheet.protection.protected) return err({ code: "protected", sheet: table.sheet });
    if (!filled.isNullObject) return err({ code: "no-room", sheet: table.sheet, address });
  }
  if (plan.adopt !== null && own?.protection.protected === true) {
    return err({ code: "protected", sheet: plan.adopt.range.sheet });
  }
  return ok({ headers: headers?.values[0] ?? [] });
}

/** The address of header row and body; an empty table shows one blank row. */
export function areaOf({ at, columns, rows }: NewTable): string {
  const { top, left } = corners(at);
  return blockAddress(top, left, Math.max(rows.length, 1) + 1, columns.length);
}
