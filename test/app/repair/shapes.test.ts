import { examine, repair } from "../../../src/app/repair/repair";
import {
  asOf,
  contents,
  customer,
  must,
  openWith,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

/** What a person put beside the table and below it: merged cells, arrays, an array column of their own in the table. */
async function bookOfShapes(): Promise<Book> {
  const book = await openWith([1, 2, 3].map((number) => customer(number)));
  await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    const sheet = worksheets.getItem("客户");
    tables.getItem("CrmCustomers").columns.add(undefined, [["序"], [1], [2], [3]]);
    sheet.getRange("AD2:AE3").merge();
    sheet.getRange("AD2").values = [["我的合并"]];
    sheet.getRange("A6:D7").merge();
    sheet.getRange("A6").values = [["合计在这里"]];
    sheet.getRange("AG2").formulas = [["=B2:B4"]];
    await context.sync();
  });
  const { cells } = book.model.sheetByName("客户")!;
  // Arrays as only a person can enter them: by Ctrl+Shift+Enter, over three cells and in one of the table.
  for (const row of [1, 2, 3]) cells.setFormula(row, 34, { text: "=LEN(B2:B4)", array: true });
  cells.setFormula(1, 26, { text: "=SUM(LEN(B2:B4))", array: true });
  book.host.calculation.structureChanged();
  await book.host.quiet();
  return book;
}

const seen = ({ model }: Book): unknown => ({
  merges: model.sheetByName("客户")!.merges,
  formulas: [...model.sheetByName("客户")!.cells.formulas()]
    .filter(({ column }) => column >= 26)
    .map(({ row, column, formula }) => [row, column, formula.text, formula.array === true]),
  title: [
    model.sheetByName("客户")!.cells.value(5, 0),
    model.sheetByName("客户")!.cells.value(1, 29),
  ],
});

async function repairAll(book: Book, not: (id: string) => boolean) {
  const examined = must(await examine(book.port));
  const chosen = examined.findings.filter(({ id }) => !not(id));
  const done = await repair(book.port, examined, chosen, { about: "", trace, asOf });
  return { ids: chosen.map(({ id }) => id), ...done };
}

describe("repair in a workbook of many shapes", () => {
  it("leaves merged cells and arrays of a person's own as they are, beside the table, below it and in it", async () => {
    const book = await bookOfShapes();
    const before = seen(book);
    const whole = contents(book.model);
    const { sheet, table } = tableOf(book, "customers");
    const column = (name: string) => table.columns.findIndex((each) => each.name === name);
    book.host.editor.type(sheet.id, 1, column("下次跟进"), "");
    book.host.editor.type(sheet.id, 2, column("等级"), "甲");
    await Excel.run(async (context) => {
      const customers = context.workbook.tables.getItem("CrmCustomers");
      customers.worksheet.getRange().conditionalFormats.clearAll();
      context.workbook.names.getItem("crm_cadences").delete();
      await context.sync();
    });
    // Without the cell functions all others show #NAME?, which is not what is mended here.
    const { ids, failed } = await repairAll(book, (id) => id.endsWith(":stale"));
    expect(failed).toEqual([]);
    expect(ids).toEqual([
      "names",
      "formulas:grade:typed",
      "formulas:nextFollowUp:lost",
      "highlight",
    ]);
    expect(seen(book)).toEqual(before);
    const beside = (text: string) =>
      text.split("\n# ").find((part) => part.includes("CrmCustomers@"));
    expect(beside(contents(book.model))).toBe(beside(whole));
  });

  it("puts our formula in the place of an array typed over it only where that is chosen, and formulas that lost a column with it", async () => {
    const book = await openWith([1, 2].map((number) => customer(number)));
    const { sheet, table } = tableOf(book, "customers");
    const column = (name: string) => table.columns.findIndex((each) => each.name === name);
    const formulas = () =>
      ["等级", "下次跟进", "紧急程度"].map((name) => sheet.cells.formula(1, column(name))?.text);
    const before = formulas();
    sheet.cells.setFormula(1, column("等级"), { text: '=MAX(LEN(B2:B3))&"级"', array: true });
    book.host.calculation.structureChanged();
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("CrmCustomers");
      columns.getItem("约定日期").delete();
      await context.sync();
    });
    const isStale = (id: string): boolean => id.endsWith(":stale");
    const examined = must(await examine(book.port));
    expect(
      examined.findings
        .filter(({ id }) => !isStale(id))
        .map(({ id, suggested }) => [id, suggested]),
    ).toEqual([
      ["columns:customers", true],
      ["formulas:grade:own", false],
      ["formulas:nextFollowUp:broken", true],
    ]);
    // Alone the formulas cannot come back: the column they read is still missing, and that is said.
    const alone = await repairAll(book, (id) => id !== "formulas:nextFollowUp:broken");
    expect(alone.failed.map(({ failure }) => failure)).toEqual([
      { code: "column-missing", table: "customers", column: "agreedDay" },
    ]);
    const { failed } = await repairAll(book, isStale);
    expect(failed).toEqual([]);
    expect(formulas()[0]).toBe(before[0]);
    expect(formulas()[1]).toMatch(/^=CRM\.NEXTFOLLOWUP\(/u);
    expect(formulas()[1]).not.toContain("#REF!");
    expect(must(await examine(book.port)).findings.filter(({ id }) => !isStale(id))).toEqual([]);
  });
});
