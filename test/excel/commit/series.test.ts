import type { Change } from "../../../src/tables/change";
import { reverse } from "../../../src/tables/change";
import type { Table } from "../../../src/host/model/table";
import type { Sheet } from "../../../src/host/model/sheet";
import {
  addCustomers,
  contents,
  customer,
  growCustomers,
  must,
  mustFail,
  openBook,
  rowsOf,
  setUpBook,
  type Book,
} from "../book";

/** Several commits of one deed: where rows stand is looked up once, and never trusted. */

const perPiece = 45;

async function bookOf(count: number): Promise<Book> {
  const book = await openBook();
  await setUpBook(book);
  await growCustomers(book, count);
  return book;
}

const numbers = (first: number, count = perPiece) =>
  Array.from({ length: count }, (_, index) => first + index);

const followed = (which: readonly number[], from = 46_070): Change => ({
  added: [],
  removed: [],
  updated: which.map((number) => ({
    table: "customers",
    id: customer(number).id,
    cells: { lastFollowUp: { from, to: 46_080 } },
  })),
});

const brought = (which: readonly number[]): Change => ({
  added: which.map((number) => customer(number)),
  updated: [],
  removed: [],
});

const without = (which: readonly number[]): Change => reverse(brought(which));

function table({ model }: Book): { sheet: Sheet; table: Table } {
  const found = [...model.tables()].find((each) => each.table.name === "CrmCustomers");
  if (found === undefined) throw new Error("no customers");
  return found;
}

const ids = (book: Book) => rowsOf(book, "customers").map((row) => row["客户编号"]);
const last = (book: Book, number: number) =>
  rowsOf(book, "customers").find((row) => row["客户编号"] === customer(number).id)?.["上次跟进"];

function sortDown(book: Book): void {
  const { id, columns } = table(book).table;
  const column = columns.findIndex(({ name }) => name === "客户编号");
  book.host.editor.sortTable(id, column, false);
}

/** Trips and bytes of one commit. */
async function cost(
  book: Book,
  work: () => Promise<unknown>,
): Promise<{ trips: number; bytes: number }> {
  book.wire.reset();
  await work();
  const { trips } = book.wire;
  return {
    trips: trips.length,
    bytes: trips.reduce((sum, { bytesUp, bytesDown }) => sum + bytesUp + bytesDown, 0),
  };
}

