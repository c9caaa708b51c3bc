import path from "node:path";
import { addCustomer, planNewCustomer } from "../../src/app/add-customer";
import { addField, createTable, removeField } from "../../src/app/fields/fields";
import { planTranslation, translate } from "../../src/app/fields/translate";
import { readDeeds } from "../../src/app/deeds/audit-log";
import { findNewcomers } from "../../src/app/identify-rows";
import { planTakeBack, takeBackPlanned } from "../../src/app/deeds/take-back";
import { emptyHistory, remember, takeBack } from "../../src/app/deeds/history";
import { identify, newcomers } from "../../src/app/identify-customers";
import { logFollowUp, planFollowUp } from "../../src/app/log-follow-up";
import {
  mergeCustomers,
  openMerge,
  type MergedCustomers,
} from "../../src/app/duplicates/merge-customers";
import { planUpgrade, upgrade } from "../../src/app/set-up/migrate";
import { openToday } from "../../src/app/today/open-today";
import type { Performed } from "../../src/app/deeds/perform";
import { planSetUp } from "../../src/app/set-up/plan-set-up";
import { guessedMapping } from "../../src/app/set-up/proposal";
import { highlightRules } from "../../src/tables/highlight";
import { proposeSetUp, readBody, setUp } from "../../src/app/set-up/set-up";
import { openMerges, planSplit, splitCustomers } from "../../src/app/duplicates/split-customers";
import { startDay } from "../../src/app/today/start-day";
import { addDays } from "../../src/domain/day";
import { err, ok, type Result } from "../../src/domain/result";
import {
  asOf,
  customer,
  fillSheet,
  must,
  newId,
  openBook,
  openFile,
  openWith,
  trace,
  type Book,
} from "../excel/book";
import { casesIn, proveUnderFaults, takeKindBack } from "./fault-cases";
import type { FaultCase, Run } from "./faults";

/**
 * A use case joins by `inOffice(name, book => async book => …)`: what happens in the workbook of four customers before the
 * outer function returns is not disturbed and happens once; the inner function is disturbed at every request, each time
 * in a workbook as the outer one left it, and is run again after a failure.
 */

interface Refused {
  readonly code: string;
}

const inOffice = casesIn(() =>
  openWith([1, 2, 3, 4].map((number) => customer(number, { phone: `1390000000${number}` }))),
);

const first = customer(1).id;
const second = customer(2).id;

async function log(book: Book): Promise<Result<Performed, Refused>> {
  const today = await openToday(book.port, asOf);
  if (!today.ok) return today;
  const said = { channel: "phone", said: "=1+1 谈了", day: asOf, demand: "latent" } as const;
  const planned = must(planFollowUp(today.value, first, said, newId));
  return logFollowUp(book.port, today.value.facts, planned, trace);
}

async function merge(book: Book): Promise<Result<MergedCustomers, Refused>> {
  const facts = await book.port.describe();
  if (!facts.ok) return facts;
  const shown = await openMerge(book.port, facts.value, first, second);
  if (!shown.ok) return shown;
  return mergeCustomers(book.port, facts.value, shown.value, {}, { asOf, trace });
}

async function split(book: Book) {
  const facts = await book.port.describe();
  if (!facts.ok) return facts;
  const past = await openMerges(book.port, facts.value);
  if (!past.ok) return past;
  const [latest] = past.value.merges;
  if (latest === undefined) return err({ code: "nothing-to-split" });
  const planned = await planSplit(book.port, facts.value, latest);
  if (!planned.ok) return planned;
  return splitCustomers(book.port, facts.value, planned.value, trace);
}

async function setUpAsProposed(book: Book): Promise<Result<unknown, Refused>> {
  const proposal = await proposeSetUp(book.port);
  if (!proposal.ok) return proposal;
  const rows = await readBody(book.port, proposal.value);
  if (!rows.ok) return rows;
  const mapping = proposal.value.kind === "adopt" ? guessedMapping(proposal.value) : {};
  const plan = planSetUp(proposal.value, mapping, {
    language: "zh",
    asOf,
    newId,
    rows: rows.value,
    trace,
  });
  return setUp(book.port, must(plan));
}

