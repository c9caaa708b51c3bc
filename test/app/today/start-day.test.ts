import { planStartDay } from "../../../src/app/today/start-day";
import { addDays } from "../../../src/domain/day";
import { dayCell } from "../../../src/tables/cells";
import { reverse } from "../../../src/tables/change";
import { asOf } from "../arbitraries";

const facts = { dateSystem: 1900 as const };

function planFrom(daysAhead: number) {
  const stored = addDays(asOf, daysAhead);
  return planStartDay(asOf, { asOf: stored, asOfCell: dayCell(stored, 1900) }, facts);
}

describe("starting the day", () => {
  it("moves the as-of day of the sheet to today", () => {
    expect(planFrom(-1)?.updated).toEqual([
      { table: "settings", id: "asOf", cells: { amount: { from: 46082, to: 46083 } } },
    ]);
  });

  it("writes nothing when the day stands there already, or a colleague further east is a day ahead", () => {
    expect(planFrom(0)).toBeNull();
    expect(planFrom(1)).toBeNull();
  });

  it("mends a day that a wrong clock or a slip left further ahead, and one that cannot be read", () => {
    expect(planFrom(300)).not.toBeNull();
    expect(planStartDay(asOf, { asOf: null, asOfCell: "昨天" }, facts)?.updated[0]?.cells).toEqual({
      amount: { from: "昨天", to: 46083 },
    });
  });

  it("leaves a workbook alone whose as-of row was deleted", () => {
    expect(planStartDay(asOf, { asOf: null, asOfCell: undefined }, facts)).toBeNull();
  });

  it("can be taken back like every change", () => {
    const change = planFrom(-3);
    expect(change === null ? null : reverse(reverse(change))).toEqual(change);
  });
});
