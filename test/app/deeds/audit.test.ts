import { emptyHistory, remember, takeBack } from "../../../src/app/deeds/history";
import {
  readDeeds,
  readDeedsOfCustomer,
  readEntries,
  type AuditPage,
} from "../../../src/app/deeds/audit-log";
import { logFollowUp, planFollowUp, type FollowUpInput } from "../../../src/app/log-follow-up";
import { openToday } from "../../../src/app/today/open-today";
import { note, perform } from "../../../src/app/deeds/perform";
import { changerOf } from "../../../src/app/deeds/changer";
import { planTakeBack, takeBackPlanned } from "../../../src/app/deeds/take-back";
import { takenBackIn } from "../../../src/app/deeds/taken-back";
import { findOldEntries, trimAudit } from "../../../src/app/deeds/trim-audit";
import { addDays, isoDay } from "../../../src/domain/day";
import { openWorkbook } from "../../../src/host/file/open";
import { saveXlsx } from "../../../src/host/file/save";
import { excelWorkbook } from "../../../src/excel/excel-workbook";
import { wholeChange, type Cell, type Change, type Row } from "../../../src/tables/change";
import {
  addCustomers,
  asOf,
  contentsBesideAudit,
  customer,
  must,
  mustFail,
  newId,
  openWith,
  rowsOf,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

/** Trace and undo on the real port: office.js on the embedded host; rule P4. */

const [first, second] = [customer(1).id, customer(2).id];

async function bookOf(...numbers: readonly number[]): Promise<Book> {
  return openWith(numbers.map((number) => customer(number)));
}

function updateOf(id: string, cells: Change["updated"][number]["cells"]): Change {
  return { added: [], removed: [], updated: [{ table: "customers", id, cells }] };
}

/** Does something to one customer. */
async function change(book: Book, id: string, cells: Change["updated"][number]["cells"]) {
  const facts = must(await book.port.describe());
  const deed = { kind: "health", about: "电话", customerId: id } as const;
  return must(await perform(book.port, facts, deed, [updateOf(id, cells)], trace));
}

async function log(book: Book, id: string, input: Partial<FollowUpInput> = {}) {
  const today = must(await openToday(book.port, addDays(asOf, 1)));
  const call: FollowUpInput = { channel: "phone", said: "谈了价格", day: asOf, ...input };
  const planned = must(planFollowUp(today, id, call, newId));
  return must(await logFollowUp(book.port, today.facts, planned, trace));
}

/** What a person does in the sheet itself. */
function typeInto(book: Book, id: string, header: string, value: string): void {
  const { sheet, table } = tableOf(book, "customers");
  const row = rowsOf(book, "customers").findIndex((each) => each["客户编号"] === id);
  const column = table.columns.findIndex(({ name }) => name === header);
  book.host.editor.type(sheet.id, table.area.top + 1 + row, table.area.left + column, value);
}

const audit = (book: Book): readonly Row[] => rowsOf(book, "audit");

describe("what is done through the add-in", () => {
  it("[P4] stands in the audit table: who, when, what, before and after, one row per cell", async () => {
    const book = await bookOf(1);
    await change(book, first, {
      phone: { from: null, to: "+86 138" },
      expectedClose: { from: 46_100, to: 46_120 },
    });
    expect(audit(book)).toMatchObject([
      {
        日期: 46_083,
        时间: 570 / 1440,
        操作人: "王芳",
        操作: "数据体检",
        事由: "电话",
        改动: "修改",
        表: "客户",
        行编号: first,
        客户编号: first,
        列代号: "phone",
        列: "电话",
        改后: "+86 138",
      },
      { 列: "预计成交日", 改前: 46_100, 改后: 46_120 },
    ]);
    const { sheet, table } = tableOf(book, "audit");
    const after = table.columns.findIndex(({ name }) => name === "改后");
    const looks = [1, 2].map(
      (row) => sheet.cells.style(table.area.top + row, table.area.left + after).numberFormat,
    );
    expect(looks).toEqual(["@", "yyyy-mm-dd"]);
  });

  it("[P4] costs a follow-up no further round trip, and the same bytes however long the audit table is", async () => {
    const sizes: { trips: number; bytes: number }[] = [];
    for (const rows of [1, 3_000]) {
      const book = await bookOf(1, 2);
      await log(book, first);
      growAudit(book, rows);
      const today = must(await openToday(book.port, addDays(asOf, 1)));
      const call: FollowUpInput = { channel: "phone", said: "谈了价格", day: asOf };
      const planned = must(planFollowUp(today, second, call, newId));
      book.wire.reset();
      must(await logFollowUp(book.port, today.facts, planned, trace));
      const { trips } = book.wire;
      const bytes = trips.reduce((sum, trip) => sum + trip.bytesUp + trip.bytesDown, 0);
      sizes.push({ trips: trips.length, bytes });
    }
    expect(sizes.map(({ trips }) => trips)).toEqual([2, 2]);
    // Row numbers have more digits.
    expect(Math.abs(sizes[0]!.bytes - sizes[1]!.bytes)).toBeLessThan(100);
  });

  it("[P4] is noted where no cell changes", async () => {
    const book = await bookOf(1);
    const facts = must(await book.port.describe());
    must(await note(book.port, facts, { kind: "share", about: "原生公式" }, trace));
    expect(audit(book)).toMatchObject([{ 操作: "分享副本", 事由: "原生公式", 改动: "说明" }]);
    const [deed] = must(await readDeeds(book.port, null)).deeds;
    expect(must(await planTakeBack(book.port, deed!.entries))).toMatchObject({
      readyCount: 0,
      refused: [],
    });
  });

  it("[P4] goes on where a person deleted a column of the audit table that only says more", async () => {
    const book = await bookOf(1);
    await change(book, first, { phone: { from: null, to: "1" } });
    const { sheet, table } = tableOf(book, "audit");
    const index = table.columns.findIndex(({ name }) => name === "操作人");
    expect(book.host.editor.deleteColumns(sheet.id, table.area.left + index, 1)).toMatchObject({
      accepted: true,
    });
    const done = await change(book, first, { phone: { from: "1", to: "2" } });
    expect(done.entries).toHaveLength(1);
    const page = must(await readDeeds(book.port, null));
    expect(page.deeds.map(({ deed }) => deed.kind)).toEqual(["health", "health"]);
  });
});

describe("taking back", () => {
  it("[P4] puts a deed back whole, as a deed that can be taken back itself", async () => {
    const book = await bookOf(1, 2);
    const before = contentsBesideAudit(book.model);
    await log(book, first, { demand: "none" });
    const after = contentsBesideAudit(book.model);
    const [logged] = must(await readDeeds(book.port, null)).deeds;
    const plan = must(await planTakeBack(book.port, logged!.entries));
    expect(plan.refused).toEqual([]);
    const back = must(await takeBackPlanned(book.port, plan, trace));
    expect(contentsBesideAudit(book.model)).toBe(before);
    expect(back.deed).toMatchObject({ kind: "take-back", about: "跟进 · 客户1", who: "王芳" });

    const { deeds } = must(await readDeeds(book.port, null));
    expect(deeds.map(({ deed }) => deed.kind)).toEqual(["take-back", "follow-up"]);
    expect(deeds.map((each) => takenBackIn(deeds).deed(each))).toEqual(["no", "all"]);
    const again = must(await planTakeBack(book.port, deeds[0]!.entries));
    must(await takeBackPlanned(book.port, again, trace));
    expect(contentsBesideAudit(book.model)).toBe(after);
    const now = must(await readDeeds(book.port, null)).deeds;
    expect(now.map((each) => takenBackIn(now).deed(each))).toEqual(["no", "all", "no"]);
  });

  it("[P4] works after the workbook was saved, closed and opened again", async () => {
    const book = await bookOf(1, 2);
    const before = rowsOf(book, "customers");
    await log(book, first, { said: "=HYPERLINK(1)", demand: "latent" });
    await change(book, second, {
      phone: { from: null, to: "+8613800138000" },
      expectedClose: { from: 46_100, to: null },
    });
    const opened = await openWorkbook(await saveXlsx(book.model), "客户.xlsx");
    if (!opened.ok) throw new Error(opened.failure.code);
    book.host.replaceWorkbook(opened.workbook);
    const port = excelWorkbook();
    const reopened: Book = { ...book, model: opened.workbook, port };
    const { deeds } = must(await readDeeds(port, null));
    expect(deeds.map(({ deed }) => [deed.kind, deed.who])).toEqual([
      ["health", "王芳"],
      ["follow-up", "王芳"],
    ]);
    for (const { entries } of deeds) {
      const plan = must(await planTakeBack(port, entries));
      expect(plan.refused).toEqual([]);
      must(await takeBackPlanned(port, plan, trace));
    }
    expect(rowsOf(reopened, "customers")).toEqual(before);
    expect(rowsOf(reopened, "followUps").filter((row) => row["记录编号"] !== undefined)).toEqual(
      [],
    );
  });

  it("[P4, P7] brings hostile texts and every type of cell back as they were", async () => {
    const texts: readonly Cell[] = [
      "=1+1",
      "+86 138",
      "-1",
      "@SUM(A1)",
      "\tx",
      "'quoted",
      "00123",
      "TRUE",
      "1E5",
      "3-4",
      "#N/A",
      " ",
      "{}",
      "长".repeat(32_767),
      0,
      -1.5,
      1e15,
      true,
      false,
    ];
    const book = await bookOf(1);
    for (const text of texts) {
      const done = await change(book, first, { notes: { from: null, to: text } });
      expect(rowsOf(book, "customers")[0]?.["备注"]).toBe(text);
      await change(book, first, { notes: { from: text, to: null } });
      // From the table, not from memory.
      const [, logged] = must(await readDeeds(book.port, null)).deeds;
      expect(logged?.deed.id).toBe(done.deed.id);
      expect(logged?.entries[0]?.what).toMatchObject({ from: null, to: text });
      const [gone] = must(await readDeeds(book.port, null)).deeds;
      const plan = must(await planTakeBack(book.port, gone!.entries));
      must(await takeBackPlanned(book.port, plan, trace));
      expect(rowsOf(book, "customers")[0]?.["备注"]).toBe(text);
      await change(book, first, { notes: { from: text, to: null } });
    }
    for (const sheet of book.model.sheets.filter(({ tables }) => tables[0]?.name === "CrmAudit"))
      for (let row = 1; row < 5 * texts.length; row += 1)
        for (let column = 0; column < 17; column += 1)
          expect(sheet.cells.formula(row, column)).toBeUndefined();
  });

  it("[P4] refuses cell by cell where somebody changed something since, and says what and who", async () => {
    const book = await bookOf(1);
    const done = await change(book, first, {
      phone: { from: null, to: "111" },
      notes: { from: null, to: "老客户" },
      owner: { from: null, to: "陈晓雯" },
    });
    await change(book, first, { phone: { from: "111", to: "222" } });
    typeInto(book, first, "备注", "同事写的");
    const before = contentsBesideAudit(book.model);
    const plan = must(await planTakeBack(book.port, done.entries!));
    const obstacles = plan.refused.flatMap((each) => each.obstacles);
    expect(obstacles).toMatchObject([
      { code: "changed-since", column: "phone", expected: "111", found: "222" },
      { code: "changed-since", column: "notes", expected: "老客户", found: "同事写的" },
    ]);
    const { deeds } = must(await readDeeds(book.port, null));
    const by = obstacles.map((each) => each.code === "changed-since" && changerOf(each, deeds));
    expect(by).toMatchObject([{ kind: "health", who: "王芳" }, null]);
    expect(contentsBesideAudit(book.model)).toBe(before);
    expect(mustFail(await takeBack(book.port, remember(emptyHistory, done), trace))).toEqual({
      code: "changed-since-deed",
      columns: ["phone", "notes"],
    });

    // The rest can be taken back.
    expect(wholeChange(plan.change).updated.map(({ cells }) => Object.keys(cells))).toEqual([
      ["owner"],
    ]);
    must(await takeBackPlanned(book.port, plan, trace));
    expect(rowsOf(book, "customers")[0]).toMatchObject({ 电话: "222", 备注: "同事写的" });
    expect(rowsOf(book, "customers")[0]).not.toHaveProperty("负责人");
    const now = must(await readDeeds(book.port, null)).deeds;
    expect(takenBackIn(now).deed(now.at(-1)!)).toBe("part");
  });

  it("[P4] never removes a row into which somebody has written, or to which others belong", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    const added = ["甲", "乙", "丙"].map((name, index) => customer(index + 1, { name }));
    const deed = { kind: "import", about: "名单.csv" } as const;
    const whole: Change = { added, updated: [], removed: [] };
    const done = must(await perform(book.port, facts, deed, [whole], trace));
    typeInto(book, first, "备注", "别删我");
    await log(book, second, { day: addDays(asOf, -300) });
    const plan = must(await planTakeBack(book.port, done.entries!));
    expect(plan.refused.flatMap(({ obstacles }) => obstacles)).toMatchObject([
      { code: "changed-since", id: first, column: "notes", expected: null, found: "别删我" },
      { code: "row-in-use", id: second, by: "followUps" },
    ]);
    must(await takeBackPlanned(book.port, plan, trace));
    expect(rowsOf(book, "customers").map((row) => row["客户名称"])).toEqual(["甲", "乙"]);
  });

  it("[P4] says when a row has gone, is back again, or holds already what it held before", async () => {
    const book = await bookOf(1, 2);
    const one = await change(book, first, { phone: { from: null, to: "1" } });
    typeInto(book, first, "电话", "");
    expect(must(await planTakeBack(book.port, one.entries!)).refused[0]?.obstacles).toMatchObject([
      { code: "as-before", column: "phone" },
    ]);
    const facts = must(await book.port.describe());
    const row = customer(2);
    const removal: Change = { added: [], updated: [], removed: [row] };
    const gone = must(
      await perform(book.port, facts, { kind: "merge", about: "" }, [removal], trace),
    );
    await addCustomers(book, [row]);
    expect(must(await planTakeBack(book.port, gone.entries!)).refused[0]?.obstacles).toMatchObject([
      { code: "row-is-back", id: second },
    ]);
    must(await book.port.commit({ added: [], updated: [], removed: [customer(1)] }));
    expect(must(await planTakeBack(book.port, one.entries!)).refused[0]?.obstacles).toMatchObject([
      { code: "row-gone", id: first },
    ]);
  });

  it("[P4] takes one entry of a deed back and leaves the others", async () => {
    const book = await bookOf(1);
    const done = await change(book, first, {
      phone: { from: null, to: "1" },
      notes: { from: null, to: "2" },
    });
    const plan = must(await planTakeBack(book.port, done.entries!.slice(0, 1)));
    must(await takeBackPlanned(book.port, plan, trace));
    expect(rowsOf(book, "customers")[0]).toMatchObject({ 备注: "2" });
    expect(rowsOf(book, "customers")[0]).not.toHaveProperty("电话");
    const { deeds } = must(await readDeeds(book.port, null));
    const back = takenBackIn(deeds);
    expect(deeds[1]!.entries.map((entry) => back.entry(entry))).toEqual([true, false]);
    expect(back.deed(deeds[1]!)).toBe("part");
  });
});

