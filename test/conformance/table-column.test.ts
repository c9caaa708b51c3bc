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

const local = (range: Excel.Range): string => range.address.split("!")[1] ?? "";

/** @see https://learn.microsoft.com/javascript/api/excel/excel.tablecolumn */
describe("Excel.TableColumn", () => {
  it("is added in the middle with its values, and what lies to the right moves on", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet);
      sheet.getRange("F3").values = [["beside"]];
      const added = table.columns.add(1, [["Colour"], ["red"], ["blue"], ["red"]]);
      added.load("name,index");
      const whole = table.getRange().load("address");
      const body = added.getDataBodyRange().load("values,address");
      await context.sync();
      expect([added.name, added.index]).toEqual(["Colour", 1]);
      expect(local(whole)).toBe("B2:E5");
      expect([local(body), body.values]).toEqual(["C3:C5", [["red"], ["blue"], ["red"]]]);
    });
  });

  it("keeps its id through renaming and moving", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet);
      const price = table.columns.getItem("Price").load("id");
      await context.sync();
      price.name = "Unit price";
      table.columns.add(0, [["No"], [1], [2], [3]]);
      const again = table.columns.getItem(price.id).load("name,index");
      await context.sync();
      expect([again.name, again.index]).toEqual(["Unit price", 3]);
    });
  });

  it("is deleted with its cells, and formulas that meant it break", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet);
      sheet.getRange("H3").formulas = [["=SUM(D3:D5)"]];
      await context.sync();
      table.columns.getItem("Price").delete();
      const whole = table.getRange().load("address");
      const gone = table.columns.getItemOrNullObject("Price");
      await context.sync();
      expect(local(whole)).toBe("B2:C5");
      expect(gone.isNullObject).toBe(true);
    });
  });
});
