import fc from "fast-check";
import {
  mergeCustomers,
  openMerge,
  type Choice,
} from "../../../src/app/duplicates/merge-customers";
import {
  openMerges,
  planSplit,
  restoringInSplit,
  splitCustomers,
} from "../../../src/app/duplicates/split-customers";
import { logFollowUp, planFollowUp } from "../../../src/app/log-follow-up";
import { openToday } from "../../../src/app/today/open-today";
import type { Row } from "../../../src/tables/change";
import type { TableId } from "../../../src/tables/schema";
import { tableSpecs } from "../../../src/tables/tables";
import {
  asOf,
  customer,
  imageOf,
  must,
  newId,
  openImage,
  openWith,
  rowsOf,
  trace,
  type Book,
} from "../../excel/book";

/** Merges one after another: into each other in a chain, several into one, split at any time and in any order. */

const numbers = [1, 2, 3, 4, 5];
const ids = numbers.map((number) => customer(number).id);

/** Five customers who differ everywhere, each with a follow-up. */
async function office(): Promise<Buffer> {
  const book = await openWith(
    numbers.map((number) =>
      customer(number, {
        owner: `负责人${number}`,
        phone: `1390000000${number}`,
        notes: `备注${number}`,
        region: number % 2 === 0 ? null : `地区${number}`,
        lastFollowUp: 46_070 + number,
      }),
    ),
  );
  for (const id of ids) await log(book, id);
  return imageOf(book.model);
}

async function log(book: Book, id: string): Promise<void> {
  const today = must(await openToday(book.port, asOf));
  const entry = { channel: "phone", said: `谈了${id}`, day: asOf } as const;
  const planned = must(planFollowUp(today, id, entry, newId));
  must(await logFollowUp(book.port, today.facts, planned, trace));
}

async function merge(
  book: Book,
  kept: string,
  gone: string,
  choices: Readonly<Record<string, Choice>> = {},
): Promise<void> {
  const facts = must(await book.port.describe());
  const shown = must(await openMerge(book.port, facts, kept, gone));
  must(await mergeCustomers(book.port, facts, shown, choices, { asOf, trace }));
}

/** Splits one of the merges that are remembered, counted from the newest; `restore` writes over what came later. */
async function split(book: Book, at: number, restore = false) {
  const facts = must(await book.port.describe());
  const { merges } = must(await openMerges(book.port, facts));
  const planned = must(await planSplit(book.port, facts, merges[at % merges.length]!));
  const wanted = restore ? restoringInSplit(planned, () => "mine") : planned;
  must(await splitCustomers(book.port, facts, wanted, trace));
  return planned;
}

/** What people entered, in no particular order. */
function entered(book: Book): readonly ReadonlySet<string>[] {
  return (["customers", "followUps"] as const).map((table: TableId) => {
    const computed = new Set(
      tableSpecs[table].columns.flatMap(({ kind, title }) =>
        kind === "computed" ? [title.zh] : [],
      ),
    );
    const cells = (row: Row) => Object.entries(row).filter(([header]) => !computed.has(header));
    return new Set(rowsOf(book, table).map((row) => JSON.stringify(cells(row))));
  });
}

const logOf = (book: Book): readonly (readonly unknown[])[] =>
  rowsOf(book, "followUps").map((row) => [row["客户编号"], row["沟通内容"]]);

let image: Buffer;

beforeAll(async () => {
  image = await office();
});

it("[T3] merges of any chain, split in any order, leave everything as before", async () => {
  const merging = fc.record({
    kept: fc.nat(),
    gone: fc.nat(),
    choices: fc.dictionary(
      fc.constantFrom("owner", "notes", "phone", "region", "lastFollowUp"),
      fc.constantFrom<Choice>("survivor", "other"),
      { maxKeys: 2 },
    ),
  });
  const splitting = fc.record({ at: fc.nat(), restore: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(
      fc.array(merging, { minLength: 2, maxLength: 4 }),
      fc.array(splitting, { minLength: 4, maxLength: 4 }),
      async (merges, splits) => {
        const book = await openImage(image);
        const before = entered(book);
        const left = [...ids];
        for (const { kept, gone, choices } of merges) {
          const [other = ""] = left.splice(gone % left.length, 1);
          await merge(book, left[kept % left.length]!, other, choices);
        }
        expect(entered(book)[0]?.size).toBe(ids.length - merges.length);
        for (const { at, restore } of splits.slice(0, merges.length))
          await split(book, at, restore);
        expect(entered(book)).toEqual(before);
      },
    ),
    { seed: 20261123, numRuns: 20 },
  );
});

it("[T3] the first of a chain comes back while the others stay merged, with what was its own alone", async () => {
  const book = await openImage(image);
  const [first, second, third] = ids as [string, string, string];
  await merge(book, second, first);
  await log(book, second);
  await merge(book, third, second);
  const planned = await split(book, 1);
  expect(planned.returning).toEqual([{ table: "followUps", count: 1 }]);
  expect(rowsOf(book, "customers").map((row) => row["客户编号"])).not.toContain(second);
  expect(logOf(book)).toEqual([
    [first, `谈了${first}`],
    [third, `谈了${second}`],
    [third, `谈了${third}`],
    ...ids.slice(3).map((id) => [id, `谈了${id}`]),
    [third, `谈了${second}`],
  ]);
  await split(book, 0);
  const names = rowsOf(book, "customers").map((row) => [row["客户编号"], row["备注"]]);
  expect(names).toContainEqual([second, "备注2"]);
});

it("[T3] a chain of three is split from its beginning, and what was merged anew goes with the new merge", async () => {
  const book = await openImage(image);
  const before = entered(book);
  const [first, second, third, fourth] = ids as [string, string, string, string];
  await merge(book, second, first);
  await merge(book, third, second);
  await merge(book, fourth, third);
  for (const oldest of [2, 1, 0]) await split(book, oldest);
  expect(entered(book)).toEqual(before);

  await merge(book, second, first);
  await merge(book, third, second);
  await split(book, 1);
  await merge(book, third, first);
  await split(book, 1);
  expect(logOf(book)).toContainEqual([second, `谈了${second}`]);
  expect(logOf(book)).toContainEqual([third, `谈了${first}`]);
  await split(book, 0);
  expect(entered(book)).toEqual(before);
});

it("[T3] a customer comes back although a person has deleted the one that was kept", async () => {
  const book = await openImage(image);
  const [first, second] = ids as [string, string];
  const before = rowsOf(book, "customers").find((row) => row["客户编号"] === first)!;
  await merge(book, second, first);
  const kept = rowsOf(book, "customers").findIndex((row) => row["客户编号"] === second);
  const customers = [...book.model.tables()].find(({ table }) => table.name === "CrmCustomers")!;
  book.host.editor.deleteRows(customers.sheet.id, customers.table.area.top + 1 + kept, 1);
  expect((await split(book, 0)).kept).toEqual([]);
  const after = rowsOf(book, "customers").find((row) => row["客户编号"] === first);
  expect(after).toMatchObject({ 备注: before["备注"], 电话: before["电话"] });
  expect(logOf(book)).toContainEqual([first, `谈了${first}`]);
  expect(logOf(book)).toContainEqual([second, `谈了${second}`]);
});
