import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.nameditemarrayvalues */
describe("Excel.NamedItemArrayValues", () => {
  it("gives the members of a constant array, the cells of a range and a single value", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B1").values = [["x", 2]];
      const found = [
        sheet.names.add("Constants", '={1,2;TRUE,"z"}'),
        sheet.names.add("Cells", sheet.getRange("A1:B1")),
        sheet.names.add("Rate", "=0.25"),
      ].map((name) => name.arrayValues.load("values,types"));
      await context.sync();
      expect(found.map(({ values }) => values as unknown)).toEqual([
        [
          [1, 2],
          [true, "z"],
        ],
        [["x", 2]],
        [[0.25]],
      ]);
      expect(found[0]?.types).toEqual([
        ["Double", "Double"],
        ["Boolean", "String"],
      ]);
    });
  });
});