describe("reading the audit table", () => {
  it("[P4] reads deeds from its end, page by page, each once, and a large one by its last rows", async () => {
    const book = await bookOf(1);
    const facts = must(await book.port.describe());
    const added = Array.from({ length: 230 }, (_, index) => customer(index + 100));
    await change(book, first, { phone: { from: null, to: "0" } });
    const whole: Change = { added, updated: [], removed: [] };
    must(await perform(book.port, facts, { kind: "import", about: "大" }, [whole], trace));
    // Twelve deeds of 21 entries: neither ends where a page does.
    for (let number = 0; number < 12; number += 1) {
      const moved = { from: number === 0 ? null : number, to: number + 1 };
      const columns = ["phone", "notes", "owner", "region", "source", "contact", "creditCode"];
      const cells = Object.fromEntries(columns.map((column) => [column, moved]));
      const some: Change = {
        ...whole,
        added: [],
        updated: added.slice(0, 3).map(({ id }) => ({ table: "customers", id, cells })),
      };
      must(await perform(book.port, facts, { kind: "health", about: "电话" }, [some], trace));
    }
    const seen: string[] = [];
    let before: number | null = null;
    let pages = 0;
    do {
      book.wire.reset();
      const page: AuditPage = must(await readDeeds(book.port, before));
      expect(book.wire.trips.length).toBeLessThanOrEqual(3);
      seen.push(...page.deeds.map(({ deed, count }) => `${deed.about} ${count}`));
      for (const logged of page.deeds) {
        const all = must(await readEntries(book.port, page.facts, logged));
        expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
        expect(all).toHaveLength(logged.count);
      }
      before = page.before;
      pages += 1;
    } while (before !== null && pages < 20);
    expect(seen).toEqual([...Array.from({ length: 12 }, () => "电话 21"), "大 230", "电话 1"]);
  });

  it("[P4] finds one customer's deeds, with that customer's entries only", async () => {
    const book = await bookOf(1, 2);
    await log(book, first);
    await log(book, second);
    const facts = must(await book.port.describe());
    const both: Change = {
      added: [],
      removed: [],
      updated: [first, second].map((id) => ({
        table: "customers",
        id,
        cells: { phone: { from: null, to: "1" } },
      })),
    };
    must(await perform(book.port, facts, { kind: "health", about: "" }, [both], trace));
    const { deeds } = must(await readDeedsOfCustomer(book.port, second));
    expect(deeds.map(({ deed, entries }) => [deed.kind, entries.length])).toEqual([
      ["health", 1],
      ["follow-up", 2],
    ]);
    expect(
      deeds.every(({ entries }) => entries.every(({ customerId }) => customerId === second)),
    ).toBe(true);
  });

  it("[P4] is none where nothing was done yet, and tells of rows that somebody altered", async () => {
    const book = await bookOf(1);
    expect(must(await readDeeds(book.port, null))).toMatchObject({ deeds: [], rowCount: 0 });
    await change(book, first, { phone: { from: null, to: "1" } });
    await change(book, first, { phone: { from: "1", to: "2" } });
    const { sheet, table } = tableOf(book, "audit");
    const column = table.columns.findIndex(({ name }) => name === "表");
    book.host.editor.type(sheet.id, table.area.top + 1, table.area.left + column, "乱写");
    const page = must(await readDeeds(book.port, null));
    expect([page.deeds.length, page.unreadable, page.rowCount, page.since]).toEqual([
      1,
      1,
      2,
      asOf,
    ]);
  });
});

