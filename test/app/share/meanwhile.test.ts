import { readDeeds } from "../../../src/app/deeds/audit-log";
import { examine, repair } from "../../../src/app/repair/repair";
import type { OwnLeft } from "../../../src/app/share/formulas";
import { planShare, share } from "../../../src/app/share/share";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import {
  asOf,
  contents,
  contentsBesideAudit,
  customer,
  must,
  openWith,
  trace,
  type Book,
} from "../../excel/book";

/** A cell's own formula, one filled over blank answers, one that looks at another sheet, and one that sums up. */
async function bookOfOwn(): Promise<Book> {
  const book = await openWith([1, 2].map((number) => customer(number)));
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.add("别的").getRange("A1:A5").values = [[1], [2], [3], [4], [5]];
    const mine = worksheets.add("我的");
    const rows = [1, 2, 3, 4, 5];
    mine.getRange("A1:A5").values = rows.map((row) => [row]);
    mine.getRange("B1").formulas = [["=IFERROR(CRM.CADENCE($A$5,crm_cadences),$A$5*10)"]];
    mine.getRange("C1:C5").formulas = rows.map((row) => [
      `=IFERROR(CRM.CADENCE($A${row},crm_cadences),"")`,
    ]);
    mine.getRange("D1:D5").formulas = rows.map((row) => [
      `=IFERROR(CRM.CADENCE(别的!$A${row},crm_cadences),别的!$A${row})`,
    ]);
    await context.sync();
  });
  return book;
}

async function switchTo(book: Book, to: ShareMode): Promise<readonly OwnLeft[]> {
  const facts = must(await book.port.describe());
  const plan = must(await planShare(book.port, facts, to));
  const { ownLeft, unrecorded } = must(await share(book.port, facts, plan, to, trace));
  expect(unrecorded).toBeNull();
  return ownLeft;
}

async function inSheet(name: string, work: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem(name));
    await context.sync();
  });
}

/** The formulas of a column, from the top; a blank for a cell without one. */
function formulasIn({ model }: Book, sheet: string, column: number): readonly string[] {
  const { cells } = model.sheetByName(sheet)!;
  return [0, 1, 2, 3, 4, 5].map((row) => cells.formula(row, column)?.text ?? "");
}

/** What the changes tell of formulas that cannot go back. */
async function told(book: Book): Promise<readonly unknown[]> {
  const { deeds } = must(await readDeeds(book.port, null));
  return deeds
    .flatMap(({ entries }) => entries)
    .flatMap(({ what }) => (what.kind === "own-left" ? [what.from] : []));
}

const remembered = "自己的公式存照";

