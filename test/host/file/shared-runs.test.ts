import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { moveFormula } from "../../../src/host/calc/rewrite";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { Workbook } from "../../../src/host/model/workbook";

function filled(formula: string, rows: number, from = 0): Workbook {
  const workbook = new Workbook();
  const { cells } = workbook.addSheet("S");
  for (let row = 0; row < rows; row++) {
    cells.setFormula(from + row, 5, { text: moveFormula(formula, row, 0) });
    cells.setValue(from + row, 5, row);
  }
  return workbook;
}

async function sheetText(workbook: Workbook): Promise<string> {
  const part = unzipSync(await saveXlsx(workbook))["xl/worksheets/sheet1.xml"];
  return strFromU8(part ?? new Uint8Array());
}

async function formulasBack(workbook: Workbook): Promise<string[]> {
  const opened = await openWorkbook(await saveXlsx(workbook), "shared.xlsx");
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  const { cells } = opened.workbook.sheets[0] ?? { cells: null };
  return [...(cells?.formulas() ?? [])].map(({ formula }) => formula.text);
}

describe("a column of one formula filled down", () => {
  it("is written once and read back cell by cell", async () => {
    const long = `=IF($A1="","",${"A1+$B$1+C1*2-".repeat(200)}0)`;
    const workbook = filled(long, 300);
    const text = await sheetText(workbook);
    expect(text.match(/<f t="shared" si="0"\/>/g)).toHaveLength(299);
    expect(text).toContain('<f t="shared" ref="F1:F300" si="0">');
    expect(text.length).toBeLessThan(long.length + 30_000);
    const before = [...(workbook.sheets[0]?.cells.formulas() ?? [])].map((one) => one.formula.text);
    expect(await formulasBack(workbook)).toEqual(before);
  });

  it("is cut where a cell says something else, and begins again", async () => {
    const workbook = filled("=A1*2", 9);
    workbook.sheets[0]?.cells.setFormula(4, 5, { text: "=A5*3" });
    const text = await sheetText(workbook);
    expect([...text.matchAll(/<f t="shared" ref="(F\d+:F\d+)"/g)].map((match) => match[1])).toEqual(
      ["F1:F4", "F6:F9"],
    );
    expect(text).toContain("<f>A5*3</f>");
  });

  it.each([
    ["another sheet", "=S!A1"],
    ["a table", "=SUM(T[Amount])+A1"],
    ["an add-in's function", "=CRM.GRADE(A1)"],
    ["a newer function", "=XLOOKUP(A1,$B$1:$B$9,$C$1:$C$9)"],
  ])("is written cell by cell where it names %s", async (_what, formula) => {
    expect(await sheetText(filled(formula, 3))).not.toContain("shared");
  });

  it("means the same after saving and opening, whatever is fixed in it", async () => {
    const dollar = fc.constantFrom("", "$");
    const reference = fc
      .tuple(
        dollar,
        fc.constantFrom("A", "C", "AB", "XFD"),
        dollar,
        fc.integer({ min: 1, max: 40 }),
      )
      .map((parts) => parts.join(""));
    const operand = fc.oneof(
      reference,
      fc.tuple(reference, reference).map(([from, to]) => `SUM(${from}:${to})`),
      fc.constantFrom("LOG10(A1)", '"A1"', "crm_as_of", "3:4", "1.5E3"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(operand, { minLength: 1, maxLength: 4 }), async (operands) => {
        const workbook = filled(`=${operands.join("&")}`, 5, 2);
        const before = [...(workbook.sheets[0]?.cells.formulas() ?? [])];
        expect(await formulasBack(workbook)).toEqual(before.map(({ formula }) => formula.text));
      }),
      { numRuns: 40, seed: 20_261_122 },
    );
  });
});
