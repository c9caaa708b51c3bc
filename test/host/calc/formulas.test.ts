import { addTable, Bench } from "./workbook-of";

const bench = new Bench(
  {
    A1: 1,
    A2: 2,
    A3: 3,
    A4: 4,
    A5: 5,
    B1: "apple",
    B2: "Banana",
    B3: "cherry",
    B4: "apple pie",
    B5: "",
    C1: 10,
    C2: 20,
    C3: 30,
    C4: 40,
    C5: 50,
    D1: true,
    D2: false,
    D3: { error: "#N/A" },
    D4: "12",
    D5: null,
    F1: "Name",
    G1: "Qty",
    H1: "Unit price",
    I1: "Sum #1",
    F2: "pen",
    G2: 2,
    H2: 1.5,
    I2: "=[@Qty]*[@[Unit price]]",
    F3: "ink",
    G3: 3,
    H3: 4,
    I3: "=[@Qty]*[@[Unit price]]",
    F4: "pad",
    G4: 5,
    H4: 2,
    I4: "=[@Qty]*[@[Unit price]]",
    K1: 45000,
    K2: 45031.75,
    K3: 45292,
    M1: "=SEQUENCE(3)",
    N1: "2024-03-01",
  },
  (workbook, sheet) => {
    addTable(workbook, sheet, "Sales", "F1:I4");
    const other = workbook.addSheet("My data");
    other.cells.setValue(0, 0, 7);
    workbook.addSheet("Last").cells.setValue(0, 0, 5);
    const name = (text: string, formula: string): void => {
      workbook.names.push({ name: text, formula, sheetId: null, visible: true, comment: "" });
    };
    name("rate", "=0.25");
    name("fruit", "=Sheet1!$B$1:$B$4");
    name("one_cell", "=Sheet1!$C$3");
    name("twice", "=LAMBDA(x,x*2)");
    name("left_of", "=Sheet1!XFD1");
  },
);

