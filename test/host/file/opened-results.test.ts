import type { CustomCall } from "../../../src/host/calc/calculation";
import { createCalculation } from "../../../src/host/calc/engine";
import { readCalculationSettings } from "../../../src/host/file/calculation-settings";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import type { Scalar } from "../../../src/host/model/cell";
import { Workbook } from "../../../src/host/model/workbook";

/** Formulas with results that no calculation gives, so that it shows which of them were calculated. */
async function openedWith(cells: Readonly<Record<string, readonly [string, Scalar]>>) {
  const workbook = new Workbook();
  workbook.addSheet("Data").cells.setValue(0, 0, 1);
  const sheet = workbook.addSheet("Formulas");
  for (const [row, [text, result]] of Object.values(cells).entries()) {
    sheet.cells.setFormula(row, 0, { text });
    sheet.cells.setValue(row, 0, result);
  }
  const opened = await openWorkbook(await saveXlsx(workbook), "results.xlsx");
  if (!opened.ok) throw new Error(opened.failure.code);
  const rows = Object.keys(cells);
  const [data, formulas] = opened.workbook.sheets;
  if (data === undefined || formulas === undefined) throw new Error("the sheets are not there");
  const calculation = createCalculation(opened.workbook);
  const asked: CustomCall[] = [];
  return {
    data,
    calculation,
    asked,
    connect: (answersAgain = false) =>
      calculation.setCustomFunctions({
        traits: (name) =>
          name.startsWith("CRM.")
            ? { readsAddresses: false, isVolatile: false, answersAgain }
            : null,
        call: (calls) => {
          asked.push(...calls);
          return Promise.resolve(calls.map(({ args }) => Number(args[0]) * 10));
        },
      }),
    value: (name: string) => formulas.cells.value(rows.indexOf(name), 0),
  };
}

describe("results of an opened file", () => {
  it("stand until what they read changes; what changes with the clock is calculated", async () => {
    const book = await openedWith({
      plain: ["=Data!A1+1", 700],
      unknown: ["=CUBEVALUE(Data!A1)", 800],
      day: ["=TODAY()-TODAY()", 900],
    });
    book.calculation.recalculate();
    expect([book.value("plain"), book.value("unknown"), book.value("day")]).toEqual([700, 800, 0]);
    book.data.cells.setValue(0, 0, 5);
    book.calculation.cellsChanged(book.data, { top: 0, left: 0, bottom: 0, right: 0 });
    book.calculation.recalculate();
    expect([book.value("plain"), book.value("unknown")]).toEqual([6, { error: "#NAME?" }]);
  });

  it("are asked of a connected function only where it was not there or had not answered", async () => {
    const book = await openedWith({
      graded: ["=CRM.GRADE(Data!A1)", 700],
      unknown: ["=CRM.GRADE(Data!A1)+1", { error: "#NAME?" }],
      busy: ["=CRM.GRADE(Data!A1)+2", { error: "#BUSY!" }],
      reader: ["=A3", { error: "#BUSY!" }],
    });
    book.connect();
    book.calculation.recalculate();
    await book.calculation.settled();
    expect(book.asked.map(({ caller }) => caller)).toEqual(["Formulas!A2", "Formulas!A3"]);
    expect(["graded", "unknown", "busy", "reader"].map(book.value)).toEqual([700, 11, 12, 12]);
    // Whoever has been asked is asked again by the next add-in that brings the function.
    book.connect();
    book.calculation.recalculate();
    await book.calculation.settled();
    expect(book.asked).toHaveLength(4);
  });

  it("are asked for where a function goes on answering by itself", async () => {
    const book = await openedWith({ ticker: ["=CRM.TICKER(Data!A1)", 700] });
    book.connect(true);
    book.calculation.recalculate();
    await book.calculation.settled();
    expect([book.asked.length, book.value("ticker")]).toEqual([1, 10]);
  });

  it("stay where the formula cannot be read, as a link to another workbook", async () => {
    const book = await openedWith({
      linked: ["=[1]Prices!A1*2", 700],
      reader: ["=A1+Data!A1", 800],
    });
    book.calculation.recalculateAll("FullRebuild");
    expect([book.value("linked"), book.value("reader")]).toEqual([700, 701]);
  });

  it("that are missing are calculated, with all that reads them", async () => {
    const book = await openedWith({ reader: ["=A2*2", 700], missing: ["=Data!A1+1", null] });
    book.calculation.recalculate();
    expect([book.value("missing"), book.value("reader")]).toEqual([2, 4]);
  });

  it("are all calculated on demand, and where an older engine or nobody calculated the file", async () => {
    const book = await openedWith({ plain: ["=Data!A1+1", 700] });
    book.calculation.recalculateAll("Full");
    expect(book.value("plain")).toBe(2);
    const stand = (attributes: Record<string, string> | undefined): boolean => {
      const workbook = new Workbook();
      readCalculationSettings(workbook, attributes);
      return workbook.resultsStand;
    };
    expect(stand({ calcId: "191029" })).toBe(true);
    expect(stand({ calcId: "191029", fullCalcOnLoad: "1" })).toBe(false);
    expect(stand({ calcId: "124519" })).toBe(false);
    expect(stand(undefined)).toBe(false);
  });
});
