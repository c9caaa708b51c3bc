import fc from "fast-check";
import { isCellError, type Scalar } from "../../../src/host/model/cell";
import { addTable, Bench, type Cells } from "./workbook-of";

const columns = ["A", "B", "C", "D", "E"];
const rows = [1, 2, 3, 4, 5, 6];

const address = fc
  .tuple(fc.constantFrom(...columns), fc.constantFrom(...rows))
  .map(([column, row]) => `${column}${row}`);
const dollar = fc
  .tuple(
    fc.constantFrom("", "$"),
    fc.constantFrom(...columns),
    fc.constantFrom("", "$"),
    fc.constantFrom(...rows),
  )
  .map(([a, column, b, row]) => `${a}${column}${b}${row}`);
const area = fc.tuple(dollar, dollar).map(([from, to]) => `${from}:${to}`);

const formula = fc.oneof(
  dollar.map((ref) => `=${ref}`),
  fc.tuple(dollar, dollar).map(([one, other]) => `=${one}+${other}`),
  fc.tuple(dollar, dollar, dollar).map(([one, two, three]) => `=IF(${one}>2,${two},${three})`),
  area.map((ref) => `=SUM(${ref})`),
  area.map((ref) => `=COUNTIF(${ref},">1")`),
  fc.constantFrom(...columns).map((column) => `=SUM(${column}:${column})`),
  area.map((ref) => `=IFERROR(INDEX(${ref},2,1),"none")`),
  fc
    .tuple(dollar, fc.integer({ min: 0, max: 2 }))
    .map(([ref, down]) => `=OFFSET(${ref},${down},0)`),
  fc
    .tuple(fc.constantFrom(...columns), dollar)
    .map(([column, ref]) => `=INDIRECT("${column}"&MOD(N(${ref}),3)+1)`),
  fc.constant("=total*2"),
  dollar.map((ref) => `=Other!A1&${ref}`),
  fc.constant("=SUM(Items[Qty])"),
);
const value: fc.Arbitrary<Scalar> = fc.oneof(
  fc.integer({ min: -3, max: 5 }),
  fc.constantFrom("x", "", true, null),
);
const plain = fc.oneof({ weight: 2, arbitrary: value }, { weight: 3, arbitrary: formula });
/** Arrays spill into one column apart, so that who came first cannot decide who is in whose way. */
const spilling = fc.oneof(
  value,
  fc.integer({ min: 1, max: 4 }).map((count) => `=SEQUENCE(${count})`),
  fc.constant("=SEQUENCE(MOD(ABS(N(B1)),4)+1)"),
);

function build(cells: Cells): Bench {
  return new Bench(cells, (workbook, sheet) => {
    const other = workbook.addSheet("Other");
    other.cells.setFormula(0, 0, { text: "=Sheet1!A1" });
    workbook.names.push({
      name: "total",
      formula: "=SUM(Sheet1!$B$1:$B$3)",
      sheetId: null,
      visible: true,
      comment: "",
    });
    sheet.cells.setValue(10, 0, "Qty");
    sheet.cells.setFormula(11, 0, { text: "=A1" });
    sheet.cells.setValue(12, 0, 4);
    addTable(workbook, sheet, "Items", "A11:A13");
  });
}

function valuesOf(bench: Bench): unknown {
  return bench.values("A1:H14").map((line) => line.map((item) => (Object.is(item, -0) ? 0 : item)));
}

function check(cellsOf: fc.Arbitrary<Scalar>, place: fc.Arbitrary<string>, start: Cells): void {
  const edits = fc.array(fc.tuple(place, cellsOf, fc.boolean()), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(edits, (list) => {
      const bench = build(start);
      const inputs: Record<string, Scalar> = { ...start };
      for (const [at, item, calculate] of list) {
        inputs[at] = item;
        bench.write(at, item);
        if (calculate) bench.calculation.recalculate();
      }
      bench.calculation.recalculate();
      expect(valuesOf(bench)).toEqual(valuesOf(build(inputs)));
      expect(bench.calculation.circularCells().length).toBe(
        build(inputs).calculation.circularCells().length,
      );
    }),
    { seed: 20260101, numRuns: 300 },
  );
}

