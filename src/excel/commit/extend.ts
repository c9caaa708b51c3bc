import type { WorkbookFailure } from "../../app/workbook/failures";
import { ok, type Result } from "../../domain/result";
import { fleeting, type Session } from "../run";
import type { WriteReceipt } from "./write-rows";

/**
 * Excel extends a table over what is written right below it. Where it did not (people can switch that off), the table
 * is resized.
 */
export async function extend(
  session: Session,
  receipts: readonly WriteReceipt[],
): Promise<Result<void, WorkbookFailure>> {
  const short = receipts.filter((receipt) => receipt.rowsOutside() > 0);
  if (short.length === 0) return ok(undefined);
  for (const { write, rowsOutside } of short) {
    const table = session.context.workbook.tables.getItem(write.bound.live.id);
    table.resize(fleeting(fleeting(table.getRange()).getResizedRange(rowsOutside(), 0)));
  }
  return session.attempt();
}
