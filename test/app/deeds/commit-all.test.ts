import { commitAll } from "../../../src/app/deeds/commit-all";
import { perform } from "../../../src/app/deeds/perform";
import { PieceSize } from "../../../src/app/deeds/piece-size";
import { unwatched, type Watcher } from "../../../src/app/slices";
import type { Change } from "../../../src/tables/change";
import {
  contents,
  contentsBesideAudit,
  customer,
  growCustomers,
  must,
  mustFail,
  openBook,
  rowsOf,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

const brought = (count: number): Change => ({
  added: Array.from({ length: count }, (_, index) => customer(index)),
  updated: [],
  removed: [],
});

async function emptyBook(): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  return book;
}

/** A host that takes so long for a thousand bytes, told by a clock of its own: no test waits for it. */
function slowHost({ wire }: Book, msPerThousand: number) {
  const now = (): number =>
    (wire.trips.reduce((sum, { bytesUp, bytesDown }) => sum + bytesUp + bytesDown, 0) *
      msPerThousand) /
    1_000;
  const signs: { readonly at: number; readonly share: number }[] = [];
  const watcher = (signal = unwatched.signal): Watcher => ({
    pace: { now, pause: () => Promise.resolve() },
    signal,
    onProgress: (share) => signs.push({ at: now(), share }),
  });
  return { watcher, signs };
}

describe("a large deed on a slow host", () => {
  it("[P4] is told of at least twice a second, and stays one deed", async () => {
    const book = await emptyBook();
    book.wire.reset();
    const { watcher, signs } = slowHost(book, 1);
    const facts = must(await book.port.describe());
    const deed = { kind: "import", about: "" } as const;
    const done = must(await perform(book.port, facts, deed, [brought(3_000)], trace, watcher()));
    expect(done.count).toBe(3_000);
    const numbers = rowsOf(book, "audit").map((row) => row["记录编号"]);
    expect(new Set(numbers).size).toBe(3_000);
    const silences = signs.slice(1).map(({ at }, index) => at - (signs[index]?.at ?? 0));
    // The first piece is sent before anybody knows how slow the host is.
    expect(Math.max(...silences.slice(3))).toBeLessThanOrEqual(500);
    expect(signs.map(({ share }) => share)).toEqual(
      [...signs.map(({ share }) => share)].sort((one, other) => one - other),
    );
    expect(signs.at(-1)?.share).toBe(1);
    expect(rowsOf(book, "customers")).toHaveLength(3_000);
  });

  it("is taken back step by step after a cancel, and the bar goes back with it", async () => {
    const book = await emptyBook();
    await growCustomers(book, 50);
    const before = contents(book.model);
    const stop = new AbortController();
    const { watcher, signs } = slowHost(book, 1);
    const looking = watcher(stop.signal);
    const change: Change = {
      added: Array.from({ length: 2_000 }, (_, index) => customer(1_000 + index)),
      updated: [],
      removed: [],
    };
    const failure = mustFail(
      await commitAll(book.port, [change], {
        ...looking,
        onProgress: (share) => {
          looking.onProgress(share);
          if (share > 0.6) stop.abort();
        },
      }),
    );
    expect(failure).toEqual({ code: "cancelled" });
    expect(contents(book.model)).toBe(before);
    const shares = signs.map(({ share }) => share);
    const peak = shares.indexOf(Math.max(...shares));
    expect(shares.slice(peak)).toEqual([...shares.slice(peak)].sort((one, other) => other - one));
    expect(shares.at(-1)).toBe(0);
    // As often as on the way there: the look of each piece is heard, too.
    expect(shares.length - 1 - peak).toBeGreaterThanOrEqual(peak);
  });
});

describe("a cancel during the last piece", () => {
  it("is not too late: the workbook becomes as it was", async () => {
    const book = await emptyBook();
    await growCustomers(book, 50);
    const facts = must(await book.port.describe());
    const before = contentsBesideAudit(book.model);
    for (const share of [0.9, 0.97, 0.98]) {
      const stop = new AbortController();
      const added = Array.from({ length: 600 }, (_, index) => customer(1_000 + index));
      const failure = mustFail(
        await perform(
          book.port,
          facts,
          { kind: "import", about: "" },
          [{ added, updated: [], removed: [] }],
          trace,
          {
            ...unwatched,
            signal: stop.signal,
            onProgress: (done) => {
              if (done >= share) stop.abort();
            },
          },
        ),
      );
      expect(failure).toEqual({ code: "cancelled" });
      expect(contentsBesideAudit(book.model)).toBe(before);
      expect(rowsOf(book, "audit")).toEqual([{}]);
    }
  });
});