describe("old entries", () => {
  async function aged(before: readonly number[] = [-400, -400, -30, 0]): Promise<Book> {
    const book = await bookOf(1);
    for (const days of before) {
      const facts = must(await book.port.describe());
      const then = { ...trace, now: { day: addDays(asOf, days), minute: 0 } };
      must(await note(book.port, facts, { kind: "share", about: String(days) }, then));
    }
    return book;
  }

  it("[P4] are counted first, and deleted with a row that says so", async () => {
    const book = await aged();
    expect(must(await findOldEntries(book.port, addDays(asOf, -500)))).toBeNull();
    const old = must(await findOldEntries(book.port, addDays(asOf, -30)))!;
    expect(old.count).toBe(2);
    book.wire.reset();
    must(await trimAudit(book.port, old, trace));
    expect(book.wire.trips).toHaveLength(2);
    const { deeds, since } = must(await readDeeds(book.port, null));
    expect(deeds.map(({ deed }) => [deed.kind, deed.about])).toEqual([
      ["trim", "2026-01-31 之前 2 条"],
      ["share", "0"],
      ["share", "-30"],
    ]);
    expect(since).toBe(addDays(asOf, -30));
    // Asked again, they are no longer the ones that were counted.
    expect(mustFail(await trimAudit(book.port, old, trace))).toEqual({
      code: "changed-since-shown",
    });
    const all = must(await findOldEntries(book.port, addDays(asOf, 1)))!;
    must(await trimAudit(book.port, all, trace));
    expect(must(await readDeeds(book.port, null)).deeds.map(({ deed }) => deed.kind)).toEqual([
      "trim",
    ]);
  });

  const meanwhile: readonly (readonly [string, (book: Book) => void])[] = [
    [
      "loses a row",
      (book) => {
        const { sheet, table } = tableOf(book, "audit");
        book.host.editor.deleteRows(sheet.id, table.area.top + 1, 1);
      },
    ],
    [
      "gets a column",
      (book) => {
        const { sheet, table } = tableOf(book, "audit");
        book.host.editor.insertColumns(sheet.id, table.area.left + 3, 1);
      },
    ],
  ];

  it.each(meanwhile)("[P4] stay where the table %s right before they go", async (_, act) => {
    const book = await aged();
    const old = must(await findOldEntries(book.port, addDays(asOf, -30)))!;
    const younger = audit(book).slice(2);
    book.wire.reset();
    book.wire.beforeTrip = (trip) => {
      if (trip === 1) act(book);
    };
    expect(mustFail(await trimAudit(book.port, old, trace))).toEqual({
      code: "changed-since-shown",
    });
    expect(audit(book)).toEqual(expect.arrayContaining([...younger]));
    expect(audit(book).map((row) => row["操作"])).not.toContain("清理旧记录");
  });

  /** As somebody does who cuts rows and pastes them where others stood, counted from 1. */
  function exchange(book: Book, one: number, other: number): void {
    const { sheet, table } = tableOf(book, "audit");
    const { top, left } = table.area;
    for (const column of table.columns.keys()) {
      const [first, second] = [one, other].map((row) =>
        sheet.cells.value(top + row, left + column),
      );
      sheet.cells.setValue(top + one, left + column, second ?? null);
      sheet.cells.setValue(top + other, left + column, first ?? null);
    }
  }

  const reordered: readonly (readonly [string, (book: Book) => void])[] = [
    ...(
      [
        ["youngest first", 1, false],
        ["by what was done", 4, true],
        ["by id", 0, false],
      ] as const
    ).map(([name, column, up]): (typeof reordered)[number] => [
      name,
      (book) => void book.host.editor.sortTable(tableOf(book, "audit").table.id, column, up),
    ]),
    ["with a young row between the first and the last old one", (book) => exchange(book, 2, 4)],
  ];

  it.each(reordered)(
    "[P4] and no others go where the table is put in order right before: %s",
    async (_, act) => {
      const book = await aged([-402, -401, -400, -30, 0]);
      const old = must(await findOldEntries(book.port, addDays(asOf, -30)))!;
      const younger = audit(book).slice(3);
      book.wire.reset();
      book.wire.beforeTrip = (trip) => {
        if (trip === 1) act(book);
      };
      must(await trimAudit(book.port, old, trace));
      expect(audit(book).slice(0, -1)).toEqual(younger);
    },
  );

  it("[P4] go also where somebody has hidden their ids", async () => {
    const book = await aged();
    const { sheet, table } = tableOf(book, "audit");
    const old = must(await findOldEntries(book.port, addDays(asOf, -30)))!;
    const ids = table.area.left + table.columns.findIndex(({ name }) => name === "记录编号");
    await Excel.run(async (context) => {
      const live = context.workbook.tables.getItem(table.name);
      live.columns.getItemAt(ids - table.area.left).getRange().columnHidden = true;
      await context.sync();
    });
    expect(sheet.hiddenColumns.has(ids)).toBe(true);
    must(await trimAudit(book.port, old, trace));
    expect(sheet.hiddenColumns.has(ids)).toBe(true);
    expect(audit(book).map((row) => row["操作"])).toEqual(["分享副本", "分享副本", "清理旧记录"]);
  });

  it("[P4] go also where somebody has hidden their rows", async () => {
    const book = await aged();
    const { sheet, table } = tableOf(book, "audit");
    const old = must(await findOldEntries(book.port, addDays(asOf, -30)))!;
    for (const row of [1, 2]) sheet.hiddenRows.add(table.area.top + row);
    must(await trimAudit(book.port, old, trace));
    expect(audit(book).map((row) => row["操作"])).toEqual(["分享副本", "分享副本", "清理旧记录"]);
  });

  it("[P4] are all there, or gone and told of, when the connection breaks off", async () => {
    for (let actions = 0; actions < 100; actions += 9) {
      const book = await aged();
      const old = must(await findOldEntries(book.port, asOf))!;
      book.wire.fail({ trip: 1, actions });
      const done = await trimAudit(book.port, old, trace);
      book.wire.fail();
      const kinds = audit(book).map((row) => row["操作"]);
      expect([actions, kinds]).toEqual([
        actions,
        done.ok ? ["分享副本", "清理旧记录"] : Array.from({ length: 4 }, () => "分享副本"),
      ]);
      if (done.ok) break;
    }
  });
});

