import { note } from "../../src/app/deeds/perform";
import { findOldEntries, trimAudit } from "../../src/app/deeds/trim-audit";
import { mergeCustomers, openMerge } from "../../src/app/duplicates/merge-customers";
import { openMerges, planSplit, splitCustomers } from "../../src/app/duplicates/split-customers";
import { addField, adoptField, removeField } from "../../src/app/fields/fields";
import { checkHealth } from "../../src/app/health/check";
import { confirmCustomer, fixHealth } from "../../src/app/health/fix";
import { applyImport, dryRun } from "../../src/app/import/import";
import { rejectedSheet, saveRejected } from "../../src/app/import/save-rejected";
import { unwatched, type Watcher } from "../../src/app/slices";
import { addDays } from "../../src/domain/day";
import { ok } from "../../src/domain/result";
import { choicesFor, plannedFrom, sourceOf } from "../app/import/importing";
import { asOf, customer, must, newId, openWith, trace, type Book } from "../excel/book";
import { casesIn, proveUnderFaults, takeKindBack } from "./fault-cases";
import type { FaultCase, Run } from "./faults";

const [first, second, third, fourth] = [9001, 9002, 9003, 9004] as const;

/** Four customers, two of them with cells the health check can mend; the audit table is there already. */
const inOffice = casesIn(async () => {
  const book = await openWith([
    customer(first, { phone: "１３８１２３４５６７８" }),
    customer(second, { name: "　客户 ", expectedClose: "2026-03-20" }),
    customer(third),
    customer(fourth),
  ]);
  must(await note(book.port, must(await book.port.describe()), { kind: "trim", about: "" }, trace));
  return book;
});

/** Two customers change, two come, and one row is rejected. */
const list = [
  "客户编号\t客户名称\t需求状况\t预计成交日\t手机",
  `${customer(first).id}\t新名一\t潜在\t2026-09-01\t13900000001`,
  `${customer(second).id}\t新名二\t潜在\t2026-09-01\t=1+1`,
  "\t新来的\t目标\t2026-09-02\t+86 13900000003",
  "\t又来的\t目标\t2026-09-03\t13900000004",
  "\t\t也许\t某日\t",
].join("\n");

/** A dry run and the import it proposes; pressed again, both are done afresh. */
async function importing(book: Book, text: string, watch = () => unwatched): Promise<Run> {
  const source = await sourceOf(book, text);
  const choices = await choicesFor(book, source);
  return async ({ port }) => {
    const plan = await dryRun(port, source, choices, { asOf, newId }, unwatched);
    if (!plan.ok) return plan;
    const facts = await port.describe();
    if (!facts.ok) return facts;
    const about = { about: "名单.csv", trace };
    const done = await applyImport(port, facts.value, plan.value, about, watch());
    return !done.ok && done.error.code === "cancelled" ? ok(undefined) : done;
  };
}

/** Enough rows for several pieces of a deed. */
const longList = [
  list,
  ...Array.from({ length: 270 }, (_, at) => `\t第${at}家\t目标\t2026-09-03\t1390001${1000 + at}`),
].join("\n");

/** Someone who cancels when the first piece is written. */
function impatient(): Watcher {
  const stop = new AbortController();
  const onProgress = (share: number): void => {
    if (share >= 0.8) stop.abort();
  };
  return { ...unwatched, signal: stop.signal, onProgress };
}

const fixAll: Run = async ({ port }) => {
  const report = await checkHealth(port, asOf, unwatched);
  if (!report.ok) return report;
  const facts = await port.describe();
  if (!facts.ok) return facts;
  const issues = report.value.kinds
    .flatMap((kind) => kind.issues)
    .filter(({ proposal }) => proposal?.sure === true);
  return fixHealth(port, facts.value, issues, "全部", trace, unwatched);
};

async function mergeFirstTwo({ port }: Book): Promise<void> {
  const facts = must(await port.describe());
  const shown = must(await openMerge(port, facts, customer(first).id, customer(second).id));
  must(await mergeCustomers(port, facts, shown, {}, { asOf, trace }));
}

