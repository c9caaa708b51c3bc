import { addTable, Bench } from "./workbook-of";

// Results on which LibreOffice and Microsoft's documentation agreed against an earlier state of the engine. The whole
// comparison is `npm run test:libreoffice`.

const bench = new Bench(
  {
    A1: 3,
    A2: null,
    A3: "12",
    A4: 12,
    A5: 0,
    B1: "apple",
    B2: '=""',
    B4: "Apple pie",
    B5: "a*b",
    C1: 45322,
    C2: 45350.75,
    C3: 36525,
    C4: "2024-01-31 06:00",
    D1: "x",
    D2: "y",
    D3: "x",
    D4: { error: "#N/A" },
    D5: true,
    E1: 10,
    E2: 20,
    E3: 30,
    E4: 40,
    E5: 50,
    G1: "Name",
    H1: "Qty",
    G2: "pen",
    H2: 2,
    G3: "ink",
    H3: 3,
  },
  (workbook, sheet) => {
    addTable(workbook, sheet, "Sales", "G1:H3");
  },
);

/** Examples of Excel help's pages of these functions. */
const older: readonly (readonly [formula: string, answer: number])[] = [
  ["=POISSON(2,5,TRUE)", 0.124652],
  ["=WEIBULL(105,20,100,TRUE)", 0.929581],
  ["=EXPONDIST(0.2,10,TRUE)", 0.864665],
  ["=LOGNORMDIST(4,3.5,1.2)", 0.039084],
  ["=LOGINV(0.039084,3.5,1.2)", 4.000025],
  ["=NEGBINOMDIST(10,5,0.25)", 0.055049],
  ["=HYPGEOMDIST(1,4,8,20)", 0.363261],
  ["=CHIDIST(18.307,10)", 0.050001],
  ["=CRITBINOM(6,0.5,0.75)", 4],
  ["=TINV(0.054644927,60)", 1.959999],
  ["=FDIST(15.20675,6,4)", 0.01],
  ["=GAMMADIST(10.00001131,9,2,FALSE)", 0.032639],
  ["=COVAR({3,2,4,5,6},{9,7,12,15,17})", 5.2],
  ["=PEARSON({9,7,5,3,1},{10,6,1,5,3})", 0.699379],
];

it.each(older)("%s is what its page says, under its older name", (formula, answer) => {
  expect(
    bench.calculation.evaluate(formula, { sheetId: bench.sheet.id, row: 30, column: 30 }),
  ).toBeCloseTo(answer, 5);
});

