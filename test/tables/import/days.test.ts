import fc from "fast-check";
import { atOnce } from "../../../src/app/slices";
import { civil, day, type Day } from "../../../src/domain/day";
import { turned, type DayOrder } from "../../../src/domain/day-order";
import { dayCell } from "../../../src/tables/cells";
import type { Cell } from "../../../src/tables/change";
import { isOrderOpen } from "../../../src/tables/import/days";
import type { ImportChoices, ImportPlan } from "../../../src/tables/import/plan";
import { planImport } from "../../../src/tables/import/planner";
import { importTargets } from "../../../src/tables/import/target";
import { proposalFor } from "../../../src/tables/remedies";
import { customersTable } from "../../../src/tables/specs/customers";
import { anyDay } from "../../domain/arbitraries";
import { seeded } from "../arbitraries";

/** How an import reads days: as the health check does, column by column. */

const closing = customersTable.columns.find(({ id }) => id === "expectedClose")!;

function planned(cells: readonly Cell[], choices: Partial<ImportChoices> = {}): ImportPlan {
  const rows = cells.map((cell, at) => [`公司${at}`, cell]);
  let ids = 0;
  return atOnce(
    planImport(
      rows,
      { rowCount: 0, columns: { id: [], name: [], region: [], expectedClose: [] } },
      {
        mapping: { name: 0, expectedClose: 1 },
        key: "nameRegion",
        unreadable: "leave-out",
        dayOrder: null,
        days: {},
        unknownCustomers: "reject",
        corrections: new Map(),
        ...choices,
      },
      {
        target: importTargets.customers,
        columns: customersTable.columns,
        customers: null,
        style: { dateSystem: 1900, language: "zh" },
        units: {},
        asOf: day("2026-03-02"),
        newId: (prefix) => `${prefix}${(ids += 1)}`,
      },
    ),
  );
}

const daysOf = ({ added }: ImportPlan) => added.map(({ cells }) => cells["expectedClose"] ?? null);
const on = (text: string): Cell => dayCell(day(text), 1900);
const saying = (said: "turned" | "right"): Partial<ImportChoices> => ({
  days: { expectedClose: { order: null, turned: said } },
});

/** 2026 as dd/mm/yyyy, opened where the month comes first and saved again as text. */
const mixed = [
  "13/05/2026",
  "2026/3/5",
  "28/02/2026",
  "2026-12-01",
  "2026-04-04",
  on("2026-07-08"),
];

