import { examine, repair } from "../../src/app/repair/repair";
import { err, ok } from "../../src/domain/result";
import { asOf, tableOf, trace, type Book } from "../excel/book";
import type { Run } from "./faults";

/** Ways in which a workbook comes apart, and the repair of all that is found. */

/** A word and a formula typed over ours, a formula deleted, a list and the highlight lost. */
export async function breakBook(): Promise<void> {
  await Excel.run(async (context) => {
    const customers = context.workbook.tables.getItem("CrmCustomers");
    const cell = (header: string, row: number) =>
      customers.columns.getItem(header).getDataBodyRange().getCell(row, 0);
    cell("等级", 0).values = [["甲"]];
    cell("状态", 1).formulas = [['=IF(1=1,"在谈","")']];
    cell("重要性", 1).values = [[""]];
    customers.columns.getItem("需求状况").getDataBodyRange().dataValidation.clear();
    customers.worksheet.getRange().conditionalFormats.clearAll();
    await context.sync();
  });
}

/** What the button does that puts all right that was found. */
export const repairAll: Run = async (book) => {
  const examined = await examine(book.port);
  if (!examined.ok) return examined;
  // Without the cell functions every formula of ours shows #NAME?, which is not what is mended here.
  const chosen = examined.value.findings.filter(
    ({ id }) => !id.endsWith(":stale") && id !== "formulas:grade:own",
  );
  if (chosen.length === 0) return ok(undefined);
  const done = await repair(book.port, examined.value, chosen, { about: "", trace, asOf });
  const [failed] = done.failed;
  if (failed !== undefined) return err(failed.failure);
  return done.unrecorded === null ? ok(done) : err(done.unrecorded);
};

/** A column lost, with the formulas that read it. */
export async function loseColumn(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem("CrmCustomers").columns.getItem("约定日期").delete();
    await context.sync();
  });
}

/** A row of Settings and a name lost, and a row pasted below the table. */
export async function breakStructure(book: Book): Promise<void> {
  await Excel.run(async (context) => {
    const { names, tables } = context.workbook;
    tables.getItem("CrmSettings").rows.getItemAt(2).delete();
    names.getItem("crm_urgency").delete();
    await context.sync();
  });
  const { sheet, table } = tableOf(book, "customers");
  for (const column of [0, 1])
    sheet.cells.setValue(table.area.bottom + 1, table.area.left + column, `贴上的${column}`);
}
