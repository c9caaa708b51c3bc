import { inExcel, until } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.workbook */
describe("Excel.Workbook", () => {
  it("selects, and says what is selected", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("C3:D4").select();
      const range = context.workbook.getSelectedRange().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      expect([range.address, cell.address]).toEqual([`${sheet.name}!C3:D4`, `${sheet.name}!C3`]);
    });
  });

  it("tells of changes with kind, place and details of a single cell", async () => {
    await inExcel(async (context, sheet) => {
      const seen: Excel.WorksheetChangedEventArgs[] = [];
      sheet.onChanged.add((event) => Promise.resolve(void seen.push(event)));
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      sheet.getRange("A1").values = [["x"]];
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      await context.sync();
      await until(() => seen.length >= 3);
      expect(seen.map((event) => [event.changeType, event.address])).toEqual([
        ["RangeEdited", "A1"],
        ["RangeEdited", "A1"],
        ["RowInserted", "1:1"],
      ]);
      expect(seen[1]!.details).toMatchObject({ valueBefore: 1, valueAfter: "x" });
    });
  });
});
