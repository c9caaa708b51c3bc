import { note } from "../../src/app/deeds/perform";
import { planShare, share, type SharePlan } from "../../src/app/share/share";
import { err, ok } from "../../src/domain/result";
import type { ShareMode } from "../../src/tables/specs/shared-columns";
import { customer, must, openWith, trace, type Book } from "../excel/book";
import { openedOnce } from "./fault-cases";
import type { Run } from "./faults";

/**
 * Three customers, and a person's own formulas that call the functions: in a column of theirs beside the customers, in
 * one of ours, and on a sheet of their own.
 */
export const ownBook = openedOnce(async () => {
  const book = await openWith([1, 2, 3].map((number) => customer(number)));
  await addOwn(book);
  return book;
});

/** Those formulas, five cells of them, in a workbook with three customers. */
export async function addOwn(book: Book): Promise<void> {
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("CrmCustomers");
    const own = (row: number) => [`=IFERROR(CRM.CADENCE($K${row},crm_cadences),${row})`];
    columns.add(undefined, [["周期"], own(2), own(3), own(4)]);
    columns.getItem("等级").getDataBodyRange().getCell(2, 0).formulas = [
      ['=IFERROR(CRM.GRADE($H4,$I4,crm_as_of,crm_horizons),"?")'],
    ];
    const sheet = context.workbook.worksheets.add("我的 表");
    sheet.getRange("B2:B3").formulas = [
      ["=IFERROR(CRM.CADENCE(客户!$K$3,crm_cadences),7)"],
      ["=B2*2"],
    ];
    await context.sync();
  });
  // The audit table is there: that a first deed makes it is proven in `faults.test.ts`.
  must(await note(book.port, must(await book.port.describe()), { kind: "trim", about: "" }, trace));
}

/** The sheet of the native formulas shortened: what counts here is what is written, not what it answers. */
export function shortened(plan: SharePlan): SharePlan {
  const { readings } = plan.work;
  if (readings === null) return plan;
  const short = {
    ...readings,
    columns: readings.columns.slice(0, 3),
    names: readings.names.filter(({ column, columns }) => column + columns <= 3),
  };
  return { ...plan, work: { ...plan.work, readings: short } };
}

/** What the button does. Pressed again after it was done although the answer was lost, there is nothing left to do. */
export const switchTo =
  (to: ShareMode): Run =>
  async (book) => {
    const facts = await book.port.describe();
    if (!facts.ok) return facts;
    if (facts.value.mode === to) return ok(undefined);
    const plan = await planShare(book.port, facts.value, to);
    if (!plan.ok) return plan;
    const done = await share(book.port, facts.value, shortened(plan.value), to, trace);
    return done.ok && done.value.unrecorded !== null ? err(done.value.unrecorded) : done;
  };
