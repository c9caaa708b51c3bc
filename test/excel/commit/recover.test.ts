import { customer, must, mustFail, openWith, rowsOf, tableOf, type Book } from "../book";
import type { Change } from "../../../src/tables/change";

/** A write breaks off, and while it is put back somebody types where it had been written. */

const numbers = [1, 2, 3];

const change: Change = {
  added: [],
  updated: numbers.map((number) => ({
    table: "customers",
    id: customer(number).id,
    cells: { notes: { from: null, to: "要紧" } },
  })),
  removed: [],
};

const bookOf = () => openWith(numbers.map((number) => customer(number)));
const notes = (book: Book) => rowsOf(book, "customers").map((row) => row["备注"] ?? null);

function typed(book: Book): void {
  const { sheet, table } = tableOf(book, "customers");
  const column = table.columns.findIndex(({ name }) => name === "备注");
  sheet.cells.setValue(table.area.top + 1, table.area.left + column, "我写的");
}

/**
 * Two of three rows are written when the second trip breaks off; somebody types in the first one before a later trip.
 *
 * @param lost - how many trips after that one fail as well
 */
async function typedBefore(trip: number, lost: number, actions: number) {
  const book = await bookOf();
  const later = Array.from({ length: lost }, (_, at) => ({ trip: trip + 1 + at, actions: 0 }));
  book.wire.fail({ trip: 1, actions }, ...later);
  book.wire.beforeTrip = (at) => {
    if (at === 2) expect(notes(book)).toEqual(["要紧", "要紧", null]);
    if (at === trip) typed(book);
  };
  const failure = mustFail(await book.port.commit(change));
  if (failure.code !== "half-written") throw new Error(failure.code);
  return { restored: failure.restored, notes: notes(book), trips: book.wire.trips.length };
}

it("what is typed where a write is put back stays; “put back” is said only where that is so", async () => {
  const clean = await bookOf();
  must(await clean.port.commit(change));
  const actions = Math.floor(clean.wire.trips[1]!.actions * 0.7);
  const counts: number[] = [];
  for (let trip = 2; trip < (counts.at(-1) ?? 3); trip += 1) {
    const back = await typedBefore(trip, 0, actions);
    counts.push(back.trips);
    const hasTyped = trip < back.trips;
    expect([trip, back.restored, back.notes]).toEqual([
      trip,
      true,
      [hasTyped ? "我写的" : null, null, null],
    ]);
    if (!hasTyped) continue;
    expect([trip, (await typedBefore(trip, 40, actions)).restored]).toEqual([trip, false]);
  }
  // The last way back had run over what was just typed, and took a second one to bring it back.
  expect(counts).toEqual([6, 6, 6, 10, 6]);
});
