import { ExcelHost } from "../../src/host/excel-host";
import { saveXlsx } from "../../src/host/file/save";
import { Workbook } from "../../src/host/model/workbook";
import { officeClient } from "../office-client";

/** What an add-in does with files: another one's sheets come in, this one is saved and closed. */
describe("a workbook's file", () => {
  const workbook = new Workbook();
  workbook.addSheet("Data");
  const host = new ExcelHost(workbook);

  beforeAll(async () => {
    await officeClient(host.connect());
  });

  async function otherFile(): Promise<string> {
    const other = new Workbook();
    const data = other.addSheet("Data");
    data.cells.setValue(0, 0, 21);
    const sums = other.addSheet("Sums");
    sums.cells.setFormula(0, 0, { text: "=Data!A1*2" });
    return Buffer.from(await saveXlsx(other)).toString("base64");
  }

  it("takes in the sheets of another one, beside a sheet, their formulas following new names", async () => {
    const file = await otherFile();
    await Excel.run(async (context) => {
      const ids = context.workbook.insertWorksheetsFromBase64(file, {
        sheetNamesToInsert: [],
        positionType: "After",
        relativeTo: "Data",
      });
      const cell = context.workbook.worksheets.getItem("Sums").getRange("A1");
      cell.load("formulas,values");
      context.workbook.worksheets.load("items/name,items/id");
      await context.sync();
      const { items } = context.workbook.worksheets;
      expect(items.map((sheet) => sheet.name)).toEqual(["Data", "Data (2)", "Sums"]);
      expect(ids.value).toEqual(items.slice(1).map((sheet) => sheet.id));
      expect([cell.formulas, cell.values]).toEqual([[["='Data (2)'!A1*2"]], [[42]]]);
    });
  });

  it("refuses what is no workbook, and sheets it does not have", async () => {
    const file = await otherFile();
    await Excel.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64("UEsDBA==");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      context.workbook.insertWorksheetsFromBase64(file, { sheetNamesToInsert: ["Nowhere"] });
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("is dirty until it is saved; saving tells whoever keeps files and ends what can be undone", async () => {
    const asked: boolean[] = [];
    const stop = host.onSave((asking) => asked.push(asking));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Data").getRange("A1").values = [[1]];
      await context.sync();
      context.workbook.load("isDirty");
      await context.sync();
      expect([context.workbook.isDirty, host.editor.canUndo]).toEqual([true, true]);
      context.workbook.save("Prompt");
      await context.sync();
      context.workbook.load("isDirty,previouslySaved");
      await context.sync();
      expect([context.workbook.isDirty, context.workbook.previouslySaved]).toEqual([false, true]);
    });
    stop();
    expect([asked, host.editor.canUndo]).toEqual([[true], false]);
  });

  it("answers nothing more once it is closed, until another one is opened", async () => {
    let closed = 0;
    host.onClose(() => (closed += 1));
    await Excel.run(async (context) => {
      context.workbook.close("SkipSave");
      await context.sync();
      context.workbook.load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOrTimedOutSession" });
    });
    expect(closed).toBe(1);
    const next = new Workbook();
    next.addSheet("Next");
    host.replaceWorkbook(next);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      expect(sheet.name).toBe("Next");
    });
  });
});
