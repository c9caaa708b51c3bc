import { completeFormula } from "../../src/preview/page/complete-formula";

describe("a formula as it is typed", () => {
  it("gets the parentheses and the quotation mark that are missing at its end", () => {
    expect(completeFormula("=SUM(A1:A3")).toBe("=SUM(A1:A3)");
    expect(completeFormula('=IF(SUM(A1)>1,"yes')).toBe('=IF(SUM(A1)>1,"yes")');
    expect(completeFormula("=LEN('My (sheet'!A1")).toBe("=LEN('My (sheet'!A1)");
  });

  it("stays as it is where nothing is missing, where too much is, and where it is no formula", () => {
    const kept = [
      "=SUM(A1)",
      "=A1)",
      '=LEN("(")',
      '=LEN("say ""(""")',
      "='My sheet",
      "call (tomorrow",
    ];
    for (const text of kept) expect(completeFormula(text)).toBe(text);
  });
});