describe("commits in a series", () => {
  it("after the first cost two round trips and the same bytes, whatever the table holds", async () => {
    const costs = [];
    for (const count of [300, 6_000]) {
      const book = await bookOf(count);
      const series = book.port.inSeries();
      must(await series.commit(followed(numbers(100))));
      must(await series.commit(brought(numbers(10_000))));
      costs.push({
        updated: await cost(book, async () => must(await series.commit(followed(numbers(200))))),
        added: await cost(book, async () => must(await series.commit(brought(numbers(20_000))))),
        removed: await cost(book, async () => must(await series.commit(without(numbers(20_000))))),
      });
    }
    const [few, many] = costs;
    for (const step of ["updated", "added", "removed"] as const) {
      expect(many?.[step].trips).toBe(2);
      expect(Math.abs((many?.[step].bytes ?? 0) - (few?.[step].bytes ?? 0))).toBeLessThan(500);
    }
  });

  it("find rows that were added, and those that moved up as others were removed", async () => {
    const book = await bookOf(200);
    const series = book.port.inSeries();
    must(await series.commit(brought(numbers(1_000))));
    must(await series.commit(brought(numbers(2_000))));
    must(await series.commit(without(numbers(10))));
    must(await series.commit(without(numbers(1_000))));
    const { trips } = await cost(book, async () => {
      must(
        await series.commit(followed([...numbers(0, 10), ...numbers(150, 20), ...numbers(2_000)])),
      );
    });
    expect(trips).toBe(2);
    expect(ids(book)).toEqual(
      [...numbers(0, 10), ...numbers(55, 145), ...numbers(2_000)].map((each) => customer(each).id),
    );
    expect([9, 55, 150, 2_044].map((number) => last(book, number))).toEqual([
      46_080, 46_070, 46_080, 46_080,
    ]);
  });

  const meddling: Readonly<Record<string, (book: Book) => void>> = {
    sorted: sortDown,
    inserted: (book) => {
      const { sheet, table: customers } = table(book);
      book.host.editor.insertRows(sheet.id, customers.area.top + 3, 1);
    },
    deleted: (book) => {
      const { sheet, table: customers } = table(book);
      book.host.editor.deleteRows(sheet.id, customers.area.top + 1, 2);
    },
  };

  it.each(Object.keys(meddling))("look rows up again where somebody has %s", async (how) => {
    const book = await bookOf(300);
    const series = book.port.inSeries();
    must(await series.commit(followed(numbers(100))));
    meddling[how]?.(book);
    must(await series.commit(followed(numbers(200))));
    meddling[how]?.(book);
    must(await series.commit(without(numbers(50))));
    expect(numbers(40, 5).map((number) => last(book, number))).toEqual(Array(5).fill(46_070));
    for (const row of rowsOf(book, "customers").filter((each) => each["客户编号"] !== undefined)) {
      const number = Number(String(row["客户编号"]).slice(1));
      const isDone = (number >= 100 && number < 145) || (number >= 200 && number < 245);
      expect([number, row["上次跟进"]]).toEqual([number, isDone ? 46_080 : 46_070]);
      expect(number < 50 || number >= 95).toBe(true);
    }
    expect(rowsOf(book, "customers")).toHaveLength(
      300 - perPiece + { sorted: 0, inserted: 2, deleted: -4 }[how as "sorted"],
    );
  });

  it("add no id that a colleague has brought meanwhile", async () => {
    const book = await bookOf(200);
    const series = book.port.inSeries();
    must(await series.commit(brought(numbers(1_000))));
    await addCustomers(book, [customer(2_010)]);
    expect(mustFail(await series.commit(brought(numbers(2_000))))).toEqual({
      code: "id-taken",
      table: "customers",
      id: customer(2_010).id,
    });
    // Nor where another row went as that one came, so that there are as many as before.
    const again = book.port.inSeries();
    must(await again.commit(brought(numbers(3_000))));
    await addCustomers(book, [customer(4_010)]);
    must(await book.port.commit(without([7])));
    expect(mustFail(await again.commit(brought(numbers(4_000)))).code).toBe("id-taken");
    // What the deed itself has added is taken, and free again once it is gone.
    must(await again.commit(without(numbers(3_000))));
    must(await again.commit(brought(numbers(3_000))));
    expect(mustFail(await again.commit(brought(numbers(3_000)))).code).toBe("id-taken");
  });

  it("take no row for another whose id stands twice", async () => {
    const book = await bookOf(200);
    const { sheet, table: customers } = table(book);
    const series = book.port.inSeries();
    sheet.cells.setValue(customers.area.top + 200, customers.area.left, customer(160).id);
    must(await series.commit(followed(numbers(20))));
    expect(mustFail(await series.commit(followed(numbers(150))))).toMatchObject({
      code: "id-taken",
      id: customer(160).id,
    });
  });

  it("go on after a lost answer and after a fault that was put back", async () => {
    for (const actions of ["all", 9] as const) {
      const book = await bookOf(300);
      const series = book.port.inSeries();
      must(await series.commit(brought(numbers(1_000))));
      const before = contents(book.model);
      book.wire.fail({ trip: 1, actions });
      const done = await series.commit({
        ...followed(numbers(100)),
        ...{ removed: without(numbers(5)).removed },
      });
      if (!done.ok) expect(contents(book.model)).toBe(before);
      book.wire.reset();
      if (!done.ok)
        must(
          await series.commit({
            ...followed(numbers(100)),
            ...{ removed: without(numbers(5)).removed },
          }),
        );
      must(await series.commit(without(numbers(1_000))));
      expect(ids(book)).toEqual(
        [...numbers(0, 5), ...numbers(50, 250)].map((each) => customer(each).id),
      );
      expect(last(book, 100)).toBe(46_080);
    }
  });

  it("find one whose rows somebody moved between its two trips", async () => {
    const book = await bookOf(300);
    const series = book.port.inSeries();
    must(await series.commit(followed(numbers(100))));
    book.wire.reset();
    book.wire.beforeTrip = (trip) => {
      if (trip === 1) sortDown(book);
    };
    must(await series.commit(without(numbers(200))));
    must(await series.commit(followed(numbers(250))));
    expect(ids(book).sort()).toEqual(
      [...numbers(0, 200), ...numbers(245, 55)].map((each) => customer(each).id),
    );
    expect([244, 245, 250, 294, 295].map((number) => last(book, number))).toEqual([
      undefined,
      46_070,
      46_080,
      46_080,
      46_070,
    ]);
  });
});
