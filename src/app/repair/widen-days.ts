import { dayColumns } from "./expected";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";

/**
 * Widens columns whose days do not show; a width that shows them stays. Where that fails the workbook is no worse than
 * before, and Repair finds the columns again.
 */
export async function widenDays(workbook: Workbook, facts: WorkbookFacts): Promise<void> {
  const days = dayColumns(facts);
  const look = await workbook.lookAtStructure({ names: [], lists: [], highlight: [], days });
  if (!look.ok || look.value.narrow.length === 0) return;
  const { narrow } = look.value;
  await workbook.mendStructure({ rows: [], below: [], names: [], lists: [], narrow });
}