const cases: Readonly<Record<string, readonly (readonly [formula: string, answer: unknown])[]>> = {
  "criteria read days, tell empty cells from empty texts, and find numbers in texts": [
    ['=COUNTIF(C1:C3,">=2024-01-31")', 2],
    ['=COUNTIF(C1:C3,"2024-01-31")', 1],
    ['=COUNTIF(C1:C3,"<"&DATE(2024,1,1))', 1],
    ['=COUNTIF(B1:B5,"<>")', 4],
    ['=COUNTIF(B1:B5,"=")', 1],
    ['=COUNTIF(B1:B5,"")', 2],
    ['=COUNTIF(B:B,"=")', 1_048_576 - 4],
    ['=COUNTIF(A1:A5,"12")', 2],
    ["=COUNTIF(A1:A5,12)", 2],
    ["=COUNTIF(A1:A5,A2)", 1],
    ['=COUNTIF(B1:B5,"APP*")', 2],
    ['=COUNTIF(B1:B5,"a~*b")', 1],
    ['=COUNTIF(B1:B5,"<>apple")', 4],
    ['=COUNTIF(D1:D5,"#N/A")', 1],
    ["=COUNTIF(D1:D5,TRUE)", 1],
    ['=COUNTIF(E1:E5,">20%")', 5],
    ['=SUMIF(D1:D5,"x",E1)', 40],
    ['=SUMIFS(E1:E5,D1:D5,"x",E1:E5,">10")', 30],
    ['=SUMIFS(E1:E5,D1:D3,"x")', "#VALUE!"],
    ['=SUMIFS(D1:D5,E1:E5,">30")', "#N/A"],
    ['=AVERAGEIF(D1:D5,"x",E1:E5)', 20],
    ['=AVERAGEIF(D1:D5,"q",E1:E5)', "#DIV/0!"],
    ['=MAXIFS(E1:E5,D1:D5,"q")', 0],
    ['=COUNTIFS(D1:D5,"x",E1:E5,">10")', 1],
    ['=COUNTIF(D1:D5,{"x","y"})', [[2, 1]]],
    ["=COUNTIF({1,2},1)", "#VALUE!"],
  ],
  "texts that spell days and times count as numbers": [
    ['="2024-01-31 06:00"+0', 45322.25],
    ["=C4+0", 45322.25],
    ['=VALUE("1,234.5")', 1234.5],
    ['=VALUE("$3")', 3],
    ['=VALUE("(4)")', -4],
    ['=VALUE("2024-02-29")', 45351],
    ['=VALUE("6:00")', 0.25],
    ["=VALUE(TRUE)", "#VALUE!"],
    ['=VALUE("abc")', "#VALUE!"],
    ['=TIMEVALUE("2024-02-29 06:00")', 0.25],
    ['=HOUR("1:30 PM")', 13],
    ['=DAYS("2024-03-01","2024-02-01")', 29],
    ['=DATEDIF("2024-01-31","2024-03-01","d")', 30],
    ['=COUNT("2024-01-31",TRUE,"3","x")', 3],
    ["=COUNT(A1:A5,D5)", 3],
    ['=NUMBERVALUE(" 1 2 ")', 12],
  ],
  "calendar functions": [
    ["=TIME(12,0,-1)", 43_199 / 86_400],
    ["=TIME(-1,0,0)", "#NUM!"],
    ["=TIME(32768,0,0)", "#NUM!"],
    ['=NETWORKDAYS.INTL(DATE(2024,2,1),DATE(2024,2,29),"0000011")', 21],
    ["=NETWORKDAYS.INTL(DATE(2024,2,1),DATE(2024,2,29),11)", 25],
    ["=NETWORKDAYS.INTL(DATE(2024,2,1),DATE(2024,2,29),7)", 21],
    ["=NETWORKDAYS.INTL(DATE(2024,2,29),DATE(2024,2,1))", -21],
    ["=NETWORKDAYS.INTL(DATE(2024,2,1),DATE(2024,2,29),1,DATE(2024,2,12))", 20],
    ['=NETWORKDAYS.INTL(DATE(2024,2,1),DATE(2024,2,29),"1111111")', 0],
    ["=NETWORKDAYS.INTL(1,9,8)", "#NUM!"],
    ['=NETWORKDAYS.INTL(1,9,"01")', "#VALUE!"],
    ['=WORKDAY.INTL(DATE(2024,2,29),5,"0000001")', 45357],
    ['=WORKDAY.INTL(DATE(2024,2,29),5,"1111111")', "#VALUE!"],
    ["=WORKDAY.INTL(DATE(2024,3,4),-1)", 45352],
    ["=DAYS360(DATE(2024,2,29),DATE(2024,3,31))", 30],
    ["=DAYS360(DATE(2024,1,15),DATE(2024,3,31))", 76],
    ["=DAYS360(DATE(2024,1,15),DATE(2024,3,31),TRUE)", 75],
    ["=YEARFRAC(DATE(2020,2,29),DATE(2024,2,28),1)", expect.closeTo(1460 / 365.4, 12)],
    ["=YEARFRAC(DATE(2024,1,31),DATE(2024,3,31),1)", expect.closeTo(60 / 366, 12)],
  ],
  "rounding follows the decimal number people see": [
    ["=ROUND(1.005,2)", 1.01],
    ["=ROUND(-1.005,2)", -1.01],
    ["=ROUND(1234.5,-2)", 1200],
    ["=ROUND(2.5,0)", 3],
    ["=ROUNDUP(1.1,1)", 1.1],
    ["=ROUNDDOWN(-1.99,1)", -1.9],
    ["=TRUNC(8.9)", 8],
    ["=ROUND(5,400)", 5],
    ["=ROUND(5,-400)", 0],
    ['=TEXT(1.005,"0.00")', "1.01"],
    ['=TEXT(-2.5,"0")', "-3"],
    ["=CEILING(-2.5,2)", -2],
    ["=FLOOR(-2.5,2)", -4],
    ["=CEILING(2.5,-2)", "#NUM!"],
    ["=FLOOR(3,0)", "#DIV/0!"],
    ["=CEILING(1.1,0.1)", 1.1],
  ],
  text: [
    ["=LEN(1/3)", 17],
    ["=LEFT(0.1+0.2,9)", "0.3"],
    ['=SUBSTITUTE(0.1+0.2,"3","4")', "0.4"],
    ['=TEXTJOIN({",",";"},TRUE,E1:E4)', "10,20;30,40"],
    ['=TEXTJOIN("-",FALSE,A1:A3)', "3--12"],
    ['=TEXTJOIN(",",TRUE,D1:D4)', "#N/A"],
    ['=TEXTJOIN("",TRUE,REPT("x",20000),REPT("y",20000))', "#VALUE!"],
    ["=CONCAT(A1:A4)", "31212"],
  ],
  "look-ups": [
    ["=VLOOKUP(3,A1:C5,0,FALSE)", "#VALUE!"],
    ["=VLOOKUP(3,A1:C5,4,FALSE)", "#REF!"],
    ["=MATCH(A2,A1:A5,0)", 5],
    ["=SUM(XLOOKUP(3,H2:H3,H2:H3):XLOOKUP(2,H2:H3,H2:H3))", 5],
    ['=SUM(XLOOKUP("y",D1:D5,E1:E5):XLOOKUP("x",D1:D5,E1:E5,,0,-1))', 50],
    ['=XLOOKUP("q",D1:D5,E1:E5,"none")', "none"],
    ["=XLOOKUP(3,A1:A5,D1:E5)", [["x", 10]]],
    ["=XLOOKUP(9,A1,D1)", "#N/A"],
    ["=XLOOKUP(9,A1,D1,1/0)", "#DIV/0!"],
    ["=XLOOKUP(3,A1,D1)", "x"],
    ["=XLOOKUP(20,A1:E1,A2:E2)", "#N/A"],
    ["=XLOOKUP(10,A1:E1,A3:E3)", 30],
    ["=XLOOKUP({3,12},A1:A5,E1:E5)", [[10, 40]]],
    ['=CELL("row",B3)', 3],
    ['=CELL("col",B3)', 2],
    ['=CELL("address",B3:C9)', "$B$3"],
    ['=CELL("contents",E2)', 20],
    ['=CELL("type",B2)&CELL("type",B3)&CELL("type",E2)', "lbv"],
  ],
};

for (const [title, list] of Object.entries(cases)) {
  describe(title, () => {
    it.each(list)("%s", (formula, answer) => {
      expect(bench.answer(formula)).toEqual(answer);
    });
  });
}

it("counts elapsed hours from 0 in the 1904 system too", () => {
  const other = new Bench({}, (workbook) => {
    workbook.date1904 = true;
  });
  expect(other.answer('=TEXT(1.5,"[h]:mm")')).toBe("36:00");
  expect(other.answer('=TEXT(0,"yyyy-mm-dd")')).toBe("1904-01-01");
});
