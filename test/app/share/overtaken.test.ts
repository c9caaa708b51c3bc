import { planShare, share, type Shared } from "../../../src/app/share/share";
import type { Result } from "../../../src/domain/result";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import { shortened } from "../../proofs/own-book";
import {
  contentsBesideAudit,
  customer,
  imageOf,
  must,
  openImage,
  openWith,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

/**
 * Somebody inserts, deletes or sorts on a sheet with formulas of their own while these become values or come back. At
 * whichever request that happens: a formula stands in its own row and column or its value does, and what stands beside it
 * is untouched.
 */

type Failure = { readonly code: string; readonly restored?: boolean; readonly hostCode?: string };

const title = "我的清单";
const marks = ["甲", "乙", "丙"];
const headers = ["标记", "备注", "周期", "旁边"] as const;

async function bookOfOwn(): Promise<Book> {
  const book = await openWith([customer(1)]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(title);
    sheet.getRange("A1:D1").values = [[...headers]];
    marks.forEach((mark, at) => {
      const row = at + 2;
      const own = `=IFERROR(CRM.CADENCE($A${row},crm_cadences),"${mark}的")`;
      sheet.getRange(`A${row}:D${row}`).formulas = [[mark, `注${mark}`, own, `旁${mark}`]];
    });
    await context.sync();
  });
  return book;
}

async function switchTo(book: Book, to: ShareMode): Promise<Result<Shared, Failure>> {
  const facts = await book.port.describe();
  if (!facts.ok) return facts;
  const plan = await planShare(book.port, facts.value, to);
  return plan.ok ? share(book.port, facts.value, shortened(plan.value), "", trace) : plan;
}

const sheetOf = ({ model }: Book) => model.sheetByName(title)!;

function columnOf(book: Book, header: (typeof headers)[number]): number {
  const { cells } = sheetOf(book);
  return [0, 1, 2, 3, 4, 5].find((column) => cells.value(0, column) === header) ?? -1;
}

const acts: Readonly<Record<string, (book: Book) => void>> = {
  "a column is inserted": (book) => void book.host.editor.insertColumns(sheetOf(book).id, 1, 1),
  "a column is deleted": (book) => void book.host.editor.deleteColumns(sheetOf(book).id, 1, 1),
  "a row is inserted": (book) => void book.host.editor.insertRows(sheetOf(book).id, 2, 1),
  "a row is deleted": (book) => void book.host.editor.deleteRows(sheetOf(book).id, 2, 1),
  "rows change places": (book) => {
    // As sorting does it: formulas go along, and read the cells of their new row.
    const { cells } = sheetOf(book);
    const textAt = (row: number, column: number) =>
      cells.formula(row, column)?.text.replace(/\$([A-Z])\d/u, "$$$1#") ?? cells.value(row, column);
    const rows = [1, 3].map((row) => [0, 1, 2, 3].map((column) => textAt(row, column)));
    [3, 1].forEach((row, at) =>
      rows[at]?.forEach((text, column) => {
        book.host.editor.type(
          sheetOf(book).id,
          row,
          column,
          typeof text === "string" ? text.replace("#", String(row + 1)) : "",
        );
      }),
    );
  },
  "a formula is typed over one": (book) =>
    void book.host.editor.type(sheetOf(book).id, 1, columnOf(book, "周期"), "=1+1"),
};

/** What stands where it must not. */
function wrongIn(book: Book, act: string): readonly string[] {
  const { cells } = sheetOf(book);
  const [mark, own, beside, note] = (["标记", "周期", "旁边", "备注"] as const).map((header) =>
    columnOf(book, header),
  ) as [number, number, number, number];
  const wrong: string[] = [];
  let seen = 0;
  for (let row = 1; row <= 4; row += 1) {
    const name = cells.value(row, mark);
    const formula = cells.formula(row, own)?.text ?? null;
    if (typeof name !== "string") {
      if (formula !== null) wrong.push(`a formula in a row of nobody: ${formula}`);
      continue;
    }
    seen += 1;
    if (formula === "=1+1" && act.includes("typed") && name === "甲") continue;
    const isOwn = formula?.includes(`"${name}的"`) === true && formula.includes(`${row + 1},`);
    if (formula === null ? cells.value(row, own) !== `${name}的` : !isOwn)
      wrong.push(`${name}: ${formula ?? JSON.stringify(cells.value(row, own))}`);
    if (act.includes("typed") && name === "甲") wrong.push("the typed formula is gone");
    if (cells.value(row, beside) !== `旁${name}`) wrong.push(`${name}: beside it is another`);
    if (note >= 0 && cells.value(row, note) !== `注${name}`) wrong.push(`${name}: another note`);
  }
  if (seen < marks.length - (act.includes("row is deleted") ? 1 : 0)) wrong.push("a row is gone");
  return wrong;
}

