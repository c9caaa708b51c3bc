import { highlightMark, highlightRules } from "../../src/tables/highlight";
import {
  customer,
  fillSheet,
  must,
  mustFail,
  openBook,
  openWith,
  setUpBook,
  tableOf,
} from "./book";

describe("repairHighlight", () => {
  it("writes the same rules again for a table that stands away from the sheet's corner", async () => {
    const book = await openBook((model) =>
      fillSheet(
        model,
        [
          [null, null, "公司名称", "需求状况"],
          [null, null, "甲", "目标"],
          [null, null, "乙", "潜在"],
        ],
        3,
      ),
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("C5").select();
      await context.sync();
    });
    await setUpBook(book);
    const formulas = () =>
      book.model.sheets[0]!.conditionalFormats.map(({ rule }) =>
        rule.kind === "Custom" ? rule.formula : rule.kind,
      ).sort();
    const installed = formulas();
    expect(installed).toHaveLength(highlightRules.length);
    must(await book.port.repairHighlight(highlightRules));
    expect(formulas()).toEqual(installed);
  });

  it("[F7] says which column is missing, and leaves the rules that are there", async () => {
    const book = await openWith([customer(1)]);
    const { sheet, table } = tableOf(book, "customers");
    const next = table.columns.findIndex(({ name }) => name === "下次跟进");
    book.host.editor.deleteColumns(sheet.id, table.area.left + next, 1);
    must(await book.port.describe());
    const rules = book.model.sheetByName("客户")!.conditionalFormats.length;
    expect(mustFail(await book.port.repairHighlight(highlightRules))).toEqual({
      code: "column-missing",
      table: "customers",
      column: "nextFollowUp",
    });
    expect(book.model.sheetByName("客户")!.conditionalFormats).toHaveLength(rules);
  });

  it("[F7] gathers its own rules again and leaves people's own alone", async () => {
    const book = await openWith([customer(1), customer(2)]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("客户");
      const own = sheet
        .getRange("B2:B9")
        .conditionalFormats.add(Excel.ConditionalFormatType.custom);
      own.custom.rule.formula = '=$B2="重要"';
      own.custom.format.fill.color = "#00FF00";
      const stray = sheet
        .getRange("B50")
        .conditionalFormats.add(Excel.ConditionalFormatType.custom);
      stray.custom.rule.formula = `=AND(${highlightMark},TRUE)`;
      const bars = sheet
        .getRange("C2:C9")
        .conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
      bars.cellValue.rule = { formula1: "=5", operator: "GreaterThan" };
      await context.sync();
    });
    expect(must(await book.port.repairHighlight(highlightRules))).toEqual({
      removed: highlightRules.length + 1,
      added: highlightRules.length,
    });
    const formats = book.model.sheetByName("客户")!.conditionalFormats;
    const formulas = formats.map(({ rule }) => (rule.kind === "Custom" ? rule.formula : rule.kind));
    expect(formulas).toHaveLength(highlightRules.length + 2);
    expect(formulas).toContain('=$B2="重要"');
    expect(formulas).toContain("CellValue");
    const own = formats.filter(
      ({ rule }) => rule.kind === "Custom" && rule.formula.includes(highlightMark),
    );
    expect(
      own.every(({ areas }) => areas.length === 1 && areas[0]!.top === 1 && areas[0]!.bottom === 2),
    ).toBe(true);
  });
});
