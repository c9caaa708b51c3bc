import fc from "fast-check";
import { cellAddress, columnLetters } from "../../../src/host/model/address";
import {
  deleteSheetIn,
  filledDown,
  formulaKey,
  moveFormula,
  renameColumnIn,
  renameNameIn,
  renameSheetIn,
  renameTableIn,
  shiftFormula,
  type CellShift,
} from "../../../src/host/calc/rewrite";

describe("copying and filling", () => {
  it.each([
    ["=A1+$B$1+C$1+$D1", 2, 1, "=B3+$B$1+D$1+$D3"],
    ["=SUM(A1:B2)", 1, 0, "=SUM(A2:B3)"],
    ["=SUM(A:A)", 5, 1, "=SUM(B:B)"],
    ["=SUM(1:1)", 5, 1, "=SUM(6:6)"],
    ["=Sheet2!A1+'My data'!B2", 1, 0, "=Sheet2!A2+'My data'!B3"],
    ['="A1"&A1', 1, 0, '="A1"&A2'],
    ["=Table1[@Qty]*A1", 1, 0, "=Table1[@Qty]*A2"],
    ["=[@A1]+A1", 1, 0, "=[@A1]+A2"],
    ["=LOG10(A1)", 1, 0, "=LOG10(A2)"],
    ["=A1", -1, 0, "=#REF!"],
    ["=A1:B2", 0, -1, "=#REF!"],
    ["= a1 +\n B2 ", 1, 0, "= A2 +\n B3 "],
    ["=tax_2024*A1", 1, 0, "=tax_2024*A2"],
    ["=A1#", 1, 0, "=A2#"],
    ["=1+", 1, 0, "=1+"],
    ["=A1+1E5+$1:$3", 1, 0, "=A2+1E5+$1:$3"],
  ])("%s by %i rows and %i columns", (formula, rows, columns, expected) => {
    expect(moveFormula(formula, rows, columns)).toBe(expected);
  });

  const corner = fc
    .record({
      row: fc.integer({ min: 100, max: 900 }),
      column: fc.integer({ min: 50, max: 500 }),
      fixed: fc.integer({ min: 0, max: 3 }),
    })
    .map(
      ({ row, column, fixed }) =>
        `${fixed & 1 ? "$" : ""}${columnLetters(column)}${fixed & 2 ? "$" : ""}${row + 1}`,
    );
  const operand = fc.oneof(
    corner,
    fc.tuple(corner, corner).map(([one, other]) => `SUM(${one}:${other})`),
    corner.map((ref) => `'My data'!${ref}`),
    fc.constantFrom('"A1"', "Table1[Qty]", "[@[Unit price]]", "rate", "12.5", "TRUE"),
  );
  const formula = fc
    .array(operand, { minLength: 1, maxLength: 5 })
    .map((parts) => `=${parts.join("+")}`);
  const distance = fc.integer({ min: -40, max: 40 });

  it("there and back is where it was", () => {
    fc.assert(
      fc.property(formula, distance, distance, (text, rows, columns) => {
        expect(moveFormula(moveFormula(text, rows, columns), -rows, -columns)).toBe(text);
      }),
      { seed: 20260101 },
    );
  });

  it("a column filled down reads as each cell moved on its own", () => {
    const rows = fc.oneof(distance, fc.constantFrom(0, 1, 1_048_000, 1_048_200));
    const written = fc.oneof(
      formula,
      fc.constantFrom("= a1 +\n B2 ", "=1+", "=A1:B1048576", "=SUM(A:A,$3:3)"),
    );
    fc.assert(
      fc.property(written, rows, (text, count) => {
        expect(filledDown(text)(count)).toBe(moveFormula(text, count, 0));
      }),
      { seed: 20260101 },
    );
  });

  it("keeps the R1C1 key: a filled formula is the same formula", () => {
    fc.assert(
      fc.property(formula, distance, distance, (text, rows, columns) => {
        const moved = moveFormula(text, rows, columns);
        expect(formulaKey(moved, 200 + rows, 200 + columns)).toBe(formulaKey(text, 200, 200));
      }),
      { seed: 20260101 },
    );
  });

  it("inserting rows and deleting them again changes nothing", () => {
    const at = fc.integer({ min: 0, max: 1000 });
    const count = fc.integer({ min: 1, max: 50 });
    const axis = fc.constantFrom("rows" as const, "columns" as const);
    fc.assert(
      fc.property(formula, at, count, axis, (text, place, many, along) => {
        const insert: CellShift = {
          sheet: "Sheet1",
          kind: "insert",
          axis: along,
          at: place,
          count: many,
        };
        const inserted = shiftFormula(text, "Sheet1", insert);
        expect(shiftFormula(inserted, "Sheet1", { ...insert, kind: "delete" })).toBe(text);
      }),
      { seed: 20260101 },
    );
  });

  it("a reference follows its cell wherever rows are put in", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 9 }), (row, place, count) => {
        const shift: CellShift = { sheet: "S", kind: "insert", axis: "rows", at: place, count };
        const moved = row >= place ? row + count : row;
        expect(shiftFormula(`=${cellAddress(row, 2)}`, "S", shift)).toBe(
          `=${cellAddress(moved, 2)}`,
        );
      }),
      { seed: 20260101 },
    );
  });
});

