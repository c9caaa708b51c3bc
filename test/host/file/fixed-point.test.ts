import fc from "fast-check";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import type { Sheet } from "../../../src/host/model/sheet";
import { internStyle, type CellStyle } from "../../../src/host/model/style";
import { Workbook } from "../../../src/host/model/workbook";
import { described } from "./described";
import { everything } from "./package/everything";

const texts = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 10 }),
  fc.constantFrom(" x ", "_x0041_", "a\nb", "a\r\nb", "=1+1", "'0", "\u0007", "]]>", "&amp;", "\t"),
);
const values = fc.oneof(
  texts,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom({ error: "#N/A" } as const, { error: "#DIV/0!" } as const),
);
const looks = fc.record<CellStyle>(
  {
    bold: fc.constant(true),
    fill: fc.constantFrom("#FFFF00", "#00B0F0"),
    fontColor: fc.constantFrom("#FF0000", "#336699"),
    numberFormat: fc.constantFrom("@", "0.00", 'yyyy"年"m"月"', "[红色]0", "_-* #,##0_-"),
    horizontal: fc.constantFrom("Left", "Center", "Distributed"),
    wrapText: fc.constant(true),
    indent: fc.integer({ min: 1, max: 5 }),
    locked: fc.constant(false),
    textOrientation: fc.constantFrom(45, -90, 180),
    styleName: fc.constantFrom("Good", "Percent"),
  },
  { requiredKeys: [] },
);
const formulas = fc.constantFrom(
  "=A1+1",
  "=SUM($A$1:B2)",
  '=IF(A1="","",CRM.GRADE(A1))',
  '=名称&TEXT(A1,"0")',
  "='第 二'!A1",
  "=FILTER(A1:A9,A1:A9>0)",
  "=A1:A3*2",
);
const places = { row: fc.integer({ min: 0, max: 14 }), column: fc.integer({ min: 0, max: 7 }) };
const lines = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 4 });

const sheets = fc.record({
  cells: fc.array(
    fc.record({
      ...places,
      value: values,
      look: fc.option(looks),
      formula: fc.option(formulas, { freq: 3 }),
    }),
    { maxLength: 30 },
  ),
  hiddenRows: lines,
  hiddenColumns: lines,
  heights: lines,
  widths: lines,
  columnLooks: fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), looks), { maxLength: 2 }),
  rowLooks: fc.array(fc.tuple(fc.integer({ min: 0, max: 18 }), looks), { maxLength: 2 }),
  notes: fc.uniqueArray(fc.record({ ...places, content: texts }), {
    maxLength: 3,
    selector: ({ row, column }) => `${row} ${column}`,
  }),
  merged: fc.boolean(),
  frozen: fc.boolean(),
  list: fc.option(texts.filter((text) => !/[,"]/.test(text) && text.trim() === text)),
});

type Plan = typeof sheets extends fc.Arbitrary<infer One> ? One : never;

function fill(sheet: Sheet, plan: Plan): void {
  for (const { row, column, value, look, formula } of plan.cells) {
    sheet.cells.setValue(row, column, value);
    if (look !== null) sheet.cells.setStyle(row, column, internStyle(look));
    if (formula !== null) sheet.cells.setFormula(row, column, { text: formula });
  }
  for (const row of plan.hiddenRows) sheet.hiddenRows.add(row);
  for (const column of plan.hiddenColumns) sheet.hiddenColumns.add(column);
  for (const row of plan.heights) sheet.rowHeights.set(row, 10 + row);
  for (const column of plan.widths) sheet.columnWidths.set(column, 5 + column);
  for (const [column, look] of plan.columnLooks) sheet.columnStyles.set(column, internStyle(look));
  for (const [row, look] of plan.rowLooks) sheet.rowStyles.set(row, internStyle(look));
  sheet.notes = plan.notes.map((note) => ({ ...note, author: "李", visible: false }));
  if (plan.merged) sheet.merges = [{ top: 16, left: 1, bottom: 17, right: 3 }];
  if (plan.frozen) sheet.freeze = { rows: 1, columns: 2 };
  if (plan.list === null) return;
  sheet.validations = [
    {
      areas: [{ top: 0, left: 0, bottom: 3, right: 1 }],
      rule: { list: { inCellDropDown: true, source: plan.list } },
      ignoreBlanks: true,
      prompt: { showPrompt: false, title: "", message: "" },
      errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
    },
  ];
}

async function opened(bytes: Uint8Array): Promise<Workbook> {
  const result = await openWorkbook(bytes, "again.xlsx");
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.workbook;
}

describe("save, open, save", () => {
  it("ends at the same bytes, and the same workbook, for workbooks of every kind", async () => {
    await fc.assert(
      fc.asyncProperty(sheets, sheets, fc.boolean(), async (first, second, date1904) => {
        const workbook = new Workbook();
        workbook.date1904 = date1904;
        fill(workbook.addSheet("客户"), first);
        fill(workbook.addSheet("第 二"), second);
        const once = await opened(await saveXlsx(workbook));
        const bytes = await saveXlsx(once);
        const twice = await opened(bytes);
        expect(described(twice)).toEqual(described(once));
        expect(Buffer.from(await saveXlsx(twice)).equals(bytes)).toBe(true);
      }),
      { seed: 20260101, numRuns: 60 },
    );
  });

  it("ends at the same bytes for a file that states all the format has", async () => {
    const bytes = await saveXlsx(await opened(everything()));
    expect(Buffer.from(await saveXlsx(await opened(bytes))).equals(bytes)).toBe(true);
  });

  it("keeps every value to the last digit and every text to the last blank", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(values, { maxLength: 40 }), async (column) => {
        const workbook = new Workbook();
        const { cells } = workbook.addSheet("S");
        column.forEach((value, row) => cells.setValue(row, 0, value));
        const [sheet] = (await opened(await saveXlsx(workbook))).sheets;
        expect(column.map((_, row) => sheet?.cells.value(row, 0))).toEqual(
          column.map((value) => (Object.is(value, -0) ? 0 : value)),
        );
      }),
      { seed: 20260101, numRuns: 60 },
    );
  });
});
