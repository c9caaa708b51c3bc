import { addTable, at, Bench } from "./workbook-of";

describe("dynamic arrays in cells", () => {
  it("fills the cells around and keeps the area with the formula", () => {
    const bench = new Bench({ B2: "=SEQUENCE(2,2)" });
    expect(bench.values("B2:C3")).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(bench.sheet.cells.formula(1, 1)?.spill).toEqual({
      top: 1,
      left: 1,
      bottom: 2,
      right: 2,
    });
    expect(bench.calculation.spillAt({ sheetId: bench.sheet.id, ...at("C3") })).toEqual({
      top: 1,
      left: 1,
      bottom: 2,
      right: 2,
    });
    expect(bench.calculation.spillAt({ sheetId: bench.sheet.id, ...at("D3") })).toBeNull();
  });

  it("shrinks, grows and clears what it leaves", () => {
    const bench = new Bench({ A1: 3, B1: "=SEQUENCE(A1)", C1: "=SUM(B1:B9)", D1: "=SUM(B1#)" });
    bench.edit("A1", 5);
    expect([bench.value("C1"), bench.value("D1")]).toEqual([15, 15]);
    bench.edit("A1", 2);
    expect(bench.values("B1:B5")).toEqual([[1], [2], [null], [null], [null]]);
    expect([bench.value("C1"), bench.value("D1")]).toEqual([3, 3]);
    bench.edit("A1", 1);
    expect(bench.sheet.cells.formula(0, 1)?.spill).toBeUndefined();
    bench.edit("A1", 3);
    bench.edit("B1", "text");
    expect(bench.values("B1:B3")).toEqual([["text"], [null], [null]]);
    expect(bench.value("C1")).toBe(0);
  });

  it("is #SPILL! while something is in the way and lies down when it is gone", () => {
    const bench = new Bench({ A1: "=SEQUENCE(3)", A3: "here", B1: "=SUM(A1:A3)" });
    expect(bench.values("A1:A3")).toEqual([["#SPILL!"], [null], ["here"]]);
    bench.edit("A3", null);
    expect(bench.values("A1:A3")).toEqual([[1], [2], [3]]);
    expect(bench.value("B1")).toBe(6);
    bench.edit("A2", "typed");
    expect(bench.values("A1:A3")).toEqual([["#SPILL!"], ["typed"], [null]]);
    bench.edit("A2", null);
    expect(bench.values("A1:A3")).toEqual([[1], [2], [3]]);
    bench.edit("A3", "=1+1");
    expect(bench.values("A1:A3")).toEqual([["#SPILL!"], [null], [2]]);
  });

  it("comes back when one of its cells is cleared", () => {
    const bench = new Bench({ A1: "=SEQUENCE(3)" });
    bench.edit("A2", null);
    expect(bench.values("A1:A3")).toEqual([[1], [2], [3]]);
  });

  it("is #SPILL! in a table, over a merge and beyond the sheet", () => {
    const bench = new Bench(
      { A1: "x", A2: "=SEQUENCE(2)", C1: "=SEQUENCE(3)", E1: "=SEQUENCE(2000000)" },
      (workbook, sheet) => {
        addTable(workbook, sheet, "T", "A1:A3");
        sheet.merges.push({ top: 1, left: 2, bottom: 1, right: 3 });
      },
    );
    expect(bench.values("A2:C2")[0]?.[0]).toBe("#SPILL!");
    expect(bench.values("C1:C1")).toEqual([["#SPILL!"]]);
    expect(bench.values("E1:E1")[0]?.[0]).toMatch(/^#(SPILL|VALUE|NUM|CALC)!$/);
  });

  it("keeps the array a file brought, instead of being blocked by it", () => {
    const bench = new Bench({}, (_, sheet) => {
      const spill = { top: 0, left: 0, bottom: 2, right: 0 };
      sheet.cells.setFormula(0, 0, { text: "=SEQUENCE(3)", spill });
      [1, 2, 3].forEach((value, row) => sheet.cells.setValue(row, 0, value));
    });
    expect(bench.values("A1:A3")).toEqual([[1], [2], [3]]);
    expect(bench.calculation.recalculate()).toEqual([]);
  });

  it("fills a {=…} formula's own area, #N/A where the array is too small", () => {
    const bench = new Bench({}, (_, sheet) => {
      const spill = { top: 0, left: 0, bottom: 2, right: 1 };
      sheet.cells.setFormula(0, 0, { text: "={1;2}*10", spill, array: true });
    });
    expect(bench.values("A1:B3")).toEqual([
      [10, 10],
      [20, 20],
      ["#N/A", "#N/A"],
    ]);
  });

  it("lets one array feed another", () => {
    const bench = new Bench({ A1: 2, B1: "=SEQUENCE(A1)", C1: "=B1#*10", D1: "=SORT(C1#,,-1)" });
    bench.edit("A1", 3);
    expect(bench.values("B1:D3")).toEqual([
      [1, 10, 30],
      [2, 20, 20],
      [3, 30, 10],
    ]);
  });
});
