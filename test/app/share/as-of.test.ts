import { readDeeds } from "../../../src/app/deeds/audit-log";
import { lastingDeed } from "../../../src/app/deeds/lasting";
import { planTakeBack, takeBackPlanned } from "../../../src/app/deeds/take-back";
import { takenBackIn } from "../../../src/app/deeds/taken-back";
import { mostFollowing } from "../../../src/app/share/as-of";
import { planShare, share } from "../../../src/app/share/share";
import { startDay } from "../../../src/app/today/start-day";
import { civil, day, isoDay, type Day } from "../../../src/domain/day";
import { serialFromDay } from "../../../src/domain/serial";
import { saveXlsx } from "../../../src/host/file/save";
import { openWorkbook } from "../../../src/host/file/open";
import { followingDay } from "../../../src/tables/native/as-of";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import {
  addCustomers,
  asOf,
  contentsBesideAudit,
  customer,
  growCustomers,
  must,
  setUpBook,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";
import { openCalculatingBook } from "../calculating-book";

async function bookWith(count: number): Promise<Book> {
  const book = await openCalculatingBook();
  await setUpBook(book);
  await addCustomers(
    book,
    // Closing within a month of the as-of day, and a little later.
    Array.from({ length: count }, (_, index) =>
      customer(index + 1, { expectedClose: serialFromDay(asOf, 1900) + 25 + 10 * index }),
    ),
  );
  await book.host.quiet();
  return book;
}

/** The cell of the as-of day: what it shows and its formula. */
function asOfCell(book: Book) {
  const { sheet, table } = tableOf(book, "settings");
  const [row, column] = [table.area.top + 1, table.area.left + 3];
  const type = async (text: string) => {
    book.host.editor.type(sheet.id, row, column, text);
    await book.host.quiet();
  };
  return {
    type,
    sheet,
    formula: () => sheet.cells.formula(row, column)?.text ?? null,
    value: () => sheet.cells.value(row, column),
  };
}

async function switchTo(book: Book, to: ShareMode): Promise<void> {
  const facts = must(await book.port.describe());
  const plan = must(await planShare(book.port, facts, to));
  must(await share(book.port, facts, plan, to, trace));
  await book.host.quiet();
}

async function onDay(book: Book, today: Day): Promise<void> {
  const { year, month, day: date } = civil(today);
  book.host.calculation.setClock(() => new Date(year, month - 1, date, 9, 30));
  book.host.calculation.recalculateAll("Full");
  await book.host.quiet();
}

const grades = async (book: Book) =>
  must(await book.port.readColumns([{ table: "customers", columns: ["grade"] }]))[0]?.columns[
    "grade"
  ];

const deeds = async (book: Book) => must(await readDeeds(book.port, null)).deeds;

describe("the as-of day of native formulas", () => {
  it("[P2] follows Excel's own clock, and stands still again with the functions", async () => {
    const book = await bookWith(3);
    const cell = asOfCell(book);
    const before = contentsBesideAudit(book.model);
    await switchTo(book, "native");
    expect(cell.formula()).toBe(followingDay);
    expect(cell.value()).toBe(serialFromDay(asOf, 1900));
    expect(await grades(book)).toEqual(["A", "B", "B"]);
    await onDay(book, day("2026-03-12"));
    expect(await grades(book)).toEqual(["A", "A", "B"]);
    await onDay(book, asOf);
    await switchTo(book, "functions");
    expect(contentsBesideAudit(book.model)).toBe(before);
  });

  it("[P2] becomes the day it shows where the functions come back on another day", async () => {
    const book = await bookWith(3);
    await switchTo(book, "native");
    await onDay(book, day("2026-03-12"));
    await switchTo(book, "functions");
    const cell = asOfCell(book);
    expect([cell.formula(), cell.value()]).toEqual([null, serialFromDay(day("2026-03-12"), 1900)]);
    expect(await grades(book)).toEqual(["A", "A", "B"]);
  });

  it.each(["2026-03-31", "=DATE(2026,3,31)", '="2026-03-31"'])(
    "[P2] stays where a person has set it otherwise: %s",
    async (typed) => {
      const book = await bookWith(3);
      const cell = asOfCell(book);
      await cell.type(typed);
      const before = contentsBesideAudit(book.model);
      await switchTo(book, "native");
      expect(cell.formula()).toBe(typed.startsWith("=") ? typed : null);
      await onDay(book, day("2026-04-05"));
      expect(await grades(book)).toEqual(["A", "A", "A"]);
      await onDay(book, asOf);
      await switchTo(book, "functions");
      expect(contentsBesideAudit(book.model)).toBe(before);
    },
  );

  it("[P2] stays where a person types one while it follows", async () => {
    const book = await bookWith(3);
    const cell = asOfCell(book);
    await switchTo(book, "native");
    await cell.type("2026-03-31");
    expect(await grades(book)).toEqual(["A", "A", "A"]);
    await switchTo(book, "functions");
    expect([cell.formula(), cell.value()]).toEqual([null, serialFromDay(day("2026-03-31"), 1900)]);
  });

  it("[P2] follows in a file that was saved, opened and went through another program, and goes back there", async () => {
    const book = await bookWith(3);
    const before = contentsBesideAudit(book.model);
    await switchTo(book, "native");
    const opened = await openWorkbook(await saveXlsx(book.model), "copy.xlsx");
    if (!opened.ok) throw new Error(opened.failure.code);
    const model = opened.workbook;
    model.settings.delete("keepsheet.share");
    book.host.replaceWorkbook(model);
    const again: Book = { ...book, model };
    await onDay(again, asOf);
    must(await again.port.describe());
    expect(asOfCell(again).formula()).toBe(followingDay);
    await switchTo(again, "functions");
    expect(contentsBesideAudit(again.model)).toBe(before);
  });

  it("[P2] stays on a protected sheet, and the columns are switched all the same", async () => {
    const book = await bookWith(2);
    const cell = asOfCell(book);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(cell.sheet.name).protection.protect();
      await context.sync();
    });
    await switchTo(book, "native");
    expect(cell.formula()).toBeNull();
    await switchTo(book, "functions");
    expect(await grades(book)).toEqual(["A", "B"]);
  });

  it("[P2] stays in a workbook of so many customers that each entry would take long", async () => {
    const book = await bookWith(0);
    await growCustomers(book, mostFollowing + 1);
    const facts = must(await book.port.describe());
    const plan = must(await planShare(book.port, facts, "native"));
    expect(plan.work.followsDay).toBe(false);
  });

  it("[P4] is in the changes, there and back, and taken back with the switch", async () => {
    const book = await bookWith(3);
    const before = contentsBesideAudit(book.model);
    await switchTo(book, "native");
    const [deed] = await deeds(book);
    const steps = deed?.entries.map(({ what }) => what);
    expect(steps).toEqual([
      { kind: "mode", table: "customers", column: "", from: "functions", to: "native" },
      { kind: "as-of", table: "settings", column: "amount", from: isoDay(asOf), to: followingDay },
    ]);
    const plan = must(await planTakeBack(book.port, deed?.entries ?? []));
    must(await takeBackPlanned(book.port, plan, trace));
    await book.host.quiet();
    expect(contentsBesideAudit(book.model)).toBe(before);
    const [back] = await deeds(book);
    expect(back?.entries.map(({ what, refersTo }) => [what.kind, refersTo])).toEqual([
      ["mode", deed?.entries[0]?.id],
      ["as-of", deed?.entries[1]?.id],
    ]);
    expect(back?.entries[1]?.what).toMatchObject({ from: followingDay, to: isoDay(asOf) });
  });

  it("[P4] typed over while it followed stays, and nothing of the switch is offered to be taken back any more", async () => {
    const book = await bookWith(2);
    await switchTo(book, "native");
    await asOfCell(book).type("2026-03-31");
    const [deed] = await deeds(book);
    const plan = must(await planTakeBack(book.port, deed?.entries ?? []));
    must(await takeBackPlanned(book.port, plan, trace));
    await book.host.quiet();
    expect(asOfCell(book).value()).toBe(serialFromDay(day("2026-03-31"), 1900));
    const { deeds: all, facts } = must(await readDeeds(book.port, null));
    const shared = all.find((each) => each.deed.id === deed?.deed.id)!;
    expect(lastingDeed(shared, facts, takenBackIn(all))).toMatchObject([{ code: "mode-changed" }]);
  });

  it("that follows is nobody's failure on a new morning before Excel has calculated", async () => {
    const book = await bookWith(2);
    await switchTo(book, "native");
    expect(must(await startDay(book.port, day("2026-03-03"), trace))).toBeNull();
    expect(asOfCell(book).formula()).toBe(followingDay);
  });
});