async function splitLatest({ port }: Book): Promise<void> {
  const facts = must(await port.describe());
  const [latest] = must(await openMerges(port, facts)).merges;
  if (latest === undefined) throw new Error("nothing was merged");
  must(await splitCustomers(port, facts, must(await planSplit(port, facts, latest)), trace));
}

/** A column of the person's own beside ours. */
async function addOwnColumn(): Promise<void> {
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("CrmCustomers");
    columns.add(undefined, [["我的列"], ["甲"], ["乙"], [""], [1]]);
    await context.sync();
  });
}

const adopt: Run = async ({ port }) => {
  const facts = await port.describe();
  if (!facts.ok) return facts;
  const field = { column: "own:我的列", kind: "text", choices: [] } as const;
  return adoptField(port, facts.value, field, trace);
};

const plate = { header: "车牌", kind: "text", choices: [] } as const;

const words = {
  sheet: "未导入",
  row: "行号",
  reason: "原因",
  and: "；",
  reasonOf: ({ code }: { readonly code: string }) => code,
};

const cases: readonly FaultCase[] = [
  inOffice("an import that changes and brings customers", (book) => importing(book, list)),
  inOffice("an import that is cancelled", (book) => importing(book, longList, impatient)),
  inOffice("taking an import back from the changes", async (book) => {
    must(await (await importing(book, list))(book));
    return (again) => takeKindBack(again, "import");
  }),
  inOffice("saving rejected rows to a sheet", async (book) => {
    const source = await sourceOf(book, list);
    const choices = await choicesFor(book, source);
    const plan = await plannedFrom(book, source);
    return async ({ port }) => {
      const facts = await port.describe();
      if (!facts.ok) return facts;
      const sheet = rejectedSheet(source, plan, choices, facts.value, asOf, words);
      return saveRejected(port, facts.value, sheet, trace);
    };
  }),
  inOffice("mending what the health check found, in bulk", () => fixAll),
  inOffice("taking the health check's fixes back from the changes", async (book) => {
    must(await fixAll(book));
    return (again) => takeKindBack(again, "health");
  }),
  inOffice(
    "confirming a customer for the first time, which adds the column",
    () => async (book) => {
      const id = customer(third).id;
      const wanted = { table: "customers", column: "id", value: id, limit: 1 } as const;
      const read = await book.port.readRows([wanted]);
      if (!read.ok) return read;
      const cell = read.value[0]?.[0]?.["confirmedDay"] ?? null;
      return confirmCustomer(book.port, { id, name: "客户", cell }, asOf, trace);
    },
  ),
  inOffice("trimming the audit table", async (book) => {
    must(await fixAll(book));
    return async ({ port }) => {
      const old = await findOldEntries(port, addDays(asOf, 1));
      if (!old.ok) return old;
      return old.value === null ? ok(undefined) : trimAudit(port, old.value, trace);
    };
  }),
  inOffice("taking a split back from the changes", async (book) => {
    await mergeFirstTwo(book);
    await splitLatest(book);
    return (again) => takeKindBack(again, "split");
  }),
  inOffice("taking a merge back from the changes", async (book) => {
    await mergeFirstTwo(book);
    return (again) => takeKindBack(again, "merge");
  }),
  inOffice("giving a column of one's own a kind", async () => {
    await addOwnColumn();
    return adopt;
  }),
  inOffice("taking the kind of an own column back", async (book) => {
    await addOwnColumn();
    must(await adopt(book));
    return (again) => takeKindBack(again, "field");
  }),
  inOffice("taking the removal of a field back", async (book) => {
    must(await addField(book.port, must(await book.port.describe()), plate, trace));
    const facts = must(await book.port.describe());
    must(await removeField(book.port, facts, "own:车牌", true, trace));
    return (again) => takeKindBack(again, "field");
  }),
];

describe("[P4] a fault at any request of import, health check, split, own fields and the audit table", () => {
  proveUnderFaults(cases);
});
