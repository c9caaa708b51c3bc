import fc from "fast-check";
import { day } from "../../../src/domain/day";
import {
  wholeChange,
  applyChange,
  type Cell,
  type Row,
  type Rows,
} from "../../../src/tables/change";
import { importChanges } from "../../../src/tables/import/change";
import type { ImportPlan } from "../../../src/tables/import/plan";
import { planImport } from "../../../src/tables/import/planner";
import { importTargets } from "../../../src/tables/import/target";
import { atOnce } from "../../../src/app/slices";

const run = { seed: 20260101, numRuns: 500 };
let serial = 0;
const newId = (prefix: string): string => `${prefix}N${(serial += 1)}`;

const kinds = {
  customers: {
    key: "nameRegion",
    columns: ["name", "region", "notes", "creditCode"],
    ofKey: 2,
  },
  deals: {
    key: "deal",
    columns: ["customerName", "product", "engageDay", "owner", "amount"],
    ofKey: 4,
  },
} as const;
type Kind = keyof typeof kinds;

function planned(kind: Kind, incoming: readonly (readonly Cell[])[], there: Rows): ImportPlan {
  const target = importTargets[kind];
  const { key, columns } = kinds[kind];
  const rows = [...there.values()];
  const mapping = Object.fromEntries(columns.map((id, at) => [id, at]));
  return atOnce(
    planImport(
      incoming,
      {
        rowCount: rows.length,
        columns: Object.fromEntries(
          ["id", ...columns].map((id) => [id, rows.map((row) => row[id] ?? null)]),
        ),
      },
      {
        mapping,
        key,
        unreadable: "reject",
        dayOrder: null,
        days: {},
        unknownCustomers: "reject",
        corrections: new Map(),
      },
      {
        target,
        columns: target.table.columns.filter(({ kind: of }) => of !== "computed"),
        customers: null,
        style: { dateSystem: 1900, language: "zh" },
        units: {},
        asOf: day("2026-03-02"),
        newId,
      },
    ),
  );
}

function after(kind: Kind, there: Rows, plan: ImportPlan): Rows {
  return importChanges(plan)
    .map(wholeChange)
    .reduce((rows, change) => applyChange(kind, rows, change), there);
}

const sheet = (...rows: Row[]): Rows => new Map(rows.map((row) => [String(row["id"]), row]));

const fates = (plan: ImportPlan, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => {
    const rejected = plan.rejected.find(({ row }) => row === at);
    if (rejected !== undefined) return rejected.reasons.map(({ code }) => code).join();
    const updated = plan.updated.find(({ row }) => row === at);
    if (updated !== undefined) return updated.id;
    if (plan.unchanged.includes(at)) return "same";
    return plan.added.some(({ row }) => row === at) ? "new" : "blank";
  });

const brought = (plan: ImportPlan): ReadonlySet<number> =>
  new Set([...plan.added, ...plan.updated].map(({ row }) => row).concat(plan.unchanged));

describe("a customer known by name and region", () => {
  const [east, north] = ["华东", "华北"];
  const c1 = (region: Cell): Rows => sheet({ id: "C1", name: "甲", region, notes: "a" });
  const fate = (incoming: readonly Cell[][], there: Rows) =>
    fates(planned("customers", incoming, there), incoming.length);

  it("is the same where one side says no region, and the dry run tells so", () => {
    for (const [incoming, there] of [
      [null, east],
      [east, null],
    ] as const) {
      const plan = planned("customers", [["甲", incoming, "b"]], c1(there));
      expect(plan).toMatchObject({
        added: [],
        knownInPart: [{ row: 0, column: "region" }],
        updated: [{ id: "C1" }],
      });
    }
    expect(planned("customers", [["甲", east, "b"]], c1(east)).knownInPart).toEqual([]);
    expect(fate([["甲", north, "b"]], c1(east))).toEqual(["new"]);
  });

  it("is nobody guessed where both have a valid credit code and not the same one: it is said which cell to look at", () => {
    const [code, other] = ["91350100M000100Y43", "91110000600037341L"];
    const there = (region: Cell, creditCode: Cell): Rows =>
      sheet({ id: "C1", name: "甲", region, notes: "a", creditCode });
    for (const [incoming, present] of [
      [east, null],
      [null, east],
      [east, east],
    ] as const) {
      const row = ["甲", incoming, "b", other];
      const plan = planned("customers", [row], there(present, code));
      expect(plan).toMatchObject({ added: [], updated: [] });
      expect(plan.rejected[0]?.reasons).toEqual([
        {
          code: "other-identifier",
          column: "creditCode",
          found: other,
          otherRow: null,
          there: code,
        },
      ]);
      // The same code however it is written, none, or one that is none says nothing against it.
      for (const mild of [code.toLowerCase(), null, "91350100M000100Y44"])
        expect(fate([["甲", incoming, "b", mild]], there(present, code))).toEqual(["C1"]);
      expect(fate([row], there(present, null))).toEqual(["C1"]);
    }
    expect(fate([["甲", north, "b", other]], there(east, code))).toEqual(["new"]);
  });

  it("of several with that name none is guessed: the region is asked for where it is blank", () => {
    const two = sheet(
      { id: "C1", name: "甲", region: east },
      { id: "C2", name: "甲", region: north },
    );
    const plan = planned("customers", [["甲", null, "b"]], two);
    expect(plan.rejected[0]?.reasons).toEqual([
      { code: "key-part-missing", column: "region", found: "甲", otherRow: null },
    ]);
    const blank = sheet({ id: "C1", name: "甲" }, { id: "C2", name: "甲" });
    expect(fate([["甲", east, "b"]], blank)).toEqual(["matches-several"]);
  });

  it("several incoming rows that agree with one row stay out, unless one says just the same", () => {
    const incoming = [
      ["甲", east, "b"],
      ["甲", north, "b"],
    ];
    const plan = planned("customers", incoming, c1(null));
    expect(fates(plan, 2)).toEqual(["shared-match", "shared-match"]);
    expect(plan.rejected.map(({ reasons: [why] }) => [why?.column, why?.otherRow])).toEqual([
      ["region", 1],
      ["region", 0],
    ]);
    expect(fate([...incoming, ["甲", null, "a"]], c1(null))).toEqual([
      "shared-match",
      "shared-match",
      "same",
    ]);
    expect(
      fate(incoming, sheet(...c1(null).values(), { id: "C2", name: "甲", region: east })),
    ).toEqual(["C2", "C1"]);
  });

  it("a row without region beside one with: only the latter comes in", () => {
    const plan = planned(
      "customers",
      [
        ["甲", null, "b"],
        ["甲", east, "b"],
      ],
      new Map(),
    );
    expect(plan.rejected).toEqual([
      {
        row: 0,
        reasons: [{ code: "like-another-row", column: "region", found: "甲", otherRow: 1 }],
      },
    ]);
    expect(plan.added.map(({ row }) => row)).toEqual([1]);
  });
});

