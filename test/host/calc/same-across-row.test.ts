import { Bench } from "./workbook-of";

describe("a formula that answers the same across a row", () => {
  const bench = new Bench({ A1: 1 }, (workbook) => {
    const name = (text: string, formula: string): void => {
      workbook.names.push({ name: text, formula, sheetId: null, visible: true, comment: "" });
    };
    name("fixed", "=Sheet1!$B$1");
    name("moving", "=Sheet1!B1");
  });
  const isSame = (formula: string): boolean =>
    bench.calculation.filled(formula, { sheetId: bench.sheet.id, row: 0, column: 0 })
      .isSameAcrossRow;

  it.each([
    "=$G2<TODAY()",
    '=AND(N("ks1")=0,$G2<>"",TODAY()-$G2>fixed)',
    "=SUM($A1:$C1,$A:$A)",
    "=LET(x,$A1,x+COLUMN($B1))",
    "=5",
  ])("does: %s", (formula) => expect(isSame(formula)).toBe(true));

  it.each([
    "=A1=1",
    "=SUM($A1:B1)",
    "=moving>1",
    "=COLUMN()=2",
    "=ISODD(COLUMN())",
    "=@$A$1:$C$1",
    '=INDIRECT("RC",FALSE)',
    "=RAND()>0.5",
    "=CRM.GRADE($A1)",
    "=LET(x,A1,x)",
    "=not a formula(",
  ])("does not: %s", (formula) => expect(isSame(formula)).toBe(false));
});
