import { evaluatesArrays } from "../../../src/host/file/array-formulas";

describe("a file marks as arrays what takes single values out of ranges", () => {
  it.each([
    "=SUM(IF(A1:A9>2,B1:B9))",
    '=SUM((A1:A9="x")*B1:B9)',
    "=SUM(LEN(A1:A9))",
    "=A1:A3*10",
    "=-A1:A3",
    "=MAX(ROW(A1:A9))",
    '=COUNTIF(A1:A9,{"x","y"})',
    "=SUM(IFERROR(A1:A9,0))",
    "=SUMPRODUCT(IF(A1:A9>2,1,0))",
    '=SUM((Sales[Name]="pen")*Sales[Qty])',
    "=SUM(A1#*2)",
    "=VLOOKUP(A1:A3,B1:C9,2,FALSE)",
    '=INDEX(B1:B9,MATCH(1,(A1:A9="x")*(C1:C9=2),0))',
  ])("%s", (formula) => {
    expect(evaluatesArrays(formula)).toBe(true);
  });
});

describe("a file leaves unmarked what reads ranges whole", () => {
  it.each([
    "=SUM(A1:A9)",
    "=SUMPRODUCT((A1:A9>2)*LEN(B1:B9))",
    '=IF(SUM(A1:A9)>2,"many","few")',
    "=VLOOKUP(A1,B1:C9,2,FALSE)",
    '=COUNTIF(A1:A9,">"&B1)',
    "=[@Qty]*[@[Unit price]]",
    "=[@Amount]/SUM([Amount])",
    "=@A1:A9*2",
    "=SUM(A1:INDEX(A1:A9,3))",
    "=A1+B1",
    '="a:b"&A1',
    "=not a formula [",
  ])("%s", (formula) => {
    expect(evaluatesArrays(formula)).toBe(false);
  });
});