describe("inserting and deleting", () => {
  const rows = (kind: "insert" | "delete", at: number, count: number): CellShift => ({
    sheet: "Sheet1",
    kind,
    axis: "rows",
    at,
    count,
  });

  it.each([
    ["=A5", rows("insert", 2, 2), "=A7"],
    ["=$A$5", rows("insert", 2, 2), "=$A$7"],
    ["=A1", rows("insert", 2, 2), "=A1"],
    ["=SUM(A1:A5)", rows("insert", 2, 2), "=SUM(A1:A7)"],
    ["=SUM(A1:A5)", rows("insert", 5, 2), "=SUM(A1:A5)"],
    ["=SUM(A1:A5)", rows("delete", 1, 2), "=SUM(A1:A3)"],
    ["=SUM(A1:A5)", rows("delete", 3, 9), "=SUM(A1:A3)"],
    ["=SUM(A3:A5)", rows("delete", 0, 3), "=SUM(A1:A2)"],
    ["=SUM(A3:A5)", rows("delete", 2, 3), "=SUM(#REF!)"],
    ["=A3+1", rows("delete", 2, 1), "=#REF!+1"],
    ["=Sheet1!A3", rows("delete", 2, 1), "=Sheet1!#REF!"],
    ["=Other!A3", rows("delete", 2, 1), "=Other!A3"],
    ["=SUM(A:A)", rows("delete", 2, 1), "=SUM(A:A)"],
    ["=SUM(4:6)", rows("delete", 0, 1), "=SUM(3:5)"],
    ["=SUM(A1048570:A1048576)", rows("insert", 0, 3), "=SUM(A1048573:A1048576)"],
    ["=A1048576", rows("insert", 0, 1), "=#REF!"],
    ["=A$5:A1", rows("insert", 2, 1), "=A$6:A1"],
    ["=C3", { sheet: "Sheet1", kind: "insert", axis: "columns", at: 1, count: 1 } as const, "=D3"],
    ["=C3", { ...rows("insert", 0, 1), band: { first: 2, last: 2 } }, "=C4"],
    ["=B3", { ...rows("insert", 0, 1), band: { first: 2, last: 2 } }, "=B3"],
    ["=SUM(B3:C3)", { ...rows("insert", 0, 1), band: { first: 2, last: 2 } }, "=SUM(B3:C3)"],
  ])("%s %j", (formula, shift, expected) => {
    expect(shiftFormula(formula, "Sheet1", shift)).toBe(expected);
  });
});

describe("renaming", () => {
  it("follows a sheet, quoting where Excel quotes", () => {
    expect(renameSheetIn("=Sheet1!A1+SHEET1!B2+Sheet10!A1", "Sheet1", "My data")).toBe(
      "='My data'!A1+'My data'!B2+Sheet10!A1",
    );
    expect(renameSheetIn("='It''s'!A1+SUM(A:C!A1)", "It's", "Plain")).toBe("=Plain!A1+SUM(A:C!A1)");
    expect(renameSheetIn('="Sheet1!A1"&Sheet1!rate', "Sheet1", "客户")).toBe(
      '="Sheet1!A1"&客户!rate',
    );
    expect(renameSheetIn("=SUM(One:Three!A1)", "three", "Last one")).toBe(
      "=SUM('One:Last one'!A1)",
    );
  });

  it("makes references to a deleted sheet #REF!", () => {
    expect(deleteSheetIn("=Gone!A1+SUM(Gone!A:A)+Kept!A1", "Gone")).toBe(
      "=#REF!+SUM(#REF!)+Kept!A1",
    );
  });

  it("follows a table, bare or with brackets", () => {
    expect(renameTableIn("=SUM(Sales[Qty])+ROWS(sales)+Sales2[Qty]", "Sales", "CrmSales")).toBe(
      "=SUM(CrmSales[Qty])+ROWS(CrmSales)+Sales2[Qty]",
    );
  });

  it("follows a column in all its spellings, escaped where it must be", () => {
    const rename = (formula: string, to: string): string =>
      renameColumnIn(formula, "Sales", "Sales", "Qty", to);
    expect(rename("=SUM(Sales[Qty])", "Number #")).toBe("=SUM(Sales[Number '#])");
    expect(rename("=[@Qty]*[@Price]", "Amount")).toBe("=[@Amount]*[@Price]");
    expect(rename("=[@Qty]", "Unit price")).toBe("=[@[Unit price]]");
    expect(rename("=[@[Qty]]", "数量")).toBe("=[@[数量]]");
    expect(rename("=SUM(Sales[[#Data],[Qty]:[Price]])", "N")).toBe(
      "=SUM(Sales[[#Data],[N]:[Price]])",
    );
    expect(rename('=Other[Qty]&"Qty"', "N")).toBe('=Other[Qty]&"Qty"');
    expect(renameColumnIn("=[@Qty]", "Sales", null, "Qty", "N")).toBe("=[@Qty]");
  });

  it("follows a defined name, as a value and as a function", () => {
    expect(renameNameIn('=rate*RATE2+Sheet1!Rate+"rate"', "rate", "tax")).toBe(
      '=tax*RATE2+Sheet1!tax+"rate"',
    );
    expect(renameNameIn("=twice(2)+twice2(3)", "twice", "double")).toBe("=double(2)+twice2(3)");
  });
});
