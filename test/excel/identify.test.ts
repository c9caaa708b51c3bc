import { readDeeds } from "../../src/app/deeds/audit-log";
import { planTakeBack, takeBackPlanned } from "../../src/app/deeds/take-back";
import { takenBackIn } from "../../src/app/deeds/taken-back";
import { createTable } from "../../src/app/fields/fields";
import { identify, newcomerKey } from "../../src/app/identify-customers";
import { findNewcomers } from "../../src/app/identify-rows";
import type { Newcomer } from "../../src/app/workbook/rows";
import { excelWorkbook } from "../../src/excel/excel-workbook";
import {
  contents,
  contentsBesideAudit,
  customer,
  must,
  newId,
  openWith,
  rowsOf,
  tableOf,
  trace,
  type Book,
} from "./book";

const newcomer = {
  table: "customers",
  row: 1,
  column: "name",
  found: "新来的",
  id: "C0000000XYZ",
  createdDay: 46_083,
} as const;

/** One customer of ours and, below the table, a name a person typed. */
async function withNewcomer(): Promise<Book> {
  const book = await openWith([customer(1)]);
  const { sheet, table } = tableOf(book, "customers");
  const { index } = must(await book.port.describe()).tables.customers!.columns["name"]!;
  book.host.editor.type(sheet.id, table.area.bottom + 1, table.area.left + index, "新来的");
  return book;
}

async function identified(book: Book, found: Newcomer) {
  return identify(book.port, must(await book.port.describe()), [found], trace);
}

