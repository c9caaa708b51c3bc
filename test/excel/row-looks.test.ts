import { mergeCustomers, openMerge } from "../../src/app/duplicates/merge-customers";
import { openMerges, planSplit, splitCustomers } from "../../src/app/duplicates/split-customers";
import { emptyHistory, remember, takeBack } from "../../src/app/deeds/history";
import type { Performed } from "../../src/app/deeds/perform";
import { readMerge, writeMerge, type MergeRecord } from "../../src/tables/specs/merges";
import { soundLooks, type RowLooks } from "../../src/tables/row-looks";
import { asOf, customer, must, newId, openWith, trace, type Book } from "./book";

const [kept, merged] = [customer(1).id, customer(2).id] as const;

/** Three customers; the second is coloured, lettered and commented upon, and has a colleague's comment beside it. */
async function colouredBook(): Promise<Book> {
  const book = await openWith([1, 2, 3].map((number) => customer(number)));
  const facts = must(await book.port.describe());
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(facts.tables.customers?.name ?? "");
    const row = table.getDataBodyRange().getRow(1);
    row.getCell(0, 0).format.fill.color = "#FFF2CC";
    const { font } = row.getCell(0, 1).format;
    font.color = "#C00000";
    font.bold = true;
    font.italic = true;
    font.strikethrough = true;
    font.underline = "Double";
    context.workbook.comments.add(row.getCell(0, 1), "=合同在抽屉里").replies.add("已取走");
    context.workbook.comments.add(table.getDataBodyRange().getCell(2, 1), "别的客户");
    await context.sync();
  });
  return book;
}

async function merge(book: Book): Promise<Performed> {
  const facts = must(await book.port.describe());
  const shown = must(await openMerge(book.port, facts, kept, merged));
  return must(await mergeCustomers(book.port, facts, shown, {}, { asOf, trace })).performed;
}

async function split(book: Book): Promise<Performed> {
  const facts = must(await book.port.describe());
  const [latest] = must(await openMerges(book.port, facts)).merges;
  if (latest === undefined) throw new Error("no merge is remembered");
  const planned = must(await planSplit(book.port, facts, latest));
  return must(await splitCustomers(book.port, facts, planned, trace));
}

const looksOf = async (book: Book, id: string): Promise<RowLooks> =>
  must(await book.port.readLooks("customers", id));

describe("how a row looks", () => {
  it("is told by column: fill, letters and what comments say; a plain row says nothing", async () => {
    const book = await colouredBook();
    const said = Object.values(await looksOf(book, merged));
    expect(said).toContainEqual({ fill: "#FFF2CC" });
    expect(said).toContainEqual({
      colour: "#C00000",
      bold: true,
      italic: true,
      struck: true,
      underline: "Double",
      comment: [expect.stringContaining("=合同在抽屉里"), expect.stringContaining("已取走")],
    });
    expect(await looksOf(book, kept)).toEqual({});
    expect(await looksOf(book, "C-gone")).toEqual({});
  });

  it.each([
    ["split again", split],
    [
      "taken back",
      async (book: Book, done: Performed): Promise<Performed> =>
        must(await takeBack(book.port, remember(emptyHistory, done), trace)).performed,
    ],
  ])(
    "[T3] is as before when a merge is %s, also while a filter hides the rows",
    async (_, undo) => {
      const book = await colouredBook();
      const before = await looksOf(book, merged);
      await Excel.run(async (context) => {
        const facts = must(await book.port.describe());
        const table = context.workbook.tables.getItem(facts.tables.customers?.name ?? "");
        table.columns.getItemAt(0).filter.applyValuesFilter(["nobody"]);
        await context.sync();
      });
      expect(await looksOf(book, merged)).toEqual(before);
      const done = await merge(book);
      expect(await looksOf(book, merged)).toEqual({});
      const back = await undo(book, done);
      expect(back.undressed).toBeUndefined();
      const after = await looksOf(book, merged);
      expect(Object.keys(after)).toEqual(Object.keys(before));
      const plainly = (looks: RowLooks) =>
        Object.values(looks).map(({ comment = [], ...look }) => [look, comment.length]);
      expect(plainly(after)).toEqual(plainly(before));
    },
  );

  it("[T3] is told where Excel refuses it, and the customer is back all the same", async () => {
    const book = await colouredBook();
    await merge(book);
    const refused = { code: "protected", sheet: null } as const;
    const port = { ...book.port, applyLooks: () => Promise.resolve({ ok: false, error: refused }) };
    const back = await split({ ...book, port: port as Book["port"] });
    expect(back.undressed).toEqual(refused);
    expect(await looksOf(book, merged)).toEqual({});
  });

  it("is kept with the merge; what somebody wrote in its place is left out", () => {
    const looks: RowLooks = { name: { fill: "#FFF2CC" }, phone: { comment: ["a", "b"] } };
    const record: MergeRecord = {
      id: newId("M"),
      day: asOf,
      survivorId: kept,
      survivorName: "甲",
      removedId: merged,
      removedName: "乙",
      survivorCells: {},
      removedCells: { name: "乙" },
      removedLooks: looks,
      moved: [],
    };
    expect(readMerge(writeMerge(record, 1900), 1900)).toEqual(record);
    expect(
      soundLooks({
        name: { fill: 5, bold: "yes", italic: true },
        phone: { comment: [1] },
        x: null,
      }),
    ).toEqual({ name: { italic: true } });
    expect(soundLooks("none")).toEqual({});
  });
});
