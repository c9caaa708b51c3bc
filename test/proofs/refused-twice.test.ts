import { perform } from "../../src/app/deeds/perform";
import { planEmptyTable } from "../../src/app/set-up/empty-table";
import type { WorkbookFacts } from "../../src/app/workbook/facts";
import { Workbook as Model } from "../../src/host/model/workbook";
import { reverse, type Change } from "../../src/tables/change";
import { addCustomers, customer, must, rowsOf, setUpBook, trace, type Book } from "../excel/book";
import { Wire } from "../excel/wire";
import { connectColleagues, type Colleague, type Colleagues } from "./colleagues";
import { refsTo } from "./sheet-place";
import type { Dice } from "./stage";

/**
 * Two commits look at the same cells and write one after the other, and a person has overtaken the first: the second
 * writes over, or removes, what the first will have to take back. Whoever takes back first, nothing stays of what was
 * refused.
 */

const first = customer(1, { owner: "王芳" });
const second = customer(2, { owner: "王芳" });

/** Refused whatever happens: a person has typed into the second customer's owner. */
const overtaken: Change = {
  added: [{ table: "merges", id: "M1", cells: { id: "M1", survivorName: "甲" } }],
  updated: [
    { table: "customers", id: first.id, cells: { notes: { from: null, to: "甲" } } },
    { table: "customers", id: second.id, cells: { owner: { from: "王芳", to: "甲" } } },
  ],
  removed: [],
};

/** What the other does at the same time; it is done in the end where all was taken back before its next attempt. */
const others: readonly (readonly [does: string, Change])[] = [
  [
    "writes into the same cell",
    {
      added: [{ table: "merges", id: "M2", cells: { id: "M2", survivorName: "乙" } }],
      updated: [{ table: "customers", id: first.id, cells: { notes: { from: null, to: "乙" } } }],
      removed: [],
    },
  ],
  ["removes the row", { added: [], updated: [], removed: [first] }],
];

let colleagues: Colleagues;
let people: readonly Colleague[];
let book: Book;
let facts: WorkbookFacts;

beforeAll(async () => {
  colleagues = await connectColleagues(2);
  const model = new Model();
  model.addSheet("Sheet1");
  people = colleagues.open(model);
  const { host } = colleagues;
  const client = host.connect();
  const { port } = people[0]!;
  book = { host, client, wire: new Wire(client), model, port };
  await people[0]!.as(async () => {
    await setUpBook(book);
    await addCustomers(book, [first, second, customer(3)]);
    facts = must(await port.describe());
    must(
      await port.install({
        language: "zh",
        schemaVersion: facts.schemaVersion ?? 0,
        create: (["merges", "audit"] as const).map((table) => planEmptyTable(table, facts, "zh")),
        adopt: null,
        names: [],
        highlight: [],
      }),
    );
    facts = must(await port.describe());
    const change: Change = { added: [customer(4)], updated: [], removed: [] };
    must(await perform(port, facts, { kind: "customer-added", about: "" }, [change], trace));
  });
});

/** Both look, the person types, both write; then one goes some steps, the other to its end, and the first to its end. */
function inOrder(
  count: number,
  who: number,
): { readonly next: Dice; readonly isBetween: () => boolean } {
  const begun = [0, 0, 1, 1, 0, 1];
  let turn = 0;
  const next = (): number => {
    const number = begun[turn] ?? (turn < begun.length + count ? who : 1 - who);
    turn += 1;
    return number / 2;
  };
  return { next, isBetween: () => turn === 4 };
}

const orders = Array.from({ length: 14 }, (_, count) => count).flatMap((count) =>
  [0, 1].map((who) => [count, who] as const),
);

it.each(others)(
  "[P4, T3] of a commit that was refused nothing stays, though another %s meanwhile",
  async (_, change) => {
    const ends = new Set<string>();
    for (const order of orders) {
      const before = standing();
      const { next, isBetween } = inOrder(...order);
      const outcomes = new Map<number, string>();
      const acts = [overtaken, change].map((done, who) => async () => {
        const colleague = people[who]!;
        const outcome = await colleague.as(() =>
          perform(colleague.port, facts, { kind: "health", about: "" }, [done], trace),
        );
        outcomes.set(who, outcome.ok ? "done" : codeOf(outcome.error));
      });
      await colleagues.stage.play(acts, next, () => {
        if (isBetween()) typeOwner("李雷");
      });
      expect([order, outcomes.get(0)]).toEqual([order, "refused"]);
      const end = outcomes.get(1) ?? "nothing";
      ends.add(end);
      if (end === "done")
        await people[0]!.as(async () => must(await book.port.commit(reverse(change))));
      else expect([order, end]).toEqual([order, "refused"]);
      typeOwner("王芳");
      expect([order, standing()]).toEqual([order, before]);
    }
    expect(ends).toContain("refused");
  },
);

/** Two people do the very same, as when both split one merge: what stands there then is whose came first. */
const same: Change = {
  added: [{ table: "merges", id: "M3", cells: { id: "M3", survivorName: "丙" } }],
  updated: [{ table: "customers", id: first.id, cells: { notes: { from: null, to: "丙" } } }],
  removed: [],
};

it.each(["before", "middle", "after"] as const)(
  "[P4, T3] what a colleague did as well stays once, where one's own write broke off (fault: %s)",
  async (when) => {
    const before = standing();
    const recorded = rowsOf(book, "audit").length;
    const outcomes = new Map<number, boolean>();
    const acts = [0, 1].map((who) => async () => {
      const { as, port } = people[who]!;
      const done = await as(() =>
        perform(port, facts, { kind: "split", about: "" }, [same], trace),
      );
      outcomes.set(who, done.ok);
    });
    // The first looks, the second looks and writes, and the first one's write is the fourth request.
    colleagues.host.faults.failNext({ after: 3, when, code: "GeneralException" });
    let turn = 0;
    await colleagues.stage.play(
      acts,
      () => ((turn += 1) <= 2 ? 0 : 0.5),
      () => undefined,
    );
    colleagues.host.faults.clear();
    expect([...outcomes].sort()).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(rowsOf(book, "audit")).toHaveLength(recorded + 2);
    await people[0]!.as(async () => must(await book.port.commit(reverse(same))));
    expect(standing()).toEqual(before);
  },
);

/** How it is told that somebody was faster: in a cell, with a whole row, or again and again while rows were looked at. */
function codeOf(failure: { readonly code: string; readonly hostCode?: string }): string {
  const { code, hostCode = "" } = failure;
  const told = ["conflict", "row-missing"].includes(code) || hostCode === "ChangedWhileReading";
  return told ? "refused" : code + hostCode;
}

function typeOwner(name: string): void {
  const { sheet, table, column } = refsTo(book.model, facts, "customers");
  const at = rowsOf(book, "customers").findIndex((row) => row["客户编号"] === second.id);
  book.host.editor.type(sheet.id, table.area.top + 1 + at, column("owner"), name, { force: true });
}

/** What was entered in the two tables. */
function standing(): readonly unknown[] {
  const customers = rowsOf(book, "customers").map((row) =>
    ["客户编号", "客户名称", "负责人", "上次跟进", "备注"].map((header) => row[header]),
  );
  return [customers.map((row) => row.join()).sort(), rowsOf(book, "merges")];
}
