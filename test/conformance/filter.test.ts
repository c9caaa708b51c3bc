import { inExcel } from "./in-excel";

async function orders(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<Excel.Table> {
  sheet.getRange("B2:D5").values = [
    ["Item", "Count", "Price"],
    ["pen", 2, 3],
    ["ink", 1, 9],
    ["cap", 4, 5],
  ];
  const table = sheet.tables.add("B2:D5", true);
  await context.sync();
  return table;
}

async function shownItems(
  context: Excel.RequestContext,
  table: Excel.Table,
): Promise<readonly unknown[]> {
  const view = table.getDataBodyRange().load("values,rowCount");
  await context.sync();
  const rows = Array.from({ length: view.rowCount }, (_, index) =>
    view.getRow(index).load("rowHidden"),
  );
  await context.sync();
  const values: readonly (readonly unknown[])[] = view.values;
  return values.filter((_, index) => rows[index]?.rowHidden === false).map((row) => row[0]);
}

/** @see https://learn.microsoft.com/javascript/api/excel/excel.filter */
describe("Excel.Filter", () => {
  it("shows rows by values, by conditions, by the top and the bottom", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet);
      const [item, count] = [
        table.columns.getItem("Item").filter,
        table.columns.getItem("Count").filter,
      ];
      item.applyValuesFilter(["pen", "cap"]);
      expect(await shownItems(context, table)).toEqual(["pen", "cap"]);
      item.clear();
      count.applyCustomFilter(">1", "<4", "And");
      expect(await shownItems(context, table)).toEqual(["pen"]);
      count.applyTopItemsFilter(2);
      expect(await shownItems(context, table)).toEqual(["pen", "cap"]);
      count.applyBottomItemsFilter(1);
      expect(await shownItems(context, table)).toEqual(["ink"]);
      table.clearFilters();
      expect(await shownItems(context, table)).toEqual(["pen", "ink", "cap"]);
    });
  });

  it("of two columns shows what passes both", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet);
      table.columns.getItem("Count").filter.applyCustomFilter(">1");
      table.columns.getItem("Price").filter.applyCustomFilter("<5");
      expect(await shownItems(context, table)).toEqual(["pen"]);
    });
  });

  it("says its criteria, and shows everything after it was cleared", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet);
      const { filter } = table.columns.getItem("Item");
      filter.applyValuesFilter(["ink"]);
      filter.load("criteria");
      await context.sync();
      expect(filter.criteria).toMatchObject({ filterOn: "Values", values: ["ink"] });
      filter.clear();
      expect(await shownItems(context, table)).toEqual(["pen", "ink", "cap"]);
    });
  });
});
