import fc from "fast-check";
import { day } from "../../../src/domain/day";
import {
  wholeChange,
  applyChange,
  reverse,
  type Cell,
  type Change,
  type Row,
} from "../../../src/tables/change";
import { customersTable } from "../../../src/tables/specs/customers";
import { importChanges } from "../../../src/tables/import/change";
import { keyOf, phoneKey, type ImportKey } from "../../../src/tables/import/key";
import type { ExistingRows, ImportChoices, ImportPlan } from "../../../src/tables/import/plan";
import { planImport } from "../../../src/tables/import/planner";
import { importTargets } from "../../../src/tables/import/target";

const asOf = day("2026-03-02");
const run = { seed: 20260101, numRuns: 300 };
const columns = customersTable.columns
  .filter(({ kind }) => kind !== "computed")
  .map(({ id }) => id as string);

let serial = 0;
const newId = (prefix: string): string => `${prefix}N${(serial += 1)}`;

function existingOf(rows: readonly Row[]): ExistingRows {
  return {
    rowCount: rows.length,
    columns: Object.fromEntries(columns.map((id) => [id, rows.map((row) => row[id] ?? null)])),
  };
}

function planned(
  incoming: readonly (readonly Cell[])[],
  rows: readonly Row[],
  choices: Partial<ImportChoices> & Pick<ImportChoices, "mapping">,
  language: "zh" | "en" = "zh",
): ImportPlan {
  const steps = planImport(
    incoming,
    existingOf(rows),
    {
      key: "nameRegion",
      unreadable: "reject",
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
      style: { dateSystem: 1900, language },
      units: {},
      asOf,
      newId,
    },
  );
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The rows after an import, in the sheet's order. */
function after(rows: readonly Row[], changes: readonly Change[]): readonly Row[] {
  let byId: ReadonlyMap<string, Row> = new Map(rows.map((row) => [String(row["id"]), row]));
  for (const change of changes) byId = applyChange("customers", byId, change);
  return [...byId.values()];
}

const reasons = (plan: ImportPlan) =>
  plan.rejected.map(({ row, reasons: why }) => [row, ...why.map(({ code }) => code)]);

const mapping = {
  id: 0,
  name: 1,
  phone: 2,
  region: 3,
  demand: 4,
  expectedClose: 5,
  lastFollowUp: 6,
  potentialAmount: 7,
  creditCode: 8,
};

/** What makes two spellings of one name look different, and harmless text look harmful. */
const word = fc.constantFrom(
  ...["", "甲公司", "乙公司", " 甲 公司", "=1+1", "Ａ公司", "合计", "華瑞電子", "华瑞电子"],
  ...[
    "𠮷野家",
    "\u202Eיזהר\u202C 公司",
    "👩\u200D💼 工作室",
    "甲\u200B公司",
    "+86",
    "@SUM(A1)",
    "\t-甲",
  ],
  "长".repeat(40_000),
);
const cell: Record<keyof typeof mapping, fc.Arbitrary<Cell>> = {
  id: fc.constantFrom(null, "", "C1", "C2", "C3", "X9", 7),
  name: word,
  phone: fc.constantFrom(
    null,
    "１３８００１３８０００",
    "021-62345678-801",
    "13800138000",
    "+86 138-0013-8000",
    13900139000,
    "0571-8888",
  ),
  region: fc.constantFrom(null, "华东", "华北"),
  demand: fc.constantFrom(null, "目标", "latent", "不知道"),
  expectedClose: fc.constantFrom(
    null,
    46_100,
    "2026-04-07",
    "2026年4月7日",
    "12/05/26",
    "#N/A",
    "2028-02-29",
    "２０２６－０４－３１",
    "2026-12-31 23:59",
    60,
  ),
  lastFollowUp: fc.constantFrom(null, 46_000, "2026-03-03"),
  potentialAmount: fc.constantFrom(null, 5, "1.2万", "很多", "\u0007"),
  creditCode: fc.constantFrom(
    null,
    "91350100M000100Y43",
    "91110000600037341L",
    "91350100M000100Y44",
  ),
};
const incomingRows = fc.array(
  fc.tuple(...Object.values(cell)).map((cells): readonly Cell[] => cells),
  { maxLength: 12 },
);
const presentRows = fc
  .array(fc.record(cell), { maxLength: 8 })
  .map((rows) => rows.map((row, at): Row => ({ ...row, id: `C${at + 1}` })));
const choices = fc.record({
  key: fc.constantFrom<ImportKey>("id", "phone", "nameRegion"),
  unreadable: fc.constantFrom("reject" as const, "leave-out" as const),
});

describe("an import's dry run", () => {
  it("[P7] imported twice is imported once: the second time nothing is added or changed", () => {
    fc.assert(
      fc.property(incomingRows, presentRows, choices, (incoming, rows, chosen) => {
        const first = planned(incoming, rows, { mapping, ...chosen });
        const imported = after(rows, importChanges(first).map(wholeChange));
        const second = planned(incoming, imported, { mapping, ...chosen });
        expect(second.added).toEqual([]);
        expect(second.updated).toEqual([]);
        expect(second.unchanged).toHaveLength(
          first.added.length + first.updated.length + first.unchanged.length,
        );
      }),
      run,
    );
  });

  it("says something about every row, and about each only once", () => {
    fc.assert(
      fc.property(incomingRows, presentRows, choices, (incoming, rows, chosen) => {
        const plan = planned(incoming, rows, { mapping, ...chosen });
        const told = [
          ...plan.added.map(({ row }) => row),
          ...plan.updated.map(({ row }) => row),
          ...plan.unchanged,
          ...plan.rejected.map(({ row }) => row),
        ];
        expect(new Set(told).size).toBe(told.length);
        expect(told.length + plan.blankRows).toBe(incoming.length);
        for (const { reasons: why } of plan.rejected) expect(why.length).toBeGreaterThan(0);
      }),
      run,
    );
  });

  it("never erases a cell, and its reverse restores what was", () => {
    fc.assert(
      fc.property(incomingRows, presentRows, choices, (incoming, rows, chosen) => {
        const changes = importChanges(planned(incoming, rows, { mapping, ...chosen })).map(
          wholeChange,
        );
        for (const { updated } of changes)
          for (const { cells } of updated)
            for (const { to } of Object.values(cells)) expect(to === null || to === "").toBe(false);
        const back = [...changes].reverse().map(reverse);
        const tidy = (row: Row): Row =>
          Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
        expect(after(rows, [...changes, ...back]).map(tidy)).toEqual(rows.map(tidy));
      }),
      run,
    );
  });

  it("[P7] text stays as it came: digits, signs and zeros in front", () => {
    const plan = planned([["=A1", "+86 138", "00123"]], [], {
      mapping: { name: 0, phone: 1, notes: 2 },
    });
    expect(plan.added[0]?.cells).toMatchObject({ name: "=A1", phone: "+86 138", notes: "00123" });
  });

  it("compares by meaning: another spelling of the same is no change", () => {
    const rows: Row[] = [
      { id: "C1", name: "甲", phone: "138 0013 8000", demand: "目标", expectedClose: 46_119 },
    ];
    const incoming = [["甲", "+8613800138000", "Clear", "2026-04-07"]];
    const same = planned(incoming, rows, {
      mapping: { name: 0, phone: 1, demand: 2, expectedClose: 3 },
    });
    expect(same).toMatchObject({ unchanged: [0], updated: [] });
  });

  it("an id is known again with spaces around it; one name in two regions is two customers", () => {
    const rows: Row[] = [{ id: "C1", name: "甲公司", region: "华东" }];
    const byId = planned([[" C1 ", "甲公司"]], rows, { mapping: { id: 0, name: 1 }, key: "id" });
    expect(byId).toMatchObject({ unchanged: [0], rejected: [], added: [] });
    const wanted = { mapping: { name: 0, region: 1 } };
    expect(planned([["甲公司", "华东"]], rows, wanted)).toMatchObject({ unchanged: [0] });
    const elsewhere = planned([["甲公司", "华北"]], rows, wanted);
    expect(elsewhere).toMatchObject({ added: [{ row: 0 }], updated: [], unchanged: [] });
  });

  it("says from and to of each cell that changes", () => {
    const rows: Row[] = [{ id: "C1", name: "甲", demand: "潜在" }];
    const plan = planned([["甲", "目标"]], rows, { mapping: { name: 0, demand: 1 } });
    expect(plan.updated).toEqual([
      { row: 0, id: "C1", at: 0, name: "甲", cells: { demand: { from: "潜在", to: "目标" } } },
    ]);
  });

  it("says which key would know rows that the chosen one takes for new", () => {
    const rows: Row[] = [
      { id: "C1", name: "甲公司", phone: "1" },
      { id: "C2", name: "乙公司", phone: "2" },
    ];
    const incoming = [
      ["K1", "甲 公司"],
      ["K2", "乙公司"],
      ["K3", "丙公司"],
    ];
    const wanted = { mapping: { id: 0, name: 1 }, key: "id" } as const;
    expect(planned(incoming, rows, wanted).otherKey).toEqual({ key: "nameRegion", rows: 2 });
    expect(planned([["K3", "丙公司"]], rows, wanted).otherKey).toBeNull();
  });

  it("says so also where the chosen key knows some, from one in ten of the new rows on", () => {
    const rows: Row[] = Array.from({ length: 4 }, (_, at) => ({ id: `C${at}`, name: `甲${at}` }));
    const known = [["C3", "甲3"]];
    const strangers = (count: number) =>
      Array.from({ length: count }, (_, at) => [`N${at}`, `乙${at}`]);
    const wanted = { mapping: { id: 0, name: 1 }, key: "id" } as const;
    const alike = [["K1", "甲1"]];
    const other = (count: number) =>
      planned([...known, ...alike, ...strangers(count)], rows, wanted).otherKey;
    expect(other(9)).toEqual({ key: "nameRegion", rows: 1 });
    expect(other(10)).toBeNull();
  });

  it("is silent about a key that knows fewer of all rows: others would come in a second time", () => {
    const rows: Row[] = [
      { id: "C1", name: "甲" },
      { id: "C2", name: "乙" },
      { id: "C3", name: "丙" },
    ];
    const renamed = [
      ["C1", "甲公司"],
      ["C2", "乙公司"],
      ["K3", "丙"],
    ];
    const wanted = { mapping: { id: 0, name: 1 }, key: "id" } as const;
    expect(planned(renamed, rows, wanted).otherKey).toBeNull();
  });

  it("keeps rows out with the reason", () => {
    const rows: Row[] = [
      { id: "C1", name: "甲", phone: "1" },
      { id: "C2", name: "甲", phone: "2" },
      { id: "C3", name: "丙", phone: "3" },
    ];
    const incoming = [
      ["", "甲", "华东"],
      ["C9", "丙", ""],
      ["C3", "丁", ""],
      ["", "戊", ""],
      ["", " 戊", ""],
      ["", "", "华东"],
      ["合计", "", ""],
    ];
    const plan = planned(incoming, rows, { mapping: { id: 0, name: 1, notes: 2 } });
    expect(reasons(plan)).toEqual([
      [0, "matches-several"],
      [1, "other-id"],
      [2, "id-taken"],
      [4, "twice-in-source"],
      [5, "key-missing"],
      [6, "total-row"],
    ]);
    expect(plan.added.map(({ row }) => row)).toEqual([3]);
  });

  it("a remark alone in a row under the data is no customer, nor are totals above it", () => {
    const wanted = { mapping: { name: 0, notes: 1 } } as const;
    const end = (...rows: string[][]) => planned([["甲", ""], ...rows], [], wanted);
    for (const remark of [
      "备注：以上数据截至二月",
      " 注: 含税",
      "Note: until February",
      "P.S.: new",
    ])
      expect(reasons(end([remark, ""]))).toEqual([[1, "remark"]]);
    const both = end(
      ["合计", "12"],
      ["", ""],
      ["", "说明：万元"],
      ["数据来源：财务部", ""],
      ["", ""],
    );
    expect(reasons(both)).toEqual([
      [1, "total-row"],
      [3, "remark"],
      [4, "remark"],
    ]);
    expect(both.added.map(({ row }) => row)).toEqual([0]);
  });

  it("names that only look like remarks come in: with other cells, without a colon, above data", () => {
    const wanted = { mapping: { name: 0, notes: 1 } } as const;
    for (const [name, notes] of [
      ["说明书印刷厂", ""],
      ["Notes Ltd", ""],
      ["备注：老客户", "华东"],
    ])
      expect(planned([[name, notes]] as string[][], [], wanted).added).toHaveLength(1);
    expect(
      planned(
        [
          ["注：甲", ""],
          ["乙", ""],
        ],
        [],
        wanted,
      ).added,
    ).toHaveLength(2);
  });

  it("[F6] refuses a last follow-up after today", () => {
    const plan = planned([["甲", "2026-03-03"]], [], { mapping: { name: 0, lastFollowUp: 1 } });
    expect(reasons(plan)).toEqual([[0, "day-in-the-future"]]);
  });

  it("[P7] refuses what no cell holds, and what only a damaged file has", () => {
    const notes = [
      "长".repeat(32_768),
      "长".repeat(32_767),
      "a\u0000",
      "\u0007",
      "\uFFFD",
      "a\tb\nc",
    ];
    const incoming = notes.map((text, at) => [`公司${at}`, text]);
    const plan = planned(incoming, [], { mapping: { name: 0, notes: 1 } });
    expect(reasons(plan)).toEqual([
      [0, "too-long"],
      [2, "unprintable"],
      [3, "unprintable"],
      [4, "unprintable"],
    ]);
  });

  it("keeps a day out that is too early for Excel to count with, and takes the first it knows", () => {
    const incoming = ["1886-05-01", "1899-12-31", "1900-01-01"].map((day, at) => [
      `公司${at}`,
      day,
    ]);
    const plan = planned(incoming, [], { mapping: { name: 0, expectedClose: 1 } });
    expect(reasons(plan)).toEqual([
      [0, "not-a-day"],
      [1, "not-a-day"],
    ]);
    expect(plan.added.map(({ cells }) => cells["expectedClose"])).toEqual([1]);
  });

  it("brings a row in without its unreadable cells, when asked to", () => {
    const incoming = [["甲", "12/05/26", "目标"]];
    const wanted = { mapping: { name: 0, expectedClose: 1, demand: 2 } };
    expect(reasons(planned(incoming, [], wanted))).toEqual([[0, "not-a-day"]]);
    const plan = planned(incoming, [], { ...wanted, unreadable: "leave-out" });
    expect(plan.added[0]?.cells).toMatchObject({ name: "甲", demand: "目标" });
    expect(plan.added[0]?.cells).not.toHaveProperty("expectedClose");
    expect(plan.leftOut).toHaveLength(1);
  });

  it("takes what a person mended instead of what came", () => {
    const corrections = new Map([[0, new Map([[1, "2026-05-12"]])]]);
    const plan = planned([["甲", "12/05/26"]], [], {
      mapping: { name: 0, expectedClose: 1 },
      corrections,
    });
    expect(plan.added[0]?.cells["expectedClose"]).toBe(46_154);
  });
});

describe("keys", () => {
  it.each([
    ["13800138000", "+86 138-0013-8000"],
    ["13800138000", "0086 138 0013 8000"],
    ["057188886666", "（0571）8888-6666"],
    ["13800138000", "１３８００１３８０００"],
  ])("a phone %s is also %s", (one, other) => {
    expect(phoneKey(other)).toBe(phoneKey(one));
  });

  it("a blank cell is no key", () => {
    for (const { key } of importTargets.customers.keys)
      expect(keyOf(key, [" ", "华东"])).toBeNull();
    expect(phoneKey("无")).toBeNull();
  });
});