describe("customers written into the sheet by hand", () => {
  it("[F2] get their id and their day of creation, and the next day follows", async () => {
    const book = await withNewcomer();
    expect(must(await identified(book, newcomer))).toEqual({ identified: 1 });
    expect(rowsOf(book, "customers")[1]).toMatchObject({
      客户名称: "新来的",
      客户编号: newcomer.id,
      创建日: newcomer.createdDay,
    });
  });

  it("[P4] stand in the audit table, in the same message", async () => {
    const book = await withNewcomer();
    must(await identified(book, newcomer));
    expect(rowsOf(book, "audit")).toMatchObject([
      { 操作: "补编号", 行编号: newcomer.id, 行名称: "新来的", 列代号: "id", 改后: newcomer.id },
      { 操作: "补编号", 行编号: newcomer.id, 列代号: "createdDay", 改后: newcomer.createdDay },
    ]);
    const again = await withNewcomer();
    must(await identified(again, { ...newcomer, row: 7 }));
    expect(rowsOf(again, "audit").filter((row) => row["记录编号"] !== undefined)).toEqual([]);
  });

  it("[P4] have neither an id nor an audit row where the connection broke off", async () => {
    for (let actions = 0; actions < 200; actions += 11) {
      const book = await withNewcomer();
      must(await identified(book, { ...newcomer, row: 7 }));
      const facts = must(await book.port.describe());
      const before = contents(book.model);
      book.wire.fail({ trip: 1, actions });
      const done = await identify(book.port, facts, [newcomer], trace);
      book.wire.fail();
      const rows = rowsOf(book, "audit").filter((row) => row["记录编号"] !== undefined);
      if (done.ok) {
        expect([actions, rows.length]).toEqual([actions, 2]);
        break;
      }
      expect([actions, contents(book.model)]).toEqual([actions, before]);
    }
  });

  it("keep the id and the day they have", async () => {
    const book = await withNewcomer();
    must(await identified(book, newcomer));
    const before = contentsBesideAudit(book.model);
    const again = must(await identified(book, { ...newcomer, id: "C0000000ABC" }));
    expect(again).toEqual({ identified: 0 });
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it.each([
    ["another name stands in the row now", { ...newcomer, found: "别人" }],
    ["the row is no longer in the table", { ...newcomer, row: 7 }],
  ])("are left alone where %s", async (_, moved) => {
    const book = await withNewcomer();
    const before = contentsBesideAudit(book.model);
    expect(must(await identified(book, moved))).toEqual({ identified: 0 });
    expect(contentsBesideAudit(book.model)).toBe(before);
  });
});

describe("rows written into other tables by hand", () => {
  /** Contacts and receipts, each with rows a person typed below the table's header. */
  async function withRows(): Promise<Book> {
    const book = await openWith([customer(1)]);
    for (const table of ["contacts", "receipts"] as const)
      must(await createTable(book.port, must(await book.port.describe()), table, trace));
    type(book, "CrmContacts", 0, "姓名", "陈晓雯");
    type(book, "CrmContacts", 1, "姓名", "李雷");
    type(book, "CrmReceipts", 0, "备注", "=1+1 首款");
    book.wire.reset();
    return book;
  }

  function type(book: Book, excelName: string, row: number, header: string, text: string): void {
    const { sheet, table } = [...book.model.tables()].find(
      (each) => each.table.name === excelName,
    )!;
    const at = table.columns.findIndex(({ name }) => name === header);
    expect([header, at]).not.toEqual([header, -1]);
    book.host.editor.type(sheet.id, table.area.top + 1 + row, table.area.left + at, text);
  }

  const found = async (book: Book, met: ReadonlySet<string> = new Set()) =>
    must(await findNewcomers(book.port, must(await book.port.describe()), newId, met));

  it("[P4] are found and get an id of their table each, in one round trip to know and two to write", async () => {
    const book = await withRows();
    const facts = must(await book.port.describe());
    const rows = await found(book);
    expect(rows.map(({ table, row, id }) => [table, row, id[0]])).toEqual([
      ["contacts", 0, "P"],
      ["contacts", 1, "P"],
      ["receipts", 0, "R"],
    ]);
    book.wire.reset();
    expect(must(await identify(book.port, facts, rows, trace))).toEqual({ identified: 3 });
    expect(book.wire.trips).toHaveLength(2);
    expect(rowsOf(book, "contacts").map((row) => row["联系人编号"])).toEqual(
      rows.slice(0, 2).map(({ id }) => id),
    );
    const told = rowsOf(book, "audit").filter((row) => row["操作"] === "补编号");
    expect(told.map((row) => [row["表"], row["行名称"], row["改后"]])).toEqual([
      ["联系人", "陈晓雯", rows[0]?.id],
      ["联系人", "李雷", rows[1]?.id],
      ["回款", "=1+1 首款", rows[2]?.id],
    ]);
    // Nothing is left: Excel's count says so, once the empty log has a row.
    expect(await found(book)).toEqual([]);
    const call = { id: "F1", customerId: customer(1).id };
    must(
      await book.port.commit({
        added: [{ table: "followUps", id: "F1", cells: call }],
        updated: [],
        removed: [],
      }),
    );
    const now = must(await book.port.describe());
    book.wire.reset();
    expect(must(await findNewcomers(book.port, now, newId, new Set()))).toEqual([]);
    expect(book.wire.trips).toHaveLength(1);
  });

  it("[P4] leave alone what was offered before, blank rows and what is typed meanwhile", async () => {
    const book = await withRows();
    const rows = await found(book);
    expect(await found(book, new Set(rows.map(newcomerKey)))).toEqual([]);
    type(book, "CrmContacts", 0, "姓名", "陈晓");
    const facts = must(await book.port.describe());
    expect(must(await identify(book.port, facts, rows, trace))).toEqual({ identified: 2 });
    expect(rowsOf(book, "contacts")[0]).not.toHaveProperty("联系人编号");
    expect(rowsOf(book, "audit").filter((row) => row["操作"] === "补编号")).toHaveLength(2);
  });

  it("[P4] get one id where two panes give one at the same time", async () => {
    const book = await withRows();
    const [one, other] = [await found(book), await found(book)];
    const facts = must(await book.port.describe());
    const both = await Promise.all([
      identify(book.port, facts, one, trace),
      identify(excelWorkbook(), facts, other, trace),
    ]);
    expect(both.map((done) => must(done).identified).sort()).toEqual([0, 3]);
    const ids = new Set([...one, ...other].map(({ id }) => id));
    const given = rowsOf(book, "contacts").map((row) => String(row["联系人编号"]));
    expect(given.every((id) => ids.has(id))).toBe(true);
    const told = rowsOf(book, "audit").filter((row) => row["操作"] === "补编号");
    expect(told.map((row) => row["行编号"]).sort()).toEqual(
      [...given, String(rowsOf(book, "receipts")[0]?.["回款编号"])].sort(),
    );
  });

  it("[P4] give their ids back where nothing refers to them, and refuse where something does", async () => {
    const book = await withRows();
    const before = contentsBesideAudit(book.model);
    const facts = must(await book.port.describe());
    const rows = await found(book);
    must(await identify(book.port, facts, rows, trace));
    const given = async () => {
      const { deeds } = must(await readDeeds(book.port, null));
      return deeds.find(({ deed }) => deed.kind === "identify")?.entries ?? [];
    };
    const visit = {
      table: "contacts",
      id: "PX",
      cells: { id: "PX", name: "别人" },
    } as const;
    must(await book.port.commit({ added: [visit], updated: [], removed: [] }));
    must(await createTable(book.port, must(await book.port.describe()), "consents", trace));
    const id = rows[1]?.id ?? "";
    must(
      await book.port.commit({
        added: [{ table: "consents", id: "Y1", cells: { id: "Y1", contactId: id } }],
        updated: [],
        removed: [],
      }),
    );
    const plan = must(await planTakeBack(excelWorkbook(), await given()));
    expect(plan.refused.flatMap(({ obstacles }) => obstacles)).toEqual([
      { code: "id-in-use", by: "consents", table: "contacts", id },
    ]);
    must(await takeBackPlanned(book.port, plan, trace));
    expect(rowsOf(book, "contacts").map((row) => row["联系人编号"])).toEqual([undefined, id, "PX"]);
    const { deeds } = must(await readDeeds(book.port, null));
    expect(deeds[0]?.entries.map(({ what }) => "from" in what && what.to)).toEqual([null, null]);

    const clean = await withRows();
    must(await identify(clean.port, must(await clean.port.describe()), await found(clean), trace));
    const [logged] = must(await readDeeds(clean.port, null)).deeds;
    const whole = must(await planTakeBack(clean.port, logged!.entries));
    clean.wire.reset();
    must(await takeBackPlanned(clean.port, whole, trace));
    expect(clean.wire.trips).toHaveLength(2);
    expect(contentsBesideAudit(clean.model)).toBe(before);
    const after = must(await readDeeds(clean.port, null)).deeds;
    expect(takenBackIn(after).deed(after[1]!)).toBe("all");
    const again = must(await planTakeBack(clean.port, after[0]!.entries));
    expect(again.readyCount).toBe(0);
  });
});

describe("a customer's id that was given", () => {
  it("[P4] goes with its day, unless the day was changed or a follow-up refers to it", async () => {
    const book = await withNewcomer();
    const before = contentsBesideAudit(book.model);
    must(await identified(book, newcomer));
    const { entries } = must(await readDeeds(book.port, null)).deeds[0]!;
    const plan = must(await planTakeBack(book.port, entries));
    must(await takeBackPlanned(book.port, plan, trace));
    expect(contentsBesideAudit(book.model)).toBe(before);
    // The row gets another one by itself: bringing this one back would be against that.
    const [taken] = must(await readDeeds(book.port, null)).deeds;
    const again = must(await planTakeBack(book.port, taken!.entries));
    const obstacles = again.refused.flatMap((refused) => refused.obstacles);
    expect([again.readyCount, obstacles.map(({ code }) => code)]).toEqual([
      0,
      expect.arrayContaining(["id-comes-anew"]),
    ]);

    const other = await withNewcomer();
    must(await identified(other, newcomer));
    const day = { from: newcomer.createdDay, to: newcomer.createdDay - 1 };
    const cells = { createdDay: day };
    must(
      await other.port.commit({
        added: [],
        updated: [{ table: "customers", id: newcomer.id, cells }],
        removed: [],
      }),
    );
    const refused = must(await planTakeBack(other.port, entries)).refused;
    expect(refused.flatMap(({ obstacles }) => obstacles)).toMatchObject([
      { code: "changed-since", column: "createdDay" },
      { code: "changed-since", column: "createdDay" },
    ]);
  });
});
