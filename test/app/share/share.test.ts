import { readDeeds } from "../../../src/app/deeds/audit-log";
import { lastingDeed } from "../../../src/app/deeds/lasting";
import { planTakeBack, takeBackPlanned } from "../../../src/app/deeds/take-back";
import { takenBackIn } from "../../../src/app/deeds/taken-back";
import { leavingOwn, planShare, share, type SharePlan } from "../../../src/app/share/share";
import { unwatched } from "../../../src/app/slices";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import {
  addCustomers,
  contents,
  contentsBesideAudit,
  customer,
  must,
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

async function planned(book: Book, to: ShareMode): Promise<SharePlan> {
  return must(await planShare(book.port, must(await book.port.describe()), to));
}

async function switchTo(book: Book, to: ShareMode): Promise<SharePlan> {
  const plan = await planned(book, to);
  must(await book.port.switchFormulas(plan.work));
  await book.host.quiet();
  return plan;
}

/** What the calculated columns show. */
async function shown(book: Book): Promise<unknown> {
  const columns = ["grade", "nextFollowUp", "urgency", "state"];
  return must(await book.port.readColumns([{ table: "customers", columns }]));
}

/** What a sheet shows, row by row. */
function cellsOf({ model }: Book, name: string): unknown {
  const { cells } = model.sheetByName(name)!;
  return Array.from({ length: 6 }, (_, row) => [1, 2].map((column) => cells.value(row, column)));
}

const deeds = async (book: Book) => must(await readDeeds(book.port, null)).deeds;

describe("a share copy", () => {
  it.each(["native", "values"] as const)(
    "[P2] shows the same as %s, and everything is as before once the functions are back",
    async (mode) => {
      const book = await bookWith(5);
      const before = contents(book.model);
      const answers = await shown(book);
      await switchTo(book, mode);
      expect(must(await book.port.describe()).mode).toBe(mode);
      expect(await shown(book)).toEqual(answers);
      expect(contents(book.model)).not.toContain("CRM.GRADE");
      await switchTo(book, "functions");
      expect(contents(book.model)).toBe(before);
      expect(await shown(book)).toEqual(answers);
    },
  );

  it("[P2] leaves a person's own formulas and typed-over cells, in both directions, and names them", async () => {
    const book = await bookWith(6);
    const place = (column: string) => {
      const { sheet, table } = tableOf(book, "customers");
      return {
        sheet,
        at: table.area.left + table.columns.findIndex(({ name }) => name === column),
      };
    };
    const { sheet, at } = place("等级");
    book.host.editor.type(sheet.id, 2, at, "甲类");
    book.host.editor.type(sheet.id, 4, at, '=IF(1=1,"B","C")');
    book.host.editor.type(sheet.id, 5, place("紧急程度").at, "以后再说");
    await book.host.quiet();
    const before = contents(book.model);
    for (const mode of ["native", "values"] as const) {
      const plan = await switchTo(book, mode);
      expect(plan.columns).toEqual([
        { header: "等级", cells: 4 },
        { header: "下次跟进", cells: 6 },
        { header: "紧急程度", cells: 5 },
      ]);
      expect(plan.kept).toEqual([
        { header: "等级", kind: "formula", count: 1, customers: ["客户4"] },
        { header: "等级", kind: "typed", count: 1, customers: ["客户2"] },
        { header: "紧急程度", kind: "typed", count: 1, customers: ["客户5"] },
      ]);
      const back = await switchTo(book, "functions");
      expect(back.kept).toEqual(plan.kept);
      expect(contents(book.model)).toBe(before);
    }
  });

  /** People's own formulas that call the functions: in a column of theirs, on a sheet of theirs, in ours, in a name. */
  async function bookWithOwn(): Promise<Book> {
    const book = await bookWith(3);
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("CrmCustomers");
      columns.add(undefined, [
        ["周期"],
        ["=CRM.CADENCE($K2,crm_cadences)"],
        ["=CRM.CADENCE($K3,crm_cadences)"],
        ["=CRM.CADENCE($K4,crm_cadences)"],
      ]);
      columns.add(undefined, [["备忘"], ["CRM.GRADE("], ["=1+1"], [""]]);
      columns.getItem("等级").getDataBodyRange().getCell(2, 0).formulas = [
        ['=IF($H4="目标",CRM.GRADE($H4,$I4,crm_as_of,crm_horizons),"")'],
      ];
      const sheet = context.workbook.worksheets.add("我的 表");
      sheet.getRange("B2:C5").formulas = [
        ['=CRM.GRADE("目标",TODAY()+9,crm_as_of,crm_horizons)', '="CRM.GRADE("'],
        ["=CRM.CADENCE(客户!$K$3,crm_cadences)", "CRM.GRADE()"],
        ["=B2", "=XCRM.GRADE(1)"],
        ['=crm.cadence("B",crm_cadences)&C5', "天"],
      ];
      sheet.names.add("周期", '=CRM.CADENCE("A",crm_cadences)');
      context.workbook.names.add("不相干", '="CRM.CADENCE("');
      await context.sync();
    });
    await book.host.quiet();
    return book;
  }

  it("[P2] finds a person's own formulas that call the functions on any sheet and in names", async () => {
    const book = await bookWithOwn();
    const plan = await planned(book, "native");
    const places = plan.own.map((call) =>
      call.kind === "name"
        ? `${call.sheet}!${call.name}`
        : `${call.range.sheet}!${call.range.address} ${call.cells} ${call.stays}`,
    );
    expect(places).toEqual([
      "客户!AA2:AA4 3 null",
      "我的 表!B2 1 null",
      "我的 表!B3 1 null",
      "我的 表!B5 1 null",
      "客户!K4 1 null",
      "我的 表!周期",
    ]);
    expect(plan.work.own).toHaveLength(5);
    expect(leavingOwn(plan).work.own).toEqual([]);
    must(await book.port.showCells({ sheet: "我的 表", address: "B5" }));
    expect(book.host.editor.workspace.window.activeSheetId).toBe(
      book.model.sheets.find(({ name }) => name === "我的 表")?.id,
    );
  });

  it.each(["native", "values"] as const)(
    "[P2] shows the answers of own formulas as values beside %s, and brings every formula back",
    async (mode) => {
      const book = await bookWithOwn();
      const before = contents(book.model);
      const shownBefore = cellsOf(book, "我的 表");
      await switchTo(book, mode);
      const texts = book.model.sheets.flatMap(({ cells }) =>
        [...cells.formulas()].map(({ formula: { text } }) => text),
      );
      expect(texts.filter((text) => /\bCRM\.(?:GRADE|CADENCE)\(/u.test(text))).toEqual([
        '="CRM.GRADE("',
      ]);
      expect(cellsOf(book, "我的 表")).toEqual(shownBefore);
      await switchTo(book, "functions");
      expect(contents(book.model)).toBe(before);
    },
  );

  it("[P2] [P4] follows own formulas that moved meanwhile, and leaves what somebody typed over them", async () => {
    const book = await bookWithOwn();
    await switchTo(book, "values");
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("我的 表");
      sheet.getRange("1:1").insert(Excel.InsertShiftDirection.down);
      sheet.getRange("A:A").insert(Excel.InsertShiftDirection.right);
      sheet.getRange("C3").values = [["改过"]];
      context.workbook.tables
        .getItem("CrmCustomers")
        .columns.getItem("周期")
        .getDataBodyRange()
        .getCell(1, 0).values = [["每周"]];
      await context.sync();
    });
    const facts = must(await book.port.describe());
    const plan = must(await planShare(book.port, facts, "functions"));
    const { ownLeft, unrecorded } = must(await share(book.port, facts, plan, "加载项函数", trace));
    expect(unrecorded).toBeNull();
    expect(ownLeft).toEqual([
      {
        sheet: "客户",
        address: "AA2:AA4",
        formula: "=CRM.CADENCE($K2,crm_cadences)",
        why: "changed",
      },
      {
        sheet: "我的 表",
        address: "C3",
        formula: '=CRM.GRADE("目标",TODAY()+9,crm_as_of,crm_horizons)',
        why: "changed",
      },
    ]);
    const sheet = book.model.sheetByName("我的 表")!;
    expect(sheet.cells.value(2, 2)).toBe("改过");
    expect(sheet.cells.formula(3, 2)?.text).toBe("=CRM.CADENCE(客户!$K$3,crm_cadences)");
    expect(sheet.cells.formula(5, 2)?.text).toBe('=CRM.CADENCE("B",crm_cadences)&D6');
    const customers = book.model.sheetByName("客户")!;
    expect([1, 2, 3].map((row) => customers.cells.formula(row, 26)?.text ?? null)).toEqual([
      "=CRM.CADENCE($K2,crm_cadences)",
      null,
      "=CRM.CADENCE($K4,crm_cadences)",
    ]);
    expect(contents(book.model)).not.toContain("自己的公式存照");
    // What could not go back is written down, and stays there for whoever wants it.
    const [logged] = await deeds(book);
    const told = logged!.entries.filter(({ what }) => what.kind === "own-left");
    expect(told.map(({ what, header }) => ["from" in what && what.from, header])).toEqual(
      ownLeft.map(({ formula, sheet, address }) => [formula, `${sheet}!${address}`]),
    );
    const { refused } = must(await planTakeBack(book.port, told));
    expect(refused.map(({ obstacles }) => obstacles[0]?.code)).toEqual([
      "formula-kept",
      "formula-kept",
    ]);
  });

  it("[P2] keeps what a colleague typed over values, calculates new rows, and follows sorted rows", async () => {
    const book = await bookWith(4);
    await switchTo(book, "values");
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("CrmCustomers");
      table.sort.apply([{ key: 1, ascending: false }]);
      const grades = table.columns.getItem("等级").getDataBodyRange();
      grades.getCell(0, 0).values = [["C"]];
      await context.sync();
    });
    await addCustomers(book, [customer(9)]);
    const plan = await switchTo(book, "functions");
    expect(plan.kept).toEqual([{ header: "等级", kind: "typed", count: 1, customers: ["客户4"] }]);
    const answer = must(
      await book.port.readColumns([{ table: "customers", columns: ["id", "grade"] }]),
    );
    expect(answer[0]!.columns["grade"]).toEqual(["C", "A", "A", "A", "A"]);
    expect(contents(book.model)).not.toContain("计算结果存照");
  });

  it("[P4] stands in the audit table before → after, and is switched back from there, also later on", async () => {
    const book = await bookWithOwn();
    const before = contentsBesideAudit(book.model);
    const facts = must(await book.port.describe());
    must(await share(book.port, facts, await planned(book, "values"), "数值", trace));
    await book.host.quiet();
    const [shared] = await deeds(book);
    const told = shared!.entries.map(({ what }) =>
      "from" in what ? [what.kind, what.from, what.to] : [],
    );
    expect(told.slice(0, 2)).toEqual([
      ["mode", "functions", "values"],
      ["own-values", "=CRM.CADENCE($K2,crm_cadences)", 3],
    ]);
    const back = must(await planTakeBack(book.port, shared!.entries));
    expect(back.refused).toEqual([]);
    must(await takeBackPlanned(book.port, back, trace));
    await book.host.quiet();
    expect(contentsBesideAudit(book.model)).toBe(before);
    const again = await deeds(book);
    expect(takenBackIn(again).deed(again[1]!)).toBe("all");
    expect(again[0]!.deed.kind).toBe("take-back");

    // Switched once more by other means: then there is nothing to take back, and it is said.
    const twice = must(await planTakeBack(book.port, again[1]!.entries));
    expect(twice.refused.flatMap(({ obstacles }) => obstacles.map(({ code }) => code))).toEqual(
      twice.refused.map(() => "mode-changed"),
    );
    expect(twice.readyCount).toBe(0);
  });

  it("[P4] is offered to be switched back only while the workbook is in the state it led to", async () => {
    const book = await bookWith(2);
    const told = async (to: ShareMode) => {
      const facts = must(await book.port.describe());
      must(await share(book.port, facts, await planned(book, to), to, trace));
      await book.host.quiet();
      const all = await deeds(book);
      const now = must(await book.port.describe());
      return all
        .filter(({ deed }) => deed.kind === "share")
        .map((each) => lastingDeed(each, now, takenBackIn(all))?.map(({ code }) => code) ?? null);
    };
    expect(await told("native")).toEqual([null]);
    expect(await told("functions")).toEqual([null, ["mode-changed"]]);
    expect(await told("values")).toEqual([null, ["mode-changed"], ["mode-changed"]]);
  });

  it.each([
    ["native", 150, 1],
    ["values", 450, 2],
  ] as const)(
    "[P2] leaves the workbook as it was when a switch to %s of %d customers is cancelled after piece %d",
    async (to, customers, piece) => {
      const book = await bookWith(customers);
      const before = contents(book.model);
      const plan = await planned(book, to);
      const stop = new AbortController();
      const heard: number[] = [];
      const onProgress = (done: number): void => {
        heard.push(done);
        if (heard.length === piece) stop.abort();
      };
      const { signal } = stop;
      const done = await book.port.switchFormulas(plan.work, { ...unwatched, signal, onProgress });
      expect(done).toEqual({ ok: false, error: { code: "cancelled" } });
      await book.host.quiet();
      expect(heard.at(-1)).toBe(0);
      expect(contents(book.model)).toBe(before);
    },
  );

  it("[P2] stops where somebody types into a column while it is switched, and keeps what was typed", async () => {
    const book = await bookWith(250);
    const { sheet, table } = tableOf(book, "customers");
    const at = table.area.left + table.columns.findIndex(({ name }) => name === "等级");
    const before = contents(book.model);
    for (const to of ["native", "values"] as const) {
      const plan = await planned(book, to);
      let typed = false;
      const onProgress = (): void => {
        if (!typed) book.host.editor.type(sheet.id, 201, at, "甲类");
        typed = true;
      };
      const done = await book.port.switchFormulas(plan.work, { ...unwatched, onProgress });
      expect(done).toEqual({ ok: false, error: { code: "changed-meanwhile", table: "customers" } });
      await book.host.quiet();
      expect(sheet.cells.value(201, at)).toBe("甲类");
      await Excel.run(async (context) => {
        const grades = context.workbook.tables.getItem("CrmCustomers").columns.getItem("等级");
        const cells = grades.getDataBodyRange();
        cells.getCell(200, 0).copyFrom(cells.getCell(0, 0), Excel.RangeCopyType.formulas);
        await context.sync();
      });
      await book.host.quiet();
      expect(contents(book.model)).toBe(before);
    }
  });
});
