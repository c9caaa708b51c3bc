import { ExcelHost } from "../../src/host/excel-host";
import { Workbook } from "../../src/host/model/workbook";
import { officeClient } from "../office-client";

describe("office.js against the host", () => {
  const workbook = new Workbook();
  workbook.addSheet("Sheet1");
  const host = new ExcelHost(workbook);

  beforeAll(async () => {
    await officeClient(host.connect());
  });

  it("writes and reads values, formulas and texts in one run", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange("A1:B2");
      range.values = [
        [1, "x"],
        ["1/2/2024", true],
      ];
      sheet.getRange("C1").formulas = [["=A1+1"]];
      const used = sheet.getUsedRange();
      used.load("values,address,text,formulas,valueTypes");
      await context.sync();
      expect(used.address).toBe("Sheet1!A1:C2");
      expect(used.values).toEqual([
        [1, "x", 2],
        [45293, true, ""],
      ]);
      expect(used.text[1]![0]).toBe("1/2/2024");
      expect(used.formulas[0]![2]).toBe("=A1+1");
    });
  });

  it("raises onChanged on the worksheets with who did it", async () => {
    const seen: { address: string; source: string; triggerSource: string | undefined }[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        seen.push({
          address: event.address,
          source: event.source,
          triggerSource: event.triggerSource,
        });
        return Promise.resolve();
      });
      await context.sync();
      context.workbook.worksheets.getItem("Sheet1").getRange("D4").values = [[7]];
      await context.sync();
    });
    host.editor.type(workbook.activeSheetId, 4, 4, "8");
    await host.quiet();
    expect(seen).toEqual([
      { address: "D4", source: "Local", triggerSource: "ThisLocalAddin" },
      { address: "E5", source: "Local", triggerSource: "Unknown" },
    ]);
  });

  it("makes a table and reads it back by its columns", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Tables");
      sheet.getRange("A1:B3").values = [
        ["Name", "Amount"],
        ["a", 1],
        ["b", 2],
      ];
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Orders";
      const column = table.columns.getItem("Amount").getDataBodyRange().load("values");
      table.rows.load("count");
      const tables = context.workbook.tables.load("items/name,items/columns/items/name,count");
      const missing = context.workbook.tables.getItemOrNullObject("Nope");
      missing.getRange();
      await context.sync();
      expect(column.values).toEqual([[1], [2]]);
      expect(table.rows.count).toBe(2);
      expect(tables.items.map((one) => one.name)).toEqual(["Orders"]);
      expect(tables.items[0]!.columns.items.map((one) => one.name)).toEqual(["Name", "Amount"]);
      expect(missing.isNullObject).toBe(true);
    });
  });

  it("names what it does not serve", async () => {
    const failing = Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().shapes.load("count");
      await context.sync();
    });
    await expect(failing).rejects.toThrow("The host does not serve Worksheet.shapes.");
    await expect(failing).rejects.toMatchObject({ code: "ApiNotFound" });
  });

  it("in manual mode calculates a formula when it is entered, and what reads it only when asked to", async () => {
    await Excel.run(async (context) => {
      const { application } = context.workbook;
      const cells = context.workbook.worksheets.getFirst().getRange("H1:K1");
      cells.formulas = [[1, "=H1*2", "=I1+1", "=TODAY()*0+J1"]];
      await context.sync();
      application.calculationMode = "Manual";
      cells.getCell(0, 0).values = [[5]];
      cells.load("values");
      await context.sync();
      expect(cells.values).toEqual([[5, 2, 3, 3]]);
      // Entered together they read one another; all else is read as it stands.
      cells.getOffsetRange(0, 1).getResizedRange(0, -2).formulas = [["=H1*3", "=I1*10"]];
      cells.load("values");
      application.load("calculationState");
      await context.sync();
      expect(cells.values).toEqual([[5, 15, 150, 3]]);
      expect(application.calculationState).toBe("Pending");
      application.calculate("Recalculate");
      cells.load("values");
      application.load("calculationState");
      await context.sync();
      expect(cells.values).toEqual([[5, 15, 150, 150]]);
      expect(application.calculationState).toBe("Done");
      application.calculationMode = "Automatic";
      await context.sync();
    });
  });

  it("says that it does not guess or draw", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:B2");
      range.flashFill();
      await expect(context.sync()).rejects.toMatchObject({ code: "ApiNotFound" });
      range.getImage();
      await expect(context.sync()).rejects.toMatchObject({ code: "ApiNotFound" });
    });
  });

  it("does not iterate, whatever iterativeCalculation says", async () => {
    await Excel.run(async (context) => {
      context.workbook.application.iterativeCalculation.enabled = true;
      const cell = context.workbook.worksheets.getFirst().getRange("J1");
      cell.formulas = [["=J1+1"]];
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([[0]]);
      context.workbook.application.iterativeCalculation.enabled = false;
      cell.clear();
      await context.sync();
    });
  });
});
