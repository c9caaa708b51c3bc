import fc from "fast-check";
import { withDayOrder, withTurnSaid } from "../../../src/app/health/day-orders";
import { planFixes } from "../../../src/app/health/fix";
import type { HealthReport, TurnedDays } from "../../../src/app/health/report";
import { civil, type Day } from "../../../src/domain/day";
import { turned, type DayOrder } from "../../../src/domain/day-order";
import { dayCell } from "../../../src/tables/cells";
import type { Cell } from "../../../src/tables/change";
import { anyDay } from "../../domain/arbitraries";
import { seeded } from "../../tables/arbitraries";
import { customer, examined, issuesOf, on, ran } from "./examined";

/** Days that a program with another region turned around while it opened a file. */

const column = { table: "customers", column: "expectedClose" } as const;
const closing = (...cells: readonly Cell[]) =>
  examined({
    customers: cells.map((expectedClose, at) => customer(`C${at}`, { expectedClose })),
  });

const saying = (report: HealthReport, said: TurnedDays["said"]) =>
  ran(withTurnSaid(report, column, said));

/** Each kind's cells with what they could become. */
const told = (report: HealthReport) =>
  report.kinds.flatMap(({ code, issues }) =>
    issues.map(({ found, proposal }) => [code, found, proposal?.to, proposal?.sure]),
  );

/** 2026 as dd/mm/yyyy, opened where the month comes first. */
const mixed = [
  "13/05/2026",
  on("2026-03-05"),
  "28/02/2026",
  on("2026-12-01"),
  on("2026-04-04"),
  on("2026-07-08"),
] as const;

describe("days turned around by another region", () => {
  it("[R1] are told with the texts that show it, as guesses: nothing is chosen for anybody", () => {
    const report = closing(...mixed);
    expect(told(report)).toEqual([
      ["turned-day", "13/05/2026", on("2026-05-13"), false],
      ["turned-day", "28/02/2026", on("2026-02-28"), false],
      ["turned-day", on("2026-03-05"), on("2026-05-03"), false],
      ["turned-day", on("2026-12-01"), on("2026-01-12"), false],
      ["turned-day", on("2026-07-08"), on("2026-08-07"), false],
    ]);
    expect(report.dayColumns).toMatchObject([
      { column: "expectedClose", order: "day-first", by: "cells", turned: { said: null } },
    ]);
  });

  it("[R1] a person says once for the column whether they were turned, and can take it back", () => {
    const report = closing(...mixed);
    const yes = saying(report, "turned");
    expect(told(yes).map(([code, , , sure]) => [code, sure])).toEqual(
      told(report).map(([code]) => [code, true]),
    );
    const no = saying(yes, "right");
    expect(told(no)).toEqual([
      ["not-a-day", "13/05/2026", on("2026-05-13"), true],
      ["not-a-day", "28/02/2026", on("2026-02-28"), true],
    ]);
    expect(saying(no, null)).toEqual(report);
    // What is said about another column changes nothing here.
    const other = { table: "customers", column: "createdDay" } as const;
    expect(ran(withDayOrder(no, other, "day-first"))).toEqual(no);
  });

  it("[R1] keep their time of day, and their row must be its own", () => {
    const [first, , ...rest] = mixed;
    const report = examined({
      customers: [first, Number(on("2026-03-05")) + 0.25, ...rest].map((expectedClose, at) =>
        customer(at === 5 ? "C0" : `C${at}`, { expectedClose }),
      ),
    });
    const days = issuesOf(report).filter(
      ({ code, found }) => code === "turned-day" && typeof found === "number",
    );
    expect(days.map(({ id, proposal }) => [id, proposal?.to])).toEqual([
      ["C1", Number(on("2026-05-03")) + 0.25],
      ["C3", on("2026-01-12")],
      ["C0", undefined],
    ]);
  });

  it.each([
    ["a day later than the twelfth stands among them", [...mixed, on("2026-05-13")]],
    ["a text is left that could be read both ways", [...mixed, "3/5/2026"]],
    ["the texts contradict each other", [...mixed, "05/13/2026"]],
    ["there are too few to tell", mixed.slice(0, 4)],
    [
      "all of them are the first of a month",
      ["13/05/2026", ..."34567".split("").map((m) => on(`2026-0${m}-01`))],
    ],
    ["no text speaks of an order", mixed.filter((cell) => typeof cell === "number")],
  ] as const)("[R1] are not suspected where %s", (_, cells) => {
    const report = closing(...cells);
    expect(issuesOf(report).filter(({ code }) => code === "turned-day")).toEqual([]);
  });

  it("[R1] whatever days, opened under either region: mending gives back the days that were written", () => {
    const orders = fc.constantFrom<DayOrder>("month-first", "day-first");
    const days = fc.array(anyDay, { minLength: 1, maxLength: 40 });
    let suspected = 0;
    fc.assert(
      fc.property(days, orders, orders, (meant, writtenIn, region) => {
        const report = closing(...meant.map((day) => opened(day, writtenIn, region)));
        const found = report.dayColumns.some((each) => each.turned !== null);
        if (writtenIn === region) {
          expect(found).toBe(false);
          return;
        }
        if (!found) return;
        suspected += 1;
        const [change] = planFixes(issuesOf(saying(report, "turned")));
        const mended = new Map(
          change?.updated.map(({ id, cells }) => [id, cells["expectedClose"]?.to]),
        );
        meant.forEach((day, at) => {
          const cell = opened(day, writtenIn, region);
          expect(mended.get(`C${at}`) ?? cell).toBe(dayCell(day, 1900));
        });
      }),
      { ...seeded, numRuns: 300 },
    );
    expect(suspected).toBeGreaterThan(50);
  });
});

/** A day written in one order and typed into a program that reads the other: text where that makes no day. */
function opened(day: Day, writtenIn: DayOrder, region: DayOrder): Cell {
  const { year, month, day: dayOfMonth } = civil(day);
  if (writtenIn === region || month === dayOfMonth) return dayCell(day, 1900);
  const other = turned(day);
  if (other !== null) return dayCell(other, 1900);
  const parts = writtenIn === "month-first" ? [month, dayOfMonth] : [dayOfMonth, month];
  return [...parts, String(year).padStart(4, "0")].join("/");
}
