import { ExcelHost, type Client } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { officeClient } from "../office-client";

describe("the add-in's runtime in the host", () => {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook);
  let client: Client;
  let answerSlow: (answer: string) => void;

  beforeAll(async () => {
    client = host.connect({
      functions: {
        namespace: "DEMO",
        functions: [
          { id: "TWICE", name: "TWICE", parameters: [{}] },
          { id: "GRID", name: "GRID", parameters: [] },
          { id: "SUMUP", name: "SUMUP", parameters: [{ dimensionality: "matrix" }] },
          { id: "SLOW", name: "SLOW", parameters: [] },
          { id: "REFUSE", name: "REFUSE", parameters: [{}] },
          {
            id: "LENIENT",
            name: "LENIENT",
            parameters: [{}],
            options: { allowErrorForDataTypeAny: true },
          },
        ],
      },
    });
    await officeClient(client);
    CustomFunctions.associate("TWICE", (value: number) => value * 2);
    CustomFunctions.associate("GRID", () =>
      Promise.resolve([
        [1, 2],
        [3, 4],
      ]),
    );
    const slow = new Promise<string>((resolve) => (answerSlow = resolve));
    CustomFunctions.associate("SLOW", () => slow);
    CustomFunctions.associate("SUMUP", (cells: number[][]) =>
      cells.flat().reduce((sum, cell) => sum + cell, 0),
    );
    CustomFunctions.associate("REFUSE", () => {
      return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, "not like this");
    });
    CustomFunctions.associate("LENIENT", (value: unknown) =>
      value instanceof CustomFunctions.Error ? "an error came" : "no error",
    );
  });

  const value = (row: number, column: number) => sheet.cells.value(row, column);

  it("calculates a custom function, and again when a cell it reads is edited", async () => {
    host.editor.type(sheet.id, 0, 0, "21");
    host.editor.type(sheet.id, 0, 1, "=DEMO.TWICE(A1)");
    expect(value(0, 1)).toEqual({ error: "#BUSY!" });
    await host.quiet();
    expect(value(0, 1)).toBe(42);
    host.editor.type(sheet.id, 0, 0, "5");
    await host.quiet();
    expect(value(0, 1)).toBe(10);
  });

  it("says that it is calculating until the custom functions have answered", async () => {
    const state = () =>
      Excel.run(async (context) => {
        const { application } = context.workbook;
        application.load("calculationState");
        await context.sync();
        return application.calculationState;
      });
    host.editor.type(sheet.id, 2, 1, "=DEMO.SLOW()");
    expect(await state()).toBe("Calculating");
    answerSlow("at last");
    await host.quiet();
    expect(await state()).toBe("Done");
    expect(value(2, 1)).toBe("at last");
  });

  it("spills an array and hands a range over as a matrix", async () => {
    host.editor.type(sheet.id, 4, 0, "=DEMO.GRID()");
    host.editor.type(sheet.id, 8, 0, "=DEMO.SUMUP(A5:B6)");
    await host.quiet();
    expect([value(4, 0), value(4, 1), value(5, 0), value(5, 1)]).toEqual([1, 2, 3, 4]);
    await host.quiet();
    expect(value(8, 0)).toBe(10);
  });

  it("keeps the message of a #VALUE! for the error's card", async () => {
    host.editor.type(sheet.id, 10, 0, "=DEMO.REFUSE(1)");
    await host.quiet();
    expect(value(10, 0)).toEqual({ error: "#VALUE!", message: "not like this" });
  });

  it("passes errors only to functions that say they take them", async () => {
    host.editor.type(sheet.id, 12, 0, "=DEMO.TWICE(NA())");
    host.editor.type(sheet.id, 13, 0, "=DEMO.LENIENT(NA())");
    await host.quiet();
    expect(value(12, 0)).toEqual({ error: "#N/A" });
    expect(value(13, 0)).toBe("an error came");
  });

  it("answers #NAME? for a function nobody brings", () => {
    host.editor.type(sheet.id, 14, 0, "=DEMO.NOBODY(1)");
    expect(value(14, 0)).toEqual({ error: "#NAME?" });
  });

  it("runs a ribbon command until it says it is completed", async () => {
    const ran: string[] = [];
    Office.actions.associate("Greet", (event: Office.AddinCommands.Event) => {
      ran.push(event.source.id);
      event.completed();
    });
    await client.invokeCommand("Greet");
    expect(ran).toEqual(["Greet"]);
  });

  it("shows and hides the pane, and tells the add-in when a person does", async () => {
    const asked: boolean[] = [];
    const told: string[] = [];
    host.onPaneVisibility((visible) => asked.push(visible));
    await Office.addin.onVisibilityModeChanged((message) => {
      told.push(message.visibilityMode);
    });
    await Office.addin.hide();
    await Office.addin.showAsTaskpane();
    await host.quiet();
    expect(asked).toEqual([false, true]);
    expect(told).toEqual(["Hidden", "Taskpane"]);
  });
});
