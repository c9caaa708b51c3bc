import { planFollowUp } from "../../src/app/log-follow-up";
import type { Row } from "../../src/tables/change";
import { blankDraft, inputOf, type FollowUpDraft } from "../../src/taskpane/log/draft";
import { besides, cellsSeen, decided, disputesOf, isRuled } from "../../src/taskpane/log/disputes";
import { todayOf } from "../app/sheets";
import { asOf, customer, style } from "./samples";

const blank = blankDraft(asOf, "phone");
const newId = (prefix: string) => `${prefix}0000000001`;

function todayWith(row: Row) {
  const today = todayOf(asOf, [row], style);
  const [of] = today.customers.values();
  if (of === undefined) throw new Error("no customer");
  return { today, of };
}

function planned({ today, of }: ReturnType<typeof todayWith>, draft: FollowUpDraft) {
  const plan = planFollowUp(today, of.id, inputOf(draft, of, asOf), newId);
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

describe("what moved under the follow-up form", () => {
  const before = todayWith(customer(1, { demand: "目标", close: 10 }));
  const draft: FollowUpDraft = { ...blank, said: "谈妥", demand: "none" };
  const seen = cellsSeen(before.of);

  it("is nothing while the sheet holds what the person saw", () => {
    expect(disputesOf(planned(before, draft), seen)).toEqual([]);
    expect(disputesOf(planned(before, draft), undefined)).toEqual([]);
    expect(disputesOf(null, seen)).toEqual([]);
  });

  it("is a cell the person would write over without having seen it", () => {
    const after = todayWith(customer(1, { demand: "潜在", close: 10 }));
    expect(disputesOf(planned(after, draft), seen)).toEqual([
      { table: "customers", id: after.of.id, column: "demand", expected: "目标", found: "潜在" },
    ]);
  });

  it("is nothing where a colleague changed what this follow-up leaves alone", () => {
    const after = todayWith(customer(1, { demand: "目标", close: 99 }));
    expect(disputesOf(planned(after, draft), seen)).toEqual([]);
  });

  it("[F6] another follow-up logged meanwhile is told; the later day counts by itself", () => {
    const after = todayWith(customer(1, { demand: "目标", close: 10, last: -0.5 }));
    const [dispute] = disputesOf(planned(after, draft), seen);
    expect(dispute?.column).toBe("lastFollowUp");
    expect(isRuled({ column: "lastFollowUp" })).toBe(true);
    expect(isRuled({ column: "demand" })).toBe(false);
  });

  it("taking theirs shows and keeps the sheet's value; using mine writes over what was found", () => {
    const after = todayWith(customer(1, { demand: "潜在", close: 99 }));
    const mine: FollowUpDraft = { ...draft, expectedClose: "2027-01-01", seen };
    const columns = disputesOf(planned(after, mine), seen).map(({ column }) => column);
    expect(columns).toEqual(["demand", "expectedClose"]);
    const next = decided(mine, after.of, [
      { column: "demand", side: "theirs" },
      { column: "expectedClose", side: "mine" },
    ]);
    expect(next).toMatchObject({ said: "谈妥", expectedClose: "2027-01-01" });
    expect(next).not.toHaveProperty("demand");
    const plan = planned(after, next);
    expect(disputesOf(plan, next.seen)).toEqual([]);
    expect(plan.change.updated[0]?.cells).not.toHaveProperty("demand");
    expect(plan.change.updated[0]?.cells["expectedClose"]?.from).toBe(
      after.of.cells["expectedClose"],
    );
  });

  it("[F4] a day a colleague agreed meanwhile is not cleared in silence, and can be kept", () => {
    const after = todayWith({ ...customer(1), agreedDay: 46_400 });
    const from: FollowUpDraft = { ...blank, said: "谈妥", seen };
    expect(disputesOf(planned(after, from), seen)).toEqual([
      { table: "customers", id: after.of.id, column: "agreedDay", expected: null, found: 46_400 },
    ]);
    const next = decided(from, after.of, [{ column: "agreedDay", side: "theirs" }]);
    expect(planned(after, next).change.updated[0]?.cells).not.toHaveProperty("agreedDay");
  });

  it("a formula of the person's own stays, and the rest is written", () => {
    const plan = planned(before, draft);
    const formula = {
      table: "customers",
      id: before.of.id,
      column: "lastFollowUp",
      expected: null,
      found: "=MAX(1)",
      formula: true,
    } as const;
    const cells = besides(plan, [formula]).change.updated[0]?.cells;
    expect(Object.keys(cells ?? {})).toEqual(["demand"]);
  });
});
