import fc from "fast-check";
import {
  mergeCustomers,
  openMerge,
  planMerge,
  type Choice,
} from "../../../src/app/duplicates/merge-customers";
import {
  openMerges,
  planSplit,
  splitCustomers,
  splitOf,
} from "../../../src/app/duplicates/split-customers";
import { logFollowUp, planFollowUp } from "../../../src/app/log-follow-up";
import { openToday } from "../../../src/app/today/open-today";
import { addDays } from "../../../src/domain/day";
import {
  applyChange,
  reverse,
  type Cell,
  type Change,
  type Row,
  type Rows,
} from "../../../src/tables/change";
import { readMerge } from "../../../src/tables/specs/merges";
import type { TableId } from "../../../src/tables/schema";
import { tableSpecs } from "../../../src/tables/tables";
import {
  asOf,
  customer,
  fillSheet,
  must,
  mustFail,
  newId,
  openBook,
  openWith,
  rowsOf,
  setUpBook,
  trace,
  type Book,
} from "../../excel/book";
import { factsOf } from "../sheets";

const [first, second, third] = [1, 2, 3].map((number) => customer(number).id) as [
  string,
  string,
  string,
];

async function bookOf(): Promise<Book> {
  const book = await openWith([
    customer(1, {
      name: "华瑞电子有限公司",
      phone: "13912345678",
      owner: "陈晓雯",
      notes: "老客户",
    }),
    customer(2, {
      name: "華瑞電子",
      phone: "021-62345678",
      owner: "李国强",
      notes: "展会",
      region: "上海",
      lastFollowUp: 46_080,
    }),
    customer(3, { name: "江南纺织", owner: "陈晓雯" }),
  ]);
  for (const [id, said] of [
    [first, "甲"],
    [second, "乙"],
    [second, "丙"],
  ] as const)
    await log(book, id, said);
  return book;
}

async function log(book: Book, id: string, said: string): Promise<void> {
  const today = must(await openToday(book.port, addDays(asOf, 1)));
  const planned = planFollowUp(today, id, { channel: "phone", said, day: asOf }, newId);
  must(await logFollowUp(book.port, today.facts, must(planned), trace));
}

async function merge(
  book: Book,
  survivorId: string,
  otherId: string,
  choices: Readonly<Record<string, Choice>> = {},
): Promise<void> {
  const facts = must(await book.port.describe());
  const opened = must(await openMerge(book.port, facts, survivorId, otherId));
  must(await mergeCustomers(book.port, facts, opened, choices, { asOf, trace }));
}

async function split(book: Book) {
  const facts = must(await book.port.describe());
  const [newest] = must(await openMerges(book.port, facts)).merges;
  const planned = await planSplit(book.port, facts, newest!);
  if (planned.ok) must(await splitCustomers(book.port, facts, planned.value, trace));
  return planned;
}

/** Splits the newest merge, whatever comes of it. */
async function tryToSplit(book: Book): Promise<void> {
  const facts = await book.port.describe();
  const past = facts.ok ? await openMerges(book.port, facts.value) : facts;
  const newest = past.ok && facts.ok ? past.value.merges[0] : undefined;
  if (newest === undefined || !facts.ok) return;
  const planned = await planSplit(book.port, facts.value, newest);
  if (planned.ok) await splitCustomers(book.port, facts.value, planned.value, trace);
}

/** Rows in no particular order, as a set. */
function rowSet(book: Book, table: TableId): ReadonlySet<string> {
  const computed = new Set(
    tableSpecs[table].columns
      .filter(({ kind }) => kind === "computed")
      .map(({ title }) => title.zh),
  );
  const entered = (row: Row) => Object.entries(row).filter(([header]) => !computed.has(header));
  return new Set(rowsOf(book, table).map((row) => JSON.stringify(entered(row))));
}

