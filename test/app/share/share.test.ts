import { planShare, type SharePlan } from "../../../src/app/share/share";
import type { OwnCall } from "../../../src/app/share/sharing";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import { addCustomers, contents, customer, must, setUpBook, type Book } from "../../excel/book";
import { openCalculatingBook } from "../calculating-book";

async function bookWith(count: number): Promise<Book> {
  const book = await openCalculatingBook();
  await setUpBook(book);
  await addCustomers(
    book,
    Array.from({ length: count }, (_, index) => customer(index + 1)),
  );
  await book.host.quiet();
  return book;
}

async function planned(book: Book, to: ShareMode): Promise<SharePlan> {
  return must(await planShare(book.port, must(await book.port.describe()), to));
}

async function switchTo(book: Book, to: ShareMode): Promise<SharePlan> {
  const plan = await planned(book, to);
  must(await book.port.switchFormulas(plan.work));
  await book.host.quiet();
  return plan;
}

/** What the calculated columns show. */
async function shown(book: Book): Promise<unknown> {
  const columns = ["grade", "nextFollowUp", "urgency", "state"];
  return must(await book.port.readColumns([{ table: "customers", columns }]));
}

describe("a share copy", () => {
  it.each(["native", "values"] as const)(
    "[P2] shows the same as %s, and everything is as before once the functions are back",
    async (mode) => {
      const book = await bookWith(5);
      const before = contents(book.model);
      const answers = await shown(book);
      await switchTo(book, mode);
      expect(must(await book.port.describe()).mode).toBe(mode);
      expect(await shown(book)).toEqual(answers);
      expect(contents(book.model)).not.toContain("CRM.GRADE");
      await switchTo(book, "functions");
      expect(contents(book.model)).toBe(before);
      expect(await shown(book)).toEqual(answers);
    },
  );

  it("[P2] leaves a person's own formulas and typed-over cells, in both directions, and names them", async () => {
    const book = await bookWith(6);
    const place = (column: string) => {
      const { sheet, table } = [...book.model.tables()].find(
        (each) => each.table.name === "CrmCustomers",
      )!;
      return {
        sheet,
        at: table.area.left + table.columns.findIndex(({ name }) => name === column),
      };
    };
    const { sheet, at } = place("等级");
    book.host.editor.type(sheet.id, 2, at, "甲类");
    book.host.editor.type(sheet.id, 4, at, '=IF(1=1,"B","C")');
    book.host.editor.type(sheet.id, 5, place("紧急程度").at, "以后再说");
    await book.host.quiet();
    const before = contents(book.model);
    for (const mode of ["native", "values"] as const) {
      const plan = await switchTo(book, mode);
      expect(plan.columns).toEqual([
        { header: "等级", cells: 4 },
        { header: "下次跟进", cells: 6 },
        { header: "紧急程度", cells: 5 },
      ]);
      expect(plan.kept).toEqual([
        { header: "等级", kind: "formula", count: 1, customers: ["客户4"] },
        { header: "等级", kind: "typed", count: 1, customers: ["客户2"] },
        { header: "紧急程度", kind: "typed", count: 1, customers: ["客户5"] },
      ]);
      const back = await switchTo(book, "functions");
      expect(back.kept).toEqual(plan.kept);
      expect(contents(book.model)).toBe(before);
    }
  });

  it("[P2] finds a person's own formulas that call the functions on any sheet and in names, and leaves them", async () => {
    const book = await bookWith(2);
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("CrmCustomers");
      columns.add(undefined, [
        ["周期"],
        ["=CRM.CADENCE($K2,crm_cadences)"],
        ["=CRM.CADENCE($K3,crm_cadences)"],
      ]);
      columns.add(undefined, [["备忘"], ["CRM.GRADE("], ["=1+1"]]);
      const sheet = context.workbook.worksheets.add("我的 表");
      sheet.getRange("B2:C5").formulas = [
        ['=CRM.GRADE("目标",TODAY()+9,crm_as_of,crm_horizons)', '="CRM.GRADE("'],
        ['=IF(1,_xldudf_CRM_CADENCE("A",crm_cadences))', "CRM.GRADE()"],
        ["=B2", "=XCRM.GRADE(1)"],
        ['=1+crm.cadence("B",crm_cadences)', ""],
      ];
      sheet.names.add("周期", '=CRM.CADENCE("A",crm_cadences)');
      context.workbook.names.add("不相干", '="CRM.CADENCE("');
      await context.sync();
    });
    await book.host.quiet();
    const plan = await switchTo(book, "native");
    const cells = (sheet: string, address: string, count: number): OwnCall => ({
      kind: "cells",
      range: { sheet, address },
      cells: count,
    });
    expect(plan.own).toEqual([
      cells("客户", "AA2:AA3", 2),
      cells("我的 表", "B2:B3", 2),
      cells("我的 表", "B5", 1),
      { kind: "name", name: "周期", sheet: "我的 表" },
    ]);
    must(await book.port.showCells({ sheet: "我的 表", address: "B5" }));
    expect(book.host.editor.workspace.window.activeSheetId).toBe(
      book.model.sheets.find(({ name }) => name === "我的 表")?.id,
    );
    expect(contents(book.model)).toContain("=CRM.CADENCE($K3,crm_cadences)");
  });

  it("[P2] keeps what a colleague typed over values, calculates new rows, and follows sorted rows", async () => {
    const book = await bookWith(4);
    await switchTo(book, "values");
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("CrmCustomers");
      table.sort.apply([{ key: 1, ascending: false }]);
      const grades = table.columns.getItem("等级").getDataBodyRange();
      grades.getCell(0, 0).values = [["C"]];
      await context.sync();
    });
    await addCustomers(book, [customer(9)]);
    const plan = await switchTo(book, "functions");
    expect(plan.kept).toEqual([{ header: "等级", kind: "typed", count: 1, customers: ["客户4"] }]);
    const answer = must(
      await book.port.readColumns([{ table: "customers", columns: ["id", "grade"] }]),
    );
    expect(answer[0]!.columns["grade"]).toEqual(["C", "A", "A", "A", "A"]);
    expect(contents(book.model)).not.toContain("计算结果存照");
  });
});