/** How many requests it takes when nobody disturbs it. */
async function requestsOf(image: Buffer, to: ShareMode): Promise<number> {
  const clean = await openImage(image);
  must(await switchTo(clean, to));
  const { length } = clean.wire.trips;
  expect(length).toBeGreaterThan(10);
  return length;
}

async function overtakenAtEach(
  image: Buffer,
  to: ShareMode,
  act: string,
  requests: number,
): Promise<void> {
  for (let trip = 0; trip < requests; trip += 1) {
    const book = await openImage(image);
    book.wire.beforeTrip = (at) => {
      if (at === trip) acts[act]?.(book);
    };
    const done = await switchTo(book, to);
    book.wire.reset();
    expect([to, trip, done.ok ? "ok" : done.error.code, wrongIn(book, act)]).toEqual([
      to,
      trip,
      expect.any(String),
      [],
    ]);
    if (!done.ok && done.error.code === "half-written")
      expect([trip, done.error.restored]).toEqual([trip, true]);
  }
}

describe("[P2] own formulas whose sheet is worked on between two requests of a switch", () => {
  let image: Buffer;
  let switched: Buffer;
  let [there, back] = [0, 0];
  beforeAll(async () => {
    const book = await bookOfOwn();
    image = imageOf(book.model);
    must(await switchTo(book, "values"));
    switched = imageOf(book.model);
    there = await requestsOf(image, "values");
    back = await requestsOf(switched, "functions");
  });

  it.each(Object.keys(acts))("stay in their own cells: %s", async (act) => {
    await overtakenAtEach(image, "values", act, there);
    if (!act.includes("typed")) await overtakenAtEach(switched, "functions", act, back);
  });
});

describe("[P2] our own columns, when columns come or go beside them between two requests", () => {
  const beside: Readonly<Record<string, (book: Book) => void>> = {
    "columns come": (book) =>
      void book.host.editor.insertColumns(tableOf(book, "customers").sheet.id, 2, 2),
    "a column comes left of the table": (book) =>
      void book.host.editor.insertColumns(tableOf(book, "customers").sheet.id, 0, 1),
    "a column goes": (book) => {
      const { sheet, table } = tableOf(book, "customers");
      const notes = table.columns.findIndex(({ name }) => name === "备注");
      book.host.editor.deleteColumns(sheet.id, table.area.left + notes, 1);
    },
  };

  it.each([
    ["functions", "native"],
    ["native", "functions"],
    ["values", "functions"],
  ] as const)("read the same columns as before: %s → %s", async (from, to) => {
    const book = await openWith([customer(1), customer(2)]);
    if (from !== "functions") must(await switchTo(book, from));
    const image = imageOf(book.model);
    for (const act of Object.values(beside)) {
      const clean = await openImage(image);
      act(clean);
      const left = contentsBesideAudit(clean.model);
      must(await switchTo(clean, to));
      const wanted = contentsBesideAudit(clean.model);
      // At every request: between the look at a table and the message that is built on it lies only one.
      for (let trip = 0; trip < clean.wire.trips.length + 10; trip += 1) {
        const overtaken = await openImage(image);
        overtaken.wire.beforeTrip = (at) => {
          if (at === trip) act(overtaken);
        };
        const done = await switchTo(overtaken, to);
        if (overtaken.wire.trips.length <= trip) break;
        if (!done.ok)
          expect(["changed-meanwhile", "host: ChangedWhileReading"]).toContain(
            done.error.code === "host" ? `host: ${done.error.hostCode}` : done.error.code,
          );
        const now = contentsBesideAudit(overtaken.model);
        expect([trip, now === (done.ok ? wanted : left)]).toEqual([trip, true]);
      }
    }
  });

  it("are switched there and back although one that some of them read was gone before", async () => {
    const book = await openWith([customer(1), customer(2)]);
    const { sheet, table } = tableOf(book, "customers");
    const close = table.columns.findIndex(({ name }) => name === "预计成交日");
    book.host.editor.deleteColumns(sheet.id, table.area.left + close, 1);
    const before = contentsBesideAudit(book.model);
    for (const to of ["values", "functions", "native", "functions"] as const) {
      must(await switchTo(book, to));
      if (to === "functions") expect(contentsBesideAudit(book.model)).toBe(before);
    }
  });
});
