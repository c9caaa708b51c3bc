import fc from "fast-check";
import type { Scalar } from "../../src/host/model/cell";
import { customer, imageOf, must, openImage, openWith, tableOf, type Book } from "./book";

/**
 * A long table is read in several messages. What somebody does to its rows between them must never make an answer that
 * no moment had: a row twice, a row that was there all the time left out, or cells of one row beside those of another.
 */

type Act =
  | { readonly kind: "sort"; readonly column: number; readonly ascending: boolean }
  | { readonly kind: "swap" | "move"; readonly row: number; readonly to: number }
  | { readonly kind: "insert" | "delete" | "type"; readonly row: number };

const rows = 64;
/** Requests that are refused as too large, so that the reading takes several; it begins anew where it lacks ids. */
const refused = { withIds: [0, 1, 2], withoutIds: [0, 1, 2, 4, 5, 6] } as const;
const headers = ["客户编号", "客户名称", "负责人", "备注"] as const;

async function longBook(): Promise<Book> {
  const owners = ["王芳", "李雷"];
  return openWith(
    Array.from({ length: rows }, (_, at) =>
      customer(at + 1, { owner: owners[at % 2] ?? null, notes: `注${(at * 37) % rows}` }),
    ),
  );
}

/** The cells of the rows by id, as they stand. */
function standing(book: Book): ReadonlyMap<string, string> {
  const { sheet, table } = tableOf(book, "customers");
  const { area } = table;
  const at = headers.map((header) => table.columns.findIndex(({ name }) => name === header));
  const found = new Map<string, string>();
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const cells = at.map((column) => sheet.cells.value(row, area.left + column));
    if (typeof cells[0] === "string") found.set(cells[0], JSON.stringify(cells));
  }
  return found;
}

let brought = 0;

function act(book: Book, what: Act): void {
  const { sheet, table } = tableOf(book, "customers");
  const { area } = table;
  const { editor } = book.host;
  const rowAt = (row: number) => area.top + 1 + (row % (area.bottom - area.top));
  const cellsOf = (row: number): Scalar[] =>
    table.columns.map((_, at) => {
      const value = sheet.cells.value(row, area.left + at);
      return sheet.cells.formula(row, area.left + at) === undefined && typeof value !== "object"
        ? value
        : null;
    });
  const put = (row: number, cells: readonly Scalar[]): void =>
    cells.forEach((cell, at) => {
      if (sheet.cells.formula(row, area.left + at) === undefined)
        sheet.cells.setValue(row, area.left + at, cell);
    });
  switch (what.kind) {
    case "sort": {
      const header = headers[what.column] ?? headers[0];
      const column = table.columns.findIndex(({ name }) => name === header);
      editor.sortTable(table.id, column, what.ascending);
      return;
    }
    case "swap": {
      const [one, other] = [rowAt(what.row), rowAt(what.to)];
      const [first, second] = [cellsOf(one), cellsOf(other)];
      put(one, second);
      put(other, first);
      return;
    }
    case "move": {
      const cells = cellsOf(rowAt(what.row));
      editor.deleteRows(sheet.id, rowAt(what.row), 1);
      editor.insertRows(sheet.id, rowAt(what.to), 1);
      put(rowAt(what.to), cells);
      return;
    }
    case "insert": {
      editor.insertRows(sheet.id, rowAt(what.row), 1);
      brought += 1;
      const { id, cells } = customer(1_000 + brought);
      const named: Readonly<Record<string, Scalar>> = { 客户编号: id, 客户名称: `新${brought}` };
      put(
        rowAt(what.row),
        table.columns.map(
          ({ name }) => named[name] ?? (name === "备注" ? String(cells["id"]) : null),
        ),
      );
      return;
    }
    case "delete":
      editor.deleteRows(sheet.id, rowAt(what.row), 1);
      return;
    case "type": {
      const column = table.columns.findIndex(({ name }) => name === "备注");
      sheet.cells.setValue(rowAt(what.row), area.left + column, `改${(brought += 1)}`);
    }
  }
}

const place = fc.nat(rows - 1);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant("sort" as const), column: fc.nat(3), ascending: fc.boolean() }),
  fc.record({ kind: fc.constantFrom("swap" as const, "move" as const), row: place, to: place }),
  fc.record({ kind: fc.constantFrom("insert", "delete", "type"), row: place } as const),
);

