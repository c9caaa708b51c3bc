import { planShare, share } from "../../../src/app/share/share";
import { excelWorkbook } from "../../../src/excel/excel-workbook";
import {
  contents,
  contentsBesideAudit,
  customer,
  must,
  mustFail,
  openWith,
  trace,
  type Book,
} from "../../excel/book";
import { shortened } from "../../proofs/own-book";

const key = "keepsheet.switching";

/** A person's own formula that calls the functions stands beside the customers. */
async function bookOfOwn(): Promise<Book> {
  const book = await openWith([customer(1)]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("我的");
    sheet.getRange("A1").formulas = [["=IFERROR(CRM.CADENCE(客户!$K$2,crm_cadences),7)"]];
    await context.sync();
  });
  return book;
}

async function plannedBy(port: Book["port"]) {
  const facts = must(await port.describe());
  const plan = shortened(must(await planShare(port, facts, "values")));
  return () => share(port, facts, plan, "", trace);
}

async function setTurn(at: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.settings.add(key, { by: "somebody else", at });
    await context.sync();
  });
}

async function turnNow(): Promise<unknown> {
  return Excel.run(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(key).load("value");
    await context.sync();
    return setting.isNullObject ? null : (setting.value as unknown);
  });
}

const changed = { code: "changed-meanwhile", table: "customers" };

describe("[P2] two pages that would switch one workbook", () => {
  it("do so one after the other: the second touches nothing of what the first is about", async () => {
    const book = await bookOfOwn();
    const [first, second] = [await plannedBy(book.port), await plannedBy(excelWorkbook())];
    must(await first());
    const switched = contentsBesideAudit(book.model);
    expect(mustFail(await second())).toEqual(changed);
    expect(contentsBesideAudit(book.model)).toBe(switched);
    expect(contents(book.model)).toContain("CRM.CADENCE(客户!$K$2");
  });

  it("wait while the other is at it, and no longer than anybody can be", async () => {
    const book = await bookOfOwn();
    const before = contentsBesideAudit(book.model);
    await setTurn(Date.now() - 60_000);
    expect(mustFail(await (await plannedBy(book.port))())).toEqual({ code: "at-work-elsewhere" });
    expect(contentsBesideAudit(book.model)).toBe(before);
    expect(await turnNow()).toMatchObject({ by: "somebody else" });
    await setTurn(Date.now() - 100_000_000);
    must(await (await plannedBy(book.port))());
    expect(await turnNow()).toBeNull();
  });
});
