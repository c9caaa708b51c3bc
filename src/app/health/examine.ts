import type { Day } from "../../domain/day";
import type { ReadonlyTextMap } from "../../domain/text-map";
import { readCell, textOf } from "../../tables/cells";
import type { Row } from "../../tables/change";
import { followUpsTable } from "../../tables/specs/follow-ups";
import { readProfileSettings } from "../../tables/profile";
import { columnOf } from "../../tables/records";
import type { TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { measureOf, missingColumns, placeOf, yearMissing } from "../today/assemble-today";
import { duplicateIssue } from "../today/judge-customer";
import { customerColumns } from "../fields/customer-columns";
import { CellExaminer } from "./cells";
import { CustomerExaminer, type Found } from "./customers";
import { formulaIssues } from "./formulas";
import { checkedTables, rowAt, rowsIn, type ReadTable, type ReadTables } from "./read";
import type { HealthIssue, HealthReport } from "./report";
import { bare, IssueMaker, type RowPlace, type Surroundings } from "./rows";
import { settingIssues } from "./setting-issues";
import { gathered } from "./sort";
import { idAt, surveying } from "./survey";
import { turnedIn } from "./turned-days";
import type { Measure } from "../today/measure";
import type { WorkbookFacts } from "../workbook/facts";
import type { TableState } from "../workbook/places";

/** Rows looked at between two places to pause. */
const rowsPerStep = 100;

/**
 * Examines every row of every table, with places to pause that tell the share done. Pure: the same cells and the same
 * day give the same report.
 *
 * Customers are judged by the very rules of Today; what these tell is not looked for a second time.
 */
export function* examining(
  asOf: Day,
  facts: WorkbookFacts,
  tables: ReadTables,
  states: readonly TableState[],
): Generator<number, HealthReport, void> {
  const total = 2 * [...tables.values()].reduce((sum, { rowCount }) => sum + rowCount, 1);
  let done = 0;
  const stepsDone = (rows: number) => (done += rows) / total;
  const around = yield* surveying({ asOf, facts, tables, states }, rowsPerStep, stepsDone);

  const settingRows = rowsIn(tables.get("settings"));
  const measure = measureOf(asOf, facts, settingRows, rowsIn(tables.get("holidays")));
  const profile = readProfileSettings(
    settingRows,
    customerColumns(facts),
    placeOf(facts, "customers").headers,
  );
  const found: Found = {
    issues: [
      ...tableIssues(facts, measure, around),
      ...settingIssues(profile, tables.get("settings"), around),
    ],
    latest: new Map(),
    profiles: [],
    unconfirmed: [],
    missingYears: new Set(),
    filled: new Map(),
    turned: new Map(),
  };
  // The log first: customers are held against it.
  const order = [...tables.values()].sort((one, other) => rank(one.table) - rank(other.table));
  for (const read of order) {
    if (read.table === "settings") continue;
    const make = new IssueMaker(read.table, around);
    const cells = new CellExaminer(read, make, around);
    const rows =
      read.table === "customers"
        ? new CustomerExaminer(read, make, around, measure, profile, found)
        : null;
    const seen = new Set<string>();
    let filled = 0;
    for (let row = 0; row < read.rowCount; row += 1) {
      if (row % rowsPerStep === rowsPerStep - 1) yield stepsDone(rowsPerStep);
      if (cells.isBlank(row)) continue;
      filled += 1;
      const id = idAt(read, row);
      const isFirst = id !== "" && !seen.has(id);
      if (id !== "") seen.add(id);
      const at = lazily(() => placeIn(read, row, id, around));
      const told = rows?.examine(row, id, isFirst, at) ?? null;
      if (id === "" && rows === null) found.issues.push(make.about("id-missing", "id", at()));
      if (id !== "" && !isFirst)
        found.issues.push(
          make.from(duplicateIssue(read.table, at().cells, row, placeOf(facts, read.table)), at()),
        );
      cells.examine(row, at, told, found.issues);
      if (read.table === "followUps") noteLatest(found.latest, read, row, around);
    }
    found.filled.set(read.table, filled);
    yield* formulaIssues(read, make, around, found.issues);
    const place = (row: number) => placeIn(read, row, idAt(read, row), around);
    for (const [key, days] of yield* turnedIn(read, make, around, place))
      found.turned.set(key, days);
  }
  for (const year of [...found.missingYears].sort((a, b) => a - b))
    found.issues.push(bare(yearMissing(year, measure)));
  yield 1;
  return yield* gathered({ asOf, facts, tables, profile, states, ...found });
}

/** Rows without anything to tell are never put together. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function placeIn(read: ReadTable, row: number, id: string, { names }: Surroundings): RowPlace {
  const cells = rowAt(read, row);
  return { read, row, cells, id, customer: customerOf(read.table, cells, names) };
}

/** F6: the latest follow-up of each customer in the log; those in the future do not count. */
function noteLatest(
  latest: Map<string, Day>,
  { columns }: ReadTable,
  row: number,
  { asOf, style }: Surroundings,
): void {
  const id = textOf(columns["customerId"]?.[row] ?? null).trim();
  const { value } = readCell(dayColumn, columns["day"]?.[row] ?? null, style.dateSystem);
  if (id === "" || typeof value !== "number") return;
  if (value <= asOf && value > (latest.get(id) ?? -Infinity)) latest.set(id, value as Day);
}

const dayColumn = columnOf(followUpsTable, "day");

function tableIssues(facts: WorkbookFacts, measure: Measure, around: Surroundings): HealthIssue[] {
  const lost = checkedTables(facts).flatMap((table) =>
    missingColumns(
      facts,
      tableSpecs[table],
      tableSpecs[table].columns.map(({ id }) => id),
    ),
  );
  // Rows of Holidays are examined like all others; lost columns are told for every table.
  const ofSettings = measure.issues.filter(({ table }) => table === "settings");
  const make = new IssueMaker("settings", around);
  const nowhere = { read: emptyTable, id: "", customer: "", cells: {} };
  return [...lost.map(bare), ...ofSettings.map((issue) => make.from(issue, nowhere))];
}

const emptyTable: ReadTable = { table: "settings", specs: [], columns: {}, rowCount: 0 };

function rank(table: TableId): number {
  return table === "followUps" ? 0 : table === "customers" ? 1 : 2;
}

function customerOf(table: TableId, cells: Row, names: ReadonlyTextMap<string>): string {
  if (table === "customers") return textOf(cells["name"] ?? null).trim();
  const customerId = textOf(cells["customerId"] ?? null).trim();
  return names.get(customerId) ?? textOf(cells["customerName"] ?? null).trim();
}