describe("incremental calculation", () => {
  it("ends where a calculation from scratch does, whatever was edited in whatever order", () => {
    check(plain, address, { A1: 1, B1: "=A1+1", C1: "=B1*2" });
  });

  it("ends there with growing and shrinking arrays too", () => {
    const place = fc.constantFrom("A1", "A2", "H1", "H3", "H6", "C2");
    // Sizes come from a cell no array reaches: an array that reads itself has no one answer.
    const size = fc.tuple(fc.constant("B1"), fc.integer({ min: 0, max: 5 }));
    const cells = fc.oneof(
      spilling,
      fc.constant("=SUM(H1:H9)"),
      fc.constant("=COUNT(H:H)"),
      fc.constant("=H2"),
    );
    const start: Cells = { H1: "=SEQUENCE(3)", A2: "=SUM(H1:H5)" };
    const edits = fc.array(fc.oneof(fc.tuple(place, cells), size), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(edits, (list) => {
        const bench = build(start);
        const inputs: Record<string, Scalar> = { ...start };
        for (const [at, item] of list) {
          inputs[at] = item;
          bench.edit(at, item);
        }
        // Two arrays that want the same cells: the first to lie there stays, so the order of edits counts.
        const crowded = bench.values("H1:H9").flat().includes("#SPILL!");
        fc.pre(!crowded && bench.calculation.circularCells().length === 0);
        const scratch = build(inputs);
        fc.pre(scratch.calculation.circularCells().length === 0);
        expect(valuesOf(bench)).toEqual(valuesOf(scratch));
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });

  it("makes stale only the rows that read the changed cell", () => {
    const bench = new Bench({}, (_, sheet) => {
      for (let row = 0; row < 1000; row++) {
        sheet.cells.setValue(row, 0, row);
        sheet.cells.setFormula(row, 1, { text: `=A${row + 1}*2` });
        sheet.cells.setFormula(row, 2, { text: `=SUM(A$1:A${row + 1})` });
      }
    });
    // B501, and the running totals from row 501 on.
    expect(bench.edit("A501", -1)).toBe(1 + 500);
    expect(bench.value("C1000")).toBe(499_500 - 501);
    expect(bench.edit("A1000", 1000)).toBe(2);
  });

  it("calculates TODAY again only when the day is another, NOW each time", () => {
    const bench = new Bench({ A1: "=TODAY()", A2: "=NOW()" });
    expect(bench.calculation.recalculate()).toHaveLength(0);
    bench.calculation.setClock(() => new Date(2026, 3, 9, 16, 0));
    expect(bench.calculation.recalculate().map((ref) => ref.row)).toEqual([1]);
    bench.calculation.setClock(() => new Date(2026, 3, 10, 9, 0));
    expect(bench.calculation.recalculate().map((ref) => ref.row)).toEqual([0, 1]);
  });

  it("follows names, tables and sheets that change shape", () => {
    const bench = build({
      A1: 1,
      B1: 2,
      D1: "=total",
      D2: "=SUM(Items[Qty])",
      D3: "=Late!A1",
      D4: "=later",
    });
    expect(bench.values("D1:D4")).toEqual([[2], [5], ["#REF!"], ["#NAME?"]]);
    const { workbook, sheet, calculation } = bench;
    const total = workbook.names.find((name) => name.name === "total");
    if (total !== undefined) total.formula = "=Sheet1!$A$1*100";
    workbook.names.push({
      name: "later",
      formula: "=7",
      sheetId: null,
      visible: true,
      comment: "",
    });
    sheet.cells.setValue(13, 0, 10);
    const table = sheet.tables[0];
    if (table !== undefined) table.area = { ...table.area, bottom: 13 };
    workbook.addSheet("Late").cells.setValue(0, 0, "here");
    calculation.structureChanged("names");
    calculation.recalculate();
    expect(bench.values("D1:D4")).toEqual([[100], [15], ["here"], [7]]);
    workbook.sheets.splice(2, 1);
    calculation.structureChanged();
    calculation.recalculate();
    expect(bench.value("D3")).toEqual({ error: "#REF!" });
  });

  it("reads formulas that moved with their cells", () => {
    const bench = new Bench({ A1: 1, B1: "=A1+1", C1: "=SEQUENCE(2)", B5: "=SUM(C1:C4)" });
    const { cells } = bench.sheet;
    bench.calculation.cellsWillMove(bench.sheet);
    cells.insertRows(0, 2, 0, 9);
    cells.setFormula(2, 1, { text: "=A3+1" });
    cells.setFormula(6, 1, { text: "=SUM(C3:C6)" });
    bench.calculation.structureChanged();
    bench.calculation.recalculate();
    expect(bench.values("A3:C4")).toEqual([
      [1, 2, 1],
      [null, null, 2],
    ]);
    expect(bench.value("B7")).toBe(3);
    bench.edit("A3", 5);
    expect(bench.value("B3")).toBe(6);
    expect(bench.values("C3:C4")).toEqual([[1], [2]]);
  });

  it("leaves everything as it is in a manual workbook until asked", () => {
    const bench = new Bench({ A1: 1, A2: "=A1+1" }, (workbook) => {
      workbook.calculationMode = "Manual";
    });
    bench.write("A1", 5);
    expect(bench.answer("=A2")).toBe(2);
    expect(bench.value("A2")).toBe(2);
    bench.calculation.recalculate();
    expect(bench.answer("=A2")).toBe(6);
  });

  it("says which cells changed, each once", () => {
    const bench = new Bench({ A1: 1, A2: "=A1*0", A3: "=A1+1" });
    bench.write("A1", 2);
    const changed = bench.calculation.recalculate();
    expect(changed.map((ref) => ref.row)).toEqual([2]);
    expect(isCellError(bench.value("A2"))).toBe(false);
  });
});