/** Reads columns while acts happen before given trips, and says what is wrong with the answer. */
async function wrongIn(
  book: Book,
  columns: readonly string[],
  acts: ReadonlyMap<number, readonly Act[]>,
): Promise<readonly string[] | "refused"> {
  must(await book.port.describe());
  const history: ReadonlyMap<string, string>[] = [standing(book)];
  const refusals: readonly number[] = refused[columns.includes("id") ? "withIds" : "withoutIds"];
  book.wire.fail(
    ...refusals.map((trip) => ({ trip, actions: 0, code: "ResponsePayloadSizeLimitExceeded" })),
  );
  const begun = (refusals.at(-1) ?? 0) + 1;
  book.wire.beforeTrip = (trip) => {
    for (const each of acts.get(trip - begun) ?? []) act(book, each);
    history.push(standing(book));
  };
  const read = await book.port.readColumns([{ table: "customers", columns }]);
  book.wire.reset();
  if (!read.ok) {
    expect(read.error).toMatchObject({ code: "host", hostCode: "ChangedWhileReading" });
    return "refused";
  }
  const known = ["id", "name", "owner", "notes"];
  const answer = read.value[0]?.columns ?? {};
  expect(Object.keys(answer).sort()).toEqual([...columns].sort());
  const kept = columns.map((column) => known.indexOf(column));
  const partOf = (text: string): string => {
    const cells: unknown[] = JSON.parse(text) as unknown[];
    return JSON.stringify(kept.map((at) => cells[at]));
  };
  const ever = new Set(history.flatMap((each) => [...each.values()].map(partOf)));
  const count = answer[columns[0] ?? ""]?.length ?? 0;
  const found = Array.from({ length: count }, (_, row) =>
    JSON.stringify(columns.map((column) => answer[column]?.[row] ?? null)),
  );
  const always = [...(history[0] ?? [])].flatMap(([id, text]) =>
    history.every((each) => each.has(id)) ? [[id, partOf(text)] as const] : [],
  );
  const wrong: string[] = [];
  for (const row of found) if (!ever.has(row)) wrong.push(`never stood: ${row}`);
  if (new Set(found).size < found.length) wrong.push("a row stands twice");
  const there = new Set(found);
  for (const [id] of always) {
    const states = history.map((each) => partOf(each.get(id) ?? "[]"));
    if (!states.some((state) => there.has(state))) wrong.push(`left out: ${id}`);
  }
  return wrong;
}

describe("a long table that somebody works on while it is read", () => {
  let image: Buffer;
  beforeAll(async () => {
    image = imageOf((await longBook()).model);
  });

  it.each([
    ["ids and names", ["id", "name", "notes"]],
    ["all", ["owner", "notes", "id", "name"]],
    ["no ids", ["name"]],
  ])("is never answered mixed: %s", async (_, columns) => {
    const outcomes = { read: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), anyAct), { minLength: 1, maxLength: 3 }),
        async (planned) => {
          const book = await openImage(image);
          const acts = new Map<number, Act[]>();
          for (const [trip, each] of planned) acts.set(trip, [...(acts.get(trip) ?? []), each]);
          const wrong = await wrongIn(book, columns, acts);
          if (wrong === "refused") outcomes.refused += 1;
          else {
            outcomes.read += 1;
            expect(wrong).toEqual([]);
          }
        },
      ),
      { seed: 20261123, numRuns: 60 },
    );
    expect(outcomes.read).toBeGreaterThan(outcomes.refused);
  });

  it("an id that really stands twice is no sign of it: what stands there is answered", async () => {
    const book = await openImage(image);
    const { sheet, table } = tableOf(book, "customers");
    sheet.cells.setValue(table.area.top + 60, table.area.left, customer(1).id);
    must(await book.port.describe());
    book.wire.fail(
      ...refused.withIds.map((trip) => ({
        trip,
        actions: 0,
        code: "ResponsePayloadSizeLimitExceeded",
      })),
    );
    const [answer] = must(await book.port.readColumns([{ table: "customers", columns: ["id"] }]));
    const ids = Array.from({ length: rows }, (_, at) => customer(at === 59 ? 1 : at + 1).id);
    expect(answer?.columns["id"]).toEqual(ids);
  });
});
