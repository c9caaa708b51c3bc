import { identify } from "../../src/app/identify-customers";
import type { Newcomer } from "../../src/app/workbook";
import {
  addCustomers,
  contents,
  contentsBesideAudit,
  customer,
  must,
  openBook,
  rowsOf,
  setUpBook,
  trace,
  type Book,
} from "./book";

const newcomer = { row: 1, name: "新来的", id: "C0000000XYZ", createdDay: 46_083 };

/** One customer of ours and, below the table, a name a person typed. */
async function withNewcomer(): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  await addCustomers(book, [customer(1)]);
  const { sheet, table } = [...book.model.tables()].find(
    (each) => each.table.name === "CrmCustomers",
  )!;
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
      book.wire.fail({ trip: 2, actions });
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
    ["another name stands in the row now", { ...newcomer, name: "别人" }],
    ["the row is no longer in the table", { ...newcomer, row: 7 }],
  ])("are left alone where %s", async (_, moved) => {
    const book = await withNewcomer();
    const before = contentsBesideAudit(book.model);
    expect(must(await identified(book, moved))).toEqual({ identified: 0 });
    expect(contentsBesideAudit(book.model)).toBe(before);
  });
});
