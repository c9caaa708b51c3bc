import { inExcel } from "./in-excel";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.settingcollection */
describe("Excel.SettingCollection", () => {
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

  it("takes a new value under the same key", async () => {
    await inExcel(async (context, sheet) => {
      const { settings } = context.workbook;
      const count = settings.getCount();
      settings.add(sheet.name, 1);
      settings.add(sheet.name, "two");
      const setting = settings.getItem(sheet.name).load("key,value");
      const after = settings.getCount();
      await context.sync();
      expect([setting.key, setting.value]).toEqual([sheet.name, "two"]);
      expect(after.value - count.value).toBe(1);
      setting.delete();
      await context.sync();
    });
  });

  it("is counted, looked for and deleted", async () => {
    await inExcel(async (context) => {
      const { settings } = context.workbook;
      const before = settings.getCount();
      const setting = settings.add("trial-gone", { a: [1] });
      const during = settings.getCount();
      await context.sync();
      setting.delete();
      const after = settings.getCount();
      const none = settings.getItemOrNullObject("trial-gone");
      await context.sync();
      expect([during.value, after.value]).toEqual([before.value + 1, before.value]);
      expect(none.isNullObject).toBe(true);
      settings.getItem("trial-gone").load("value");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
  });
});
