import { addCustomers, contents, customer, must, openBook, rowsOf, setUpBook } from "./book";
import type { Book } from "./book";

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

describe("customers written into the sheet by hand", () => {
  it("[F2] get their id and their day of creation, and the next day follows", async () => {
    const book = await withNewcomer();
    expect(must(await book.port.identify([newcomer]))).toEqual({ identified: 1 });
    expect(rowsOf(book, "customers")[1]).toMatchObject({
      客户名称: "新来的",
      客户编号: newcomer.id,
      创建日: newcomer.createdDay,
    });
  });

  it("keep the id and the day they have", async () => {
    const book = await withNewcomer();
    must(await book.port.identify([newcomer]));
    const before = contents(book.model);
    const again = must(await book.port.identify([{ ...newcomer, id: "C0000000ABC" }]));
    expect(again).toEqual({ identified: 0 });
    expect(contents(book.model)).toBe(before);
  });

  it.each([
    ["another name stands in the row now", { ...newcomer, name: "别人" }],
    ["the row is no longer in the table", { ...newcomer, row: 7 }],
  ])("are left alone where %s", async (_, moved) => {
    const book = await withNewcomer();
    const before = contents(book.model);
    expect(must(await book.port.identify([moved]))).toEqual({ identified: 0 });
    expect(contents(book.model)).toBe(before);
  });
});
