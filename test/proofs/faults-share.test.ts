import { note } from "../../src/app/deeds/perform";
import { examine, repair } from "../../src/app/repair/repair";
import { planShare, share, type SharePlan } from "../../src/app/share/share";
import { err, ok } from "../../src/domain/result";
import type { ShareMode } from "../../src/tables/specs/shared-columns";
import {
  asOf,
  contents,
  customer,
  imageOf,
  must,
  openImage,
  openWith,
  tableOf,
  trace,
  type Book,
} from "../excel/book";
import { casesIn, openedOnce, proveUnderFaults, takeKindBack } from "./fault-cases";
import type { FaultCase, Run } from "./faults";

/**
 * Three customers, and a person's own formulas that call the functions: in a column of theirs beside the customers, in
 * one of ours, and on a sheet of their own.
 */
const ownBook = openedOnce(async () => {
  const book = await openWith([1, 2, 3].map((number) => customer(number)));
  await Excel.run(async (context) => {
    const { columns } = context.workbook.tables.getItem("CrmCustomers");
    const own = (row: number) => [`=IFERROR(CRM.CADENCE($K${row},crm_cadences),${row})`];
    columns.add(undefined, [["周期"], own(2), own(3), own(4)]);
    columns.getItem("等级").getDataBodyRange().getCell(2, 0).formulas = [
      ['=IFERROR(CRM.GRADE($H4,$I4,crm_as_of,crm_horizons),"?")'],
    ];
    const sheet = context.workbook.worksheets.add("我的 表");
    sheet.getRange("B2:B3").formulas = [
      ["=IFERROR(CRM.CADENCE(客户!$K$3,crm_cadences),7)"],
      ["=B2*2"],
    ];
    await context.sync();
  });
  // The audit table is there: that a first deed makes it is proven in `faults.test.ts`.
  must(await note(book.port, must(await book.port.describe()), { kind: "trim", about: "" }, trace));
  return book;
});

const inOwnBook = casesIn(ownBook);

/** The sheet of the native formulas shortened: what counts here is what is written, not what it answers. */
function shortened(plan: SharePlan): SharePlan {
  const { readings } = plan.work;
  if (readings === null) return plan;
  const short = {
    ...readings,
    columns: readings.columns.slice(0, 3),
    names: readings.names.filter(({ column, columns }) => column + columns <= 3),
  };
  return { ...plan, work: { ...plan.work, readings: short } };
}

/** What the button does. Pressed again after it was done although the answer was lost, there is nothing left to do. */
const switchTo =
  (to: ShareMode): Run =>
  async (book) => {
    const facts = await book.port.describe();
    if (!facts.ok) return facts;
    if (facts.value.mode === to) return ok(undefined);
    const plan = await planShare(book.port, facts.value, to);
    if (!plan.ok) return plan;
    const done = await share(book.port, facts.value, shortened(plan.value), to, trace);
    return done.ok && done.value.unrecorded !== null ? err(done.value.unrecorded) : done;
  };

/** A word and a formula typed over ours, a formula deleted, a list and the highlight lost. */
async function breakBook(): Promise<void> {
  await Excel.run(async (context) => {
    const customers = context.workbook.tables.getItem("CrmCustomers");
    const cell = (header: string, row: number) =>
      customers.columns.getItem(header).getDataBodyRange().getCell(row, 0);
    cell("等级", 0).values = [["甲"]];
    cell("状态", 1).formulas = [['=IF(1=1,"在谈","")']];
    cell("重要性", 1).values = [[""]];
    customers.columns.getItem("需求状况").getDataBodyRange().dataValidation.clear();
    customers.worksheet.getRange().conditionalFormats.clearAll();
    await context.sync();
  });
}

const repairAll: Run = async (book) => {
  const examined = await examine(book.port);
  if (!examined.ok) return examined;
  // Without the cell functions every formula of ours shows #NAME?, which is not what is mended here.
  const chosen = examined.value.findings.filter(
    ({ id }) => !id.endsWith(":stale") && id !== "formulas:grade:own",
  );
  if (chosen.length === 0) return ok(undefined);
  const done = await repair(book.port, examined.value, chosen, { about: "", trace, asOf });
  const [failed] = done.failed;
  if (failed !== undefined) return err(failed.failure);
  return done.unrecorded === null ? ok(done) : err(done.unrecorded);
};

