import { planningSetUp, planSetUp } from "../../../src/app/set-up/plan-set-up";
import {
  guessedMapping,
  proposeFor,
  type AdoptProposal,
  type Mapping,
} from "../../../src/app/set-up/proposal";
import type { WorkbookFacts } from "../../../src/app/workbook/facts";
import type { InspectedRange } from "../../../src/app/workbook/places";
import { withHeaderRow } from "../../../src/app/set-up/set-up";
import { day } from "../../../src/domain/day";
import { addressOf } from "../../../src/tables/a1";
import type { Cell } from "../../../src/tables/change";
import { customersTable } from "../../../src/tables/specs/customers";
import { formulaInputs } from "../../../src/tables/schema";

const asOf = day("2026-03-02");

const bare: WorkbookFacts = {
  dateSystem: 1900,
  readOnly: false,
  language: null,
  schemaVersion: null,
  mode: "functions",
  tables: {},
  fields: [],
  sheetNames: ["Sheet1"],
  tableNames: [],
};

/** A selection at B3 of the sheet 名单. */
function selection(
  cells: readonly (readonly Cell[])[],
  changes: Partial<InspectedRange> = {},
): InspectedRange {
  const columnCount = cells[0]?.length ?? 0;
  return {
    sheet: "名单",
    address: addressOf({ top: 2, left: 1, bottom: 1 + cells.length, right: columnCount }),
    table: null,
    rowCount: cells.length,
    columnCount,
    sample: cells,
    formulas: cells,
    numberFormats: cells.map((row) => row.map(() => "General")),
    merged: [],
    ...changes,
  };
}

function adopt(
  cells: readonly (readonly Cell[])[],
  changes: Partial<InspectedRange> = {},
): AdoptProposal {
  const proposal = proposeFor(selection(cells, changes), bare);
  if (proposal.kind !== "adopt") throw new Error("nothing to adopt");
  return proposal;
}

function counter() {
  let count = 0;
  return (prefix: string) => `${prefix}NEW${(count += 1)}`;
}

function plan(proposal: AdoptProposal, mapping: Mapping = guessedMapping(proposal)) {
  return planSetUp(proposal, mapping, {
    language: "zh",
    asOf,
    newId: counter(),
    rows: proposal.inspected.sample.slice(proposal.headerRow + 1),
  });
}

