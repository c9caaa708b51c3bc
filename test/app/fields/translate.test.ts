import { openToday } from "../../../src/app/today/open-today";
import { headersRenamed, planTranslation, translate } from "../../../src/app/fields/translate";
import {
  asOf,
  contentsBesideAudit,
  customer,
  fillSheet,
  must,
  mustFail,
  openBook,
  openWith,
  rowsOf,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

async function office(): Promise<Book> {
  return openWith([
    customer(1, { demand: "目标", dealStatus: "潜在" }),
    customer(2, { demand: "目标客户", dealStatus: "已成交", notes: "潜在" }),
  ]);
}

async function switched(book: Book) {
  return must(await translate(book.port, must(await planTranslation(book.port)), trace));
}

describe("the language of headers and words", () => {
  it("is switched where they are ours, and what a person wrote stays", async () => {
    const book = await office();
    const { table, sheet } = tableOf(book, "customers");
    const index = table.columns.findIndex(({ name }) => name === "来源");
    table.columns[index]!.name = "从哪来";
    sheet.cells.setValue(table.area.top, table.area.left + index, "从哪来");
    must(await book.port.describe());
    await switched(book);
    const [one, two] = rowsOf(book, "customers");
    expect(one).toMatchObject({ Customer: "客户1", Demand: "Clear", "Deal status": "Prospect" });
    // A spelling of their own is understood, yet not ours to change; a word in a note is no choice.
    expect(two).toMatchObject({ Demand: "目标客户", "Deal status": "Won", Notes: "潜在" });
    expect(table.columns.map(({ name }) => name)).toContain("从哪来");
    expect(rowsOf(book, "settings").map((row) => row["Setting"])).toContain("Cadence");
    const { facts, customers } = must(await openToday(book.port, asOf));
    expect(facts.language).toBe("en");
    expect([...customers.values()].map(({ demand }) => demand)).toEqual(["clear", "clear"]);
  });

  it("switched there and back leaves the workbook as it was", async () => {
    const book = await office();
    const before = contentsBesideAudit(book.model);
    await switched(book);
    expect(contentsBesideAudit(book.model)).not.toBe(before);
    await switched(book);
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("a header renamed between plan and writing is told, and a person decides what it is called", async () => {
    const rename = (book: Book) => {
      const { table, sheet } = tableOf(book, "customers");
      const index = table.columns.findIndex(({ name }) => name === "来源");
      table.columns[index]!.name = "从哪来";
      sheet.cells.setValue(table.area.top, table.area.left + index, "从哪来");
      return () => table.columns[index]!.name;
    };
    for (const [insists, name] of [
      [false, "从哪来"],
      [true, "Source"],
    ] as const) {
      const book = await office();
      const planned = must(await planTranslation(book.port));
      const header = rename(book);
      const before = contentsBesideAudit(book.model);
      const failure = mustFail(await translate(book.port, planned, trace));
      expect(failure).toMatchObject({ code: "header-changed", found: "从哪来" });
      expect(contentsBesideAudit(book.model)).toBe(before);
      const renamed = must(await headersRenamed(book.port, planned));
      expect(renamed).toEqual([
        { table: "customers", id: "", column: "source", expected: "来源", found: "从哪来" },
      ]);
      const again = must(await planTranslation(book.port, insists ? renamed : []));
      must(await translate(book.port, again, trace));
      expect(header()).toBe(name);
      expect(must(await book.port.describe()).language).toBe("en");
    }
  });

  it("leaves a header alone whose other name a column of the person's has", async () => {
    const book = await openBook();
    fillSheet(book.model, [
      ["客户名称", "备注", "Notes", "需求"],
      ["甲公司", "很多", "more", "目标"],
    ]);
    await setUpBook(book);
    const { taken } = must(await planTranslation(book.port));
    expect(taken).toEqual([{ header: "备注", wanted: "Notes" }]);
    await switched(book);
    expect(rowsOf(book, "customers")[0]).toMatchObject({
      Customer: "甲公司",
      备注: "很多",
      Notes: "more",
      需求: "Clear",
    });
  });

  it("broken off by the host is put back, and a second attempt completes it", async () => {
    const counted = await office();
    const plan = must(await planTranslation(counted.port));
    counted.wire.reset();
    must(await translate(counted.port, plan, trace));
    const after = contentsBesideAudit(counted.model);
    const { length } = counted.wire.trips;
    for (const trip of [1, 3, Math.floor(length / 2), length - 4]) {
      const book = await office();
      const before = contentsBesideAudit(book.model);
      const planned = must(await planTranslation(book.port));
      book.wire.fail({ trip, actions: "all" });
      const broken = await translate(book.port, planned, trace);
      book.wire.reset();
      if (!broken.ok) {
        expect([trip, contentsBesideAudit(book.model)]).toEqual([trip, before]);
        await switched(book);
      }
      expect([trip, contentsBesideAudit(book.model)]).toEqual([trip, after]);
    }
  });

  it("is not switched in a workbook that may not be written to", async () => {
    const book = await office();
    book.model.readOnly = true;
    must(await book.port.describe());
    expect(mustFail(await planTranslation(book.port))).toEqual({ code: "read-only" });
  });
});