describe("a deed in pieces while others work", () => {
  /** Types an id over the first customer's once the deed has come so far. */
  async function broughtWhileTyped(typed: number, at: number) {
    const book = await emptyBook();
    await growCustomers(book, 100);
    const { sheet, table } = tableOf(book, "customers");
    const column = table.columns.findIndex(({ name }) => name === "客户编号");
    const before = rowsOf(book, "customers");
    let isTyped = false;
    const facts = must(await book.port.describe());
    const added = Array.from({ length: 500 }, (_, index) => customer(1_000 + index));
    const done = await perform(
      book.port,
      facts,
      { kind: "import", about: "" },
      [{ added, updated: [], removed: [] }],
      trace,
      {
        ...unwatched,
        onProgress: (share) => {
          if (isTyped || share < at) return;
          isTyped = true;
          const { top, left } = table.area;
          book.host.editor.type(sheet.id, top + 1, left + column, customer(typed).id);
        },
      },
    );
    const failure = done.ok ? null : done.error;
    return { book, before, failure };
  }

  it.each([
    ["was brought before", 1_000],
    ["is brought by a later piece", 1_499],
  ])("never leaves an id in two rows: one typed over another row's that %s", async (_, typed) => {
    const { book, before, failure } = await broughtWhileTyped(typed, 0.4);
    expect(failure).toEqual({ code: "id-taken", table: "customers", id: customer(typed).id });
    const [first, ...others] = rowsOf(book, "customers");
    // What the person typed stays; all the rest is as it was.
    expect({ ...first, 客户编号: before[0]?.["客户编号"] }).toEqual(before[0]);
    expect(first?.["客户编号"]).toBe(customer(typed).id);
    expect(others).toEqual(before.slice(1));
    expect(rowsOf(book, "audit")).toEqual([{}]);
  });

  it("is put back whole where a later piece meets a conflict, whatever came and went between", async () => {
    const book = await emptyBook();
    await growCustomers(book, 1_200);
    const follow: Change = {
      added: [],
      removed: [],
      updated: Array.from({ length: 1_200 }, (_, index) => ({
        table: "customers",
        id: customer(index).id,
        cells: { lastFollowUp: { from: 46_070, to: 46_080 } },
      })),
    };
    let colleague = false;
    const watcher: Watcher = {
      ...unwatched,
      onProgress: () => {
        if (colleague) return;
        colleague = true;
        const { sheet, table } = tableOf(book, "customers");
        book.host.editor.deleteRows(sheet.id, table.area.top + 1, 1);
        const column = table.columns.findIndex(({ name }) => name === "上次跟进");
        book.host.editor.type(sheet.id, table.area.bottom, table.area.left + column, "2026/4/1");
      },
    };
    const facts = must(await book.port.describe());
    const failure = mustFail(
      await perform(book.port, facts, { kind: "health", about: "" }, [follow], trace, watcher),
    );
    expect(["conflict", "row-missing"]).toContain(failure.code);
    const last = rowsOf(book, "customers").map((row) => row["上次跟进"]);
    expect(last).toHaveLength(1_199);
    expect(new Set(last.slice(0, -1))).toEqual(new Set([46_070]));
    expect(contentsBesideAudit(book.model)).not.toContain("46080");
  });
});

describe("the size of a piece", () => {
  it("grows while the host is quick, up to what a message may hold, and shrinks to what it is quick with", () => {
    const size = new PieceSize();
    const sizes = [50, 50, 50, 50].map((ms) => {
      size.took(ms, size.entries);
      return size.entries;
    });
    expect(sizes).toEqual([500, 800, 800, 800]);
    size.took(1_000, 800);
    expect(size.entries).toBe(320);
    size.took(10_000, 320);
    expect(size.entries).toBe(150);
    // What is left over at the end says nothing of larger ones.
    size.took(5, 3);
    expect(size.entries).toBe(150);
  });
});
