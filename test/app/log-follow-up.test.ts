import fc from "fast-check";
import { afterChange } from "../../src/app/today/after-change";
import { longestCell, planFollowUp, type FollowUpInput } from "../../src/app/log-follow-up";
import { day } from "../../src/domain/day";
import { applyChange, reverse, type Row } from "../../src/tables/change";
import type { CellStyle } from "../../src/tables/cells";
import { seeded } from "../tables/arbitraries";
import { anyCustomers, anyInput, asOf } from "./arbitraries";
import { chinese, factsOf, todayOf } from "./sheets";

const newId = (prefix: string) => `${prefix}0000000001`;
const call: FollowUpInput = { channel: "phone", said: "谈了价格", day: asOf };

/** In 2026: 46054 is 1 February, 46083 is 2 March. */
const qiming: Row = {
  id: "C1",
  name: "启明",
  demand: "潜在",
  expectedClose: null,
  lastFollowUp: 46054,
  agreedDay: 46070,
  createdDay: 46000,
};

function plan(input: FollowUpInput, cells: Row = qiming, style: CellStyle = chinese) {
  return planFollowUp(todayOf(asOf, [cells], style), "C1", input, newId);
}

function planned(input: FollowUpInput, cells?: Row, style?: CellStyle) {
  const result = plan(input, cells, style);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe("logging a follow-up", () => {
  it("[G7] re-grades the customer, and the log keeps the grade before and after", () => {
    const value = planned({ ...call, demand: "clear", expectedClose: day("2026-03-20") });
    expect(value).toMatchObject({ gradeBefore: "D", gradeAfter: "A", next: day("2026-03-03") });
    expect(value.change.added[0]?.cells).toMatchObject({
      customerId: "C1",
      customerName: "启明",
      day: 46083,
      channel: "电话",
      said: "谈了价格",
      demandBefore: "潜在",
      demandAfter: "目标",
      gradeBefore: "D",
      gradeAfter: "A",
    });
  });

  it("[F4] moves the last follow-up and ends the agreement, and touches nothing else", () => {
    expect(planned(call).change.updated).toEqual([
      {
        table: "customers",
        id: "C1",
        cells: {
          lastFollowUp: { from: 46054, to: 46083 },
          agreedDay: { from: 46070, to: null },
        },
      },
    ]);
  });

  it("[F4] keeps a newly agreed day, in the customer's row and in the log", () => {
    const { change, next } = planned({ ...call, agreedDay: day("2026-03-09") });
    expect(next).toBe(day("2026-03-09"));
    expect(change.updated[0]?.cells["agreedDay"]).toEqual({ from: 46070, to: 46090 });
    expect(change.added[0]?.cells["agreedDay"]).toBe(46090);
  });

  it("[F6] keeps a back-dated follow-up in the log and moves nothing back", () => {
    const value = planned({ ...call, day: day("2026-01-15") });
    expect(value.backDated).toBe(true);
    expect(value.change.updated).toEqual([]);
    expect(value.change.added).toHaveLength(1);
  });

  it("[F6] refuses a follow-up in the future", () => {
    expect(plan({ ...call, day: day("2026-03-03") })).toEqual({
      ok: false,
      error: { code: "in-the-future", day: day("2026-03-03"), asOf },
    });
  });

  it("[F4] refuses an agreed day before the follow-up it was agreed in", () => {
    const result = plan({ ...call, agreedDay: day("2026-03-01") });
    expect(result).toMatchObject({ ok: false, error: { code: "agreed-before-follow-up" } });
  });

  it("writes days as the workbook numbers them and words in its language", () => {
    const cells = { ...qiming, lastFollowUp: "2026-02-01", agreedDay: null };
    const { change } = planned({ ...call, demand: "none" }, cells, {
      dateSystem: 1904,
      language: "en",
    });
    expect(change.updated[0]?.cells).toEqual({
      demand: { from: "潜在", to: "None" },
      lastFollowUp: { from: "2026-02-01", to: 44621 },
    });
    expect(change.added[0]?.cells).toMatchObject({ day: 44621, channel: "Phone" });
  });

  it("[I1] keeps text that looks like a formula as it was typed", () => {
    const said = '=HYPERLINK("http://example.com") <b>😀</b>';
    expect(planned({ ...call, said }).change.added[0]?.cells["said"]).toBe(said);
  });

  it("[I1] leaves out log columns that were deleted", () => {
    const facts = factsOf(chinese);
    const followUps = facts.tables.followUps;
    if (followUps === undefined) throw new Error("no log");
    const { time: _time, who: _who, ...columns } = followUps.columns;
    const today = todayOf(
      asOf,
      [qiming],
      chinese,
      {},
      {
        ...facts,
        tables: { ...facts.tables, followUps: { ...followUps, columns } },
      },
    );
    const result = planFollowUp(today, "C1", { ...call, who: "陈晓雯" }, newId);
    expect(result.ok && Object.keys(result.value.change.added[0]?.cells ?? {})).not.toContain(
      "who",
    );
  });

  it("does not overwrite a cell it could not read unless it has something new for it", () => {
    const cells = { ...qiming, demand: "也许", agreedDay: "下周" };
    expect(Object.keys(planned(call, cells).change.updated[0]?.cells ?? {})).toEqual([
      "lastFollowUp",
    ]);
    expect(planned({ ...call, demand: "clear" }, cells).change.updated[0]?.cells["demand"]).toEqual(
      {
        from: "也许",
        to: "目标",
      },
    );
  });

  it("refuses what cannot be written, and says why", () => {
    const today = todayOf(asOf, [qiming, qiming], chinese);
    const readOnly = todayOf(asOf, [qiming], chinese, {}, factsOf(chinese, { readOnly: true }));
    const withoutLog = todayOf(asOf, [qiming], chinese, {}, {
      ...factsOf(chinese),
      tables: { customers: factsOf(chinese).tables.customers },
    } as ReturnType<typeof factsOf>);
    const codes = [
      planFollowUp(today, "C9", call, newId),
      planFollowUp(today, "#2", call, newId),
      planFollowUp(readOnly, "C1", call, newId),
      planFollowUp(withoutLog, "C1", call, newId),
      plan({ ...call, said: "长".repeat(longestCell + 1) }),
    ].map((result) => (result.ok ? "planned" : result.error.code));
    expect(codes).toEqual([
      "customer-missing",
      "not-identified",
      "read-only",
      "table-missing",
      "too-long",
    ]);
  });
});

describe("Today after a follow-up", () => {
  it("is what opening the workbook again would give, and taking it back is what was before", () => {
    fc.assert(
      fc.property(
        anyCustomers(chinese),
        fc.array(fc.tuple(fc.nat(), anyInput), { maxLength: 6 }),
        (rows, followUps) => {
          const before = todayOf(asOf, rows, chinese);
          const ids = [...before.customers.keys()];
          let cells = byRowKey(rows);
          let today = before;
          const done = [];
          for (const [pick, input] of followUps) {
            const id = ids[pick % Math.max(1, ids.length)] ?? "";
            const result = planFollowUp(today, id, input, newId);
            if (!result.ok) continue;
            const customersOnly = { ...result.value.change, added: [] };
            today = afterChange(today, result.value.change);
            cells = applyChange("customers", cells, customersOnly);
            done.push(result.value.change);
            expect(today).toEqual(todayOf(asOf, [...cells.values()], chinese));
          }
          for (const change of done.reverse()) today = afterChange(today, reverse(change));
          expect(today).toEqual(before);
        },
      ),
      { ...seeded, numRuns: 150 },
    );
  });

  it("is what opening again would give when customers come and go, too", () => {
    fc.assert(
      fc.property(anyCustomers(chinese), (rows) => {
        const today = todayOf(asOf, rows, chinese);
        const cells = { ...qiming, id: "C99" };
        const change = {
          added: [{ table: "customers" as const, id: "C99", cells }],
          updated: [],
          removed: [],
        };
        const last = rows.findLastIndex((row) => row["name"] !== null || row["id"] !== null);
        const kept = rows.slice(0, last + 1);
        const after = afterChange(today, change);
        expect(listedRows(after)).toEqual(listedRows(todayOf(asOf, [...kept, cells], chinese)));
        expect(listedRows(afterChange(after, reverse(change)))).toEqual(listedRows(today));
      }),
      { ...seeded, numRuns: 100 },
    );
  });
});

function listedRows(today: ReturnType<typeof todayOf>) {
  const { overdue, dueToday, soon, ungraded } = today;
  return [overdue, dueToday, soon, ungraded].map((list) =>
    [...list].map(({ id, row }) => [id, row]),
  );
}

/** Rows under the key Today lists them by: the id, or the row number where that is not the row's own. */
function byRowKey(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const keyed = new Map<string, Row>();
  rows.forEach((row, index) => {
    const id = String(row["id"] ?? "").trim();
    keyed.set(id === "" || keyed.has(id) ? `#${index + 1}` : id, row);
  });
  return keyed;
}
