import { ExcelHost } from "../../../src/host/excel-host";
import { saveWarnings } from "../../../src/host/file/save-warnings";
import { parseArea, type Area } from "../../../src/host/model/address";
import { Workbook } from "../../../src/host/model/workbook";
import { officeClient, type OfficeClient } from "../../office-client";

const at = (address: string): Area => {
  const area = parseArea(address);
  if (area === null) throw new Error(address);
  return area;
};

function blank(): Workbook {
  const workbook = new Workbook();
  workbook.addSheet("客户");
  return workbook;
}

describe("bindings", () => {
  let host: ExcelHost;

  let office: OfficeClient;

  // office.js starts once; over the web here, over the desktop's wire in the conformance tests.
  beforeAll(async () => {
    host = new ExcelHost(blank());
    const before = process.env["KEEPSHEET_TRANSPORT"];
    process.env["KEEPSHEET_TRANSPORT"] = "web";
    office = await officeClient(host.connect());
    if (before === undefined) delete process.env["KEEPSHEET_TRANSPORT"];
    else process.env["KEEPSHEET_TRANSPORT"] = before;
  });

  beforeEach(() => host.replaceWorkbook(blank()));

  const bound = ({ Excel }: OfficeClient): Promise<string> =>
    Excel.run(async (context) => {
      const range = context.workbook.bindings.getItem("ours").getRange().load("address");
      await context.sync();
      return range.address;
    });

  const bind = ({ Excel }: OfficeClient, address: string): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.bindings.add(address, "Range", "ours");
      await context.sync();
    });

  it("come back with what is undone, and go again with what is redone", async () => {
    await bind(office, "客户!B2:B3");
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("客户").getRange("2:3").delete("Up");
      await context.sync();
    });
    await expect(bound(office)).rejects.toMatchObject({ code: "InvalidBinding" });
    host.editor.undo();
    expect(await bound(office)).toBe("客户!B2:B3");
    host.editor.undo();
    await expect(bound(office)).rejects.toMatchObject({ code: "ItemNotFound" });
    host.editor.redo();
    expect(await bound(office)).toBe("客户!B2:B3");
  });

  it("of the same id give way to the last", async () => {
    await bind(office, "客户!B2:B3");
    await bind(office, "客户!D1");
    expect(await bound(office)).toBe("客户!D1");
    expect(host.workbook.bindings).toHaveLength(1);
  });

  it("are refused for addresses without a sheet, texts of several cells, and cells of no table", async () => {
    await expect(bind(office, "B2:B3")).rejects.toMatchObject({ code: "InvalidArgument" });
    await expect(bind(office, "别处!B2")).rejects.toMatchObject({ code: "ItemNotFound" });
    for (const type of ["Text", "Table"] as const) {
      const refused = office.Excel.run(async (context) => {
        context.workbook.bindings.add("客户!B2:B3", type, "ours");
        await context.sync();
      });
      await expect(refused).rejects.toMatchObject({ code: "InvalidArgument" });
    }
    expect(host.workbook.bindings).toEqual([]);
  });

  it("are not made of a selection of several areas", async () => {
    const [sheet] = host.workbook.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    host.workbook.selection = {
      sheetId: sheet.id,
      areas: [at("A1"), at("C1")],
      active: { row: 0, column: 0 },
    };
    const refused = office.Excel.run(async (context) => {
      context.workbook.bindings.addFromSelection("Range", "ours");
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: "InvalidReference" });
  });

  it("are told of before the workbook is saved without them", async () => {
    expect(saveWarnings(host.workbook)).toEqual([]);
    await bind(office, "客户!B2:B3");
    expect(saveWarnings(host.workbook)).toEqual([
      { code: "lost-on-save", what: "binding", sheets: ["客户"] },
    ]);
  });

  it("tell what happens in them over the web transport", async () => {
    const heard: unknown[] = [];
    const settled = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn += 1) await host.quiet();
    };
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("客户");
      sheet.getRange("A1:B3").values = [
        ["名称", "等级"],
        ["甲", "A"],
        ["乙", "B"],
      ];
      sheet.tables.add("A1:B3", true);
      const binding = context.workbook.bindings.add("客户!A1:B3", "Table", "ours").load("id");
      await context.sync();
      const changes = binding.onDataChanged.add(() => Promise.resolve(void heard.push("changed")));
      binding.onSelectionChanged.add(({ startRow, startColumn, rowCount, columnCount }) =>
        Promise.resolve(void heard.push([startRow, startColumn, rowCount, columnCount])),
      );
      await context.sync();
      sheet.getRange("B3").values = [["C"]];
      await context.sync();
      await settled();
      sheet.getRange("B1:C3").select();
      await context.sync();
      await settled();
      // Headings are not counted.
      expect(heard).toEqual(["changed", [0, 1, 2, 1]]);
      changes.remove();
      await context.sync();
      sheet.getRange("B3").values = [["D"]];
      await context.sync();
      await settled();
      expect(heard).toHaveLength(2);
    });
  });
});