describe("merging two customers", () => {
  it("[T3] keeps the cells chosen, moves the follow-ups and removes the other row", async () => {
    const book = await bookOf();
    await merge(book, first, second, { owner: "other" });
    const customers = rowsOf(book, "customers");
    expect(customers).toHaveLength(2);
    expect(customers[0]).toMatchObject({
      客户编号: first,
      客户名称: "华瑞电子有限公司",
      电话: "13912345678 / 021-62345678",
      负责人: "李国强",
      地区: "上海",
      备注: "老客户\n展会",
    });
    const log = rowsOf(book, "followUps");
    expect(log.map((row) => [row["客户编号"], row["沟通内容"]])).toEqual([
      [first, "甲"],
      [first, "乙"],
      [first, "丙"],
    ]);
    expect(rowsOf(book, "merges")).toMatchObject([
      { 保留的客户编号: first, 并入的客户编号: second },
    ]);
  });

  it("[T3] is split again as if it had never been", async () => {
    const book = await bookOf();
    const before = [rowSet(book, "customers"), rowSet(book, "followUps")];
    await merge(book, first, second);
    expect(rowSet(book, "customers")).not.toEqual(before[0]);
    expect(must(await split(book)).kept).toEqual([]);
    expect([rowSet(book, "customers"), rowSet(book, "followUps")]).toEqual(before);
    const facts = must(await book.port.describe());
    expect(must(await openMerges(book.port, facts))).toEqual({ merges: [], unreadable: 0 });
  });

  it("[T3] is split after more follow-ups, which stay with the one that was kept", async () => {
    const book = await bookOf();
    await merge(book, first, second);
    await log(book, first, "丁");
    const planned = must(await split(book));
    expect(planned.returning).toEqual([{ table: "followUps", count: 2 }]);
    const log2 = rowsOf(book, "followUps").map((row) => [row["客户编号"], row["沟通内容"]]);
    expect(log2).toEqual([
      [first, "甲"],
      [second, "乙"],
      [second, "丙"],
      [first, "丁"],
    ]);
  });

  it("[T3] leaves what was changed since the merge as it is now, and names it", async () => {
    const book = await bookOf();
    await merge(book, first, second);
    must(
      await book.port.commit({
        added: [],
        removed: [],
        updated: [
          {
            table: "customers",
            id: first,
            cells: { notes: { from: "老客户\n展会", to: "要紧" } },
          },
        ],
      }),
    );
    expect(must(await split(book)).kept).toEqual(["notes"]);
    const notes = rowsOf(book, "customers").map((row) => [row["客户编号"], row["备注"]]);
    expect(new Map(notes as [string, string][])).toEqual(
      new Map([
        [first, "要紧"],
        [third, undefined],
        [second, "展会"],
      ]),
    );
  });

  it("[T3] keeps the person's own columns of the row that goes, and brings them back", async () => {
    const book = await openBook((model) =>
      fillSheet(model, [
        ["客户名称", "手机", "生日蛋糕", "双倍"],
        ["华瑞电子有限公司", "13912345678", "草莓", 2],
        ["華瑞電子", "13912345678", 7, 14],
      ]),
    );
    book.model.sheets[0]!.cells.setFormula(2, 3, { text: "=C3*2" });
    await setUpBook(book);
    const ids = rowsOf(book, "customers").map((row) => String(row["客户编号"]));
    const before = rowSet(book, "customers");
    await merge(book, ids[0]!, ids[1]!);
    expect(rowsOf(book, "customers")).toMatchObject([{ 生日蛋糕: "草莓" }]);
    must(await split(book));
    const after = rowsOf(book, "customers");
    expect(after[1]).toMatchObject({ 客户名称: "華瑞電子", 生日蛋糕: 7 });
    expect(after).toHaveLength(before.size);
  });

  it.each([
    ["18611223344", "+86 186-1122-3344", "survivor"],
    ["18611223344 / 021-62345678", "186 1122 3344", "survivor"],
    ["186-1122-3344", "18611223344、02162345678", "other"],
    ["18611223344", "13912345678", "both"],
    ["18611223344", "no phone", "both"],
  ] as const)(
    "[T3] of phones that are the same number, written %s and %s, one is kept",
    async (mine, theirs, proposed) => {
      const book = await openWith([customer(1, { phone: mine }), customer(2, { phone: theirs })]);
      const facts = must(await book.port.describe());
      const { fields } = must(await openMerge(book.port, facts, first, second));
      expect(fields.find(({ column }) => column === "phone")).toMatchObject({
        proposed,
        choices: proposed === "both" ? ["survivor", "other", "both"] : ["survivor", "other"],
      });
    },
  );

  it("[T3] is refused whole when somebody changed a row since it was shown", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    const opened = must(await openMerge(book.port, facts, first, second));
    const cells = { region: { from: "上海", to: "杭州" } };
    const change: Change = {
      added: [],
      removed: [],
      updated: [{ table: "customers", id: second, cells }],
    };
    must(await book.port.commit(change));
    const before = [rowSet(book, "customers"), rowSet(book, "followUps")];
    expect(
      mustFail(await mergeCustomers(book.port, facts, opened, {}, { asOf, trace })),
    ).toMatchObject({ code: "conflict" });
    expect([rowSet(book, "customers"), rowSet(book, "followUps")]).toEqual(before);
  });

  it("[T3] takes along a follow-up that was logged after the two were shown", async () => {
    const book = await bookOf();
    const facts = must(await book.port.describe());
    const opened = must(await openMerge(book.port, facts, first, second));
    await log(book, second, "戊");
    must(await mergeCustomers(book.port, facts, opened, {}, { asOf, trace }));
    const owners = rowsOf(book, "followUps").map((row) => row["客户编号"]);
    expect(owners).toEqual([first, first, first, first]);
  });

  it.each(["before", "middle", "after"] as const)(
    "[T3] loses and doubles nothing when the host fails %s any sync of the merge or the split",
    async (when) => {
      for (let fault = 0; fault < 10; fault += 1) {
        const book = await bookOf();
        // The table is made first, so that the faults meet the merge itself.
        await merge(book, first, second);
        must(await split(book));
        const facts = must(await book.port.describe());
        const opened = must(await openMerge(book.port, facts, first, second));
        const before = [rowSet(book, "customers"), rowSet(book, "followUps")];
        book.host.faults.failNext({ after: fault, when, code: "GeneralException" });
        const done = await mergeCustomers(book.port, facts, opened, {}, { asOf, trace });
        book.host.faults.clear();
        if (done.ok) expect(rowsOf(book, "customers")).toHaveLength(2);
        else {
          expect([rowSet(book, "customers"), rowSet(book, "followUps")]).toEqual(before);
          // Trying again completes it.
          await merge(book, first, second);
        }
        book.host.faults.failNext({ after: fault, when, code: "GeneralException" });
        await tryToSplit(book);
        book.host.faults.clear();
        const left = must(await openMerges(book.port, must(await book.port.describe()))).merges;
        if (left.length > 0) must(await split(book));
        expect([rowSet(book, "customers"), rowSet(book, "followUps")]).toEqual(before);
      }
    },
  );
});

