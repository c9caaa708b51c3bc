import fc from "fast-check";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { rejectedSheet, saveRejected } from "../../../src/app/import/save-rejected";
import type { Cell } from "../../../src/tables/change";
import { asOf, must, rowsOf, trace, type Book } from "../../excel/book";
import { xlsxOf } from "../../tables/import/xlsx";
import { apply, choicesFor, emptyBook, plannedFrom, sourceOf, sourceOfFile } from "./importing";

/** What comes from outside and would do harm, or lose digits, if it were taken for anything but text. */
const hostile = [
  "=1+1",
  '=HYPERLINK("http://x.example","点我")',
  "=cmd|'/c calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(A1:A9)",
  "\t=1",
  "\r\n=1",
  "\n@x",
  "'=1",
  "''",
  "＝1",
  "{=1}",
  "\u202E甲乙\u202C",
  "\u200F甲",
  "=".repeat(32_767),
  "长".repeat(32_767),
  "1E5",
  "3-4",
  "2026/4/7",
  "TRUE",
  "#N/A!",
  "00123",
  "+8613800138000",
  "91350100M000100Y43",
  "6222021234567890123",
];

const kept = (text: string): string => text.replace(/\r\n?/gu, "\n");

/** The notes of all customers in the workbook's model, and whether any cell of theirs holds a formula. */
function notesOf({ model }: Pick<Book, "model">): readonly Cell[] {
  return rowsOf({ model } as Book, "customers").map((row) => row["备注"] ?? null);
}

function quoted(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(","))
    .join("\r\n");
}

const rows = [["客户名称", "电话", "备注"], ...hostile.map((text, at) => [`客户${at}`, "", text])];

describe("what comes from outside", () => {
  it.each(["csv", "xlsx"] as const)(
    "[P7] from .%s it is text in the table, and text after saving and opening",
    async (kind) => {
      const book = await emptyBook();
      const bytes = kind === "csv" ? new TextEncoder().encode(quoted(rows)) : xlsxOf(rows);
      const source = await sourceOfFile(book, `x.${kind}`, bytes);
      const plan = await plannedFrom(book, source);
      expect(plan.rejected).toEqual([]);
      must(await apply(book, plan));
      expect(notesOf(book)).toEqual(hostile.map(kept));
      const reopened = await openWorkbook(await saveXlsx(book.model), "客户.xlsx");
      if (!reopened.ok) throw new Error(reopened.failure.code);
      expect(notesOf({ model: reopened.workbook })).toEqual(hostile.map(kept));
    },
  );

  it("[P7] ids and phones keep every digit, sign and zero; a number that has lost some is told", async () => {
    const book = await emptyBook();
    const text = [
      "客户编号\t客户名称\t电话\t统一社会信用代码",
      "000000000000000000123\t甲\t+86 138 0013 8000\t91350100M000100Y43",
      "K2\t乙\t6.22202E+18\t",
      "1.23457E+15\t丙\t\t",
    ].join("\n");
    const plan = await plannedFrom(book, await sourceOf(book, text));
    expect(plan.rejected.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ["digits-lost"],
      ["digits-lost"],
    ]);
    must(await apply(book, plan));
    expect(rowsOf(book, "customers")).toMatchObject([
      { 客户编号: "000000000000000000123", 电话: "+86 138 0013 8000" },
    ]);
    const numbers = await sourceOfFile(
      book,
      "x.xlsx",
      xlsxOf([
        ["客户名称", "电话"],
        ["丁", 6_222_021_234_567_890],
        ["戊", 138_0013_8000],
      ]),
    );
    const second = await plannedFrom(book, numbers);
    expect(second.rejected).toMatchObject([{ row: 0, reasons: [{ code: "digits-lost" }] }]);
    expect(second.added[0]?.cells["phone"]).toBe("13800138000");
  });

  it("[P7] the sheet of rejected rows holds them as text, with their reasons, and can be imported again", async () => {
    const book = await emptyBook();
    const text = ["客户名称\t预计成交日\t备注", "=1+1\t12/05/26\t+1", "@x\t13/13/26\t-2"].join(
      "\n",
    );
    const source = await sourceOf(book, text);
    const choices = await choicesFor(book, source);
    const plan = await plannedFrom(book, source);
    expect(plan.rejected).toHaveLength(2);
    const facts = must(await book.port.describe());
    const sheet = rejectedSheet(source, plan, choices, facts, asOf, {
      sheet: "导入被拒",
      row: "原来的行",
      reason: "不能导入的原因",
      reasonOf: ({ code }) => `=${code}`,
      and: "；",
    });
    must(await saveRejected(book.port, facts, sheet, trace));
    const saved = book.model.sheets.find(({ name }) => name === "导入被拒 2026-03-02")!;
    const cells = [0, 1, 2].map((row) =>
      [0, 1, 2, 3, 4].map((column) => saved.cells.value(row, column)),
    );
    expect(cells).toEqual([
      ["客户名称", "预计成交日", "备注", "不能导入的原因", "原来的行"],
      ["=1+1", "12/05/26", "+1", "=not-a-day", "2"],
      ["@x", "13/13/26", "-2", "=not-a-day", "3"],
    ]);
    expect([...saved.cells.formulas()]).toEqual([]);
    expect(sheet.widths).toEqual([10, 11, 10, 40, 8]);
    const again = must(await book.port.listPlaces()).find((place) => place.sheet === saved.name);
    expect(again).toMatchObject({ rowCount: 3, columnCount: 5, table: null });
  });

  it("[P7] any text at all comes in as it is", async () => {
    const sign = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "'",
      "\t",
      "\n",
      '"',
      ",",
      "1",
      "0",
      "a",
      "客",
      " ",
    );
    const texts = fc.array(fc.string({ unit: sign, minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (found) => {
        const book = await emptyBook();
        const table = [["客户名称", "备注"], ...found.map((text, at) => [`客户${at}`, text])];
        const plan = await plannedFrom(book, await sourceOf(book, quoted(table)));
        must(await apply(book, plan));
        expect(notesOf(book)).toEqual(found.map((text) => (text.trim() === "" ? null : text)));
      }),
      { seed: 20260101, numRuns: 8 },
    );
  });
});
