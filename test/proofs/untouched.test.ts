import { addCustomer, planNewCustomer } from "../../src/app/add-customer";
import { emptyHistory, remember, takeBack } from "../../src/app/deeds/history";
import { logFollowUp, planFollowUp } from "../../src/app/log-follow-up";
import { mergeCustomers, openMerge } from "../../src/app/duplicates/merge-customers";
import { openToday } from "../../src/app/today/open-today";
import { perform, type Performed } from "../../src/app/deeds/perform";
import { openMerges, planSplit, splitCustomers } from "../../src/app/duplicates/split-customers";
import { startDay } from "../../src/app/today/start-day";
import { addDays } from "../../src/domain/day";
import { wholeChange, type LongChange, noChange, type Change } from "../../src/tables/change";
import { highlightRules } from "../../src/tables/highlight";
import { asOf, customer, must, newId, trace, type Book } from "../excel/book";
import { decoratedBook, differingPaths, flat, namedPaths } from "./decorated";

/**
 * Issue 4.2: people's sorting, filtering, extra columns, notes, colours and formulas survive everything we do. Every use
 * case on a decorated workbook; the whole workbook is compared outside the cells the change names.
 */

const [first, last] = [customer(1).id, customer(5).id] as const;

async function log(book: Book): Promise<Performed> {
  const today = must(await openToday(book.port, asOf));
  const said = { channel: "phone", said: "谈了", day: asOf, demand: "latent" } as const;
  const planned = must(planFollowUp(today, first, said, newId));
  return must(await logFollowUp(book.port, today.facts, planned, trace));
}

async function merge(book: Book): Promise<Performed> {
  const facts = must(await book.port.describe());
  const shown = must(await openMerge(book.port, facts, first, last));
  return must(await mergeCustomers(book.port, facts, shown, {}, { asOf, trace })).performed;
}

interface Deed {
  readonly name: string;
  readonly before?: (book: Book) => Promise<Performed>;
  /** @returns the change whose cells may differ */
  readonly run: (book: Book, before: Performed | null) => Promise<LongChange>;
}

const deeds: readonly Deed[] = [
  { name: "logging a follow-up", run: async (book) => (await log(book)).change },
  {
    name: "taking a follow-up back",
    before: log,
    run: async (book, done) => {
      const taken = await takeBack(book.port, remember(emptyHistory, done!), trace);
      return must(taken).performed.change;
    },
  },
  {
    name: "adding a customer",
    run: async (book) => {
      const facts = must(await book.port.describe());
      const entered = {
        name: "新客户",
        phone: "+86 138",
        creditCode: "",
        contact: "",
        owner: "王芳",
      };
      const planned = must(planNewCustomer(facts, entered, asOf, newId));
      return must(await addCustomer(book.port, facts, planned, trace)).change;
    },
  },
  {
    name: "changing fields of hidden and shown rows, and adding rows, as an import does",
    run: async (book) => {
      const facts = must(await book.port.describe());
      const updated = [1, 2, 4].map((number) => ({
        table: "customers" as const,
        id: customer(number).id,
        cells: { region: { from: null, to: "华东" } },
      }));
      const added = [6, 7].map((number) => customer(number));
      const change: Change = { added, updated, removed: [] };
      const deed = { kind: "import", about: "" } as const;
      return must(await perform(book.port, facts, deed, [change], trace)).change;
    },
  },
  { name: "merging", run: async (book) => (await merge(book)).change },
  {
    name: "splitting",
    before: merge,
    run: async (book) => {
      const facts = must(await book.port.describe());
      const [latest] = must(await openMerges(book.port, facts)).merges;
      const planned = must(await planSplit(book.port, facts, latest!));
      return must(await splitCustomers(book.port, facts, planned, trace)).change;
    },
  },
  {
    name: "starting the day",
    run: async (book) =>
      must(await startDay(book.port, addDays(asOf, 1), trace))?.change ?? noChange,
  },
  {
    name: "repairing the highlight",
    run: async (book) => {
      // Ours are made afresh over the whole table, in the same order among people's own.
      must(await book.port.repairHighlight(highlightRules));
      return noChange;
    },
  },
];

describe("what is people's own", () => {
  it.each(deeds.map((deed) => [deed.name, deed] as const))(
    "[P4] stays as it is: %s",
    async (_, { before, run }) => {
      const book = await decoratedBook();
      const done = before === undefined ? null : await before(book);
      const then = flat(book.model);
      const facts = must(await book.port.describe());
      // Rows that go are known where they stood, rows that come where they stand.
      const change = wholeChange(await run(book, done));
      const now = flat(book.model);
      const after = must(await book.port.describe());
      const named = namedPaths(book.model, after, change);
      const came = change.added.length + change.removed.length > 0;
      const isOurs = (path: string): boolean => {
        const cell = /^(\/[^/]+\/cells\/[A-Z]+\d+)/.exec(path)?.[1];
        if (cell !== undefined && named.has(cell)) return true;
        // Tables of our own records, and where we write down what is bound.
        if (/^\/(变更记录|合并记录)\//.test(path) || path.startsWith("/settings/")) return true;
        if (isOurRuleArea(path, now)) return true;
        // A table that grows or shrinks takes its rules along.
        return (
          came &&
          /^\/(客户|跟进记录)\/(tables\/\d+\/area|conditionalFormats|validations|rowHeights)/.test(
            path,
          )
        );
      };
      const gone = new Set(
        change.removed
          .filter(({ table }) => facts.tables[table] !== undefined)
          .flatMap(({ table }) => [facts.tables[table]?.sheet ?? ""]),
      );
      const touched = differingPaths(then, now).filter(
        (path) => !isOurs(path) && !isLastRow(path, gone, then, now),
      );
      expect(touched.map((path) => `${path}: ${then.get(path)} → ${now.get(path)}`)).toEqual([]);
    },
  );
});

/** How far one of our own highlight rules reaches, told by its mark: repairing lays it over the whole table. */
function isOurRuleArea(path: string, now: ReadonlyMap<string, string>): boolean {
  const rule = /^(.*\/conditionalFormats\/\d+)\/areas\//.exec(path)?.[1];
  return rule !== undefined && (now.get(`${rule}/rule/formula`) ?? "").includes("ks1");
}

/** The last row of a table from which the last row was removed. */
function isLastRow(
  path: string,
  sheets: ReadonlySet<string>,
  then: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): boolean {
  const [, sheet = "", row = ""] = /^\/([^/]+)\/cells\/[A-Z]+(\d+)/.exec(path) ?? [];
  const bottom = Number(then.get(`/${sheet}/tables/0/area/bottom`));
  const shrunk = bottom > Number(now.get(`/${sheet}/tables/0/area/bottom`)) || bottom === 1;
  return sheets.has(sheet) && shrunk && Number(row) === bottom + 1;
}
