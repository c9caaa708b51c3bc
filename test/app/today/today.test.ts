import fc from "fast-check";
import type { Today } from "../../../src/app/today/today";
import { day } from "../../../src/domain/day";
import { sampleCustomers } from "../../tables/sample";
import type { Row } from "../../../src/tables/change";
import { anyCustomers, asOf } from "../arbitraries";
import { chinese, factsOf, todayOf } from "../sheets";
import { seeded } from "../../tables/arbitraries";

/** Every list with the ids in it. */
function listed({
  overdue,
  dueToday,
  soon,
  ungraded,
}: Today): Readonly<Record<string, readonly string[]>> {
  const ids = (list: Today["overdue"]) => [...list].map(({ id }) => id);
  return {
    overdue: ids(overdue),
    dueToday: ids(dueToday),
    soon: ids(soon),
    ungraded: ids(ungraded),
  };
}

function customer(id: string, cells: Row): Row {
  return { id, name: `客户${id}`, ...cells };
}

function one(cells: Row, settings: Row = {}) {
  const today = todayOf(asOf, [customer("C1", cells)], chinese, settings);
  const view = today.customers.get("C1");
  if (view === undefined) throw new Error("the customer is not listed");
  return { today, view };
}

describe("Today", () => {
  it("[F5] lists the longest overdue first, then grade, then name", () => {
    const today = todayOf(
      asOf,
      [
        customer("C1", { demand: "潜在", agreedDay: "2026-02-27" }),
        customer("C2", { demand: "目标", expectedClose: "2026-03-20", agreedDay: "2026-02-27" }),
        customer("C3", { demand: "潜在", agreedDay: "2026-02-20" }),
        customer("C4", { name: "A", demand: "潜在", agreedDay: "2026-02-27" }),
        customer("C5", { demand: "潜在", agreedDay: "2026-03-02" }),
        customer("C6", { demand: "潜在", agreedDay: "2026-03-05" }),
        customer("C7", { demand: "潜在", agreedDay: "2026-03-06" }),
      ],
      chinese,
    );
    expect(listed(today)).toEqual({
      overdue: ["C3", "C2", "C4", "C1"],
      dueToday: ["C5"],
      soon: ["C6"],
      ungraded: [],
    });
    expect(today.later.length).toBe(1);
    expect(today.overdue.at(0)?.state).toEqual({ kind: "overdue", days: 10, step: 2 });
  });

  it("[G5] lists customers without a grade apart, with the reason, and drops nobody", () => {
    const { today, view } = one({ demand: "目标", lastFollowUp: "2026-02-01" });
    expect(listed(today)["ungraded"]).toEqual(["C1"]);
    expect(view.why).toMatchObject({ basis: "ungraded", ungradedBecause: "close-day-missing" });
    expect(today.issues.map(({ code, column }) => [code, column])).toContainEqual([
      "close-day-missing",
      "expectedClose",
    ]);
  });

  it("[G6] keeps grade A past the expected close day and asks for a new estimate", () => {
    const { view } = one({
      demand: "目标",
      expectedClose: "2026-02-10",
      lastFollowUp: "2026-03-01",
    });
    expect(view).toMatchObject({ grade: "A", why: { reestimate: true } });
  });

  it("[F2] dates a customer never followed up from the day of creation", () => {
    const { view } = one({ demand: "潜在", createdDay: "2026-02-26" });
    expect(view).toMatchObject({ next: day("2026-02-26"), why: { basis: "created" } });
  });

  it("[F4] says that an agreed day decides", () => {
    const { view } = one({ demand: "潜在", lastFollowUp: "2026-03-01", agreedDay: "2026-03-04" });
    expect(view).toMatchObject({ next: day("2026-03-04"), why: { basis: "agreed" } });
  });

  it("[F1] says which cadence counts from when", () => {
    const { view } = one({ demand: "潜在", lastFollowUp: "2026-02-20" });
    expect(view.why).toMatchObject({
      basis: "cadence",
      cadence: { amount: 30, unit: "day" },
      since: day("2026-02-20"),
    });
  });

  it("[F3] rolls to a working day when switched on", () => {
    const { view } = one({ demand: "潜在", lastFollowUp: "2026-09-01" }, { workdayRoll: "开" });
    expect(view.next).toBe(day("2026-10-08"));
  });

  it("[F3] says which year's holidays are missing instead of treating it as free of them", () => {
    const { today, view } = one(
      { demand: "死亡", lastFollowUp: "2026-05-04" },
      { workdayRoll: "on" },
    );
    expect(view).toMatchObject({ next: day("2027-05-04"), why: { calendarMissing: 2027 } });
    expect(today.issues).toContainEqual(
      expect.objectContaining({ code: "calendar-unknown", table: "holidays", found: 2027 }),
    );
  });

  it("lists a row without an id beside a customer whose id reads like that row's number", () => {
    const nameless = { name: "无编号" };
    for (const rows of [
      [customer("#2", {}), nameless],
      [nameless, customer("#1", {})],
    ]) {
      const { customers } = todayOf(asOf, rows, chinese);
      const [one, other] = [...customers.values()];
      expect(one?.id).toBe(other?.id);
      const row = rows.findIndex((each) => each !== nameless);
      expect(customers.get(one?.id ?? "")).toMatchObject({ row, identified: true });
    }
  });

  it("lists rows whose id is missing or doubled, marked as not to be logged on", () => {
    const rows = [
      customer("C1", { demand: "潜在", agreedDay: 46083 }),
      customer("C1", { demand: "潜在", agreedDay: 46083 }),
      { name: "无编号", demand: "潜在", agreedDay: 46083 },
    ];
    const today = todayOf(asOf, rows, chinese);
    expect([...today.customers.values()].map(({ id, identified }) => [id, identified])).toEqual([
      ["C1", true],
      ["#2", false],
      ["#3", false],
    ]);
    expect(today.issues.map(({ code, row }) => [code, row])).toEqual([
      ["id-duplicate", 1],
      ["id-missing", 2],
    ]);
  });

  it("[F6] tells a last follow-up that lies ahead, since no logged follow-up would move it", () => {
    const { today } = one({ demand: "潜在", lastFollowUp: 46084 });
    expect(today.issues).toContainEqual(
      expect.objectContaining({ code: "day-in-the-future", column: "lastFollowUp", found: 46084 }),
    );
  });

  it("skips totally blank rows, such as the one an empty table has", () => {
    const today = todayOf(
      asOf,
      [{ id: null, name: null }, customer("C1", {}), { id: "", name: " " }],
      chinese,
    );
    expect([...today.customers.keys()]).toEqual(["C1"]);
    expect(today.customers.get("C1")?.row).toBe(1);
  });

  it("says that a column is gone and goes on without it", () => {
    const facts = factsOf(chinese);
    const { agreedDay: _gone, ...columns } = facts.tables.customers?.columns ?? {};
    const customers = { ...facts.tables.customers, columns } as NonNullable<
      typeof facts.tables.customers
    >;
    const today = todayOf(
      asOf,
      [customer("C1", { demand: "潜在" })],
      chinese,
      {},
      {
        ...facts,
        tables: { ...facts.tables, customers },
      },
    );
    expect(today.issues).toContainEqual(
      expect.objectContaining({ code: "column-missing", column: "agreedDay", header: "约定日期" }),
    );
  });

  it("is the same in both date systems and languages", () => {
    const lists = ([1900, 1904] as const).flatMap((dateSystem) =>
      (["zh", "en"] as const).map((language) => {
        const style = { dateSystem, language };
        const customers = sampleCustomers(asOf, style).map((row) => ({
          ...row,
          name: row["id"] ?? null,
        }));
        return listed(todayOf(asOf, customers, style));
      }),
    );
    for (const other of lists) expect(other).toEqual(lists[0]);
    expect(lists[0]?.["overdue"]?.length).toBeGreaterThan(10);
    expect(lists[0]?.["ungraded"]?.length).toBe(2);
  });

  it("has an order that is total and stable, and every customer in exactly one place", () => {
    fc.assert(
      fc.property(anyCustomers(chinese), fc.infiniteStream(fc.nat()), (rows, random) => {
        const today = todayOf(asOf, rows, chinese);
        const views = [...today.overdue, ...today.dueToday, ...today.soon, ...today.ungraded];
        expect(new Set(views).size + today.later.length).toBe(today.customers.size);
        const inOrder = (a: number, b: number) => today.customers.byDueDay(a, b);
        for (const { places } of [today.overdue, today.dueToday, today.soon, today.ungraded]) {
          places.forEach((place, at) => {
            const next = places[at + 1];
            if (next !== undefined) expect(inOrder(place, next)).toBeLessThan(0);
          });
          const shuffled = places
            .map((place) => ({ place, key: random.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ place }) => place);
          expect(shuffled.sort(inOrder)).toEqual(places);
        }
      }),
      { ...seeded, numRuns: 100 },
    );
  });
});
