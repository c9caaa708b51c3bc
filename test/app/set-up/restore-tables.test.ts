import { planSetUp } from "../../../src/app/set-up/plan-set-up";
import { proposeSetUp, setUp } from "../../../src/app/set-up/set-up";
import { openToday } from "../../../src/app/today/open-today";
import { settingNames } from "../../../src/tables/specs/setting-names";
import { asOf, customer, must, newId, openWith, rowsOf } from "../../excel/book";
import type { Book } from "../../excel/book";

async function without(...sheets: readonly string[]): Promise<Book> {
  const book = await openWith([customer(1)]);
  for (const name of sheets) {
    const sheet = book.model.sheets.find((each) => each.name === name);
    expect(sheet === undefined ? null : book.host.editor.deleteSheet(sheet.id)).toMatchObject({
      accepted: true,
    });
  }
  await book.host.quiet();
  return book;
}

async function restore(book: Book): Promise<void> {
  const proposal = must(await proposeSetUp(book.port));
  expect(proposal.kind).toBe("restore");
  const plan = planSetUp(proposal, {}, { language: "en", asOf, newId, rows: [] });
  must(await setUp(book.port, must(plan)));
  await book.host.quiet();
}

describe("making again what was deleted", () => {
  it("[I1] makes the log again, after which follow-ups can be logged", async () => {
    const book = await without("跟进记录");
    await restore(book);
    const customers = rowsOf(book, "customers");
    expect(customers).toHaveLength(1);
    const id = "F0000000001";
    const row = { table: "followUps", id, cells: { id, said: "又能记了" } } as const;
    must(await book.port.commit({ added: [row], updated: [], removed: [] }));
    expect(rowsOf(book, "followUps")).toEqual([
      expect.objectContaining({ 沟通内容: "又能记了", 记录编号: id }),
    ]);
    expect(await proposeSetUp(book.port)).toMatchObject({ error: { code: "already-set-up" } });
  });

  it("[F1] makes settings and holidays again, and the rows' formulas find them", async () => {
    const book = await without("设置", "节假日");
    await restore(book);
    const names = book.model.names.map(({ name, formula }) => `${name} ${formula}`);
    expect(names.filter((name) => name.startsWith("crm_"))).toHaveLength(settingNames.length + 1);
    expect(names.filter((name) => name.includes("#REF!"))).toEqual([]);
    const today = must(await openToday(book.port, asOf));
    expect(today.issues).toEqual([]);
  });
});