describe("own formulas in sheets that people work on between a switch and the way back", () => {
  it("[P2] go into their own cells in a sheet that was renamed and widened, never into a row that came between", async () => {
    const book = await bookOfOwn();
    await switchTo(book, "values");
    await inSheet("我的", (sheet) => {
      sheet.name = "我的 '新'表";
      sheet.getRange("A:A").insert(Excel.InsertShiftDirection.right);
      sheet.getRange("3:3").insert(Excel.InsertShiftDirection.down);
      sheet.getRange("5:5").delete(Excel.DeleteShiftDirection.up);
    });
    const left = await switchTo(book, "functions");
    expect(formulasIn(book, "我的 '新'表", 2)).toEqual([
      "=IFERROR(CRM.CADENCE($B$5,crm_cadences),$B$5*10)",
      ...["", "", "", "", ""],
    ]);
    // The third row came between and shows the same blank; of the five rows the fourth is gone.
    expect(formulasIn(book, "我的 '新'表", 3)).toEqual([
      '=IFERROR(CRM.CADENCE($B1,crm_cadences),"")',
      '=IFERROR(CRM.CADENCE($B2,crm_cadences),"")',
      "",
      '=IFERROR(CRM.CADENCE($B4,crm_cadences),"")',
      '=IFERROR(CRM.CADENCE($B5,crm_cadences),"")',
      "",
    ]);
    // Which rows of the other sheet the rows beside the new one would look at, nobody can tell.
    expect(left).toEqual([
      {
        sheet: "我的 '新'表",
        address: "E1:E5",
        formula: "=IFERROR(CRM.CADENCE(别的!$A1,crm_cadences),别的!$A1)",
        why: "moved",
      },
    ]);
    expect(await told(book)).toEqual(left.map(({ formula }) => formula));
    expect(contents(book.model)).not.toContain(remembered);
  });

  it("[P2] follow rows that came into the sheet they look at, all of them or none", async () => {
    const book = await bookOfOwn();
    await switchTo(book, "values");
    await inSheet("别的", (sheet) => {
      sheet.getRange("1:2").insert(Excel.InsertShiftDirection.down);
    });
    expect(await switchTo(book, "functions")).toEqual([]);
    expect(formulasIn(book, "我的", 3).slice(0, 2)).toEqual([
      "=IFERROR(CRM.CADENCE(别的!$A3,crm_cadences),别的!$A3)",
      "=IFERROR(CRM.CADENCE(别的!$A4,crm_cadences),别的!$A4)",
    ]);
    await switchTo(book, "values");
    await inSheet("别的", (sheet) => {
      sheet.getRange("5:5").insert(Excel.InsertShiftDirection.down);
    });
    expect((await switchTo(book, "functions")).map(({ why }) => why)).toEqual(["moved"]);
    expect(formulasIn(book, "我的", 3)).toEqual(["", "", "", "", "", ""]);
  });

  it.each([
    [
      "filtered",
      (sheet: Excel.Worksheet) => {
        sheet.autoFilter.apply("A1:D5", 0, { filterOn: "Values", values: ["2", "3"] });
      },
      (sheet: Excel.Worksheet) => sheet.autoFilter.remove(),
    ],
    [
      "protected",
      (sheet: Excel.Worksheet) => sheet.protection.protect(),
      (sheet: Excel.Worksheet) => sheet.protection.unprotect(),
    ],
  ] as const)(
    "[P2] wait while their sheet is %s, are told, and come back by Repair once it no longer is",
    async (why, close, open) => {
      const book = await bookOfOwn();
      const before = contentsBesideAudit(book.model);
      await switchTo(book, "values");
      await inSheet("我的", close);
      const left = await switchTo(book, "functions");
      expect(left.map(({ address, why: because }) => [address, because])).toEqual([
        ["B1", why],
        ["C1:C5", why],
        ["D1:D5", why],
      ]);
      expect(formulasIn(book, "我的", 2)).toEqual(["", "", "", "", "", ""]);
      // They are not lost, so the changes tell of no loss.
      expect(await told(book)).toEqual([]);
      const mend = async () => {
        const examined = must(await examine(book.port));
        const found = examined.findings.filter(({ id }) =>
          ["own-values", "leftovers"].includes(id),
        );
        expect(found.map(({ id }) => id)).toEqual(["own-values"]);
        return repair(book.port, examined, found, { about: "", trace, asOf });
      };
      const { failed } = await mend();
      expect(failed.map(({ failure }) => failure)).toEqual([
        expect.objectContaining({ code: why, sheet: "我的" }),
      ]);
      await inSheet("我的", open);
      expect((await mend()).failed).toEqual([]);
      expect(contentsBesideAudit(book.model)).toBe(before);
    },
  );

  it("[P4] are written down where their sheet is gone, and what waits elsewhere is kept", async () => {
    const book = await bookOfOwn();
    await inSheet("别的", (sheet) => {
      sheet.getRange("C1").formulas = [["=IFERROR(CRM.CADENCE($A$1,crm_cadences),7)"]];
    });
    await switchTo(book, "values");
    await inSheet("我的", (sheet) => sheet.delete());
    await inSheet("别的", (sheet) => sheet.protection.protect());
    const left = await switchTo(book, "functions");
    expect(left.map(({ sheet, address, why }) => [sheet, address, why])).toEqual([
      ["别的", "C1", "protected"],
      ["我的", "B1", "gone"],
      ["我的", "C1:C5", "gone"],
      ["我的", "D1:D5", "gone"],
    ]);
    expect(await told(book)).toHaveLength(3);
    await inSheet("别的", (sheet) => sheet.protection.unprotect());
    // The next switch brings it back first, and remembers it afresh.
    await switchTo(book, "values");
    expect(await switchTo(book, "functions")).toEqual([]);
    expect(formulasIn(book, "别的", 2)[0]).toBe("=IFERROR(CRM.CADENCE($A$1,crm_cadences),7)");
    expect(await told(book)).toHaveLength(3);
    expect(contents(book.model)).not.toContain(remembered);
  });
});
