import { Bench } from "./workbook-of";

const bench = new Bench({ A1: 1 });

/** None of these may throw, hang or exhaust the memory; that the answer is an error or a number is second. */
describe("formulas written to hurt", () => {
  it.each([
    ["4,000 terms", `=${Array<string>(4000).fill("1").join("+")}`, 4000],
    ["2,700 references", `=${Array<string>(2700).fill("A1").join("+")}`, 2700],
    ["190 parentheses", `=${"(".repeat(190)}1${")".repeat(190)}`, 1],
    ["3,000 parentheses", `=${"(".repeat(3000)}1${")".repeat(3000)}`, "#NAME?"],
    ["3,000 signs", `=${"-".repeat(3000)}1`, "#NAME?"],
    ["9,000 characters", `="${"x".repeat(9000)}"`, "#NAME?"],
    ["a whole sheet of numbers", "=SEQUENCE(1048576,16384)", "#NUM!"],
    ["a huge unit matrix", "=MUNIT(20000)", "#NUM!"],
    ["almost the whole sheet", "=SUM(OFFSET(A1,0,0,1048575,16383))", 1],
    ["all columns", "=SUM(A:XFD)", 1],
    ["a function that calls itself", "=LET(f,LAMBDA(f,x,f(f,x)),f(f,1))", "#NUM!"],
    ["a billion working days", "=WORKDAY(1,1E9)", "#NUM!"],
    ["a day beyond the calendar", "=DATE(1E300,1,1)", "#NUM!"],
    ["a month beyond the calendar", "=EDATE(1,1E300)", "#NUM!"],
    ["an array of a trillion cells", "=MAKEARRAY(1E6,1E6,LAMBDA(r,c,1))", "#VALUE!"],
    ["an open text", '="abc', "#NAME?"],
    ["an open bracket", "=Table1[Qty", "#NAME?"],
    ["only an equals sign", "=", "#NAME?"],
    ["nonsense", "=)(*&^%$#@!", "#NAME?"],
    ["a null character", "=\u0000", "#NAME?"],
    ["the library's own hooks", "=KS.ARG(0)", "#NAME?"],
  ])("%s", (_, formula, expected) => {
    expect(bench.answer(formula)).toEqual(expected);
  });

  it("a name that means itself", () => {
    const book = new Bench({ A1: "=loop+1" }, (workbook) => {
      workbook.names.push({
        name: "loop",
        formula: "=loop*2",
        sheetId: null,
        visible: true,
        comment: "",
      });
    });
    expect(book.value("A1")).toEqual({ error: "#NAME?" });
  });

  it("a name that is no formula", () => {
    const book = new Bench({ A1: "=bad" }, (workbook) => {
      workbook.names.push({
        name: "bad",
        formula: "=1+",
        sheetId: null,
        visible: true,
        comment: "",
      });
    });
    expect(book.value("A1")).toEqual({ error: "#NAME?" });
  });
});
