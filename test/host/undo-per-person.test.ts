import { ExcelHost, type Client } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import type { Sheet } from "../../src/host/model/sheet";
import type { Editor } from "../../src/host/edit/editor";
import { anotherOfficeClient } from "../office-client";

interface Office {
  readonly host: ExcelHost;
  readonly sheet: Sheet;
  readonly me: Editor;
  readonly colleague: Editor;
  readonly theirs: Client;
}

function office(): Office {
  const workbook = new Workbook();
  const sheet = workbook.addSheet("客户");
  const host = new ExcelHost(workbook);
  host.connect();
  const theirs = host.connect();
  return { host, sheet, me: host.editor, colleague: theirs.editor, theirs };
}

const values = ({ cells }: Sheet, ...places: readonly (readonly [number, number])[]): unknown[] =>
  places.map(([row, column]) => cells.value(row, column));

describe("undo belongs to one person", () => {
  it("takes back one's own last act, not a colleague's later one", () => {
    const { sheet, me, colleague } = office();
    me.type(sheet.id, 0, 0, "我");
    colleague.type(sheet.id, 1, 0, "同事");
    expect([me.undo(), ...values(sheet, [0, 0], [1, 0])]).toEqual([true, null, "同事"]);
    expect([colleague.undo(), ...values(sheet, [1, 0])]).toEqual([true, null]);
    expect([me.redo(), colleague.redo(), ...values(sheet, [0, 0], [1, 0])]).toEqual([
      true,
      true,
      "我",
      "同事",
    ]);
  });

  it("leaves a cell that a colleague has written since, and what they wrote over does not come back", () => {
    const { sheet, me, colleague } = office();
    me.paste(sheet.id, 0, 0, "a\tb");
    colleague.type(sheet.id, 0, 1, "同事");
    me.undo();
    expect(values(sheet, [0, 0], [0, 1])).toEqual([null, "同事"]);
    colleague.undo();
    expect(values(sheet, [0, 0], [0, 1])).toEqual([null, null]);
  });

  it("takes back a text and leaves the looks a colleague gave the cell, also when they undo", () => {
    const { sheet, me, colleague } = office();
    const cell = { top: 0, left: 0, bottom: 0, right: 0 };
    me.type(sheet.id, 0, 0, "我");
    colleague.setStyle(sheet.id, [cell], { bold: true });
    me.undo();
    expect([...values(sheet, [0, 0]), sheet.cells.style(0, 0).bold]).toEqual([null, true]);
    colleague.undo();
    expect([...values(sheet, [0, 0]), sheet.cells.style(0, 0).bold]).toEqual([null, undefined]);
  });

  it("finds its cells where a colleague's rows have moved them, with their formulas", () => {
    const { sheet, me, colleague } = office();
    me.type(sheet.id, 9, 0, "7");
    me.type(sheet.id, 4, 0, "=A10");
    me.type(sheet.id, 4, 0, "x");
    colleague.insertRows(sheet.id, 2, 3);
    me.undo();
    expect(sheet.cells.formula(7, 0)?.text).toBe("=A13");
    me.undo();
    expect(sheet.cells.formula(7, 0)).toBeUndefined();
    expect(values(sheet, [7, 0], [12, 0])).toEqual([null, 7]);
  });

  it("goes back with rows that a colleague takes back, and on with those they do again", () => {
    const { sheet, me, colleague } = office();
    me.type(sheet.id, 4, 0, "我");
    colleague.insertRows(sheet.id, 0, 1);
    colleague.undo();
    colleague.redo();
    me.undo();
    expect(sheet.cells.usedArea(true)).toBeNull();
    me.redo();
    expect(values(sheet, [5, 0])).toEqual(["我"]);
  });

  it("leaves out cells that a colleague has deleted", () => {
    const { sheet, me, colleague } = office();
    me.type(sheet.id, 4, 0, "我");
    me.type(sheet.id, 8, 0, "也");
    colleague.deleteRows(sheet.id, 4, 1);
    me.undo();
    me.undo();
    expect(sheet.cells.usedArea(true)).toBeNull();
  });

  it("ends where a colleague has changed what it would put back as a whole", () => {
    const { sheet, me, colleague } = office();
    me.type(sheet.id, 5, 0, "我");
    me.insertRows(sheet.id, 0, 1);
    colleague.type(sheet.id, 2, 2, "同事");
    expect([me.undo(), me.canUndo]).toEqual([false, false]);
    expect(values(sheet, [6, 0], [2, 2])).toEqual(["我", "同事"]);
    expect(colleague.undo()).toBe(true);
  });

  it("holds what the add-in in the person's window did, and nobody else's", async () => {
    const { host, sheet, me, colleague, theirs } = office();
    const { Excel } = await anotherOfficeClient(theirs);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [["加载项"]];
      await context.sync();
    });
    expect([me.canUndo, colleague.canUndo]).toEqual([false, true]);
    colleague.undo();
    expect(values(sheet, [0, 0])).toEqual([null]);
    me.type(sheet.id, 0, 0, "我");
    await Excel.run(async (context) => {
      context.workbook.save();
      await context.sync();
    });
    expect([me.canUndo, colleague.canUndo]).toEqual([true, false]);
    await host.quiet();
  });

  it("does not concern an add-in while a colleague edits a cell", async () => {
    const { host, me, colleague, theirs } = office();
    const { Excel } = await anotherOfficeClient(theirs);
    const write = (): Promise<void> =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
        await context.sync();
      });
    me.setEditing(true);
    await write();
    colleague.setEditing(true);
    await expect(write()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    colleague.setEditing(false);
    await write();
    host.setEditing(false);
  });
});
