import { inRow } from "../../../src/excel/share/own-references";

describe("a formula that is moved along with its row", () => {
  it.each([
    ["=$B2&$B$1", "=$B5&$B$1"],
    ["=IF(A2>0,\"A2\",'A2'!A2)", "=IF(A5>0,\"A2\",'A2'!A2)"],
    ["=SUM(A2:C2)+LOG10(A22)", "=SUM(A5:C5)+LOG10(A22)"],
    ["=A1+A3", "=A1+A3"],
  ])("%s reads %s three rows below", (formula, moved) => {
    expect(inRow(formula, 1, 4)).toBe(moved);
    expect(inRow(moved, 4, 1)).toBe(formula);
    expect(inRow(formula, 1, 1)).toBe(formula);
  });
});
