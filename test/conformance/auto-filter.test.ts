import { inExcel } from "./in-excel";

const rows = [
  ["Name", "Amount"],
  ["Ann", 10],
  ["Bob", 40],
  ["Cid", 30],
  ["Dan", 20],
];

const shownOf = (view: Excel.RangeView): unknown[] => view.values.map((row) => row[0] as unknown);

/** @see https://learn.microsoft.com/javascript/api/excel/excel.autofilter */
describe("Excel.AutoFilter of a worksheet", () => {
  it("hides the rows its criteria reject, column by column, and shows them again", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("B2:C6");
      range.values = rows;
      sheet.autoFilter.apply(range, 1, { filterOn: "Custom", criterion1: ">15" });
      sheet.autoFilter.apply(range, 0, { filterOn: "Values", values: ["Bob", "Ann"] });
      const view = range.getVisibleView().load("values");
      sheet.autoFilter.load("enabled,isDataFiltered,criteria");
      const filtered = sheet.autoFilter.getRange().load("address");
      await context.sync();
      expect(shownOf(view)).toEqual(["Name", "Bob"]);
      expect([sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered]).toEqual([true, true]);
      expect(filtered.address.split("!")[1]).toBe("B2:C6");
      sheet.autoFilter.clearColumnCriteria(1);
      const wider = range.getVisibleView().load("values");
      await context.sync();
      expect(shownOf(wider)).toEqual(["Name", "Ann", "Bob"]);
      sheet.autoFilter.remove();
      const all = range.getVisibleView().load("rowCount");
      const none = sheet.autoFilter.getRangeOrNullObject();
      await context.sync();
      expect([all.rowCount, none.isNullObject]).toEqual([5, true]);
    });
  });

  /** @see https://learn.microsoft.com/javascript/api/excel/excel.filteron */
  it("knows the best, the share of the best, and what is above the mean", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:B5");
      range.values = rows;
      const seen: Excel.RangeView[] = [];
      for (const criteria of [
        { filterOn: "TopItems", criterion1: "1" },
        { filterOn: "BottomPercent", criterion1: "50" },
        { filterOn: "Dynamic", dynamicCriteria: "AboveAverage" },
      ] as Excel.FilterCriteria[]) {
        sheet.autoFilter.apply(range, 1, criteria);
        seen.push(range.getVisibleView().load("values"));
        await context.sync();
      }
      expect(seen.map(shownOf)).toEqual([
        ["Name", "Bob"],
        ["Name", "Ann", "Dan"],
        ["Name", "Bob", "Cid"],
      ]);
    });
  });

  it("knows dates by a period, and this month", async () => {
    await inExcel(async (context, sheet) => {
      const range = sheet.getRange("A1:A4");
      range.formulas = [["Day"], ["=DATE(2024,3,5)"], ["=DATE(2024,4,1)"], ["=TODAY()"]];
      sheet.autoFilter.apply(range, 0, {
        filterOn: "Values",
        values: [{ date: "2024-03", specificity: "Month" }] as unknown as string[],
      });
      const march = range.getVisibleView().load("values");
      await context.sync();
      expect(march.values).toEqual([["Day"], [45356]]);
      sheet.autoFilter.apply(range, 0, { filterOn: "Dynamic", dynamicCriteria: "ThisMonth" });
      const now = range.getVisibleView().load("rowCount");
      await context.sync();
      expect(now.rowCount).toBe(2);
    });
  });

  it("moves with inserted rows", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:B5").values = rows;
      sheet.autoFilter.apply("A1:B5", 1, { filterOn: "Custom", criterion1: ">25" });
      sheet.getRange("1:1").insert("Down");
      const range = sheet.autoFilter.getRange().load("address");
      const view = sheet.getRange("A2:B6").getVisibleView().load("values");
      await context.sync();
      expect(range.address.split("!")[1]).toBe("A2:B6");
      expect(shownOf(view)).toEqual(["Name", "Bob", "Cid"]);
    });
  });
});
