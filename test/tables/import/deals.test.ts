import fc from "fast-check";
import { day } from "../../../src/domain/day";
import { dayCell } from "../../../src/tables/cells";
import {
  wholeChange,
  applyChange,
  type Cell,
  type Row,
  type Rows,
} from "../../../src/tables/change";
import { dealsTable } from "../../../src/tables/specs/deals";
import { dayOrderOf, withYearFirst } from "../../../src/domain/day-order";
import { keyQuality } from "../../../src/tables/import/key";
import { importChanges } from "../../../src/tables/import/change";
import type { ImportChoices, ImportPlan } from "../../../src/tables/import/plan";
import { planImport } from "../../../src/tables/import/planner";
import { guessTarget, sheetLook } from "../../../src/tables/import/recognise";
import { importTargets, usableKeys } from "../../../src/tables/import/target";

const asOf = day("2026-03-02");
let serial = 0;
const newId = (prefix: string): string => `${prefix}N${(serial += 1)}`;

interface Sheets {
  readonly customers: Rows;
  readonly deals: Rows;
}

const byId = (rows: readonly Row[]): Rows => new Map(rows.map((row) => [String(row["id"]), row]));

const mapping = { id: 0, customerId: 1, customerName: 2, product: 3, stage: 4, engageDay: 5 };

