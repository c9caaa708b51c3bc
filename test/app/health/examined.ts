import { examining } from "../../../src/app/health/examine";
import { presentColumns, type ReadTable } from "../../../src/app/health/read";
import type { HealthIssue, HealthReport } from "../../../src/app/health/report";
import type { WorkbookFacts } from "../../../src/app/workbook/facts";
import type { FormulaGap, TableState } from "../../../src/app/workbook/places";
import { day } from "../../../src/domain/day";
import { dayCell } from "../../../src/tables/cells";
import type { Cell, Row } from "../../../src/tables/change";
import { holidayCells } from "../../../src/tables/specs/holiday-rows";
import type { TableId } from "../../../src/tables/schema";
import { settingCells } from "../../../src/tables/specs/setting-rows";
import { tableSpecs } from "../../../src/tables/tables";
import { byColumn, chinese, factsOf } from "../sheets";

export const asOf = day("2026-03-02");
export const on = (iso: string) => dayCell(day(iso), 1900);

interface Sheets {
  readonly customers?: readonly Row[];
  readonly followUps?: readonly Row[];
  readonly contracts?: readonly Row[];
  /** Amounts by key; a row without any is not there. */
  readonly settings?: Readonly<Record<string, Cell | undefined>>;
}

export function examined(
  { customers = [], followUps = [], contracts, settings = {} }: Sheets,
  gaps: readonly FormulaGap[] = [],
  changes: Partial<WorkbookFacts> = {},
): HealthReport {
  const all = factsOf(chinese, changes);
  const wanted: readonly TableId[] = ["customers", "followUps", "settings", "holidays"];
  const ids = contracts === undefined ? wanted : [...wanted, "contracts" as const];
  const facts: WorkbookFacts = {
    ...all,
    tables: Object.fromEntries(ids.map((id) => [id, all.tables[id]])),
  };
  const settingRows = byColumn("settings", settingCells("zh", on("2026-03-02"))).flatMap((row) => {
    const id = String(row["id"]);
    if (!(id in settings)) return [row];
    const amount = settings[id];
    return amount === undefined ? [] : [{ ...row, amount }];
  });
  const rows: Partial<Record<TableId, readonly Row[]>> = {
    customers,
    followUps,
    contracts: contracts ?? [],
    settings: settingRows,
    holidays: byColumn("holidays", holidayCells(chinese)),
  };
  const tables = new Map(ids.map((id) => [id, readTable(id, rows[id] ?? [], facts)] as const));
  const states = ids.map((table): TableState => ({
    table,
    firstRow: 1,
    firstColumn: 0,
    gaps: table === "customers" ? gaps : [],
  }));
  return ran(examining(asOf, facts, tables, states));
}

/** Runs work to its end without pausing. */
export function ran<T>(work: Generator<number, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function readTable(table: TableId, rows: readonly Row[], facts: WorkbookFacts): ReadTable {
  const specs = presentColumns(table, facts);
  return {
    table,
    specs,
    columns: Object.fromEntries(specs.map(({ id }) => [id, rows.map((row) => row[id] ?? null)])),
    rowCount: rows.length,
  };
}

export function customer(id: string, cells: Row = {}): Row {
  return {
    id,
    name: `客户${id}`,
    demand: "目标",
    expectedClose: on("2026-03-20"),
    lastFollowUp: on("2026-03-01"),
    createdDay: on("2026-01-05"),
    confirmedDay: on("2026-02-01"),
    ...cells,
  };
}

export function followUp(id: string, customerId: Cell, cells: Row = {}): Row {
  return {
    id,
    customerId,
    customerName: `客户${String(customerId)}`,
    day: on("2026-03-01"),
    channel: "电话",
    said: "谈了价格",
    ...cells,
  };
}

export function issuesOf({ kinds }: HealthReport): readonly HealthIssue[] {
  return kinds.flatMap(({ issues }) => issues);
}

/** Code, address and what the cell could become. */
export function told(report: HealthReport): readonly unknown[] {
  return issuesOf(report).map(({ code, address, proposal }) => [code, address, proposal?.to]);
}

export const addressOf = (table: TableId, column: string, row: number) => {
  const at = tableSpecs[table].columns.findIndex(({ id }) => id === column);
  const letters = (n: number): string =>
    (n >= 26 ? letters(Math.floor(n / 26) - 1) : "") + String.fromCharCode(65 + (n % 26));
  return `${letters(at)}${row + 2}`;
};
