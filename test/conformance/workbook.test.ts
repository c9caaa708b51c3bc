import { inExcel, until } from "./in-excel";

describe("Excel.Workbook and its collections", () => {
  it("adds, moves, hides, renames and deletes worksheets; formulas follow the name", async () => {
    await inExcel(async (context, sheet) => {
      const other = context.workbook.worksheets.add("Temporary");
      other.getRange("A1").values = [[5]];
      sheet.getRange("A1").formulas = [["=Temporary!A1+1"]];
      await context.sync();
      other.name = "Other name";
      other.position = 0;
      other.visibility = "Hidden";
      const formula = sheet.getRange("A1").load("formulas,values");
      other.load("position,visibility");
      await context.sync();
      expect(formula.formulas).toEqual([["='Other name'!A1+1"]]);
      expect([other.position, other.visibility]).toEqual([0, "Hidden"]);
      other.visibility = "Visible";
      other.delete();
      formula.load("formulas");
      const gone = context.workbook.worksheets.getItemOrNullObject("Other name");
      await context.sync();
      expect(formula.formulas).toEqual([["=#REF!+1"]]);
      expect(gone.isNullObject).toBe(true);
    });
  });

  it("refuses names of worksheets that Excel refuses", async () => {
    await inExcel(async (context, sheet) => {
      context.workbook.worksheets.add("a/b");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
      context.workbook.worksheets.add(sheet.name.toUpperCase());
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    });
  });

  it("keeps defined names, and what they stand for", async () => {
    await inExcel(async (context, sheet) => {
      const names = context.workbook.names;
      names.add(`area_${sheet.name}`, sheet.getRange("B2:B3"));
      const constant = names.add(`days_${sheet.name}`, "=30");
      const area = names.getItem(`area_${sheet.name}`).load("type,formula");
      const range = area.getRange().load("address");
      constant.load("type,value");
      await context.sync();
      expect([area.type, area.formula]).toEqual(["Range", `=${sheet.name}!$B$2:$B$3`]);
      expect(range.address).toBe(`${sheet.name}!B2:B3`);
      expect(constant.value).toBe(30);
      sheet.getRange("A1").formulas = [[`=days_${sheet.name}*2`]];
      const cell = sheet.getRange("A1").load("values");
      await context.sync();
      expect(cell.values).toEqual([[60]]);
    });
  });

  it("keeps settings of any JSON shape, dates included", async () => {
    await inExcel(async (context) => {
      const { settings } = context.workbook;
      settings.add("shape", { list: [1, "x", null], day: new Date(Date.UTC(2026, 2, 2)) });
      const setting = settings.getItem("shape").load("value");
      const none = settings.getItemOrNullObject("nothing");
      await context.sync();
      expect(setting.value).toEqual({ list: [1, "x", null], day: new Date(Date.UTC(2026, 2, 2)) });
      expect(none.isNullObject).toBe(true);
      settings.getItem("shape").delete();
      const gone = settings.getItemOrNullObject("shape");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  it("protects a worksheet: locked cells refuse, unlocked ones do not", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1").format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      sheet.getRange("B1").values = [[1]];
      await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
      sheet.protection.unprotect();
      sheet.getRange("B1").values = [[1]];
      await context.sync();
    });
  });

  it("freezes panes and tells where", async () => {
    await inExcel(async (context, sheet) => {
      sheet.freezePanes.freezeRows(1);
      const where = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect(where.address.split("!")[1]).toBe("1:1");
      sheet.freezePanes.unfreeze();
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });

  it("selects, and says what is selected", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("C3:D4").select();
      const range = context.workbook.getSelectedRange().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      expect([range.address, cell.address]).toEqual([`${sheet.name}!C3:D4`, `${sheet.name}!C3`]);
    });
  });

  it("tells of changes with kind, place and details of a single cell", async () => {
    await inExcel(async (context, sheet) => {
      const seen: Excel.WorksheetChangedEventArgs[] = [];
      sheet.onChanged.add((event) => Promise.resolve(void seen.push(event)));
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      sheet.getRange("A1").values = [["x"]];
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      await context.sync();
      await until(() => seen.length >= 3);
      expect(seen.map((event) => [event.changeType, event.address])).toEqual([
        ["RangeEdited", "A1"],
        ["RangeEdited", "A1"],
        ["RowInserted", "1:1"],
      ]);
      expect(seen[1]!.details).toMatchObject({ valueBefore: 1, valueAfter: "x" });
    });
  });
});