describe("a deal known by customer, product and day", () => {
  const d1 = (more: Row): Rows => sheet({ id: "D1", customerName: "甲", product: "X", ...more });
  const fate = (incoming: readonly Cell[], there: Rows) =>
    fates(planned("deals", [incoming], there), 1)[0];

  it("is the same once its day is there, and once its owner is on either side", () => {
    expect(fate(["甲", "X", "2026-01-05", "李", 5], d1({ owner: "李" }))).toBe("D1");
    expect(fate(["甲", "X", "2026-01-05", null, 5], d1({ engageDay: 46_027, owner: "李" }))).toBe(
      "D1",
    );
  });

  it("that says no day where the one there has one may be another: the day is asked for", () => {
    const plan = planned("deals", [["甲", "X", null, "李", 5]], d1({ engageDay: 46_027 }));
    expect(plan.rejected[0]?.reasons[0]).toMatchObject({
      code: "key-part-missing",
      column: "engageDay",
    });
  });

  it("of another product is another deal, also where one names none", () => {
    expect(fate(["甲", null, null, null, 5], d1({}))).toBe("new");
    expect(fate(["甲", "Y", null, null, 5], d1({}))).toBe("new");
  });
});

describe("importing again", () => {
  const few = (...cells: Cell[]) => fc.constantFrom<Cell>(null, ...cells);
  const cells: Record<Kind, fc.Arbitrary<Cell[]>> = {
    customers: fc.tuple(
      few("甲", "甲 ", "乙"),
      few("东", "西", "南"),
      few("a", "b"),
      few("91350100M000100Y43", "91110000600037341L", "9135"),
    ),
    deals: fc.tuple(
      few("甲", "甲"),
      few("X"),
      few("2026-01-05", 46_028),
      few("李", "王"),
      few(1, 2),
    ),
  };
  const bookOf = (kind: Kind) =>
    fc.array(cells[kind], { maxLength: 5 }).map((rows) =>
      sheet(
        ...rows.map((row, at) => ({
          id: `${kind}${at}`,
          ...Object.fromEntries(kinds[kind].columns.map((id, column) => [id, row[column] ?? null])),
        })),
      ),
    );
  const cases = fc.constantFrom<Kind>("customers", "deals").chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      incoming: fc.array(cells[kind], { maxLength: 7 }),
      there: bookOf(kind),
      fills: fc.array(fc.constantFrom("东", "西", "李", "王"), { minLength: 12, maxLength: 12 }),
      day: fc.constantFrom<Cell>(46_027, 46_028),
    }),
  );

  it("imported twice is imported once, whatever parts of the keys are blank", () => {
    fc.assert(
      fc.property(cases, ({ kind, incoming, there }) => {
        const first = planned(kind, incoming, there);
        const second = planned(kind, incoming, after(kind, there, first));
        expect(second).toMatchObject({ added: [], updated: [] });
        expect(new Set(second.unchanged)).toEqual(brought(first));
      }),
      run,
    );
  });

  it("a row that came in is never added again, nor written over, when what it left blank was filled in meanwhile", () => {
    fc.assert(
      fc.property(cases, ({ kind, incoming, there, fills, day: filledDay }) => {
        const first = planned(kind, incoming, there);
        const filled = [...after(kind, there, first).values()].map((row, at) => ({
          ...row,
          region: row["region"] ?? fills[at % fills.length] ?? null,
          owner: row["owner"] ?? fills[(at * 5) % fills.length] ?? null,
          engageDay: row["engageDay"] ?? filledDay,
        }));
        const second = planned(kind, incoming, sheet(...filled));
        const again = [...second.added, ...second.updated].map(({ row }) => row);
        expect(again.filter((row) => brought(first).has(row))).toEqual([]);
      }),
      run,
    );
  });

  it("the order of rows decides nothing, unless two say just the same", () => {
    fc.assert(
      fc.property(cases, ({ kind, incoming: all, there }) => {
        const keyOf = (row: readonly Cell[]) =>
          JSON.stringify(row.slice(0, kinds[kind].ofKey).map((cell) => String(cell ?? "").trim()));
        const incoming = [...new Map(all.map((row) => [keyOf(row), row])).values()];
        const forth = fates(planned(kind, incoming, there), incoming.length);
        const back = fates(planned(kind, [...incoming].reverse(), there), incoming.length);
        expect([...back].reverse()).toEqual(forth);
      }),
      run,
    );
  });
});
