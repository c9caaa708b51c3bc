import { inExcel, until } from "./in-excel";

/** Leaves the workbook without the bindings of the trials before. */
async function noBindings(context: Excel.RequestContext): Promise<Excel.BindingCollection> {
  const bindings = context.workbook.bindings.load("items/id");
  await context.sync();
  for (const binding of bindings.items) binding.delete();
  await context.sync();
  return context.workbook.bindings;
}

// https://learn.microsoft.com/javascript/api/excel/excel.bindingcollection
describe("Excel.Binding and its collection", () => {
  it("binds a range, a name, a table and the selection, and finds them by id and place", async () => {
    await inExcel(async (context, sheet) => {
      const bindings = await noBindings(context);
      sheet.getRange("A1:B2").values = [
        ["客户", "等级"],
        ["甲", "A"],
      ];
      const table = sheet.tables.add("A1:B2", true);
      table.name = `Bound${sheet.name}`;
      context.workbook.names.add(`bound_${sheet.name}`, sheet.getRange("D1:D3"));
      sheet.getRange("F2").select();
      await context.sync();
      bindings.add(`${sheet.name}!H1:J2`, "Range", "range");
      bindings.addFromNamedItem(`bound_${sheet.name}`, "Range", "name");
      bindings.add(sheet.getRange("A1:B2"), "Table", "table");
      bindings.addFromSelection("Text", "selection");
      bindings.load("count,items/id,items/type");
      const count = bindings.getCount();
      await context.sync();
      expect(bindings.items.map(({ id, type }) => [id, type])).toEqual([
        ["range", "Range"],
        ["name", "Range"],
        ["table", "Table"],
        ["selection", "Text"],
      ]);
      expect([bindings.count, count.value]).toEqual([4, 4]);
      const range = bindings.getItem("range").getRange().load("address");
      const named = bindings.getItemAt(1).getRange().load("address");
      const bound = bindings.getItem("table").getTable().load("name");
      sheet.getRange("F2").values = [["跟进"]];
      const words = bindings.getItem("selection").getText();
      await context.sync();
      expect([range.address, named.address]).toEqual([
        `${sheet.name}!H1:J2`,
        `${sheet.name}!D1:D3`,
      ]);
      expect([bound.name, words.value]).toEqual([`Bound${sheet.name}`, "跟进"]);
    });
  });

  it("follows its cells, and is no longer valid when they are gone", async () => {
    await inExcel(async (context, sheet) => {
      const bindings = await noBindings(context);
      const binding = bindings.add(sheet.getRange("B2:B3"), "Range", "cells");
      sheet.getRange("1:1").insert("Down");
      sheet.getRange("A:A").insert("Right");
      sheet.name = `${sheet.name} b`;
      sheet.load("name");
      const moved = binding.getRange().load("address");
      await context.sync();
      expect(moved.address).toBe(`'${sheet.name}'!C3:C4`);
      sheet.getRange("3:4").delete("Up");
      await context.sync();
      binding.getRange();
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidBinding" });
    });
  });

  it("is InvalidBinding for what its type does not give, and ItemNotFound once deleted", async () => {
    await inExcel(async (context, sheet) => {
      const bindings = await noBindings(context);
      const binding = bindings.add(sheet.getRange("A1:A2"), "Range", "plain");
      await context.sync();
      binding.getTable();
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidBinding" });
      binding.getText();
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidBinding" });
      bindings.getItem("plain").delete();
      const gone = bindings.getItemOrNullObject("plain");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
      bindings.getItem("plain").load("id");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("refuses a name of several areas, and one that is not there", async () => {
    await inExcel(async (context, sheet) => {
      const bindings = await noBindings(context);
      const name = `areas_${sheet.name}`;
      context.workbook.names.add(name, `=${sheet.name}!$A$1,${sheet.name}!$C$1`);
      await context.sync();
      bindings.addFromNamedItem(name, "Range", "areas");
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidReference" });
      bindings.addFromNamedItem(`no_${name}`, "Range", "areas");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });

  it("tells of changed data and of what is selected in it, and not of other cells", async () => {
    await inExcel(async (context, sheet) => {
      const bindings = await noBindings(context);
      const binding = bindings.add(sheet.getRange("B2:D5"), "Range", "heard").load("id");
      await context.sync();
      const changed: string[] = [];
      const selected: number[][] = [];
      binding.onDataChanged.add((event) => Promise.resolve(void changed.push(event.binding.id)));
      binding.onSelectionChanged.add((event) => {
        const { startRow, startColumn, rowCount, columnCount } = event;
        return Promise.resolve(void selected.push([startRow, startColumn, rowCount, columnCount]));
      });
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A1").select();
      await context.sync();
      sheet.getRange("C3").values = [[2]];
      sheet.getRange("C3:F4").select();
      await context.sync();
      await until(() => changed.length > 0 && selected.length > 0);
      expect(changed).toEqual(["heard"]);
      expect(selected).toEqual([[1, 1, 2, 2]]);
    });
  });
});
