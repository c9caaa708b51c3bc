import { readDeeds, readEntries } from "../../../src/app/deeds/audit-log";
import { emptyHistory, remember, takeBack } from "../../../src/app/deeds/history";
import { perform } from "../../../src/app/deeds/perform";
import { unwatched, type Onlooker } from "../../../src/app/slices";
import type { Change } from "../../../src/tables/change";
import {
  contentsBesideAudit,
  customer,
  must,
  mustFail,
  openBook,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

const count = 700;

function bring(first: number, rows: number): Change {
  const added = Array.from({ length: rows }, (_, index) => customer(first + index));
  return { added, updated: [], removed: [] };
}

/** A book in which one deed brought many customers and another one a few. */
async function imported(): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  const facts = must(await book.port.describe());
  const deed = { kind: "import", about: "名单.csv" } as const;
  must(await perform(book.port, facts, deed, [bring(1, count)], trace));
  must(await perform(book.port, facts, deed, [bring(5_000, 5)], trace));
  return book;
}

describe("the entries of a large deed", () => {
  it("[P4] are read back in slices, with signs of progress, also where somebody sorted the table", async () => {
    const book = await imported();
    const newest = must(await readDeeds(book.port, null));
    const page = must(await readDeeds(book.port, newest.before));
    const large = page.deeds.find((each) => each.count === count);
    if (large === undefined) throw new Error("the large deed is not told");
    let clock = 0;
    const shares: number[] = [];
    let pauses = 0;
    const onlooker: Onlooker = {
      // Each look at the clock takes ten milliseconds, so that there are slices without waiting for any.
      pace: {
        now: () => (clock += 10),
        pause: () => {
          pauses += 1;
          return Promise.resolve();
        },
      },
      onProgress: (share) => shares.push(share),
    };
    book.wire.reset();
    const read = must(await readEntries(book.port, page.facts, large, onlooker));
    expect(read.map(({ number }) => number)).toEqual(read.map((_, index) => index + 1));
    expect(read).toHaveLength(count);
    expect(book.wire.trips.length).toBe(1);
    expect(pauses).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));

    const found = [...book.model.tables()].find(({ table }) => table.name === "CrmAudit");
    if (found === undefined) throw new Error("no audit table");
    const name = found.table.columns.findIndex((column) => column.name === "对象");
    book.host.editor.sortTable(found.table.id, Math.max(name, 0), false);
    const again = must(await readEntries(book.port, page.facts, large, unwatched));
    expect(again).toEqual(read);
    expect(book.wire.trips.length).toBeLessThanOrEqual(4);
  });
});

describe("a deed too long to be kept", () => {
  const long = 2_001;

  async function done() {
    const book = await openBook();
    await setUpBook(book);
    const facts = must(await book.port.describe());
    const deed = { kind: "import", about: "名单.csv" } as const;
    must(await perform(book.port, facts, deed, [bring(9_000, 2)], trace));
    const before = contentsBesideAudit(book.model);
    const performed = must(await perform(book.port, facts, deed, [bring(1, long)], trace));
    expect(performed).toMatchObject({ count: long, entries: null });
    return { book, facts, before, history: remember(emptyHistory, performed) };
  }

  it("[P4] is taken back as the audit table tells of it, wherever somebody sorted its rows", async () => {
    const { book, before, history } = await done();
    const { table } = tableOf(book, "audit");
    const ids = table.columns.findIndex(({ name }) => name === "记录编号");
    book.host.editor.sortTable(table.id, ids, false);
    const back = must(await takeBack(book.port, history, trace));
    expect(back).toMatchObject({
      history: emptyHistory,
      taken: { added: long, updated: 0 },
      performed: { count: long, deed: { kind: "take-back", about: "导入 · 名单.csv" } },
    });
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("[P4] is not taken back by half where rows that tell of it are gone", async () => {
    const { book, history } = await done();
    const after = contentsBesideAudit(book.model);
    const { sheet, table } = tableOf(book, "audit");
    book.host.editor.deleteRows(sheet.id, table.area.top + 500, 3);
    const failure = mustFail(await takeBack(book.port, history, trace));
    expect(failure).toEqual({ code: "record-gone", found: long - 3, count: long });
    expect(contentsBesideAudit(book.model)).toBe(after);
  });
});
