import { mergeCustomers, openMerge } from "../../../src/app/duplicates/merge-customers";
import { planEmptyTable } from "../../../src/app/set-up/empty-table";
import { openMerges, planSplit, splitCustomers } from "../../../src/app/duplicates/split-customers";
import {
  schemaVersion,
  type ColumnSpec,
  type TableId,
  type TableSpec,
} from "../../../src/tables/schema";
import { tableSpecs } from "../../../src/tables/tables";
import {
  asOf,
  customer,
  must,
  mustFail,
  newId,
  openWith,
  rowsOf,
  tableOf,
  trace,
  type Book,
} from "../../excel/book";

/** What belongs to a customer follows it through a merge, and goes back with it: T3, for every table of the schema. */

const [first, second] = [customer(1).id, customer(2).id] as const;
const specs: readonly TableSpec[] = Object.values(tableSpecs);
const owned = specs.filter(
  ({ appendOnly, columns }) =>
    appendOnly !== true && columns.some((column: ColumnSpec) => column.references === "customers"),
);

async function bookWith(tables: readonly TableId[]): Promise<Book> {
  const book = await openWith([customer(1), customer(2), customer(3)]);
  const facts = must(await book.port.describe());
  const lacking = tables.filter((table) => facts.tables[table] === undefined);
  must(
    await book.port.install({
      language: "zh",
      schemaVersion,
      create: lacking.map((table) => planEmptyTable(table, facts, "zh")),
      adopt: null,
      names: [],
      highlight: [],
    }),
  );
  return book;
}

/** Whose rows a table holds, in the sheet's order. */
function ownersIn(book: Book, table: TableId): readonly unknown[] {
  return rowsOf(book, table).map((row) => row["客户编号"]);
}

it("[T3] lists contacts, contracts, receipts, deals, quotes, visits, feedback, needs and consents besides follow-ups", () => {
  expect(owned.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      "followUps",
      "contacts",
      "contracts",
      "receipts",
      "deals",
      "quotes",
      "visits",
      "feedback",
      "needs",
      "consents",
    ]),
  );
});

it("[T3] moves every row that names the customer, and the split gives exactly these back", async () => {
  const tables = owned.map(({ id }) => id);
  const book = await bookWith(tables);
  must(
    await book.port.commit({
      added: tables.flatMap((table) =>
        [second, first, second].map((customerId) => {
          const id = newId(tableSpecs[table].idPrefix ?? "R");
          return { table, id, cells: { id, customerId } };
        }),
      ),
      updated: [],
      removed: [],
    }),
  );
  const facts = must(await book.port.describe());
  const shown = must(await openMerge(book.port, facts, first, second));
  expect(shown.belongings).toHaveLength(tables.length * 2);
  must(await mergeCustomers(book.port, facts, shown, {}, { asOf, trace }));
  for (const table of tables) expect(ownersIn(book, table)).toEqual([first, first, first]);

  const merged = must(await book.port.describe());
  const [latest] = must(await openMerges(book.port, merged)).merges;
  const planned = must(await planSplit(book.port, merged, latest!));
  expect(planned.returning).toEqual(tables.map((table) => ({ table, count: 2 })));
  must(await splitCustomers(book.port, merged, planned, trace));
  for (const table of tables) expect(ownersIn(book, table)).toEqual([second, first, second]);
});

it("[R2] what a customer wanted at different times stays a row for each: merging and splitting change only whose", async () => {
  const book = await bookWith(["needs"]);
  const said = (number: number, customerId: string) => {
    const id = `N${number}`;
    const cells = { id, customerId, day: 46_000 + number, kind: "需要", said: `要 ${number} 台` };
    return { table: "needs" as const, id, cells };
  };
  const needs = [said(1, second), said(2, first), said(3, second)];
  must(await book.port.commit({ added: needs, updated: [], removed: [] }));
  const history = () => rowsOf(book, "needs").map(({ 客户编号: _, 客户名称: __, ...rest }) => rest);
  const before = history();
  expect(before.map((row) => row["内容"])).toEqual(["要 1 台", "要 2 台", "要 3 台"]);
  const facts = must(await book.port.describe());
  const shown = must(await openMerge(book.port, facts, first, second));
  must(await mergeCustomers(book.port, facts, shown, {}, { asOf, trace }));
  expect(history()).toEqual(before);
  const merged = must(await book.port.describe());
  const [latest] = must(await openMerges(book.port, merged)).merges;
  const planned = must(await planSplit(book.port, merged, latest!));
  must(await splitCustomers(book.port, merged, planned, trace));
  expect(history()).toEqual(before);
  expect(ownersIn(book, "needs")).toEqual([second, first, second]);
});

it("[T3] refuses to lose sight of a contract that has no id of its own", async () => {
  const book = await bookWith(["contracts"]);
  const found = tableOf(book, "contracts");
  const column = found.table.columns.findIndex(({ name }) => name === "客户编号");
  found.sheet.cells.setValue(1, found.table.area.left + column, second);
  const facts = must(await book.port.describe());
  const shown = must(await openMerge(book.port, facts, first, second));
  const refused = await mergeCustomers(book.port, facts, shown, {}, { asOf, trace });
  expect(mustFail(refused)).toEqual({ code: "rows-without-id", table: "contracts", count: 1 });
  expect(rowsOf(book, "customers")).toHaveLength(3);
});

it("[T3] splits a merge of the time before other tables were known", async () => {
  const book = await bookWith([]);
  const facts = must(await book.port.describe());
  const shown = must(await openMerge(book.port, facts, first, second));
  must(await mergeCustomers(book.port, facts, shown, {}, { asOf, trace }));
  const merged = must(await book.port.describe());
  const [latest] = must(await openMerges(book.port, merged)).merges;
  const planned = must(await planSplit(book.port, merged, latest!));
  expect(planned.returning).toEqual([]);
});
