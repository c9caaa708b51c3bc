import { planShare, type SharePlan } from "../../../src/app/share/share";
import type { ShareMode } from "../../../src/tables/specs/shared-columns";
import {
  addCustomers,
  contents,
  customer,
  must,
  mustFail,
  openWith,
  tableOf,
  type Book,
} from "../../excel/book";
import { shortened } from "../../proofs/own-book";

async function planned(book: Book, to: ShareMode): Promise<SharePlan> {
  return shortened(must(await planShare(book.port, must(await book.port.describe()), to)));
}

async function bookIn(mode: ShareMode): Promise<Book> {
  const book = await openWith([customer(1), customer(2), customer(3)]);
  if (mode !== "functions") must(await switched(book, await planned(book, mode)));
  return book;
}

/** All a person can see, without what is only calculated. */
function seen(book: Book): string {
  return contents(book.model)
    .split("\n# ")
    .filter((sheet) => !/^(?:原生公式|计算结果存照)/u.test(sheet))
    .join("\n# ");
}

const switched = (book: Book, plan: SharePlan) => book.port.switchFormulas(plan.work);

const lasting = Array.from({ length: 60 }, (_, trip) => trip);

/** A single fault at each request is proven in `proofs/faults-share.test.ts`; here nothing comes through any more. */
describe("a switch of the calculated columns whose connection is lost", () => {
  it.each([
    ["functions", "native"],
    ["native", "functions"],
    ["functions", "values"],
    ["values", "functions"],
  ] as const)(
    "[P2] %s → %s is whole, or not at all, or said to be half done, and a rerun completes it",
    async (from, to) => {
      const whole = await bookIn(from);
      const before = seen(whole);
      const plan = await planned(whole, to);
      whole.wire.reset();
      must(await switched(whole, plan));
      const trips = whole.wire.trips.map(({ actions }) => actions);
      const after = seen(whole);
      expect(trips.length).toBeLessThanOrEqual(10);

      for (const [trip, actions] of trips.entries()) {
        // Nothing comes through any more from somewhere on.
        const lost = await bookIn(from);
        const work = await planned(lost, to);
        lost.wire.fail(
          { trip, actions: Math.ceil(actions / 2) },
          ...lasting.slice(trip + 1).map((later) => ({ trip: later, actions: 0 })),
        );
        const gone = await switched(lost, work);
        lost.wire.reset();
        const { mode } = must(await lost.port.describe());
        if (gone.ok) expect({ trip, cells: seen(lost) }).toEqual({ trip, cells: after });
        else if (gone.error.code !== "half-written")
          expect({ trip, mode, cells: seen(lost) }).toEqual({ trip, mode: from, cells: before });
        must(await switched(lost, await planned(lost, to)));
        expect({ trip, cells: seen(lost) }).toEqual({ trip, cells: after });
        if (to === "functions") continue;
        must(await switched(lost, await planned(lost, "functions")));
        expect(contents(lost.model)).toBe(contents((await bookIn("functions")).model));
      }
    },
  );

  it("[P2] refuses a filtered table, a protected sheet and rows that came meanwhile", async () => {
    const book = await bookIn("functions");
    const plan = await planned(book, "native");
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("CrmCustomers");
      table.columns.getItem("客户名称").filter.applyValuesFilter(["客户1"]);
      await context.sync();
    });
    const filtered = { code: "filtered", table: "customers" };
    expect(mustFail(await book.port.switchFormulas(plan.work))).toEqual(filtered);
    // Known before anything is read or chosen.
    expect(mustFail(await book.port.canSwitch("customers"))).toEqual(filtered);
    const facts = must(await book.port.describe());
    expect(mustFail(await planShare(book.port, facts, "values"))).toEqual(filtered);
    await Excel.run(async (context) => {
      context.workbook.tables.getItem("CrmCustomers").clearFilters();
      await context.sync();
    });
    must(await book.port.canSwitch("customers"));
    await addCustomers(book, [customer(4)]);
    expect(mustFail(await book.port.switchFormulas(plan.work)).code).toBe("changed-meanwhile");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("客户").protection.protect();
      await context.sync();
    });
    expect(mustFail(await book.port.switchFormulas(plan.work))).toEqual({
      code: "protected",
      sheet: "客户",
    });
  });
});

describe("a share copy while a colleague works in the same file", () => {
  it("[P2] refuses to switch when a row comes between looking and switching, and loses nothing", async () => {
    const book = await bookIn("functions");
    const plan = await planned(book, "native");
    const { sheet, table } = tableOf(book, "customers");
    book.host.editor.type(sheet.id, table.area.bottom + 1, table.area.left + 1, "新来的");
    const before = seen(book);
    expect(mustFail(await switched(book, plan)).code).toBe("changed-meanwhile");
    expect(seen(book)).toBe(before);
    must(await switched(book, await planned(book, "native")));
    expect(seen(book)).not.toContain("=CRM.GRADE(");
    must(await switched(book, await planned(book, "functions")));
    expect(seen(book)).toContain("=CRM.GRADE($H5,$I5,crm_as_of,crm_horizons)");
  });

  it("[P2] recognises formulas that other programs have kept in their own way", async () => {
    const book = await bookIn("native");
    const { sheet, table } = tableOf(book, "customers");
    const at = table.area.left + table.columns.findIndex(({ name }) => name === "等级");
    const text = (row: number) => sheet.cells.formula(row, at)?.text ?? "";
    sheet.cells.setFormula(1, at, { text: text(1).replaceAll("crm_twin_", "[1]!crm_twin_") });
    sheet.cells.setFormula(2, at, {
      text: text(2).replaceAll("crm_twin_", "'C:\\客户\\[客户 簿.xlsx]设置'!crm_twin_"),
    });
    sheet.cells.setFormula(3, at, { text: text(3).replaceAll(",", ", ") });
    const back = await planned(book, "functions");
    expect(back.kept).toEqual([]);
    must(await switched(book, back));
    expect(text(2)).toBe("=CRM.GRADE($H3,$I3,crm_as_of,crm_horizons)");
  });
});