function planned(
  incoming: readonly (readonly Cell[])[],
  { customers, deals }: Sheets,
  wanted: Partial<ImportChoices>,
): ImportPlan {
  const column = (rows: Rows, id: string): readonly Cell[] =>
    [...rows.values()].map((row) => row[id] ?? null);
  const steps = planImport(
    incoming,
    {
      rowCount: deals.size,
      columns: Object.fromEntries(dealsTable.columns.map(({ id }) => [id, column(deals, id)])),
    },
    {
      mapping,
      key: "id",
      unreadable: "reject",
      dayOrder: "month-first",
      days: {},
      unknownCustomers: "reject",
      corrections: new Map(),
      ...wanted,
    },
    {
      target: importTargets.deals,
      columns: dealsTable.columns,
      customers: {
        ids: column(customers, "id"),
        names: column(customers, "name"),
        datesCreation: true,
      },
      style: { dateSystem: 1900, language: "zh" },
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

function after(sheets: Sheets, plan: ImportPlan): Sheets {
  return importChanges(plan)
    .map(wholeChange)
    .reduce<Sheets>(
      ({ customers, deals }, change) => ({
        customers: applyChange("customers", customers, change),
        deals: applyChange("deals", deals, change),
      }),
      sheets,
    );
}

const name = fc.constantFrom<Cell>(null, "甲公司", "甲 公司", "乙公司", "丙公司", "=丁");
const incomingRows = fc.array(
  fc
    .tuple(
      fc.constantFrom<Cell>(null, "D1", "D2", "D3", "D4"),
      fc.constantFrom<Cell>(null, null, "C1", "C9"),
      name,
      fc.constantFrom<Cell>(null, "X", "Y"),
      fc.constantFrom<Cell>(null, "Won", "洽谈", "不知道"),
      fc.constantFrom<Cell>(null, "10/20/2025", "3/1/2026", 46_100, "20/10/2025", 46_086),
    )
    .map((cells): readonly Cell[] => cells),
  { maxLength: 10 },
);
const customers = byId([
  { id: "C1", name: "甲公司" },
  { id: "C2", name: "乙公司" },
  { id: "C3", name: "乙公司" },
]);

describe("deals", () => {
  it("imported twice are imported once, and each belongs to a customer who is there or to none", () => {
    const choices = fc.record({
      key: fc.constantFrom("id" as const, "deal" as const),
      unknownCustomers: fc.constantFrom("reject" as const, "create" as const),
      unreadable: fc.constantFrom("reject" as const, "leave-out" as const),
      // 5 March was the third of May: a day that is in the workbook already is right as it stands there.
      days: fc.constantFrom({}, { engageDay: { order: null, turned: "turned" as const } }),
    });
    fc.assert(
      fc.property(incomingRows, choices, (incoming, chosen) => {
        const first = planned(incoming, { customers, deals: new Map() }, chosen);
        const sheets = after({ customers, deals: new Map() }, first);
        for (const { customerId } of sheets.deals.values())
          if (customerId !== undefined && customerId !== null)
            expect(sheets.customers.has(String(customerId))).toBe(true);
        const second = planned(incoming, sheets, chosen);
        expect(second).toMatchObject({ added: [], updated: [], newCustomers: [] });
        const { length: kept } = first.added;
        expect(second.unchanged).toHaveLength(kept + first.updated.length);
      }),
      { seed: 20260101, numRuns: 300 },
    );
  });

  it("whose days were turned around when their file was opened are known again as they stand by now", () => {
    const real = ["2026-03-05", "2026-04-06", "2026-05-08", "2026-06-09", "2026-07-10"];
    const meant = ["2026-05-03", "2026-06-04", "2026-08-05", "2026-09-06", "2026-10-07"];
    const serial = (text: string): Cell => dayCell(day(text), 1900);
    const days: readonly Cell[] = ["10/20/2025", "11/25/2025", "12/28/2025", ...real.map(serial)];
    const incoming = days.map((at): readonly Cell[] => [null, "C1", "甲公司", "X", "Won", at]);
    const wanted = {
      key: "deal",
      days: { engageDay: { order: null, turned: "turned" } },
    } as const;
    const first = planned(incoming, { customers, deals: new Map() }, wanted);
    const engaged = first.added.map(({ cells }) => cells["engageDay"]);
    expect(engaged.slice(3)).toEqual(meant.map(serial));
    const second = planned(incoming, after({ customers, deals: new Map() }, first), wanted);
    expect(second).toMatchObject({ added: [], updated: [], unchanged: [0, 1, 2, 3, 4, 5, 6, 7] });
  });

  it("that have their customer keep it, though another one of that name has come since", () => {
    const incoming = [["D1", null, "甲公司", "X", "Won", "10/20/2025"]];
    const first = planned(incoming, { customers, deals: new Map() }, {});
    const sheets = after({ customers, deals: new Map() }, first);
    const more = new Map([...sheets.customers, ["C8", { id: "C8", name: "甲公司" }]]);
    const second = planned(incoming, { ...sheets, customers: more }, {});
    expect(second).toMatchObject({ unchanged: [0], rejected: [] });
  });

  it("a name that several customers have is told, and so is an id that none has", () => {
    const plan = planned(
      [
        ["D1", null, "乙公司", "X", null, null],
        ["D2", "C9", "甲公司", "X", null, null],
        ["D3", null, null, "X", null, null],
      ],
      { customers, deals: new Map() },
      { unknownCustomers: "create" },
    );
    expect(plan.rejected.map(({ reasons }) => reasons[0]?.code)).toEqual([
      "several-customers",
      "unknown-customer",
    ]);
    expect(plan.withoutCustomer).toBe(1);
  });
});

describe("days with the year last", () => {
  it.each([
    [["3/1/2017", "10/20/2016"], "month-first"],
    [["3.1.2017", "20.10.2016"], "day-first"],
    [["3/1/2017", "4/5/2017"], "unclear"],
    [["20/10/2016", "10/20/2016"], "unclear"],
    [["2017-03-01", 42_000, null, "1/2/17"], null],
  ] as const)("%j are %s", (cells, order) => {
    expect(dayOrderOf(cells)).toBe(order);
  });

  it("are written year first, with what follows them", () => {
    expect(withYearFirst("10/20/2016 09:30", "month-first")).toBe("2016-10-20 09:30");
    expect(withYearFirst("20-10-2016", "day-first")).toBe("2016-10-20");
    expect(withYearFirst("10/20/2016", null)).toBe("10/20/2016");
    expect(withYearFirst("1/2/17", "month-first")).toBe("1/2/17");
  });
});

describe("what rows are, and by what they are known", () => {
  const none = { cells: [], formats: [], dateSystem: 1900 } as const;
  const candidatesLike = (headers: string) =>
    headers.split(",").map((header) => ({ header, contents: none, formulas: [] }));
  const like = (headers: string) => guessTarget(candidatesLike(headers));

  it.each([
    ["account,sector,year_established,revenue,employees,office_location", "customers"],
    ["opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date", "deals"],
    ["sales_agent,manager,regional_office", "owners"],
    ["客户名称,电话,需求状况,预计成交日,负责人", "customers"],
    ["商机编号,客户名称,产品,阶段,金额,负责人", "deals"],
    ["姓名,主管,部门,邮箱,在职", "owners"],
    ["客户编号,备注", "customers"],
    ["Customer ID,Notes", "customers"],
    ["客户编号,产品,金额", "deals"],
    ["x,y", "customers"],
  ])("%s are %s", (headers, target) => {
    expect(like(headers)).toBe(target);
  });

  it.each([
    ["product,series,sales_price", "products"],
    ["产品名称,型号,单价", "products"],
    ["opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date", "deals"],
    ["sales_agent,manager,regional_office", "owners"],
    ["客户名称,意向产品,电话,需求状况", "customers"],
    ["x,y", "customers"],
  ])("a person who would use %s as customers is told: %s", (headers, look) => {
    expect(sheetLook(candidatesLike(headers))).toBe(look);
  });

  it("the most certain key comes first: a switchboard's number belongs to many", () => {
    const all = (): boolean => true;
    expect(usableKeys(importTargets.customers, all, all)).toEqual([
      "id",
      "creditCode",
      "nameRegion",
      "phone",
    ]);
    expect(keyQuality("phone", [["010-1"], ["010 1"], [null], ["010-2"]])).toBe(0.25);
  });
});