describe("a lost connection", () => {
  it("[P4] never leaves a change without its audit rows, nor audit rows without their change", async () => {
    const wanted = await bookOf(1, 2);
    await log(wanted, second);
    wanted.wire.reset();
    await log(wanted, first, { demand: "latent" });
    const trips = wanted.wire.trips.map(({ actions }) => actions);
    const after = contentsBesideAudit(wanted.model);
    const [more] = must(await readDeeds(wanted.port, null)).deeds;
    // The last two requests are the commit; those before open Today.
    for (const trip of [trips.length - 2, trips.length - 1])
      for (let actions = 0; actions <= trips[trip]!; actions += 17) {
        const book = await bookOf(1, 2);
        await log(book, second);
        const before = contentsBesideAudit(book.model);
        const rows = audit(book).length;
        const today = must(await openToday(book.port, addDays(asOf, 1)));
        const call: FollowUpInput = {
          channel: "phone",
          said: "谈了价格",
          day: asOf,
          demand: "latent",
        };
        const planned = must(planFollowUp(today, first, call, newId));
        book.wire.fail({ trip: trip - (trips.length - 2), actions });
        const done = await logFollowUp(book.port, today.facts, planned, trace);
        book.wire.fail();
        const state = [contentsBesideAudit(book.model), audit(book).length] as const;
        const where = `trip ${trip}, ${actions} actions`;
        if (done.ok) {
          expect([where, ...state]).toEqual([where, withIds(book, after), rows + more!.count]);
        } else expect([where, ...state]).toEqual([where, before, rows]);
      }
  });
});