describe("a merge's row", () => {
  it("[T3] is not trusted when somebody changed what splitting needs", () => {
    const row: Row = {
      id: "M1",
      survivorId: "C1",
      removedId: "C2",
      survivorCells: "{}",
      removedCells: "{}",
    };
    expect(readMerge(row, 1900)).not.toBeNull();
    for (const broken of ["", "{", "[]", "7", '{"name":{"deep":1}}'])
      expect(readMerge({ ...row, removedCells: broken }, 1900)).toBeNull();
    expect(readMerge({ ...row, survivorCells: '{"name":"x"}' }, 1900)).toBeNull();
    expect(readMerge({ ...row, removedId: null }, 1900)).toBeNull();
  });
});

describe("merge, then split", () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constant(null),
    fc.string({ minLength: 1, maxLength: 5 }),
    fc.integer({ min: 1, max: 50_000 }),
    fc.boolean(),
  );
  const columns = ["name", "phone", "owner", "lastFollowUp", "createdDay", "notes", "own:自己的"];
  const row = (id: string): fc.Arbitrary<Row> =>
    fc.tuple(...columns.map(() => cell)).map((cells) => ({
      id,
      ...Object.fromEntries(columns.map((c, at) => [c, cells[at] ?? null])),
    }));
  const style = { dateSystem: 1900, language: "zh" } as const;
  const facts = factsOf(style);
  const index = Object.fromEntries(columns.map((c, at) => [c, { header: c, index: at }]));
  const own = {
    ...facts,
    tables: {
      ...facts.tables,
      customers: {
        ...facts.tables.customers!,
        columns: { ...facts.tables.customers!.columns, ...index },
      },
    },
  };

  it("[T3] is as before, and so is a merge reversed, for any rows and choices", async () => {
    const choices = fc.dictionary(
      fc.constantFrom(...columns),
      fc.constantFrom<Choice>("survivor", "other", "both"),
    );
    await fc.assert(
      fc.asyncProperty(
        row("C1"),
        row("C2"),
        choices,
        fc.nat(5),
        async (survivor, other, chosen, logged) => {
          const before: Record<"customers" | "followUps" | "merges", Rows> = {
            customers: new Map([
              ["C1", survivor],
              ["C2", other],
            ]),
            followUps: new Map(
              Array.from({ length: logged }, (_, at) => [
                `F${at}`,
                { id: `F${at}`, customerId: at % 2 === 0 ? "C2" : "C1" },
              ]),
            ),
            merges: new Map(),
          };
          const ofTwo = [...before.followUps.values()].filter(
            (each) => each["customerId"] === "C2",
          );
          const port = {
            readRows: () =>
              Promise.resolve({ ok: true as const, value: [[survivor], [other], ofTwo] }),
          };
          const opened = must(await openMerge(port as never, own, "C1", "C2"));
          const { change } = must(planMerge(opened, chosen, own, asOf, newId));
          const after = (from: typeof before, by: typeof change) => ({
            customers: applyChange("customers", from.customers, by),
            followUps: applyChange("followUps", from.followUps, by),
            merges: applyChange("merges", from.merges, by),
          });
          const merged = after(before, change);
          expect(merged.customers.has("C2")).toBe(false);
          expect(after(merged, reverse(change))).toEqual(before);

          const [[, cells]] = [...merged.merges] as [[string, Row]];
          const { change: back } = splitOf(
            readMerge(cells, 1900)!,
            cells,
            merged.customers.get("C1")!,
            [...merged.followUps.values()].map((followUp) => ({
              table: "followUps" as const,
              column: "customerId",
              row: followUp,
            })),
          );
          expect(after(merged, back)).toEqual(before);
        },
      ),
      { seed: 20260101 },
    );
  });
});
