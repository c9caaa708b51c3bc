import { planShare, share } from "../../../src/app/share/share";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import { contentsBesideAudit, customer, must, openWith, trace, type Book } from "../../excel/book";

/** Own formulas of every shape on a sheet of a person's own: one cell, arrays, a merged area, hidden and filtered rows. */
async function bookOfShapes(): Promise<Book> {
  const book = await openWith([1, 2, 3].map((number) => customer(number)));
  const call = (row: number) => `=IFERROR(CRM.CADENCE(客户!$K$${row},crm_cadences),${row})`;
  await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const mine = worksheets.add("我的");
    mine.getRange("A1:A4").formulas = [[call(2)], [call(3)], [call(4)], ["尾"]];
    mine.getRange("C2:D3").merge();
    mine.getRange("C2").formulas = [[call(2)]];
    mine.getRange("2:2").rowHidden = true;
    mine.getRange("F2").formulas = [["=IFERROR(CRM.CADENCE($A$9,crm_cadences),客户!$B$2:$B$4)"]];
    const listed = worksheets.add("筛过的");
    listed.getRange("A1:B4").formulas = [
      ["名", "周期"],
      ["甲", call(2)],
      ["乙", call(3)],
      ["丙", call(4)],
    ];
    const list = tables.add("筛过的!A1:B4", true);
    list.columns.getItem("名").filter.applyValuesFilter(["甲"]);
    const guarded = worksheets.add("锁住的");
    guarded.getRange("A1").formulas = [[call(2)]];
    guarded.protection.protect();
    tables.getItem("CrmCustomers").getDataBodyRange().getRow(1).rowHidden = true;
    await context.sync();
  });
  // A block array as only a person can enter it: by Ctrl+Shift+Enter over two cells.
  const { cells } = book.model.sheetByName("我的")!;
  for (const row of [6, 7])
    cells.setFormula(row, 5, {
      text: "=IFERROR(CRM.CADENCE(客户!$K$2:$K$3,crm_cadences),0)",
      array: true,
    });
  return book;
}

const looks = ({ model }: Book) =>
  model.sheets.map(({ name, merges, hiddenRows }) => ({ name, merges, hidden: [...hiddenRows] }));

async function switchTo(book: Book, to: ShareMode) {
  const facts = must(await book.port.describe());
  const plan = must(await planShare(book.port, facts, to));
  must(await share(book.port, facts, plan, to, trace));
  return plan;
}

describe("a switch in a workbook of many shapes", () => {
  it("[P2] leaves arrays, filtered and protected sheets as they are and says why; all else comes back", async () => {
    const book = await bookOfShapes();
    const before = contentsBesideAudit(book.model);
    const looksBefore = looks(book);
    const { own } = await switchTo(book, "values");
    expect(
      own.map((each) =>
        each.kind === "cells"
          ? `${each.range.sheet}!${each.range.address} ${each.stays ?? "as values"}`
          : each.name,
      ),
    ).toEqual([
      "我的!A1 as values",
      "我的!A2 as values",
      "我的!A3 as values",
      "我的!C2 as values",
      "我的!F2 spills",
      "我的!F7:F8 spills",
      "筛过的!B2 filtered",
      "筛过的!B3 filtered",
      "筛过的!B4 filtered",
      "锁住的!A1 protected",
    ]);
    const count = looksBefore.length;
    expect(looks(book).slice(0, count)).toEqual(looksBefore);
    await switchTo(book, "functions");
    expect(contentsBesideAudit(book.model)).toBe(before);
    expect(looks(book).slice(0, count)).toEqual(looksBefore);
  });
});
