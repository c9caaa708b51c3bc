import type { CustomCall } from "../../../src/host/calc/calculation";
import { Bench } from "./workbook-of";

const rows = 100_000;

describe("100,000 rows with two columns of custom functions", () => {
  it("asks for each cell once, and after one edit only for that row", async () => {
    const asked: CustomCall[] = [];
    const bench = new Bench({}, (workbook, sheet) => {
      workbook.names.push({
        name: "as_of",
        formula: "=Sheet1!$J$1",
        sheetId: null,
        visible: true,
        comment: "",
      });
      sheet.cells.setValue(0, 9, 45000);
      for (let row = 0; row < rows; row++) {
        sheet.cells.setValue(row, 0, row % 7);
        sheet.cells.setFormula(row, 1, { text: `=CRM.GRADE($A${row + 1},as_of)` });
        sheet.cells.setFormula(row, 2, { text: `=IF($B${row + 1}="","",CRM.NEXT($B${row + 1}))` });
      }
      sheet.cells.setFormula(0, 4, { text: "=SUMIFS(C:C,A:A,3)" });
    });
    bench.calculation.setCustomFunctions({
      traits: (name) =>
        name.startsWith("CRM.") ? { readsAddresses: false, isVolatile: false } : null,
      call: (calls) => {
        asked.push(...calls);
        return Promise.resolve(calls.map((call) => Number(call.args[0]) + 1));
      },
    });
    bench.calculation.recalculate();
    await bench.calculation.settled();
    expect(asked).toHaveLength(2 * rows);
    expect(bench.values("B100000:C100000")).toEqual([[((rows - 1) % 7) + 1, ((rows - 1) % 7) + 2]]);
    const threes = Math.floor((rows - 1 - 3) / 7) + 1;
    expect(bench.value("E1")).toBe(threes * 5);

    asked.length = 0;
    bench.edit("A50000", 100);
    await bench.calculation.settled();
    expect(asked.map((call) => `${call.name} ${call.caller}`)).toEqual([
      "CRM.GRADE Sheet1!B50000",
      "CRM.NEXT Sheet1!C50000",
    ]);
    expect(bench.values("B50000:C50000")).toEqual([[101, 102]]);
  });
});
