import fc from "fast-check";
import { moveFormula } from "../../../src/host/calc/rewrite";
import { evaluatesArrays } from "../../../src/host/file/array-formulas";
import { FilledFormulas } from "../../../src/host/file/filled-formulas";
import { answersArray, formulaInFile } from "../../../src/host/file/formula-text";

/** What is read of formulas in one column, from row 3 down. */
function readColumn(formulas: readonly string[], tables: readonly (string | null)[]) {
  const reader = new FilledFormulas();
  return formulas.map((text, index) => reader.read({ text }, 2 + index, 4, tables[index] ?? null));
}

/** The same, each cell by itself. */
function readAlone(formulas: readonly string[], tables: readonly (string | null)[]) {
  return formulas.map((text, index) => ({
    text: formulaInFile(text, tables[index] ?? null),
    evaluatesArrays: evaluatesArrays(text),
    answersArray: answersArray(text),
  }));
}

const pieces = fc.constantFrom(
  "A1",
  "$A1",
  "A$9",
  "SUM(IF(A1:A9>2,$B1:$B$9))",
  "XLOOKUP(A2,$B$1:$B$9,C:C)",
  "LET(n1,A1,n1*2)",
  "LAMBDA(x,x+A5)(B2)",
  "FILTER(A1:A9,B1:B9>0)",
  "SUM(A1#)",
  "@B1:B9",
  "[@Amount]",
  "SUM(T[A1])",
  "'A1 ''B2'!C3",
  '"A1"',
  "LOG10(A1)",
  "CRM.GRADE(A1,2)",
  "1.5E3",
  "3:4",
  "A1048570",
  "#REF!",
  "not [a formula",
);

describe("formulas filled down are read once", () => {
  it("and come to what each of them comes to alone, whatever stands above", () => {
    const run = fc.record({
      parts: fc.array(pieces, { minLength: 1, maxLength: 3 }),
      rows: fc.integer({ min: 1, max: 9 }),
      table: fc.constantFrom(null, "T"),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), (runs) => {
        const cells = runs.flatMap(({ parts, rows, table }) =>
          Array.from({ length: rows }, (_, row) => ({
            text: moveFormula(`=${parts.join("&")}`, row, 0),
            table,
          })),
        );
        const formulas = cells.map(({ text }) => text);
        const tables = cells.map(({ table }) => table);
        expect(readColumn(formulas, tables)).toEqual(readAlone(formulas, tables));
      }),
      { numRuns: 400, seed: 20_261_123 },
    );
  });

  it("also where a number that is no row differs, and where a reference leaves the sheet", () => {
    const formulas = [
      ...[1, 2, 3, 4].map((row) => `=A${row}+${row}`),
      ...Array.from({ length: 8 }, (_, row) => moveFormula("=SUM(A1048572*B1:B9)", row, 0)),
    ];
    expect(readColumn(formulas, [])).toEqual(readAlone(formulas, []));
  });
});