const cases: Readonly<Record<string, readonly (readonly [formula: string, answer: unknown])[]>> = {
  "operators follow Excel's order and rules": [
    ["=1+2*3", 7],
    ["=(1+2)*3", 9],
    ["=-2^2", 4],
    ["=2^3^2", 64],
    ["=2^-1", 0.5],
    ["=50%", 0.5],
    ["=-5%", -0.05],
    ["=1&2", "12"],
    ['="a"&TRUE', "aTRUE"],
    ["=0.1+0.2=0.3", true],
    ["=0.1+0.2-0.3", 0],
    ['=(0.1+0.2)&""', "0.3"],
    ['=1E+21&""', "1E+21"],
    ['="a"="A"', true],
    ['="a"<"B"', true],
    ['=9<"1"', true],
    ['="z"<FALSE', true],
    ["=D5=0", true],
    ['=D5=""', true],
    ['="3"+4', 7],
    ['="1,234"+1', 1235],
    ['="5%"*2', 0.1],
    ["=TRUE+1", 2],
    ['="x"+1', "#VALUE!"],
    ["=1/0", "#DIV/0!"],
    ["=0^0", "#NUM!"],
    ["=10^400", "#NUM!"],
    ["=D3+1", "#N/A"],
    ["= 1 +\n 2", 3],
    ["=A1:A3 A2:C2", 2],
    ["=A1:A2 C1:C2", "#NULL!"],
    ["=SUM((A1:A2,C1:C2))", 33],
    ['="2024-03-01"+1', 45353],
  ],
  "errors are values": [
    ["=NOPE(1)", "#NAME?"],
    ["=nope", "#NAME?"],
    ["=#REF!+1", "#REF!"],
    ["=Missing!A1", "#REF!"],
    ['=IFERROR(1/0,"none")', "none"],
    ['=IFNA(D3,"none")', "none"],
    ['=IFNA(1/0,"none")', "#DIV/0!"],
    ["=ISERROR(D3)", true],
    ["=ISERR(D3)", false],
    ["=ISNA(D3)", true],
    ["=ERROR.TYPE(D3)", 7],
    ["=NA()", "#N/A"],
    ["=SUM(A1:D5)", "#N/A"],
  ],
  "logic evaluates only what it needs": [
    ['=IF(A1=1,"yes",1/0)', "yes"],
    ["=IF(A1=2,1/0)", false],
    ["=IF(TRUE,,5)", 0],
    ["=IF({TRUE,FALSE},1,2)", [[1, 2]]],
    ['=IFS(A1=2,1/0,A1=1,"one")', "one"],
    ["=IFS(A1=9,1)", "#N/A"],
    ['=SWITCH(A2,1,"a",2,"b","other")', "b"],
    ['=SWITCH(9,1,"a","other")', "other"],
    ['=CHOOSE(2,1/0,"b")', "b"],
    ["=AND(A1:A3)", true],
    ["=AND(TRUE,0)", false],
    ["=OR(D1:D2)", true],
    ["=XOR(TRUE,TRUE,TRUE)", true],
    ["=NOT(A1=1)", false],
    ['=AND("x")', "#VALUE!"],
  ],
  "sums and counts skip texts in cells": [
    ["=SUM(A1:A5)", 15],
    ['=SUM(A1:A5,"10",TRUE)', 26],
    ["=SUM(D4)", 0],
    ["=SUM(D1)", 0],
    ["=AVERAGE(A1:A5)", 3],
    ["=COUNT(A1:D2)", 4],
    ["=COUNTA(B1:B5)", 5],
    ["=COUNTBLANK(B1:B5)", 1],
    ["=COUNTBLANK(D:D)", 1048576 - 4],
    ["=MAX(A1:C5)", 50],
    ["=MIN(A1:C5)", 1],
    ["=MEDIAN(A1:A4)", 2.5],
    ["=LARGE(A1:A5,2)", 4],
    ["=SMALL(C1:C5,2)", 20],
    ["=RANK(A2,A1:A5)", 4],
    ["=SUMPRODUCT(A1:A5,C1:C5)", 550],
    ["=SUMPRODUCT((A1:A5>2)*(C1:C5))", 120],
    ['=SUMPRODUCT(B1:B4="apple")', 0],
    ['=SUMPRODUCT(--(B1:B4="apple"))', 1],
    ["=ROUND(2.345,2)", 2.35],
    ["=ROUND(-2.5,0)", -3],
    ["=ROUNDUP(2.1,0)", 3],
    ["=INT(-2.5)", -3],
    ["=MOD(-3,5)", 2],
    ["=STDEV.S(A1:A5)", expect.closeTo(1.5811388, 6)],
    ["=PRODUCT(A1:A5)", 120],
    ["=SUM(A:A)", 15],
    ["=SUM(1:1 A:A)", 1],
    ["=SUBTOTAL(9,A1:A5)", 15],
    ["=SUBTOTAL(103,B1:B4)", 4],
    ["=AGGREGATE(9,6,D1:D4,A1:A2)", 3],
  ],
  "conditional sums": [
    ['=COUNTIF(B1:B4,"apple")', 1],
    ['=COUNTIF(B1:B4,"apple*")', 2],
    ['=COUNTIF(B1:B4,"?anana")', 1],
    ['=COUNTIF(A1:A5,">2")', 3],
    ['=COUNTIF(A1:A5,">"&A3)', 2],
    ["=COUNTIF(A1:A5,{1,9})", [[1, 0]]],
    ["=COUNTIF(D1:D5,TRUE)", 1],
    ['=SUMIF(A1:A5,">=3",C1:C5)', 120],
    ['=SUMIF(A1:A5,">=3",C1)', 120],
    ['=SUMIF(B1:B4,"<>apple",A1:A4)', 9],
    ['=SUMIFS(C1:C5,A1:A5,">1",A1:A5,"<5")', 90],
    ["=SUMIFS(C:C,A:A,2)", 20],
    ['=COUNTIFS(A1:A5,">1",C1:C5,"<50")', 3],
    ['=AVERAGEIF(A1:A5,">3")', 4.5],
    ["=AVERAGEIFS(C1:C5,A1:A5,9)", "#DIV/0!"],
    ['=MAXIFS(C1:C5,A1:A5,"<4")', 30],
    ['=MINIFS(C1:C5,A1:A5,">2")', 30],
  ],
  text: [
    ['=LEFT("hello",2)', "he"],
    ['=MID("hello",2,3)', "ell"],
    ['=RIGHT("hello")', "o"],
    ['=LEN("客户簿")', 3],
    ["=LEN(B1:B4)", [[5], [6], [6], [9]]],
    ["=UPPER(B1)", "APPLE"],
    ['=PROPER("the end")', "The End"],
    ['=TRIM("  a   b ")', "a b"],
    ['=FIND("l","hello")', 3],
    ['=SEARCH("L?O","hello")', 3],
    ['=FIND("x","hello")', "#VALUE!"],
    ['=SUBSTITUTE("aaa","a","b",2)', "aba"],
    ['=REPLACE("abcdef",2,3,"-")', "a-ef"],
    ['=REPT("ab",3)', "ababab"],
    ['=EXACT("a","A")', false],
    ['=VALUE("12.5")', 12.5],
    ['=TEXT(1234.567,"#,##0.00")', "1,234.57"],
    ['=TEXT(0.256,"0.0%")', "25.6%"],
    ['=TEXT(45000,"yyyy-mm-dd")', "2023-03-15"],
    ['=TEXT(45000,"yyyy""年""m""月""d""日""")', "2023年3月15日"],
    ['=TEXTJOIN(",",TRUE,B1:B5)', "apple,Banana,cherry,apple pie"],
    ["=CONCAT(A1:A3)", "123"],
    ['=CONCATENATE("a",1,TRUE)', "a1TRUE"],
    ['=CHAR(65)&CODE("B")', "A66"],
    ['=TEXTBEFORE("a-b-c","-")', "a"],
    ['=TEXTAFTER("a-b-c","-",2)', "c"],
    ['=NUMBERVALUE("1.234,5",",",".")', 1234.5],
  ],
  "dates count from 1900, its 29 February included": [
    ["=DATE(2023,3,15)", 45000],
    ["=DATE(1900,3,1)", 61],
    ["=DATE(1900,1,1)", 1],
    ["=DATE(2024,14,1)", 45689],
    ["=YEAR(K1)", 2023],
    ["=MONTH(K1:K3)", [[3], [4], [1]]],
    ["=DAY(60)", 29],
    ["=WEEKDAY(K1)", 4],
    ["=WEEKDAY(K1,2)", 3],
    ["=EDATE(45322,1)", 45351],
    ["=EOMONTH(K1,0)", 45016],
    ['=DATEDIF(K1,K3,"d")', 292],
    ["=DAYS(K3,K1)", 292],
    ["=NETWORKDAYS(45000,45006)", 5],
    ["=WORKDAY(45000,5)", 45007],
    ["=HOUR(K2)", 18],
    ["=TIME(6,0,0)", 0.25],
    ['=DATEVALUE("2024-03-01")', 45352],
    ["=N1+0", 45352],
    ["=TODAY()", 46121],
    ["=NOW()-TODAY()", expect.closeTo(0.6458333, 6)],
    ["=YEAR(TODAY())", 2026],
    ["=ISOWEEKNUM(DATE(2026,1,1))", 1],
    ["=WEEKNUM(DATE(2026,4,9))", 15],
  ],
  "look-ups": [
    ["=VLOOKUP(3,A1:C5,3,FALSE)", 30],
    ["=VLOOKUP(2.5,A1:C5,3)", 20],
    ["=VLOOKUP(9,A1:C5,3,FALSE)", "#N/A"],
    ['=VLOOKUP("BANANA",B1:C5,2,FALSE)', 20],
    ["=VLOOKUP({1,2},A1:C5,3,FALSE)", [[10, 20]]],
    ["=HLOOKUP(1,A1:C3,2,FALSE)", 2],
    ['=MATCH("cherry",B1:B5,0)', 3],
    ['=MATCH("app*",B1:B5,0)', 1],
    ["=MATCH(3.5,A1:A5)", 3],
    ["=INDEX(C1:C5,2)", 20],
    ["=INDEX(A1:C5,2,3)", 20],
    ["=INDEX(A1:C1,3)", 10],
    ["=INDEX(A1:C5,9,1)", "#REF!"],
    ["=SUM(INDEX(A1:C5,0,1))", 15],
    ["=INDEX(A1:A5,{1;3})", [[1], [3]]],
    ["=SUM(A1:INDEX(A1:A5,3))", 6],
    ["=XLOOKUP(2,A1:A5,B1:B5)", "Banana"],
    ['=XLOOKUP(9,A1:A5,B1:B5,"none")', "none"],
    ["=XMATCH(3,A1:A5)", 3],
    ["=LOOKUP(2.5,A1:A5,C1:C5)", 20],
    ["=OFFSET(A1,1,2)", 20],
    ["=SUM(OFFSET(A1,0,0,3,1))", 6],
    ["=OFFSET(A1,-1,0)", "#REF!"],
    ['=INDIRECT("C"&2)', 20],
    ['=SUM(INDIRECT("A1:A3"))', 6],
    ["=INDIRECT(\"'My data'!A1\")", 7],
    ['=INDIRECT("R2C3",FALSE)', 20],
    ['=INDIRECT("?")', "#REF!"],
    ["=ROW(A5)", 5],
    ["=ROW()", 100],
    ["=COLUMN(C1)", 3],
    ["=ROWS(A1:C5)&COLUMNS(A1:C5)", "53"],
    ["=ROWS(A:A)", 1048576],
    ["=ADDRESS(2,3)", "$C$2"],
    ["=ISREF(A1)", true],
    ["=ISFORMULA(I2)", true],
    ["=FORMULATEXT(I2)", "=[@Qty]*[@[Unit price]]"],
    ["=SHEETS()", 3],
    ['=SHEET("Last")', 3],
  ],
  "other sheets and names": [
    ["='My data'!A1*2", 14],
    ["='my DATA'!A1", 7],
    ["=SUM('My data:Last'!A1)", 12],
    ["=rate*4", 1],
    ["=COUNTA(fruit)", 4],
    ["=one_cell+1", 31],
    ["=twice(21)", 42],
    ["=INDEX(fruit,2)", "Banana"],
  ],
  "structured references": [
    ["=SUM(Sales[Qty])", 10],
    ["=SUM(sales[[#All],[Qty]])", 10],
    ["=Sales[[#Headers],[Unit price]]", "Unit price"],
    ["=SUM(Sales[[Qty]:[Unit price]])", 17.5],
    ["=ROWS(Sales)", 3],
    ["=COLUMNS(Sales[#All])", 4],
    ["=ROWS(Sales[#All])", 4],
    ["=SUM(Sales[Sum '#1])", 25],
    ["=SUM(Sales[[#Data],[Sum '#1]])", 25],
    ["=Sales[[#Totals],[Qty]]", "#REF!"],
    ["=SUM(Sales[Nope])", "#REF!"],
    ["=SUM(Nope[Qty])", "#REF!"],
    ["=[@Qty]", "#VALUE!"],
    ["=Sales[@Qty]", "#VALUE!"],
    ['=XLOOKUP("ink",Sales[Name],Sales[Qty])', 3],
    ['=SUMIFS(Sales[Qty],Sales[Name],"p*")', 7],
  ],
  "dynamic arrays": [
    [
      "=SEQUENCE(2,2)",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["=A1:A3*10", [[10], [20], [30]]],
    [
      "=A1:A2+{1,2}",
      [
        [2, 3],
        [3, 4],
      ],
    ],
    ["={1,2}+{1,2,3}", [[2, 4, "#N/A"]]],
    ["=FILTER(A1:A5,A1:A5>3)", [[4], [5]]],
    ['=FILTER(A1:A5,A1:A5>9,"none")', "none"],
    ["=FILTER(A1:A5,A1:A5>9)", "#CALC!"],
    ["=SORT({3;1;2})", [[1], [2], [3]]],
    ["=SORTBY(A1:A3,{2;3;1})", [[3], [1], [2]]],
    ["=UNIQUE({1;2;1})", [[1], [2]]],
    ["=TRANSPOSE(A1:A3)", [[1, 2, 3]]],
    ["=SUM(M1#)", 6],
    ["=M1#*2", [[2], [4], [6]]],
    ["=A1#", "#REF!"],
    ["=@A1:A5", "#VALUE!"],
    ["=TAKE(A1:A5,2)", [[1], [2]]],
    ["=VSTACK(A1:A2,C1:C2)", [[1], [2], [10], [20]]],
    ['=TEXTSPLIT("a,b",",")', [["a", "b"]]],
    ["=LET(x,2,y,x+1,x*y)", 6],
    ["=LAMBDA(a,b,a+b)(1,2)", 3],
    ["=MAP(A1:A3,LAMBDA(v,v*v))", [[1], [4], [9]]],
    ["=REDUCE(0,A1:A5,LAMBDA(s,v,s+v))", 15],
    ["=SCAN(0,A1:A3,LAMBDA(s,v,s+v))", [[1], [3], [6]]],
    ["=BYROW(A1:C2,LAMBDA(r,COUNT(r)))", [[2], [2]]],
    ["=BYCOL(A1:A3,LAMBDA(c,SUM(c)))", 6],
    [
      "=MAKEARRAY(2,2,LAMBDA(r,c,r*10+c))",
      [
        [11, 12],
        [21, 22],
      ],
    ],
    ["=_xlfn.XLOOKUP(2,A1:A5,B1:B5)", "Banana"],
    ["=SUM(IF(A1:A5>2,C1:C5,0))", 120],
    ["=LAMBDA(x,x)", "#CALC!"],
  ],
  "blank cells": [
    ["=D5", 0],
    ['=D5&""', ""],
    ["=ISBLANK(D5)", true],
    ["=ISBLANK(B5)", false],
    ["=LEN(D5)", 0],
    ['=N("x")', 0],
    ["=T(5)", ""],
    ["=TYPE(A1:A2)", 64],
  ],
};

for (const [title, list] of Object.entries(cases)) {
  describe(title, () => {
    it.each(list)("%s", (formula, answer) => {
      expect(bench.answer(formula)).toEqual(answer);
    });
  });
}

describe("formulas in cells", () => {
  it("calculates a table's column with [@Column]", () => {
    expect(bench.values("I2:I4")).toEqual([[3], [12], [10]]);
  });

  it("refuses text that is no formula with #NAME? and goes on", () => {
    const book = new Bench({ A1: "=1+", A2: "=A1", A3: "=2*3" });
    expect(book.values("A1:A3")).toEqual([["#NAME?"], ["#NAME?"], [6]]);
  });

  it("answers 0 in a circle and names its members, as Excel does after its warning", () => {
    const book = new Bench({ A1: "=B1+1", B1: "=A1+1", C1: "=B1+5" });
    expect(book.values("A1:C1")).toEqual([[0, 0, 5]]);
    expect(book.calculation.circularCells()).toHaveLength(2);
    book.edit("B1", 1);
    expect(book.values("A1:C1")).toEqual([[2, 1, 6]]);
    expect(book.calculation.circularCells()).toEqual([]);
  });

  it("sees a circle through a range that holds the formula itself", () => {
    const book = new Bench({ A1: 1, A2: "=SUM(A:A)" });
    expect(book.value("A2")).toBe(0);
    expect(book.calculation.circularCells()).toHaveLength(1);
  });

  it("numbers days from 1904 where the workbook does", () => {
    const book = new Bench(
      { A1: "=DATE(2000,1,1)", A2: "=TODAY()", A3: "=YEAR(A1)" },
      (workbook) => {
        workbook.date1904 = true;
      },
    );
    expect(book.values("A1:A3")).toEqual([[35064], [46121 - 1462], [2000]]);
  });

  it("reads a chain of 20,000 cells upwards without exhausting the stack", () => {
    const book = new Bench({}, (_, sheet) => {
      for (let row = 0; row < 20_000; row++) {
        sheet.cells.setFormula(row, 0, { text: `=A${row + 2}+1` });
      }
      sheet.cells.setValue(20_000, 0, 1);
    });
    expect(book.value("A1")).toBe(20_001);
    book.edit("A20001", 5);
    expect(book.value("A1")).toBe(20_005);
  });

  it("sees a circle of 1,000 cells", () => {
    const book = new Bench({}, (_, sheet) => {
      for (let row = 0; row < 1000; row++) {
        sheet.cells.setFormula(row, 0, { text: `=A${((row + 1) % 1000) + 1}+1` });
      }
    });
    expect(book.calculation.circularCells()).toHaveLength(1000);
    expect(book.value("A500")).toBe(0);
  });
});
