import type { CustomAnswer, CustomCall, CustomTraits } from "../../../src/host/calc/calculation";
import { addTable, Bench, type Cells } from "./workbook-of";

/** A port whose calls are answered when the test says so. */
class Port {
  readonly batches: { calls: readonly CustomCall[]; answer: (answers: CustomAnswer[]) => void }[] =
    [];
  names = new Set(["CRM.GRADE", "CRM.DAYS"]);

  traits(name: string): CustomTraits | null {
    return this.names.has(name) ? { readsAddresses: false, isVolatile: false } : null;
  }

  call(calls: readonly CustomCall[]): Promise<readonly CustomAnswer[]> {
    return new Promise((resolve) => this.batches.push({ calls, answer: resolve }));
  }

  get calls(): readonly CustomCall[] {
    return this.batches.flatMap((batch) => batch.calls);
  }
}

function benchWith(cells: Cells): { bench: Bench; port: Port; late: string[] } {
  const port = new Port();
  const late: string[] = [];
  const bench = new Bench(cells, (workbook, sheet) => {
    workbook.names.push({
      name: "as_of",
      formula: "=Sheet1!$J$1",
      sheetId: null,
      visible: true,
      comment: "",
    });
    workbook.names.push({
      name: "bounds",
      formula: "=Sheet1!$K$1:$L$2",
      sheetId: null,
      visible: true,
      comment: "",
    });
    sheet.cells.setValue(0, 9, 45000);
    sheet.cells.setValue(0, 10, "A");
    sheet.cells.setValue(0, 11, 1);
    sheet.cells.setValue(1, 10, "B");
  });
  bench.calculation.onLateResults((changed) =>
    late.push(...changed.map(({ row, column }) => `${row},${column}`)),
  );
  bench.calculation.setCustomFunctions(port);
  bench.calculation.recalculate();
  return { bench, port, late };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe("custom functions", () => {
  it("shows #BUSY! until the answer comes, then recalculates what reads it and says so", async () => {
    const { bench, port, late } = benchWith({
      A1: "clear",
      B1: "=CRM.GRADE(A1)",
      C1: '=B1&"!"',
      D1: '=IFERROR(B1,"?")',
    });
    expect(bench.values("B1:D1")).toEqual([["#BUSY!", "#BUSY!", "#BUSY!"]]);
    expect(port.calls).toMatchObject([{ name: "CRM.GRADE", args: ["clear"], caller: "Sheet1!B1" }]);
    port.batches[0]?.answer(["A"]);
    await bench.calculation.settled();
    expect(bench.values("B1:D1")).toEqual([["A", "A!", "A"]]);
    expect(late).toEqual(["0,1", "0,2", "0,3"]);
  });

  it("sends the calls of one calculation together", () => {
    const { port } = benchWith({
      A1: "=CRM.DAYS(1)",
      A2: "=CRM.DAYS(2)",
      A3: "=CRM.GRADE(3)+CRM.DAYS(4)",
    });
    expect(port.batches).toHaveLength(1);
    expect(port.calls.map((call) => call.args[0])).toEqual([1, 2, 3, 4]);
  });

  it("sends a thousand calls in a message, two messages at a time, in the order of the cells", async () => {
    const rows = 2_500;
    const cells = Object.fromEntries(
      Array.from({ length: rows }, (_, row) => [`A${row + 1}`, `=CRM.DAYS(${row})`]),
    );
    const { bench, port } = benchWith(cells);
    const sent = () => port.batches.map(({ calls }) => calls.length);
    const answer = async (batch: number): Promise<void> => {
      const asked = port.batches[batch];
      asked?.answer(asked.calls.map(({ args }) => Number(args[0]) * 2));
      await settle();
    };
    expect(sent()).toEqual([1_000, 1_000]);
    await answer(1);
    expect(sent()).toEqual([1_000, 1_000, 500]);
    expect(bench.values("A1:A1")).toEqual([["#BUSY!"]]);
    await answer(0);
    await answer(2);
    expect(port.calls.map(({ args }) => args[0])).toEqual([...Array(rows).keys()]);
    await bench.calculation.settled();
    expect(bench.values(`A1:A${rows}`)).toEqual(
      Array.from({ length: rows }, (_, row) => [row * 2]),
    );
  });

  it("passes omitted arguments and blanks as null, ranges as matrices, errors as errors", () => {
    const { port } = benchWith({
      A1: "=CRM.GRADE(,Z9,as_of,bounds)",
      A2: '=CRM.GRADE(IF(TRUE,bounds,""),IF(FALSE,bounds,""),TRUE)',
      A3: "=CRM.GRADE(1/0)",
      A4: "=CRM.GRADE({1,2;3,4})",
      A5: "=CRM.GRADE()",
    });
    const matrix = [
      ["A", 1],
      ["B", null],
    ];
    expect(port.calls.map((call) => call.args)).toEqual([
      [null, null, 45000, matrix],
      [matrix, "", true],
      [{ error: "#DIV/0!" }],
      [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      [],
    ]);
  });

  it("calls again only when the arguments are others", async () => {
    const { bench, port } = benchWith({ A1: 1, A2: 5, B1: "=CRM.DAYS(A1)+A2*0" });
    port.batches[0]?.answer([10]);
    await bench.calculation.settled();
    bench.edit("A2", 6);
    expect(port.batches).toHaveLength(1);
    expect(bench.value("B1")).toBe(10);
    bench.edit("A1", 2);
    expect(bench.value("B1")).toEqual({ error: "#BUSY!" });
    expect(port.batches).toHaveLength(2);
    port.batches[1]?.answer([20]);
    await bench.calculation.settled();
    expect(bench.value("B1")).toBe(20);
    bench.edit("A1", 1);
    expect(bench.value("B1")).toBe(10);
  });

  it("drops an answer that comes after its arguments changed", async () => {
    const { bench, port } = benchWith({ A1: 1, B1: "=CRM.DAYS(A1)" });
    bench.edit("A1", 2);
    port.batches[1]?.answer([20]);
    await settle();
    expect(bench.value("B1")).toBe(20);
    port.batches[0]?.answer([10]);
    await bench.calculation.settled();
    expect(bench.value("B1")).toBe(20);
  });

  it("drops an answer whose formula is gone", async () => {
    const { bench, port } = benchWith({ A1: "=CRM.DAYS(1)" });
    bench.edit("A1", "typed");
    port.batches[0]?.answer([10]);
    await bench.calculation.settled();
    expect(bench.value("A1")).toBe("typed");
  });

  it("calls only the branch that is taken", () => {
    const { port } = benchWith({ A1: "=IF(TRUE,1,CRM.DAYS(1))", A2: '=IF(A1=1,CRM.DAYS(2),"")' });
    expect(port.calls.map((call) => call.args)).toEqual([[2]]);
  });

  it("keeps an error's message in the cell that called and passes on the bare error", async () => {
    const { bench, port } = benchWith({ A1: "=CRM.GRADE(1)", A2: "=A1" });
    port.batches[0]?.answer([{ error: "#VALUE!", message: "horizons: A is missing 缺少 A" }]);
    await bench.calculation.settled();
    expect(bench.value("A1")).toEqual({
      error: "#VALUE!",
      message: "horizons: A is missing 缺少 A",
    });
    expect(bench.value("A2")).toEqual({ error: "#VALUE!" });
  });

  it("shows #VALUE! with the reason when the call itself fails", async () => {
    const port = {
      traits: () => ({ readsAddresses: false, isVolatile: false }),
      call: () => Promise.reject(new Error("the add-in is gone")),
    };
    const bench = new Bench({ A1: "=CRM.GRADE(1)" });
    bench.calculation.setCustomFunctions(port);
    bench.calculation.recalculate();
    await bench.calculation.settled();
    expect(bench.value("A1")).toEqual({ error: "#VALUE!", message: "the add-in is gone" });
  });

  it("lets an array answer spill, and calculates what reads it", async () => {
    const { bench, port } = benchWith({ A1: "=CRM.GRADE(1)", D1: "=SUM(A1:B2)" });
    port.batches[0]?.answer([
      [
        [1, 2],
        [3, 4],
      ],
    ]);
    await bench.calculation.settled();
    expect(bench.values("A1:B2")).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(bench.value("D1")).toBe(10);
  });

  it("does not know a function before it is registered", () => {
    const { bench, port } = benchWith({ A1: "=CRM.LATER(1)", A2: "=IFERROR(A1,0)" });
    expect(bench.values("A1:A2")).toEqual([["#NAME?"], [0]]);
    port.names.add("CRM.LATER");
    bench.calculation.setCustomFunctions(port);
    bench.calculation.recalculate();
    expect(bench.values("A1:A2")).toEqual([["#BUSY!"], ["#BUSY!"]]);
  });

  it("calls everything again on a full calculation", async () => {
    const { bench, port } = benchWith({ A1: "=CRM.DAYS(1)" });
    port.batches[0]?.answer([1]);
    await bench.calculation.settled();
    bench.calculation.recalculateAll("Recalculate");
    expect(port.batches).toHaveLength(1);
    bench.calculation.recalculateAll("FullRebuild");
    expect(port.batches).toHaveLength(2);
    port.batches[1]?.answer([2]);
    await bench.calculation.settled();
    expect(bench.value("A1")).toBe(2);
  });

  it("takes [@Column] and a chain of two functions", async () => {
    const port = new Port();
    const bench = new Bench(
      {
        A1: "x",
        B1: "g",
        C1: "d",
        A2: 1,
        A3: 2,
        B2: "=CRM.GRADE([@x])",
        B3: "=CRM.GRADE([@x])",
        C2: "=CRM.DAYS([@g])",
        C3: "=CRM.DAYS([@g])",
      },
      (workbook, sheet) => {
        addTable(workbook, sheet, "T", "A1:C3");
      },
    );
    bench.calculation.setCustomFunctions(port);
    bench.calculation.recalculate();
    expect(port.calls.map((call) => call.caller)).toEqual(["Sheet1!B2", "Sheet1!B3"]);
    port.batches[0]?.answer(["A", "B"]);
    await settle();
    expect(port.batches[1]?.calls.map((call) => call.args)).toEqual([["A"], ["B"]]);
    port.batches[1]?.answer([1, 7]);
    await bench.calculation.settled();
    expect(bench.values("B2:C3")).toEqual([
      ["A", 1],
      ["B", 7],
    ]);
  });

  it("answers #VALUE! in a condition outside the cells, where Excel allows no custom function", () => {
    const { bench } = benchWith({ A1: 1 });
    expect(bench.answer("=CRM.DAYS(1)")).toBe("#VALUE!");
  });
});
