import fc from "fast-check";
import { withDayOrder } from "../../../src/app/health/day-orders";
import { planFixes } from "../../../src/app/health/fix";
import type { HealthReport } from "../../../src/app/health/report";
import { civil, isoDay, type Day } from "../../../src/domain/day";
import type { DayOrder } from "../../../src/domain/day-order";
import { anyDay } from "../../domain/arbitraries";
import { dayCell } from "../../../src/tables/cells";
import type { Cell } from "../../../src/tables/change";
import { seeded } from "../../tables/arbitraries";
import { customer, examined, issuesOf, on, ran } from "./examined";

/** Customers whose expected close days are these cells. */
const closing = (...cells: readonly Cell[]) =>
  examined({
    customers: cells.map((expectedClose, at) => customer(`C${at}`, { expectedClose })),
  });

/** Each cell with what it could become, and whether that is certain. */
const proposed = (report: HealthReport) =>
  issuesOf(report).map(({ found, proposal }) => [found, proposal?.to ?? null, proposal?.sure]);

const saying = (report: HealthReport, order: DayOrder | null) =>
  ran(withDayOrder(report, { table: "customers", column: "expectedClose" }, order));

function written(d: Day, order: DayOrder): string {
  const { year, month, day: dayOfMonth } = civil(d);
  return (order === "month-first" ? [month, dayOfMonth] : [dayOfMonth, month])
    .concat(year)
    .join("/");
}

describe("days with the year last, in the health check", () => {
  it("[R1] are read in the order that some days of their column prove", () => {
    const report = closing("3/5/2026", "10/20/2026", "4/4/2026", on("2026-05-01"), "待定");
    expect(proposed(report)).toEqual([
      ["3/5/2026", on("2026-03-05"), true],
      ["10/20/2026", on("2026-10-20"), true],
      ["4/4/2026", on("2026-04-04"), true],
      ["待定", null, undefined],
    ]);
    expect(report.dayColumns).toMatchObject([
      { column: "expectedClose", order: "month-first", by: "cells", evidence: { monthFirst: 1 } },
    ]);
    expect(report.kinds[0]).toMatchObject({ code: "not-a-day", sure: 3, guessed: 0 });
  });

  it("[R1] are guesses where one day alone speaks for the order of many", () => {
    const many = Array.from({ length: 20 }, () => "3/5/2026");
    const report = closing(...many, "20/3/2026");
    expect(report.dayColumns).toMatchObject([{ order: "day-first", by: "cells" }]);
    expect(report.kinds[0]).toMatchObject({ sure: 1, guessed: 20 });
  });

  it("[R1] wait for a person where nothing proves an order, or days contradict: asked once for the column", () => {
    const open = closing("3/5/2026", "4/6/2026");
    expect(open.dayColumns).toMatchObject([{ order: null, by: null, evidence: { either: 2 } }]);
    expect(proposed(open)).toEqual([
      ["3/5/2026", null, undefined],
      ["4/6/2026", null, undefined],
    ]);
    const said = saying(open, "day-first");
    expect(proposed(said)).toEqual([
      ["3/5/2026", on("2026-05-03"), true],
      ["4/6/2026", on("2026-06-04"), true],
    ]);
    expect(said.dayColumns).toMatchObject([{ order: "day-first", by: "person" }]);
    expect(proposed(saying(said, "month-first"))[0]).toEqual(["3/5/2026", on("2026-03-05"), true]);
    expect(saying(said, null)).toEqual(open);

    const torn = closing("10/20/2026", "20/10/2026", "3/5/2026");
    expect(proposed(torn)).toEqual([
      ["10/20/2026", on("2026-10-20"), true],
      ["20/10/2026", on("2026-10-20"), true],
      ["3/5/2026", null, undefined],
    ]);
    expect(proposed(saying(torn, "month-first"))[2]).toEqual(["3/5/2026", on("2026-03-05"), true]);
  });

  it("[R1] keep the time behind them, and stay as they are in rows without an id of their own", () => {
    const report = examined({
      customers: [
        customer("C1", { expectedClose: "10/20/2026 12:00" }),
        customer("C2", { expectedClose: "10/21/2026" }),
        customer("C2", { expectedClose: "10/22/2026" }),
      ],
    });
    const days = issuesOf(report).filter(({ code }) => code === "not-a-day");
    expect(days.map(({ proposal }) => proposal?.to)).toEqual([
      Number(on("2026-10-20")) + 0.5,
      undefined,
      undefined,
    ]);
  });

  it("[R1] a column has its own order: another one's proves nothing", () => {
    const report = examined({
      customers: [
        customer("C1", { expectedClose: "10/20/2026", createdDay: "3/5/2025" }),
        customer("C2", { expectedClose: "3/5/2026", createdDay: "20/3/2025" }),
      ],
    });
    expect(report.dayColumns.map(({ column, order }) => [column, order])).toEqual(
      expect.arrayContaining([
        ["expectedClose", "month-first"],
        ["createdDay", "day-first"],
      ]),
    );
  });

  it("[R1] whatever days, written in one order: none is ever proposed as another day", () => {
    const orders = fc.constantFrom<DayOrder>("month-first", "day-first");
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 12 }), orders, (days, order) => {
        const report = closing(...days.map((d) => written(d, order)));
        const plan = planFixes(issuesOf(saying(report, order)));
        const cells = plan.flatMap(({ updated }) => updated.map((row) => row.cells));
        expect(cells.map((cell) => cell["expectedClose"]?.to)).toEqual(
          days.map((d) => dayCell(d, 1900)),
        );
        for (const { found, proposal } of issuesOf(report)) {
          const meant = days.find((d) => written(d, order) === found);
          if (proposal !== null) expect(proposal.to).toBe(dayCell(meant!, 1900));
          expect(isoDay(meant!)).not.toBe(found);
        }
      }),
      { ...seeded, numRuns: 200 },
    );
  });
});