const plate = { header: "车牌", kind: "text", choices: [] } as const;

/** Two contacts typed into the sheet. */
async function typeContacts(book: Book): Promise<void> {
  must(await createTable(book.port, must(await book.port.describe()), "contacts", trace));
  const place = [...book.model.tables()].find(({ table }) => table.name === "CrmContacts");
  if (place === undefined) throw new Error("no contacts");
  const { sheet, table } = place;
  const at = table.columns.findIndex(({ name }) => name === "姓名");
  for (const row of [1, 2])
    book.host.editor.type(sheet.id, table.area.top + row, table.area.left + at, `联系人${row}`);
}

const cases: readonly FaultCase[] = [
  inOffice("logging a follow-up, the first deed of the workbook", () => log),
  inOffice("logging a follow-up", async (book) => {
    must(await log(book));
    return log;
  }),
  inOffice("adding a customer", async (book) => {
    must(await log(book));
    return async (book) => {
      const facts = await book.port.describe();
      if (!facts.ok) return facts;
      const entered = { name: "新客户", phone: "+86 138", creditCode: "", contact: "", owner: "" };
      const planned = must(planNewCustomer(facts.value, entered, asOf, newId));
      return addCustomer(book.port, facts.value, planned, trace);
    };
  }),
  inOffice("the first merge of the workbook", async (book) => {
    must(await log(book));
    return merge;
  }),
  inOffice("splitting", async (book) => {
    must(await log(book));
    must(await merge(book));
    must(await log(book));
    return split;
  }),
  inOffice("taking a follow-up back", async (book) => {
    const done = must(await log(book));
    return (book) => takeBack(book.port, remember(emptyHistory, done), trace);
  }),
  inOffice("taking one entry of the audit table back", async (book) => {
    must(await log(book));
    return async (book) => {
      const page = await readDeeds(book.port, null);
      if (!page.ok) return page;
      const deed = page.value.deeds.find((each) => each.deed.kind === "follow-up");
      const cells = deed?.entries.filter(({ what }) => what.kind === "cell") ?? [];
      const plan = await planTakeBack(book.port, cells.slice(0, 1));
      return plan.ok && plan.value.readyCount > 0
        ? takeBackPlanned(book.port, plan.value, trace)
        : plan;
    };
  }),
  inOffice("taking a merge back", async (book) => {
    const done = must(await merge(book));
    return (book) => takeBack(book.port, remember(emptyHistory, done.performed), trace);
  }),
  inOffice("identifying customers", (book) => {
    const place = [...book.model.tables()].find(({ table }) => table.name === "CrmCustomers");
    if (place === undefined) throw new Error("no customers");
    const { sheet, table } = place;
    const name = table.columns.findIndex((column) => column.name === "客户名称");
    for (const number of [1, 2])
      book.host.editor.type(
        sheet.id,
        table.area.bottom + 1,
        table.area.left + name,
        `手写${number}`,
      );
    return async (book) => {
      const today = await openToday(book.port, asOf);
      if (!today.ok) return today;
      const { facts } = today.value;
      return identify(book.port, facts, newcomers(today.value, newId, new Set()), trace);
    };
  }),
  inOffice("starting the day", async (book) => {
    must(await log(book));
    return (book) => startDay(book.port, addDays(asOf, 1), trace);
  }),
  inOffice("repairing the highlight", () => (book) => book.port.repairHighlight(highlightRules)),
  {
    name: "setting up a bare workbook",
    prepare: async () => {
      const book = await openBook();
      return { book, run: setUpOnce };
    },
  },
  {
    name: "adopting a sheet",
    prepare: async () => {
      const book = await openBook((model) =>
        fillSheet(model, [
          ["客户名称", "手机", "需求", "预计成交日期", "我的备用"],
          ["启明精密制造有限公司", "13912345678", "目标", "2026年3月20日", "甲"],
          ["海川物流集团", "13912345679", "潜在", null, "乙"],
        ]),
      );
      return { book, run: setUpOnce };
    },
  },
  inOffice("restoring a deleted table", (book) => {
    const log = book.model.sheetByName("跟进记录");
    if (log === undefined) throw new Error("no log");
    book.host.editor.deleteSheet(log.id);
    return setUpOnce;
  }),
  inOffice("adding a field", () => async (book) => {
    const facts = await book.port.describe();
    if (!facts.ok) return facts;
    const draft = { header: "合作方式", kind: "choice" as const, choices: ["直销", "代理"] };
    const added = await addField(book.port, facts.value, draft, trace);
    // Pressed again after all: the field is there.
    return !added.ok && added.error.code === "header-taken" ? ok(undefined) : added;
  }),
  inOffice("creating a further table", () => async (book) => {
    const facts = await book.port.describe();
    if (!facts.ok) return facts;
    if (facts.value.tables.receipts !== undefined) return ok(undefined);
    return createTable(book.port, facts.value, "receipts", trace);
  }),
  inOffice("taking a blank field away", async (book) => {
    must(await addField(book.port, must(await book.port.describe()), plate, trace));
    return async (book) => {
      const facts = await book.port.describe();
      if (!facts.ok) return facts;
      if (facts.value.fields.length === 0) return ok(undefined);
      return removeField(book.port, facts.value, "own:车牌", true, trace);
    };
  }),
  inOffice("taking the addition of a field back", async (book) => {
    must(await addField(book.port, must(await book.port.describe()), plate, trace));
    return (book) => takeKindBack(book, "field");
  }),
  inOffice("translating", async (book) => {
    must(await log(book));
    return async (book) => {
      const planned = await planTranslation(book.port);
      if (!planned.ok) return planned;
      return planned.value.to === "zh" ? ok(undefined) : translate(book.port, planned.value, trace);
    };
  }),
  inOffice("taking a translation back", async (book) => {
    must(await translate(book.port, must(await planTranslation(book.port)), trace));
    // One table says what all do, in a tenth of the time.
    return (book) =>
      takeKindBack(
        book,
        "field",
        ({ what }) => "table" in what && what.table === "customers" && what.kind !== "language",
      );
  }),
  inOffice("giving ids to rows of other tables", async (book) => {
    await typeContacts(book);
    return async (book) => {
      const facts = await book.port.describe();
      if (!facts.ok) return facts;
      const found = await findNewcomers(book.port, facts.value, newId, new Set());
      if (!found.ok) return found;
      return identify(book.port, facts.value, found.value, trace);
    };
  }),
  inOffice("taking ids back", async (book) => {
    await typeContacts(book);
    const facts = must(await book.port.describe());
    const found = must(await findNewcomers(book.port, facts, newId, new Set()));
    must(await identify(book.port, facts, found, trace));
    return (book) => takeKindBack(book, "identify");
  }),
  {
    name: "upgrading a workbook of the first layout",
    prepare: async () => {
      const folder = path.resolve(__dirname, "../workbooks/schema-1");
      const book = await openFile(path.join(folder, "adopted-zh.xlsx"));
      const run: Run = async (book) => {
        const planned = await planUpgrade(book.port, asOf);
        if (!planned.ok) return planned.error.code === "already-upgraded" ? ok(undefined) : planned;
        return upgrade(book.port, planned.value, trace);
      };
      return { book, run };
    },
  },
];

/** Pressed again after it was done although the answer was lost, set-up says that there is nothing more to do. */
async function setUpOnce(book: Book): Promise<Result<unknown, Refused>> {
  const done = await setUpAsProposed(book);
  return !done.ok && done.error.code === "already-set-up" ? ok(undefined) : done;
}

describe("[P4] a fault at any request, before, in the middle or after its effect", () => {
  proveUnderFaults(cases);
});
