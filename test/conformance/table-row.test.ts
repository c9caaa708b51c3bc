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

/** @see https://learn.microsoft.com/javascript/api/excel/excel.tablerow */
describe("Excel.TableRow", () => {
  it("is inserted at its index and pushes the others down", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet);
      table.rows.add(1, [["nib", 7, 1]]);
      const body = table.getDataBodyRange().load("values,address");
      await context.sync();
      expect(local(body)).toBe("B3:D6");
      expect(body.values.map((row: unknown[]) => row[0])).toEqual(["pen", "nib", "ink", "cap"]);
    });
  });

  it("takes values, and is deleted with the rows below moving up", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet);
      table.rows.getItemAt(2).values = [["cap", 5, 5]];
      table.rows.getItemAt(0).delete();
      const body = table.getDataBodyRange().load("values");
      table.rows.load("count");
      await context.sync();
      expect(body.values).toEqual([
        ["ink", 1, 9],
        ["cap", 5, 5],
      ]);
      expect(table.rows.count).toBe(2);
    });
  });

  it("beyond the last one is not found", async () => {
    await inExcel(async (context, sheet) => {
      const table = await orders(context, sheet);
      table.rows.getItemAt(3).load("values");
      await expect(context.sync()).rejects.toMatchObject({ code: expect.any(String) });
    });
  });

  it("fills the blank row of an empty table before it adds others", async () => {
    await inExcel(async (context, sheet) => {
      const table = sheet.tables.add("A1:B1", true);
      table.rows.add(undefined, [
        ["a", 1],
        ["b", 2],
      ]);
      const body = table.getDataBodyRange().load("values");
      table.rows.add(undefined, [["c", 3]]);
      const after = table.getDataBodyRange().load("values");
      await context.sync();
      expect(body.values).toEqual([
        ["a", 1],
        ["b", 2],
      ]);
      expect(after.values).toHaveLength(3);
    });
  });
});