const cases: readonly FaultCase[] = [
  inOwnBook("switching to values, people's own formulas as well", () => switchTo("values")),
  inOwnBook("switching to native formulas, people's own as values", () => switchTo("native")),
  inOwnBook("switching back, people's own formulas as well", async (book) => {
    must(await switchTo("values")(book));
    return switchTo("functions");
  }),
  inOwnBook("taking a switch to values back from the changes", async (book) => {
    must(await switchTo("values")(book));
    return (again) => takeKindBack(again, "share");
  }),
  inOwnBook("taking a switch to native formulas back from the changes", async (book) => {
    must(await switchTo("native")(book));
    return (again) => takeKindBack(again, "share");
  }),
  {
    inSteps: true,
    ...inOwnBook("repairing cells, lists and highlight", async () => {
      await breakBook();
      return repairAll;
    }),
  },
  {
    inSteps: true,
    ...inOwnBook("taking a repair back from the changes", async (book) => {
      await breakBook();
      must(await repairAll(book));
      return (again) => takeKindBack(again, "repair");
    }),
  },
];

describe("[P4] [P2] a fault at any request of share and repair, before, in the middle or after its effect", () => {
  proveUnderFaults(cases);
});

/** Whether a text is still somewhere in the workbook: in a cell, under it, or in what the add-in remembers. */
function holds({ model }: Book, text: string): boolean {
  return contents(model).replaceAll('\\"', '"').includes(text);
}

describe("[P4] a connection that is lost for good", () => {
  const lost = Array.from({ length: 60 }, (_, trip) => trip);

  /** Runs a use case once for each of its requests, from which on nothing comes through, and looks at what is left. */
  async function lostFrom(
    prepare: () => Promise<{ readonly book: Book; readonly run: Run }>,
    look: (book: Book) => readonly string[],
  ): Promise<{ readonly requests: number; readonly broken: readonly string[] }> {
    const { book: prepared, run } = await prepare();
    const image = imageOf(prepared.model);
    const clean = await openImage(image);
    await run(clean);
    const requests = clean.wire.trips.length;
    const broken: string[] = [];
    for (let trip = 0; trip < requests; trip += 1) {
      const book = await openImage(image);
      const [here, ...later] = lost.slice(trip);
      const whole = { trip: here ?? trip, actions: "all" } as const;
      book.wire.fail(whole, ...later.map((each) => ({ trip: each, actions: 0 })));
      await run(book);
      broken.push(...look(book).map((what) => `from request ${trip + 1} on: ${what}`));
    }
    return { requests, broken };
  }

  it("leaves what a repair writes over in its cell or in the audit table", async () => {
    const prepare = async () => {
      const book = await ownBook();
      await breakBook();
      return { book, run: repairAll };
    };
    const kept = ['"甲"', 'IF(1=1,"在谈","")'];
    const look = (book: Book) => kept.filter((text) => !holds(book, text));
    const { requests, broken } = await lostFrom(prepare, look);
    expect(broken).toEqual([]);
    expect(requests).toBeGreaterThan(20);
  });

  it("leaves formulas that cannot go back after a switch in the workbook's memory or in the audit table", async () => {
    const formula = "CRM.CADENCE(客户!$K$3,crm_cadences)";
    const prepare = async () => {
      const book = await ownBook();
      must(await switchTo("values")(book));
      const sheet = book.model.sheetByName("我的 表")!;
      book.host.editor.type(sheet.id, 1, 1, "改过");
      // The audit table tells of it, too: as if somebody had trimmed it.
      const audit = tableOf(book, "audit");
      const column = audit.table.columns.findIndex(({ name }) => name === "改前");
      for (let row = audit.table.area.top + 1; row <= audit.table.area.bottom; row += 1)
        audit.sheet.cells.setValue(row, audit.table.area.left + column, null);
      return { book, run: switchTo("functions") };
    };
    const look = (book: Book) => (holds(book, formula) ? [] : ["the formula is gone"]);
    const { requests, broken } = await lostFrom(prepare, look);
    expect(broken).toEqual([]);
    expect(requests).toBeGreaterThan(20);
  });
});
