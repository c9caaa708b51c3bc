import { charactersOfPoints, columnPoints } from "../../../src/host/model/sizes";
import type { Change } from "../../../src/tables/change";
import { contents, customer, imageOf, must, openImage, openWith, rowsOf, type Book } from "../book";

const written = "2026年3月1日";

/** The last follow-up as a text becomes the day it says. */
const mended: Change = {
  added: [],
  updated: [
    {
      table: "customers",
      id: customer(1).id,
      cells: { lastFollowUp: { from: written, to: 46_082 } },
    },
  ],
  removed: [],
};

function columnOf({ model }: Book) {
  const found = [...model.tables()].find(({ table }) => table.name === "CrmCustomers");
  const column = found?.table.columns.findIndex(({ name }) => name === "上次跟进") ?? -1;
  if (found === undefined || column < 0) throw new Error("no such column");
  const { top, left } = found.table.area;
  return { sheet: found.sheet, column: left + column, row: top + 1 };
}

/** A book whose column of last follow-ups holds texts, and is that wide. */
async function bookOf(points: number, isHidden = false): Promise<Book> {
  const book = await openWith([customer(1), customer(2)]);
  const { sheet, column, row } = columnOf(book);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet.name);
    for (const at of [row, row + 1]) {
      const cell = range.getCell(at, column);
      cell.numberFormat = [["@"]];
      cell.values = [[written]];
    }
    await context.sync();
  });
  sheet.columnWidths.set(column, charactersOfPoints(points));
  if (isHidden) sheet.hiddenColumns.add(column);
  return opened(imageOf(book.model));
}

/** The workbook an image was taken of, described already, so that a commit's own trips are all there are. */
async function opened(image: Buffer): Promise<Book> {
  const book = await openImage(image);
  must(await book.port.describe());
  book.wire.reset();
  return book;
}

const widthOf = (book: Book) => {
  const { sheet, column } = columnOf(book);
  return columnPoints(sheet, column);
};

describe("a column of texts that become days", () => {
  it("[P4] is widened where days would not fit, in the same two round trips", async () => {
    const book = await bookOf(48);
    expect(must(await book.port.commit(mended))).toEqual({ roundTrips: 2 });
    expect(rowsOf(book, "customers")[0]).toMatchObject({ 上次跟进: 46_082 });
    expect(widthOf(book)).toBe(75);
  });

  it("[P4] is widened for new rows, which go on in the form of the last one", async () => {
    const book = await bookOf(48);
    must(await book.port.commit({ added: [customer(3)], updated: [], removed: [] }));
    expect(widthOf(book)).toBe(75);
  });

  it("[P4] keeps its width where that will do, where it is hidden, and where days are shown already", async () => {
    const wide = await bookOf(90);
    must(await wide.port.commit(mended));
    expect(widthOf(wide)).toBe(90);
    const hidden = await bookOf(48, true);
    must(await hidden.port.commit(mended));
    expect(columnOf(hidden).sheet.hiddenColumns.has(columnOf(hidden).column)).toBe(true);
    expect(widthOf(hidden)).toBe(48);
    const shown = await bookOf(48);
    must(await shown.port.commit(mended));
    const { sheet, column } = columnOf(shown);
    sheet.columnWidths.set(column, charactersOfPoints(51));
    const cells = { lastFollowUp: { from: 46_082, to: 46_083 } };
    const id = customer(1).id;
    must(await shown.port.commit({ ...mended, updated: [{ table: "customers", id, cells }] }));
    expect(widthOf(shown)).toBe(51);
  });

  it("[P4] has its width back with its texts, wherever the write breaks off", async () => {
    const image = imageOf((await bookOf(48)).model);
    const clean = await opened(image);
    must(await clean.port.commit(mended));
    const actions = clean.wire.trips.at(-1)?.actions ?? 0;
    const before = contents((await opened(image)).model);
    const after = contents(clean.model);
    const seen = new Set<string>();
    for (let at = 0; at <= actions; at += 1) {
      const book = await opened(image);
      book.wire.fail({ trip: 1, actions: at });
      const done = await book.port.commit(mended);
      const stands = `${widthOf(book)} ${contents(book.model) === (done.ok ? after : before)}`;
      expect(stands).toBe(done.ok ? "75 true" : "48 true");
      seen.add(String(done.ok));
    }
    expect([...seen].sort()).toEqual(["false", "true"]);
  });

  it("[P4] [I1] has its width back where somebody was faster", async () => {
    const book = await bookOf(48);
    const { sheet, column, row } = columnOf(book);
    book.wire.beforeTrip = (trip) => {
      if (trip === 1) sheet.cells.setValue(row, column, "2026年3月2日");
    };
    expect((await book.port.commit(mended)).ok).toBe(false);
    expect(sheet.cells.value(row, column)).toBe("2026年3月2日");
    expect(widthOf(book)).toBe(48);
  });
});