function planned(proposal: AdoptProposal, mapping?: Mapping) {
  const result = plan(proposal, mapping);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function problems(proposal: AdoptProposal, mapping?: Mapping) {
  const result = plan(proposal, mapping);
  return result.ok ? [] : result.error;
}

const list: readonly (readonly Cell[])[] = [
  ["客户", "电话", "需求", "等级", "备用"],
  ["启明", "13912345678", "目标", "甲", "x"],
  ["海川", "13912345679", "潜在", "乙", "y"],
  [null, null, null, null, null],
  ["北辰", "13912345670", "也许", "丙", "z"],
];

describe("proposing set-up", () => {
  it("suggests a new customer sheet for a blank selection", () => {
    expect(proposeFor(selection([[null, " "]]), bare).kind).toBe("create");
  });

  it("suggests adopting a filled one, with a guess, a reason and a sample for each column", () => {
    const proposal = adopt(list);
    expect(proposal.range).toEqual({ sheet: "名单", address: "B3:F7" });
    expect(proposal.body).toEqual({ sheet: "名单", address: "B4:F7" });
    expect(proposal.columns.map(({ letter, header, guess }) => [letter, header, guess])).toEqual([
      ["B", "客户", "name"],
      ["C", "电话", "phone"],
      ["D", "需求", "demand"],
      ["E", "等级", null],
      ["F", "备用", null],
    ]);
    expect(proposal.columns[1]).toMatchObject({
      because: "header-and-content",
      confidence: 1,
      sample: ["13912345678", "13912345679", "13912345670"],
      showsDays: false,
    });
  });

  it("leaves titles above the headers outside the table", () => {
    const proposal = adopt([
      ["2026年客户一览", null],
      ["客户名称", "电话"],
      ["启明", "13912345678"],
    ]);
    expect(proposal.headerRow).toBe(1);
    expect(proposal.range.address).toBe("B4:C5");
  });

  it("takes another header row when a person says so", () => {
    const proposal = withHeaderRow(
      adopt([
        ["客户名称", "电话"],
        ["名称", "手机"],
        ["启明", "1"],
      ]),
      1,
    );
    expect(proposal.kind === "adopt" && proposal.range.address).toBe("B4:C5");
  });

  it("has no body where there are only headers", () => {
    const proposal = adopt([["客户名称", "电话"]]);
    expect(proposal.body).toBeNull();
    expect(planned(proposal).summary.customers).toBe(0);
  });

  it("says that cells are merged in the range, and does not mind a merged title above it", () => {
    const cells = [
      ["一览", null],
      ["客户名称", "电话"],
      ["启明", "13912345678"],
    ];
    const proposal = adopt(cells, { merged: ["B3:C3", "B5:B6"] });
    expect(proposal.problems).toEqual([
      { code: "merged-cells", sheet: "名单", addresses: ["B5:B6"] },
    ]);
    expect(problems(proposal)).toEqual(proposal.problems);
  });

  it("says that no row looks like headers", () => {
    const proposal = adopt([
      ["启明", 1, 2],
      ["海川", 3, 4],
    ]);
    expect(proposal.problems.map(({ code }) => code)).toEqual(["no-header-row"]);
  });

  it("says that a workbook is read-only", () => {
    const proposal = proposeFor(selection(list), { ...bare, readOnly: true });
    expect(proposal.kind === "adopt" && proposal.problems).toEqual([{ code: "read-only" }]);
  });
});

describe("planning set-up of a new sheet", () => {
  const result = planSetUp(
    { kind: "create", facts: bare },
    {},
    {
      language: "en",
      asOf,
      newId: counter(),
      rows: [],
    },
  );
  if (!result.ok) throw new Error("no plan");
  const { install, summary } = result.value;

  it("makes the four tables on sheets of their own", () => {
    expect(summary.tablesAdded.map(({ table, sheet }) => [table, sheet])).toEqual([
      ["customers", "Customers"],
      ["followUps", "Follow-ups"],
      ["settings", "Settings"],
      ["holidays", "Holidays"],
    ]);
    expect(install.adopt).toBeNull();
  });

  it("fills every row across all columns, and formats single cells that exist", () => {
    for (const { columns, rows, cellFormats } of install.create) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
      for (const { row, column } of cellFormats) {
        expect(rows[row]).toBeDefined();
        expect(columns.some((entry) => entry.column === column)).toBe(true);
      }
    }
  });

  it("names every setting the formulas and the highlight read", () => {
    const names = new Set(install.names.map(({ name }) => name));
    const formulas = [
      ...install.create.flatMap(({ columns }) =>
        columns.flatMap(({ fill }) => (fill !== null && "formula" in fill ? [fill.formula] : [])),
      ),
      ...install.highlight.map(({ formula }) => formula),
    ];
    const read = formulas.flatMap((formula) => formula.match(/\bcrm_\w+/gu) ?? []);
    expect(read.length).toBeGreaterThan(8);
    for (const name of read) expect([name, names.has(name)]).toEqual([name, true]);
  });

  it("gives taken sheet and table names a number", () => {
    const facts = { ...bare, sheetNames: ["customers", "Settings"], tableNames: ["CRMCUSTOMERS"] };
    const again = planSetUp(
      { kind: "create", facts },
      {},
      {
        language: "en",
        asOf,
        newId: counter(),
        rows: [],
      },
    );
    const tables = again.ok ? again.value.install.create : [];
    expect(tables.map(({ sheet }) => sheet)).toEqual([
      "Customers2",
      "Follow-ups",
      "Settings2",
      "Holidays",
    ]);
    expect(tables[0]?.excelName).toBe("CrmCustomers2");
  });
});