/** Ids are dealt anew in every workbook: those of the follow-ups stand as they are here. */
function withIds(book: Book, text: string): string {
  const ids = rowsOf(book, "followUps").map((row) => String(row["记录编号"]));
  let index = 0;
  return text.replace(/F[0-9A-Z]{10}/gu, () => ids[index++] ?? "");
}

/** Rows of the past at the top of the audit table, as if they had always been there. */
function growAudit(book: Book, count: number): void {
  const { sheet, table } = tableOf(book, "audit");
  const { bottom, left } = table.area;
  const cells: readonly Cell[] = ["A000000PAST-1", 45_000, 0.5, "王芳", "跟进", "A000000PAST"];
  for (let row = 0; row < count; row += 1)
    cells.forEach((cell, column) => sheet.cells.setValue(bottom + 1 + row, left + column, cell));
  table.area = { ...table.area, bottom: bottom + count };
  book.host.calculation.structureChanged();
}

describe("an audit sheet that people sorted or filtered", () => {
  const kinds = async (book: Book): Promise<readonly string[]> => {
    const seen: string[] = [];
    let page: AuditPage = must(await readDeeds(book.port, null));
    for (;;) {
      seen.push(...page.deeds.map(({ deed, count }) => `${deed.about} ${deed.who} ${count}`));
      if (page.before === null) return seen;
      page = must(await readDeeds(book.port, page.before, page.ordered));
    }
  };

  /** Forty days of deeds by three people, each of two entries. */
  async function worked(): Promise<Book> {
    const book = await bookOf(1);
    for (let number = 0; number < 40; number += 1) {
      const facts = must(await book.port.describe());
      const now = { day: addDays(asOf, number - 40), minute: 600 + number };
      const who = ["王芳", "李雷", "韩梅"][number % 3] ?? "";
      const from = number === 0 ? null : String(number - 1);
      const cells = Object.fromEntries(
        ["phone", "notes"].map((column) => [column, { from, to: String(number) }]),
      );
      const change: Change = {
        added: [],
        removed: [],
        updated: [{ table: "customers", id: first, cells }],
      };
      const deed = { kind: "health", about: `第${number}次` } as const;
      must(await perform(book.port, facts, deed, [change], { ...trace, who, now }));
    }
    return book;
  }

  /** As a person does it by the button in the header. */
  async function sortBy(header: string, ascending: boolean): Promise<void> {
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("CrmAudit");
      const column = table.columns.getItem(header).load("index");
      await context.sync();
      table.sort.apply([{ key: column.index, ascending }]);
      await context.sync();
    });
  }

  it.each([
    ["操作人", true],
    ["日期", false],
    ["改后", true],
  ])("[P4] by %s, are still shown by time, page by page, and taken back", async (header, up) => {
    const book = await worked();
    const before = await kinds(book);
    expect(before).toHaveLength(40);
    expect(must(await readDeeds(book.port, null)).ordered).toBe(true);
    await sortBy(header, up);
    expect(must(await readDeeds(book.port, null)).ordered).toBe(false);
    expect(await kinds(book)).toEqual(before);
    const { deeds } = must(await readDeeds(book.port, null));
    const plan = must(await planTakeBack(book.port, deeds[0]!.entries));
    expect(plan.refused).toEqual([]);
    must(await takeBackPlanned(book.port, plan, trace));
    expect(rowsOf(book, "customers")[0]).toMatchObject({ 电话: "38", 备注: "38" });
    const now = must(await readDeeds(book.port, null)).deeds;
    expect(takenBackIn(now).deed(now[1]!)).toBe("all");
    // Old ones are found wherever they stand, and only they go.
    const old = must(await findOldEntries(book.port, addDays(asOf, -30)))!;
    expect(old.count).toBe(20);
    must(await trimAudit(book.port, old, trace));
    const left = must(await readDeeds(book.port, null));
    expect(left.ordered).toBe(true);
    expect(left.deeds.map(({ deed }) => deed.about)).toEqual([
      `${isoDay(addDays(asOf, -30))} 之前 20 条`,
      "数据体检 · 第39次",
      ...Array.from({ length: 30 }, (_, index) => `第${39 - index}次`),
    ]);
  });
});
