import { readFileSync } from "node:fs";
import path from "node:path";
import { readDeeds } from "../../../src/app/deeds/audit-log";
import { lastingDeed, lastingReason } from "../../../src/app/deeds/lasting";
import { takenBackIn } from "../../../src/app/deeds/taken-back";
import { planTakeBack, takeBackPlanned } from "../../../src/app/deeds/take-back";
import type { Finding } from "../../../src/app/repair/finding";
import { columnLetters } from "../../../src/tables/a1";
import { columnPoints, headerWidth } from "../../../src/tables/header-width";
import { examine, repair } from "../../../src/app/repair/repair";
import {
  addCustomers,
  asOf,
  contents,
  customer,
  fillSheet,
  must,
  rowsOf,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";
import { openCalculatingBook } from "../calculating-book";

async function bookWith(count: number): Promise<Book> {
  const book = await openCalculatingBook();
  await setUpBook(book);
  await addCustomers(
    book,
    Array.from({ length: count }, (_, index) => customer(index + 1)),
  );
  await book.host.quiet();
  return book;
}

const found = async (book: Book) => must(await examine(book.port)).findings;
const kinds = (findings: readonly Finding[]) =>
  findings.map((each) => (each.kind === "formulas" ? each.id : each.kind));

async function repairAll(book: Book, choose: (finding: Finding) => boolean = () => true) {
  const examined = must(await examine(book.port));
  const done = await repair(book.port, examined, examined.findings.filter(choose), {
    about: "",
    trace,
    asOf,
  });
  await book.host.quiet();
  return done;
}

/** The header and the first rows of accounts of a sales team, as they were published. */
function realAccounts(): readonly (readonly string[])[] {
  const file = path.join(__dirname, "../../workbooks/crm-sales-opportunities/accounts.csv");
  const lines = readFileSync(file, "utf8").trim().split(/\r?\n/u);
  return lines.slice(0, 25).map((line) => line.split(","));
}

/** Everything but the audit table, which tells of the repair. */
function seen(book: Book): string {
  return contents(book.model)
    .split("\n# ")
    .filter((sheet) => !/CrmAudit/u.test(sheet.split("\n")[0] ?? ""))
    .join("\n# ");
}

function cellsOf(book: Book, header: string) {
  const { sheet, table } = tableOf(book, "customers");
  const column = table.area.left + table.columns.findIndex(({ name }) => name === header);
  return { sheet, column };
}

describe("repair", () => {
  it("finds nothing wrong in a workbook as set-up lays it out", async () => {
    const book = await bookWith(3);
    expect(await found(book)).toEqual([]);
  });

  it("finds nothing wrong in a person's own table right after it was adopted, and later on", async () => {
    const book = await openCalculatingBook();
    const [headers = [], ...accounts] = realAccounts();
    const demands = ["目标", "clear", "", "later"];
    fillSheet(book.model, [
      [...headers, "Demand"],
      ...accounts.map((cells, row) => [...cells, demands[row % demands.length]!]),
    ]);
    await setUpBook(book, "en");
    await book.host.quiet();
    const { adopted } = must(await book.port.describe()).tables.customers!;
    expect(adopted).toEqual(expect.arrayContaining(["name", "demand"]));
    expect(await found(book)).toEqual([]);

    // One that was deleted, and that repair added again, is ours.
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("CrmCustomers");
      columns.getItem("Demand").delete();
      await context.sync();
    });
    await book.host.quiet();
    expect(kinds(await found(book))).toEqual(expect.arrayContaining(["columns"]));
    await repairAll(book);
    await repairAll(book);
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("CrmCustomers");
      columns.getItem("Demand").getDataBodyRange().dataValidation.clear();
      await context.sync();
    });
    expect(await found(book)).toEqual([
      {
        id: "lists",
        suggested: false,
        kind: "lists",
        lists: [expect.objectContaining({ column: "demand" })],
      },
    ]);
  });

  it("[G4] [F1] puts lost formulas back, and typed-over cells only where they are chosen", async () => {
    const book = await bookWith(4);
    const before = seen(book);
    const grade = cellsOf(book, "等级");
    const state = cellsOf(book, "状态");
    book.host.editor.type(grade.sheet.id, 2, grade.column, "甲");
    book.host.editor.type(grade.sheet.id, 3, grade.column, "");
    book.host.editor.type(state.sheet.id, 1, state.column, "=1+1");
    await book.host.quiet();
    const findings = await found(book);
    expect(findings.map(({ id, suggested }) => [id, suggested])).toEqual([
      ["formulas:grade:typed", false],
      ["formulas:grade:lost", true],
      ["formulas:state:own", false],
    ]);
    await repairAll(book, ({ suggested }) => suggested);
    expect(kinds(await found(book))).toEqual(["formulas:grade:typed", "formulas:state:own"]);
    await repairAll(book);
    expect(await found(book)).toEqual([]);
    expect(seen(book)).toBe(before);
  });

  it("enters functions again that a program without the add-in has kept as _xldudf_", async () => {
    const book = await bookWith(2);
    const before = seen(book);
    const { sheet, column } = cellsOf(book, "等级");
    for (const row of [1, 2])
      sheet.cells.setFormula(row, column, {
        text: `=_xldudf_CRM_GRADE($H${row + 1},$I${row + 1},crm_as_of,crm_horizons)`,
      });
    book.host.calculation.structureChanged();
    await book.host.quiet();
    expect(kinds(await found(book))).toEqual(["formulas:grade:stale"]);
    await repairAll(book);
    expect(seen(book)).toBe(before);
  });

  it("[F7] [R1] makes names, settings rows, lists, highlight and columns again", async () => {
    const book = await bookWith(3);
    await Excel.run(async (context) => {
      const { names, tables, worksheets } = context.workbook;
      names.getItem("crm_cadences").delete();
      const settings = tables.getItem("CrmSettings");
      settings.rows.getItemAt(2).delete();
      const customers = tables.getItem("CrmCustomers");
      customers.columns.getItem("需求状况").getDataBodyRange().dataValidation.clear();
      customers.columns.getItem("约定日期").delete();
      worksheets.getItem("客户").getRange("A2:Z2").conditionalFormats.clearAll();
      await context.sync();
    });
    await book.host.quiet();
    expect(kinds(await found(book))).toEqual(
      expect.arrayContaining(["settings", "columns", "names", "highlight", "lists"]),
    );
    const { failed } = await repairAll(book);
    expect(failed).toEqual([]);
    expect(await found(book)).toEqual([]);
    expect(book.model.names.filter(({ formula }) => formula.includes("#REF!"))).toEqual([]);
    const grades = must(await book.port.readColumns([{ table: "customers", columns: ["grade"] }]));
    expect(grades[0]!.columns["grade"]).toEqual(["A", "A", "A"]);
  });

  it("[R1] makes each row of Settings again as it was, by the same key", async () => {
    const book = await bookWith(1);
    const rows = rowsOf(book, "settings");
    const keys = rows.map((row) => row["键"]);
    expect(keys.length).toBeGreaterThan(15);
    for (const at of keys.keys()) {
      await Excel.run(async (context) => {
        context.workbook.tables.getItem("CrmSettings").rows.getItemAt(at).delete();
        await context.sync();
      });
      const { failed } = await repairAll(book);
      expect(failed).toEqual([]);
      expect([keys[at], rowsOf(book, "settings").map((row) => row["键"])]).toEqual([
        keys[at],
        keys,
      ]);
      const [was, is] = [rows[at], rowsOf(book, "settings")[at]];
      // Which day it is, the pane tells.
      expect(is).toEqual(keys[at] === "asOf" ? { ...was, 数值: is?.["数值"] } : was);
    }
  });

  it("stretches a table over rows that were pasted below it, and gives them their formulas", async () => {
    const book = await bookWith(2);
    const { sheet } = cellsOf(book, "等级");
    for (const row of [3, 4]) {
      sheet.cells.setValue(row, 1, `贴上的${row}`);
      sheet.cells.setValue(row, 7, "潜在");
    }
    expect(await found(book)).toEqual(
      [
        expect.objectContaining({ id: "below:customers", suggested: true, rows: 2, bodyRows: 2 }),
        expect.objectContaining({ kind: "highlight" }),
      ].slice(0, 1),
    );
    await repairAll(book);
    expect(kinds(await found(book)).filter((kind) => kind !== "highlight")).toEqual([]);
    const grades = must(await book.port.readColumns([{ table: "customers", columns: ["grade"] }]));
    expect(grades[0]!.columns["grade"]).toEqual(["A", "A", "D", "D"]);
  });

  it("makes a deleted sheet again, and tells the audit table of it", async () => {
    const book = await bookWith(1);
    const sheet = book.model.sheets.find(({ name }) => name === "节假日")!;
    book.host.editor.deleteSheet(sheet.id);
    await book.host.quiet();
    expect(kinds(await found(book))).toContain("tables");
    const { failed, unrecorded } = await repairAll(book);
    expect({ failed, unrecorded }).toEqual({ failed: [], unrecorded: null });
    expect(
      kinds(await found(book)).filter((kind) => kind !== "formulas:nextFollowUp:stale"),
    ).toEqual([]);
  });

  it("[P4] tells cell by cell what stood under a formula, and brings it back, also after the pane was closed", async () => {
    const book = await bookWith(4);
    const grade = cellsOf(book, "等级");
    const state = cellsOf(book, "状态");
    const { editor } = book.host;
    editor.type(grade.sheet.id, 2, grade.column, "甲");
    editor.type(grade.sheet.id, 3, grade.column, '=IF($H4="目标","A","B")');
    editor.type(state.sheet.id, 1, state.column, "'=1+1");
    await book.host.quiet();
    const broken = seen(book);
    await repairAll(book);
    expect(seen(book)).not.toBe(broken);

    const [repaired] = must(await readDeeds(book.port, null)).deeds;
    expect(
      repaired!.entries.map(({ what, rowName, header }) => [
        rowName,
        header,
        what.kind === "cell" ? what.from : what.kind,
      ]),
    ).toEqual([
      ["客户2", "等级", "甲"],
      ["客户3", "等级", '=IF({demand}="目标","A","B")'],
      ["客户1", "状态", "'=1+1"],
    ]);
    // Somebody sorts the table, and types over one of them: that one is told, the others go back.
    editor.type(grade.sheet.id, 2, grade.column, "乙");
    await book.host.quiet();
    const plan = must(await planTakeBack(book.port, repaired!.entries));
    expect(plan.refused.map(({ obstacles }) => obstacles)).toEqual([
      [expect.objectContaining({ code: "changed-since", found: "乙" })],
    ]);
    must(await takeBackPlanned(book.port, plan, trace));
    editor.type(grade.sheet.id, 2, grade.column, "甲");
    await book.host.quiet();
    expect(seen(book)).toBe(broken);
  });

  it("looks at a table that ends with the last row of its sheet", async () => {
    const book = await bookWith(2);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("客户").getRange("1:1048573").insert("Down");
      await context.sync();
    });
    await book.host.quiet();
    expect(await found(book)).toEqual([]);
  });

  it("[P4] brings a formula that reads a column of one's own back into its row, wherever that stands by then", async () => {
    const book = await bookWith(4);
    const { sheet, column } = cellsOf(book, "等级");
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("CrmCustomers");
      columns.add(undefined, [["我的"], ["甲"], ["乙"], ["丙"], ["丁"]]);
      await context.sync();
    });
    const mine = columnLetters(tableOf(book, "customers").table.area.right);
    // Set as a file holds it: typed, Excel would fill it over the whole column.
    sheet.cells.setFormula(3, column, { text: `=LEFT($${mine}4,1)&$${mine}$1` });
    book.host.calculation.structureChanged();
    await repairAll(book);
    const [repaired] = must(await readDeeds(book.port, null)).deeds;
    book.host.editor.insertRows(sheet.id, 1, 2);
    const cells = repaired!.entries.filter(({ what }) => what.kind === "cell");
    const plan = must(await planTakeBack(book.port, cells));
    expect(plan.refused).toEqual([]);
    must(await takeBackPlanned(book.port, plan, trace));
    expect(sheet.cells.formula(5, column)?.text).toBe(`=LEFT($${mine}6,1)&$${mine}$1`);
    expect(sheet.cells.value(5, 1)).toBe("客户3");
  });

  it("[P4] brings a formula back to the columns it read, wherever they stand by then, and says which is gone", async () => {
    const book = await bookWith(2);
    const { sheet, column } = cellsOf(book, "等级");
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("CrmCustomers");
      columns.add(undefined, [["我的"], ["甲"], ["乙"]]);
      columns.add(undefined, [["旁边"], ["丙"], ["丁"]]);
      await context.sync();
    });
    const letters = (): readonly [string, string] => {
      const { left, right } = tableOf(book, "customers").table.area;
      const width = right - left + 1;
      return [columnLetters(left + width - 2), columnLetters(left + width - 1)];
    };
    const [mine, beside] = letters();
    sheet.cells.setFormula(2, column, { text: `=${mine}3&$${beside}3&$ZZ3` });
    book.host.calculation.structureChanged();
    await repairAll(book);
    const cells = async () =>
      must(await readDeeds(book.port, null))
        .deeds.at(-1)!
        .entries.filter(({ what }) => what.kind === "cell");

    // A column comes among them, and one is dropped to the left of the others.
    book.host.editor.insertColumns(sheet.id, 2, 2);
    const plan = must(await planTakeBack(book.port, await cells()));
    expect(plan.refused).toEqual([]);
    const [mineNow, besideNow] = letters();
    expect(mineNow).not.toBe(mine);
    must(await takeBackPlanned(book.port, plan, trace));
    expect(sheet.cells.formula(2, column + 2)?.text).toBe(`=${mineNow}3&$${besideNow}3&$ZZ3`);

    await repairAll(book);
    const again = must(await readDeeds(book.port, null)).deeds[0]!.entries;
    const { table } = tableOf(book, "customers");
    book.host.editor.deleteColumns(sheet.id, table.area.right - 1, 1);
    const refused = must(await planTakeBack(book.port, again)).refused;
    expect(refused.map(({ obstacles }) => obstacles)).toEqual([
      [expect.objectContaining({ code: "column-gone", column: "own:我的" })],
    ]);
  });

  it("[P4] does not bring back a formula that calls a column by a header that is gone, and says which", async () => {
    const book = await bookWith(2);
    const { sheet, column } = cellsOf(book, "等级");
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("CrmCustomers");
      columns.add(undefined, [["我的 评级"], ["A"], ["B"]]);
      await context.sync();
    });
    sheet.cells.setFormula(2, column, { text: "=[@[我的 评级]]" });
    book.host.calculation.structureChanged();
    await repairAll(book);
    const { entries } = must(await readDeeds(book.port, null)).deeds[0]!;
    const { table } = tableOf(book, "customers");
    book.host.editor.deleteColumns(sheet.id, table.area.right, 1);
    const cells = entries.filter(({ what }) => what.kind === "cell");
    const { refused } = must(await planTakeBack(book.port, cells));
    expect(refused.map(({ obstacles }) => obstacles)).toEqual([
      [expect.objectContaining({ code: "column-gone", column: "own:我的 评级" })],
    ]);
  });

  it("finds columns too narrow for their days, widens those and leaves every other width", async () => {
    const book = await bookWith(3);
    const widthOf = async (header: string): Promise<number> => {
      let width = 0;
      await Excel.run(async (context) => {
        const columns = context.workbook.tables.getItem("CrmCustomers").columns;
        const body = columns.getItem(header).getDataBodyRange().load("format/columnWidth");
        await context.sync();
        width = body.format.columnWidth;
      });
      return width;
    };
    const draw = async (header: string, width: number, format?: string): Promise<void> => {
      await Excel.run(async (context) => {
        const columns = context.workbook.tables.getItem("CrmCustomers").columns;
        const body = columns.getItem(header).getDataBodyRange();
        body.format.columnWidth = width;
        if (format !== undefined) body.numberFormat = [[format]];
        await context.sync();
      });
    };
    await Excel.run(async (context) => {
      const columns = context.workbook.tables.getItem("CrmCustomers").columns;
      columns.getItem("约定日期").getDataBodyRange().clear("Contents");
      columns.getItem("创建日").getDataBodyRange().columnHidden = true;
      await context.sync();
    });
    // Too narrow · chosen, and wide enough · too narrow for its own format · nothing in it · a text.
    await draw("下次跟进", 45);
    await draw("上次跟进", 60);
    await draw("预计成交日", 70, 'yyyy"年"m"月"d"日"');
    await draw("约定日期", 20);
    await draw("客户名称", 20);
    await book.host.quiet();
    expect(kinds(await found(book))).toEqual(["widths"]);
    const done = await repairAll(book);
    expect(done).toMatchObject({
      done: ["widths"],
      failed: [],
      unrecorded: null,
      goesBack: false,
    });
    expect(await found(book)).toEqual([]);
    expect(await widthOf("下次跟进")).toBeCloseTo(75, 0);
    // Its header, too, is read beside the filter's button.
    expect(await widthOf("预计成交日")).toBeGreaterThan(
      columnPoints(headerWidth("预计成交日")) - 1,
    );
    expect(await widthOf("上次跟进")).toBeCloseTo(60, 0);
    expect(await widthOf("约定日期")).toBeCloseTo(20, 0);
    expect(await widthOf("客户名称")).toBeCloseTo(20, 0);
    // It is told before and after, and why it is not taken back.
    const { deeds, facts } = must(await readDeeds(book.port, null));
    expect(deeds[0]?.entries.map(({ what }) => what)).toMatchObject([
      { kind: "width", table: "customers", column: "expectedClose" },
      { kind: "width", table: "customers", column: "nextFollowUp", to: 75 },
    ]);
    expect(deeds[0] && lastingDeed(deeds[0], facts, takenBackIn(deeds))).toMatchObject([
      { code: "width-stays" },
    ]);
    const plan = must(await planTakeBack(book.port, deeds[0]!.entries));
    expect(plan.readyCount).toBe(0);
  });

  it("[P4] tells of lists, rules, names and settings it made again, and takes back what holds nothing together", async () => {
    const book = await bookWith(2);
    await Excel.run(async (context) => {
      const { names, tables, worksheets } = context.workbook;
      names.getItem("crm_cadences").delete();
      tables.getItem("CrmSettings").rows.getItemAt(2).delete();
      const customers = tables.getItem("CrmCustomers");
      customers.columns.getItem("需求状况").getDataBodyRange().dataValidation.clear();
      worksheets.getItem("客户").getRange().conditionalFormats.clearAll();
      await context.sync();
    });
    await book.host.quiet();
    expect((await repairAll(book)).goesBack).toBe(true);
    const [repaired] = must(await readDeeds(book.port, null)).deeds;
    const kindsTold = repaired!.entries.map(({ what }) => what.kind).sort();
    expect(kindsTold).toEqual(["highlight", "list", "named", "setting-added"]);
    const plan = must(await planTakeBack(book.port, repaired!.entries));
    expect(plan.refused.flatMap(({ obstacles }) => obstacles.map(({ code }) => code))).toEqual([
      "repair-stays",
      "repair-stays",
    ]);
    const lasting = async (of: string) => {
      const { deeds, facts } = must(await readDeeds(book.port, null));
      const logged = deeds.find(({ deed }) => deed.id === of)!;
      return lastingDeed(logged, facts, takenBackIn(deeds))?.map(({ code }) => code) ?? null;
    };
    expect(await lasting(repaired!.deed.id)).toBeNull();
    must(await takeBackPlanned(book.port, plan, trace));
    await book.host.quiet();
    expect(kinds(await found(book))).toEqual(["highlight", "lists"]);
    // What is left of it never goes; the rules that went come back by Repair alone, the list from here.
    expect(await lasting(repaired!.deed.id)).toEqual(["repair-stays"]);
    const { deeds, facts } = must(await readDeeds(book.port, null));
    const backs = deeds.filter(({ deed }) => deed.kind === "take-back");
    expect(backs.map(({ deed }) => deed.about.split(" · ").at(-1))).toEqual([
      "下拉选项",
      "高亮规则",
    ]);
    expect(
      backs.flatMap(({ entries }) =>
        entries.map((entry) => [entry.what.kind, lastingReason(entry, facts)?.code ?? null]),
      ),
    ).toEqual(
      expect.arrayContaining([
        ["highlight", "repair-again"],
        ["list", null],
      ]),
    );
  });
});
