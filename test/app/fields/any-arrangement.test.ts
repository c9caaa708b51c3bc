import fc from "fast-check";
import { addCustomer, planNewCustomer } from "../../../src/app/add-customer";
import { emptyHistory, remember, takeBack } from "../../../src/app/deeds/history";
import type { Performed } from "../../../src/app/deeds/perform";
import { mergeCustomers, openMerge } from "../../../src/app/duplicates/merge-customers";
import { openMerges, planSplit, splitCustomers } from "../../../src/app/duplicates/split-customers";
import { checkHealth } from "../../../src/app/health/check";
import { confirmCustomer, fixHealth } from "../../../src/app/health/fix";
import { logFollowUp, planFollowUp } from "../../../src/app/log-follow-up";
import { unwatched } from "../../../src/app/slices";
import { openToday } from "../../../src/app/today/open-today";
import { tableSpecs } from "../../../src/tables/tables";
import { asOf, customer, must, openWith, tableOf, trace, type Book } from "../../excel/book";
import { imported } from "../import/importing";

/** What people do to columns by hand: all of it at once, in the two tables they work with. */
interface Arrangement {
  /** Which columns get another header, by their number. */
  readonly renamed: readonly number[];
  readonly hidden: readonly number[];
  /** Neighbours that change places, one after another; columns with formulas stay. */
  readonly swaps: readonly number[];
}

const asMade: Arrangement = { renamed: [], hidden: [], swaps: [] };
const arranged = ["customers", "followUps"] as const;
const [first, second] = [customer(1).id, customer(2).id];

function arrange(book: Book, { renamed, hidden, swaps }: Arrangement): void {
  for (const id of arranged) {
    const { sheet, table } = tableOf(book, id);
    const { top, left, bottom } = table.area;
    const count = table.columns.length;
    const isPlain = (at: number): boolean => sheet.cells.formula(top + 1, left + at) === undefined;
    for (const at of swaps.map((number) => number % count)) {
      const next = (at + 1) % count;
      if (!isPlain(at) || !isPlain(next)) continue;
      [table.columns[at], table.columns[next]] = [table.columns[next]!, table.columns[at]!];
      for (let row = top; row <= bottom; row += 1) {
        const [one, other] = [at, next].map((each) => sheet.cells.value(row, left + each));
        sheet.cells.setValue(row, left + at, other ?? null);
        sheet.cells.setValue(row, left + next, one ?? null);
      }
    }
    for (const at of renamed.map((number) => number % count)) {
      table.columns[at]!.name = `改名 ${at}`;
      sheet.cells.setValue(top, left + at, `改名 ${at}`);
    }
    for (const number of hidden) sheet.hiddenColumns.add(left + (number % count));
  }
}

/** Everything a person does with customers, and what the tables hold at last, by the columns' ids. */
async function worked(arrangement: Arrangement): Promise<unknown> {
  const book = await openWith([
    customer(1, { name: "华瑞电子有限公司", phone: "13800138001", contact: "王敏" }),
    customer(2, { name: "华瑞电子", phone: "１３８００１３８００２", contact: "赵磊" }),
  ]);
  must(await book.port.describe());
  arrange(book, arrangement);
  let history = emptyHistory;
  const did = (performed: Performed) => (history = remember(history, performed));

  const today = must(await openToday(book.port, asOf));
  const said = { channel: "phone", said: "谈了价格", day: asOf, result: "满意" } as const;
  const log = must(planFollowUp(today, first, said, () => "F1"));
  did(must(await logFollowUp(book.port, today.facts, log, trace)));
  const entered = { name: "北辰", phone: "13800138009", creditCode: "", contact: "", owner: "李" };
  const added = must(planNewCustomer(today.facts, entered, asOf, () => "C9"));
  did(must(await addCustomer(book.port, today.facts, added, trace)));
  const { performed } = await imported(
    book,
    `客户编号\t客户名称\t地区\t需求状况\n${second}\t华瑞电子\t上海\t潜在`,
  );
  did(performed);
  const health = must(await checkHealth(book.port, asOf, unwatched));
  const issues = health.kinds.flatMap((kind) => kind.issues);
  const sure = issues.filter(({ proposal }) => proposal?.sure === true);
  did(must(await fixHealth(book.port, health.facts, sure, "", trace, unwatched)));
  const about = { id: first, name: "", cell: null };
  did(must(await confirmCustomer(book.port, about, asOf, trace)));

  const facts = must(await book.port.describe());
  const shown = must(await openMerge(book.port, facts, first, second));
  must(await mergeCustomers(book.port, facts, shown, { contact: "both" }, { asOf, trace }));
  const merged = await held(book);
  const later = must(await book.port.describe());
  const [merge] = must(await openMerges(book.port, later)).merges;
  const split = must(await planSplit(book.port, later, merge!));
  must(await splitCustomers(book.port, later, split, trace));
  const apart = await held(book);
  while (history.done.length > 0) ({ history } = must(await takeBack(book.port, history, trace)));
  return {
    told: issues.map(({ code, table, column, found }) => [code, table, column, found]),
    merged,
    apart,
    takenBack: await held(book),
  };
}

/** The rows of both tables by column id, in the order of their ids. */
async function held(book: Book): Promise<unknown> {
  const { tables } = must(await book.port.describe());
  const requests = arranged.map((table) => ({
    table,
    columns: tableSpecs[table].columns
      .filter(({ id, kind }) => kind !== "computed" && tables[table]?.columns[id] !== undefined)
      .map(({ id }) => id),
  }));
  return must(await book.port.readColumns(requests)).map(({ columns }) => {
    const ids = (columns["id"] ?? []).map(String);
    const order = [...ids.keys()].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
    return Object.fromEntries(
      Object.entries(columns)
        .map(([id, cells]) => [id, order.map((at) => cells[at])] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  });
}

describe("whatever people do to the columns", () => {
  let expected: unknown;
  const all = Array.from({ length: 40 }, (_, at) => at);

  beforeAll(async () => {
    expected = await worked(asMade);
    expect(JSON.stringify(expected)).toContain("谈了价格");
  });

  it.each<[string, Arrangement]>([
    ["every column renamed", { ...asMade, renamed: all }],
    ["every column hidden", { ...asMade, hidden: all }],
    ["every column moved", { ...asMade, swaps: [...all, ...all.slice(0, 17)] }],
    ["all of it", { renamed: all, hidden: all, swaps: [...all].reverse() }],
  ])("[P4] %s: every deed finds its cells, and is taken back from them", async (_, how) => {
    expect(await worked(how)).toEqual(expected);
  });

  it("[P4] any columns renamed, moved and hidden: the same work leaves the same tables", async () => {
    const some = fc.array(fc.nat({ max: 60 }), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(
        fc.record({ renamed: some, hidden: some, swaps: some }),
        async (arrangement) => expect(await worked(arrangement)).toEqual(expected),
      ),
      { seed: 20261123, numRuns: 5 },
    );
  });
});