describe("days of an import", () => {
  it("[R1] that look turned around are told with what they were meant to be; nothing is done unasked", () => {
    const plan = planned(mixed);
    expect(plan.days).toEqual([
      {
        column: "expectedClose",
        evidence: {
          monthFirst: 0,
          dayFirst: 2,
          either: 0,
          examples: { "day-first": "13/05/2026" },
        },
        order: "day-first",
        turned: {
          count: 3,
          example: { from: day("2026-03-05"), to: day("2026-05-03") },
          said: null,
        },
      },
    ]);
    expect(plan.days.some(isOrderOpen)).toBe(false);
    expect(daysOf(plan)).toEqual(
      ["2026-05-13", "2026-03-05", "2026-02-28", "2026-12-01", "2026-04-04", "2026-07-08"].map(on),
    );
    expect(daysOf(planned(mixed, saying("right")))).toEqual(daysOf(plan));
    expect(daysOf(planned(mixed, saying("turned")))).toEqual(
      ["2026-05-13", "2026-05-03", "2026-02-28", "2026-01-12", "2026-04-04", "2026-08-07"].map(on),
    );
  });

  it("[R1] that a person mended are meant as they are, and tell nothing about the others", () => {
    const corrections = new Map([[1, new Map([[1, "2026-03-05"]])]]);
    const cells = [...mixed, on("2026-09-10")];
    const plan = planned(cells, { ...saying("turned"), corrections });
    expect(plan.days[0]?.turned?.count).toBe(3);
    expect(daysOf(plan)[1]).toBe(on("2026-03-05"));
    expect(daysOf(plan)[3]).toBe(on("2026-01-12"));
  });

  it("[R1] of a column are read in its own order, whatever another column is written in", () => {
    const said = (order: DayOrder) => ({ days: { expectedClose: { order, turned: null } } });
    const cells = ["3/1/2017", "4/2/2017"];
    expect(planned(cells).days.some(isOrderOpen)).toBe(true);
    expect(planned(cells).leftOut).toHaveLength(2);
    expect(daysOf(planned(cells, said("month-first")))).toEqual(
      ["2017-03-01", "2017-04-02"].map(on),
    );
    const other = planned(cells, { dayOrder: "month-first", ...said("day-first") });
    expect(daysOf(other)).toEqual(["2017-01-03", "2017-02-04"].map(on));
    expect(other.days.some(isOrderOpen)).toBe(false);
    // Where its own days contradict the order it is read in, it is asked for.
    const torn = planned(["13/05/2026", "05/13/2026"], { dayOrder: "month-first" });
    expect(torn.days.some(isOrderOpen)).toBe(true);
  });

  it("[R1] whatever days, opened under either region: said to be turned, they come in as they were written", () => {
    const orders = fc.constantFrom<DayOrder>("month-first", "day-first");
    const days = fc.array(anyDay, { minLength: 1, maxLength: 40 });
    let suspected = 0;
    fc.assert(
      fc.property(days, orders, orders, (meant, writtenIn, region) => {
        const cells = meant.map((each) => opened(each, writtenIn, region));
        const plan = planned(cells);
        const isSuspected = plan.days.some((each) => each.turned !== null);
        if (writtenIn === region) expect(isSuspected).toBe(false);
        if (!isSuspected) return;
        suspected += 1;
        expect(daysOf(planned(cells, saying("turned")))).toEqual(
          meant.map((each) => dayCell(each, 1900)),
        );
      }),
      { ...seeded, numRuns: 300 },
    );
    expect(suspected).toBeGreaterThan(50);
  });

  it("[R1] are read where the health check would mend them without asking, and there as that day", () => {
    const sign = fc.constantFrom("-", "/", ".", " ", "", "年");
    const around = fc.constantFrom("", " ", "\u3000", "\u200B", "'");
    let read = 0;
    fc.assert(
      fc.property(anyDay, sign, around, fc.boolean(), (meant, between, odd, isPadded) => {
        const { year, month, day: dayOfMonth } = civil(meant);
        const pad = (part: number) =>
          isPadded || between === "" ? String(part).padStart(2, "0") : String(part);
        const [first, second] = between === "年" ? ["年", "月"] : [between, between];
        const text = `${odd}${String(year).padStart(4, "0")}${first}${pad(month)}${second}${pad(dayOfMonth)}`;
        const remedy = proposalFor(closing, text, { dateSystem: 1900, language: "zh" });
        const [came = null] = daysOf(planned([text]));
        if (remedy?.kind === "day") {
          read += 1;
          expect(came).toBe(remedy.to);
        }
        if (came !== null) expect(came).toBe(dayCell(meant, 1900));
      }),
      { ...seeded, numRuns: 300 },
    );
    expect(read).toBeGreaterThan(150);
  });
});

/** A day written in one order and typed into a program that reads the other: text where that makes no day. */
function opened(meant: Day, writtenIn: DayOrder, region: DayOrder): Cell {
  const { year, month, day: dayOfMonth } = civil(meant);
  if (writtenIn === region || month === dayOfMonth) return dayCell(meant, 1900);
  const other = turned(meant);
  if (other !== null) return dayCell(other, 1900);
  const parts = writtenIn === "month-first" ? [month, dayOfMonth] : [dayOfMonth, month];
  return [...parts, String(year).padStart(4, "0")].join("/");
}