describe("planning the adoption of a sheet", () => {
  it("adds what the rules need to the right and keeps every column of theirs", () => {
    const { install, summary } = planned(adopt(list));
    expect(summary.columnsUsed.map(({ column }) => column)).toEqual(["name", "phone", "demand"]);
    expect(summary.columnsKept).toEqual(["等级", "备用"]);
    expect(summary.columnsAdded.map(({ header }) => header)).toEqual([
      "客户编号",
      "预计成交日",
      "等级（客户簿）",
      "上次跟进",
      "约定日期",
      "下次跟进",
      "状态",
      "创建日",
    ]);
    expect(install.adopt?.binding).toEqual({ name: 0, phone: 1, demand: 2 });
    expect(summary).toMatchObject({ customers: 3, blankRows: 1, becomesTable: "CrmCustomers" });
  });

  it("pauses again and again on a long sheet, telling how far it has come, and plans the same", () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => [`公司${at}`, `1391234${at}`, "也许"]);
    const proposal = adopt([["客户", "电话", "需求"], ...rows]);
    const context = { language: "zh", asOf, rows } as const;
    const planning = planningSetUp(proposal, guessedMapping(proposal), {
      ...context,
      newId: counter(),
    });
    const shares: number[] = [];
    let step = planning.next();
    for (; step.done !== true; step = planning.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThanOrEqual(2 * (rows.length / 250) - 2);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
    const whole = planSetUp(proposal, guessedMapping(proposal), { ...context, newId: counter() });
    expect(step.value).toEqual(whole);
    expect(whole.ok && whole.value.summary.issues).toHaveLength(rows.length);
  });

  it("adds only formulas whose columns are all there", () => {
    const { install } = planned(adopt(list));
    const there = new Set([
      ...Object.keys(install.adopt?.binding ?? {}),
      ...(install.adopt?.added.map(({ column }) => column) ?? []),
    ]);
    for (const { fill } of install.adopt?.added ?? []) {
      if (fill !== null && "formula" in fill)
        for (const id of formulaInputs(fill.formula)) expect(there.has(id)).toBe(true);
    }
  });

  it("[F2] gives customers an id and the day of set-up as day of creation; blank rows get neither", () => {
    const added = planned(adopt(list)).install.adopt?.added ?? [];
    const fillOf = (column: string) => added.find((entry) => entry.column === column)?.fill;
    expect(fillOf("id")).toEqual({ values: ["CNEW1", "CNEW2", null, "CNEW3"] });
    expect(fillOf("createdDay")).toEqual({ values: [46083, 46083, null, 46083] });
  });

  it("writes ids only into blank cells of an id column of theirs", () => {
    const cells = [
      ["客户编号", "客户"],
      ["K-1", "启明"],
      [null, "海川"],
      [" ", "北辰"],
      [12, "云杉"],
    ];
    const { install, summary } = planned(adopt(cells));
    expect([...(install.adopt?.missingIds ?? [])]).toEqual([
      [1, "CNEW1"],
      [2, "CNEW2"],
    ]);
    expect(summary.idsGiven).toBe(2);
    expect(summary.issues.map(({ code, row }) => [code, row])).toEqual([["id-number", 3]]);
  });

  it("refuses an id column with doubled ids and says which rows", () => {
    const cells = [
      ["客户编号", "客户"],
      ["K1", "启明"],
      ["K2", "海川"],
      ["K1", "北辰"],
    ];
    expect(problems(adopt(cells), { id: 0, name: 1 })).toEqual([
      { code: "duplicate-id", header: "客户编号", ids: [{ id: "K1", rows: [4, 6] }], count: 1 },
    ]);
  });

  it("refuses a formula in a column it would write into, and says where", () => {
    const cells = [
      ["客户", "上次跟进"],
      ["启明", 46000],
      ["海川", 46001],
    ];
    const formulas = [
      ["客户", "上次跟进"],
      ["启明", 46000],
      ["海川", "=C4+1"],
    ];
    expect(problems(adopt(cells, { formulas }))).toEqual([
      { code: "formula-in-written-column", column: "lastFollowUp", header: "上次跟进", cell: "C5" },
    ]);
  });

  it("says that the last row is a sum and no customer", () => {
    const cells = [
      ["序号", "客户", "金额"],
      [1, "启明", 5],
      ["合 计：", null, 5],
      [null, null, null],
    ];
    expect(problems(adopt(cells))).toEqual([
      { code: "total-row", sheet: "名单", row: 5, found: "合 计：" },
    ]);
    expect(problems(adopt(cells, { table: "表1" }))).toEqual([]);
  });

  it("[D2] leaves amounts in 万元 a column of their own, and refuses to read them as yuan", () => {
    const proposal = adopt([
      ["客户", "潜在金额（万元）"],
      ["启明", 12],
      ["海川", 3.5],
      ["北辰", 7],
    ]);
    expect(guessedMapping(proposal)).toEqual({ name: 0 });
    expect(problems(proposal)).toEqual([]);
    expect(problems(proposal, { name: 0, potentialAmount: 1 })).toEqual([
      {
        code: "amount-unit",
        column: "potentialAmount",
        header: "潜在金额（万元）",
        unit: 10_000,
      },
    ]);
  });

  it("knows customers without headers by what stands in their columns", () => {
    const proposal = adopt([
      ["启明电子有限公司", "13912345678", 46_120],
      ["海川物流有限公司", "13912345679", 46_130],
      ["北辰科技有限公司", "13912345670", 46_140],
      ["东方贸易有限公司", "13912345671", null],
    ]);
    expect(proposal.look).toBe("customers");
    expect(guessedMapping(proposal)).toEqual({ name: 0, phone: 1 });
    expect(proposal.problems.map(({ code }) => code)).toEqual(["no-header-row"]);
  });

  it("needs to know which column is the name, and each column once", () => {
    expect(problems(adopt(list), { phone: 1, notes: 1 }).map(({ code }) => code)).toEqual([
      "name-unmapped",
      "mapped-twice",
    ]);
  });

  it("renames only blank and doubled headers, and says so", () => {
    const cells = [
      ["客户", "", "电话", "电话"],
      ["启明", 1, "13912345678", "010-62345678"],
    ];
    const { install, summary } = planned(adopt(cells));
    expect(summary.headersChanged).toEqual([
      { index: 1, from: "", to: "C" },
      { index: 3, from: "电话", to: "电话2" },
    ]);
    expect([...(install.adopt?.headers ?? [])]).toEqual([
      [1, "C"],
      [3, "电话2"],
    ]);
  });

  it("keeps a table that is one already, with its name", () => {
    const { install, summary } = planned(adopt(list, { table: "表1" }));
    expect(install.adopt).toMatchObject({ existing: "表1", excelName: "表1" });
    expect(summary.becomesTable).toBeNull();
  });

  it("binds its own formula columns again instead of adding them twice", () => {
    const cells = [
      ["客户", "需求", "预计成交日", "等级"],
      ["启明", "目标", 46100, "A"],
    ];
    const formulas = [
      cells[0] ?? [],
      ["启明", "目标", 46100, "=CRM.GRADE($C4,$D4,crm_as_of,crm_horizons)"],
    ];
    const { install } = planned(adopt(cells, { formulas }));
    expect(install.adopt?.binding["grade"]).toBe(3);
    expect(install.adopt?.added.map(({ column }) => column)).not.toContain("grade");
  });

  it("lists every cell the rules cannot read, with its row and column", () => {
    const cells = [
      ["客户", "需求", "预计成交日期", "编号"],
      ["启明", "也许", "2024年4月7日", "K1"],
      [null, "目标", "下周", "K2"],
      ["北辰", "#N/A", "2024-02-30", "K3"],
    ];
    const { summary } = planned(adopt(cells));
    expect(summary.issues.map(({ code, row, column, id }) => [code, row, column, id])).toEqual([
      ["unknown-word", 0, "demand", "K1"],
      ["text-day", 0, "expectedClose", "K1"],
      ["not-a-day", 1, "expectedClose", "K2"],
      ["name-missing", 1, "name", "K2"],
      ["error-value", 2, "demand", "K3"],
      ["not-a-day", 2, "expectedClose", "K3"],
    ]);
  });

  it("names every column of ours it adds as the schema does", () => {
    const specs = new Set<string>(customersTable.columns.map(({ id }) => id));
    for (const { column } of planned(adopt(list)).install.adopt?.added ?? [])
      expect(specs.has(column)).toBe(true);
  });
});
