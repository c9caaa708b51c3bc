import { inExcel } from "./in-excel";

type Work = (sheet: Excel.Worksheet) => void;

/**
 * What each option allows on a protected sheet, and what it needs of the cells.
 * https://support.microsoft.com/office/protect-a-worksheet-3179efdb-1285-4d49-a9c3-f4ca36276de6
 */
const options: readonly [keyof Excel.WorksheetProtectionOptions, string, Work][] = [
  ["allowFormatCells", "fill", (sheet) => (sheet.getRange("B2").format.fill.color = "#FFEE00")],
  [
    "allowFormatCells",
    "number formats",
    (sheet) => (sheet.getRange("B2").numberFormat = [["0.00"]]),
  ],
  [
    "allowFormatCells",
    "conditional formats",
    (sheet) => {
      const format = sheet.getRange("B2").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=TRUE";
    },
  ],
  ["allowFormatColumns", "widths", (sheet) => (sheet.getRange("B:B").format.columnWidth = 90)],
  ["allowFormatColumns", "hidden columns", (sheet) => (sheet.getRange("B:B").columnHidden = true)],
  ["allowFormatRows", "heights", (sheet) => (sheet.getRange("2:2").format.rowHeight = 30)],
  ["allowFormatRows", "hidden rows", (sheet) => (sheet.getRange("2:2").rowHidden = true)],
  ["allowInsertColumns", "new columns", (sheet) => sheet.getRange("F:F").insert("Right")],
  ["allowInsertRows", "new rows", (sheet) => sheet.getRange("8:8").insert("Down")],
  [
    "allowInsertHyperlinks",
    "links in unlocked cells",
    (sheet) => (sheet.getRange("A1").hyperlink = { address: "https://example.com" }),
  ],
  [
    "allowDeleteColumns",
    "columns without locked cells",
    (sheet) => sheet.getRange("H:H").delete("Left"),
  ],
  ["allowDeleteRows", "rows without locked cells", (sheet) => sheet.getRange("9:9").delete("Up")],
  [
    "allowSort",
    "the order of unlocked cells",
    (sheet) => sheet.getRange("A1:A3").sort.apply([{ key: 0, ascending: false }]),
  ],
  [
    "allowAutoFilter",
    "the criteria of a filter that is there",
    (sheet) =>
      sheet.autoFilter.apply(sheet.getRange("A1:A3"), 0, { filterOn: "Custom", criterion1: ">1" }),
  ],
  ["allowEditObjects", "charts", (sheet) => sheet.charts.add("Pie", sheet.getRange("A1:A3"))],
  ["allowEditObjects", "comments", (sheet) => sheet.comments.add("B2", "told")],
];

/** Never allowed while the sheet is protected, whatever the options. */
const never: readonly [string, Work][] = [
  ["contents of locked cells", (sheet) => (sheet.getRange("B2").values = [[1]])],
  ["sorting locked cells", (sheet) => sheet.getRange("B1:B3").sort.apply([{ key: 0 }])],
  ["deleting rows with locked cells", (sheet) => sheet.getRange("2:2").delete("Up")],
  [
    "links in locked cells",
    (sheet) => (sheet.getRange("B2").hyperlink = { address: "https://a.b" }),
  ],
  ["unlocking", (sheet) => (sheet.getRange("B2").format.protection.locked = false)],
  ["merging", (sheet) => sheet.getRange("A1:A2").merge()],
  ["shifting cells", (sheet) => sheet.getRange("A1").insert("Down")],
  ["taking a filter away", (sheet) => sheet.autoFilter.remove()],
  ["a new filter", (sheet) => sheet.autoFilter.apply(sheet.getRange("B1:C3"))],
  ["a new table", (sheet) => sheet.tables.add("J1:K2", true)],
  ["grouping", (sheet) => sheet.getRange("2:3").group("ByRows")],
  [
    "data validation",
    (sheet) =>
      (sheet.getRange("A1").dataValidation.rule = {
        list: { inCellDropDown: true, source: "a,b" },
      }),
  ],
];

/** A1:A3, H and row 9 are unlocked; A1:A3 has a filter. */
async function prepared(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  sheet.getRange("A1:B3").values = [
    [1, 1],
    [3, 3],
    [2, 2],
  ];
  for (const address of ["A1:A3", "H:H", "9:9"]) {
    sheet.getRange(address).format.protection.locked = false;
  }
  sheet.autoFilter.apply(sheet.getRange("A1:A3"));
  await context.sync();
}

const all = Object.fromEntries(options.map(([name]) => [name, true]));

/** @see https://learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
describe("Excel.WorksheetProtection", () => {
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

  it("says what it allows, and is refused twice", async () => {
    await inExcel(async (context, sheet) => {
      sheet.protection.protect({ allowSort: true, allowFormatCells: true });
      sheet.protection.load("protected,options");
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toMatchObject({
        allowSort: true,
        allowFormatCells: true,
        allowInsertRows: false,
      });
      sheet.protection.protect();
      await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
      sheet.protection.unprotect();
      await context.sync();
    });
  });

  it("asks for the password it was given", async () => {
    await inExcel(async (context, sheet) => {
      sheet.protection.protect({}, "secret");
      await context.sync();
      sheet.protection.unprotect("wrong");
      await expect(context.sync()).rejects.toMatchObject({ code: expect.any(String) });
      sheet.protection.unprotect("secret");
      sheet.protection.load("protected");
      await context.sync();
      expect(sheet.protection.protected).toBe(false);
    });
  });

  it.each(options)(
    "with %s lets add-ins change %s, and without does not",
    async (name, _, work) => {
      await inExcel(async (context, sheet) => {
        await prepared(context, sheet);
        sheet.protection.protect({ ...all, [name]: false });
        await context.sync();
        work(sheet);
        await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
        sheet.protection.unprotect();
        sheet.protection.protect({ [name]: true });
        await context.sync();
        work(sheet);
        await context.sync();
        sheet.protection.unprotect();
        await context.sync();
      });
    },
  );

  it.each(never)("never allows %s", async (_, work) => {
    await inExcel(async (context, sheet) => {
      await prepared(context, sheet);
      sheet.protection.protect(all);
      await context.sync();
      work(sheet);
      await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
      sheet.protection.unprotect();
      await context.sync();
    });
  });

  it("keeps a table from growing over what is written below it", async () => {
    await inExcel(async (context, sheet) => {
      sheet.getRange("A1:A2").values = [["Name"], ["a"]];
      const table = sheet.tables.add("A1:A2", true);
      sheet.getRange("A1:A9").format.protection.locked = false;
      sheet.protection.protect();
      sheet.getRange("A3").values = [["below"]];
      const whole = table.getRange().load("address");
      await context.sync();
      expect(whole.address).toMatch(/!A1:A2$/);
      sheet.protection.unprotect();
      await context.sync();
    });
  });
});
