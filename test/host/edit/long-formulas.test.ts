import { moveFormula } from "../../../src/host/calc/rewrite";
import { ExcelHost } from "../../../src/host/excel-host";
import { snapshotWorkbook, workbookFromSnapshot } from "../../../src/host/file/snapshot";
import { Workbook } from "../../../src/host/model/workbook";
import { officeClient } from "../../office-client";

const rows = 400;

describe("a long formula copied down a column", () => {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook);
  const formula = `=IF($A1="",0,${"$A1+B1*$C$1+".repeat(100)}A1)`;
  const textsOf = (of: Workbook): readonly string[] =>
    Array.from(
      { length: rows },
      (_, row) => of.sheets[0]?.cells.formula(row, 4)?.text ?? "no formula",
    );
  const expected = Array.from({ length: rows }, (_, row) => moveFormula(formula, row, 0));

  beforeAll(async () => {
    await officeClient(host.connect());
    for (let row = 0; row < rows; row += 1) {
      sheet.cells.setValue(row, 0, row);
      sheet.cells.setValue(row, 1, 1);
    }
    sheet.cells.setValue(0, 2, 2);
    await Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getFirst();
      cells.getRange("E1").formulas = [[formula]];
      cells.getRange(`E1:E${rows}`).copyFrom("E1", Excel.RangeCopyType.formulas);
      await context.sync();
    });
  });

  it("says and answers in each row what copying it there cell by cell would", () => {
    expect(textsOf(workbook)).toEqual(expected);
    expect(sheet.cells.value(rows - 1, 4)).toBe(100 * (rows - 1 + 2) + rows - 1);
  });

  it("is found among its copies again where one of them is another", async () => {
    await Excel.run(async (context) => {
      const cells = context.workbook.worksheets.getFirst();
      cells.getRange("E200").formulas = [["=1+1"]];
      cells.getRange("B1:B400").values = expected.map(() => [0]);
      await context.sync();
    });
    expect(sheet.cells.value(199, 4)).toBe(2);
    expect([198, 200].map((row) => sheet.cells.value(row, 4))).toEqual([101 * 198, 101 * 200]);
  });

  it("goes to a worker and comes back as what it says", () => {
    const before = textsOf(workbook);
    expect(textsOf(workbookFromSnapshot(structuredClone(snapshotWorkbook(workbook))))).toEqual(
      before,
    );
  });

  it("follows rows that are put in above", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("2:2").insert("Down");
      await context.sync();
    });
    expect(sheet.cells.formula(10, 4)?.text).toBe(expected[9]?.replaceAll("10", "11"));
    const before = textsOf(workbook);
    expect(textsOf(workbookFromSnapshot(structuredClone(snapshotWorkbook(workbook))))).toEqual(
      before,
    );
  });
});
