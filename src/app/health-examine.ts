import type { Day } from "../domain/day";
import { verificationOf } from "../domain/verification";
import { dayCell, isBlankCell, readCell, textOf, type CellStyle } from "../tables/cells";
import type { Row } from "../tables/change";
import type { DataIssue } from "../tables/issues";
import {
  filledFields,
  profileFieldsRow,
  readProfileSettings,
  verificationDaysRow,
  type ProfileSettings,
} from "../tables/profile";
import { columnOf, readRecord } from "../tables/records";
import { proposalFor } from "../tables/remedies";
import { ownHeader, type TableId } from "../tables/schema";
import { tableSpecs } from "../tables/tables";
import { customerColumns } from "./customer-columns";
import { duplicateIssue, measureOf, missingColumns, placeOf, yearMissing } from "./assemble-today";
import { formulaIssues } from "./health-formulas";
import { checkedTables, rowAt, type ReadTable, type ReadTables } from "./health-read";
import type { HealthIssue, HealthReport, ProfileOf, Unconfirmed } from "./health-report";
import {
  doubtsOf,
  IssueMaker,
  lostReferences,
  type RowPlace,
  type Surroundings,
} from "./health-rows";
import { gathered } from "./health-sort";
import { judgeCustomer } from "./judge-customer";
import type { Measure } from "./today";
import type { TableState, WorkbookFacts } from "./workbook";

/** Rows examined between two places to pause. */
const rowsPerStep = 200;

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
  const style: CellStyle = { dateSystem: facts.dateSystem, language: facts.language ?? "en" };
  const total = Math.max(1, sum([...tables.values()].map(({ rowCount }) => rowCount)) * 2);
  let done = 0;
  const steps = () => (done += rowsPerStep) / total;

  const settingRows = rowsIn(tables.get("settings"));
  const measure = measureOf(asOf, facts, settingRows, rowsIn(tables.get("holidays")));
  const names = new Map<string, string>();
  const byName = new Map<string, string | null>();
  const ids = new Map<TableId, Map<string, number>>();
  const around: Surroundings = {
    facts,
    asOf,
    style,
    ids,
    states: new Map(states.map((state) => [state.table, state])),
    names,
    byName,
  };
  for (const read of tables.values()) {
    const counts = new Map<string, number>();
    ids.set(read.table, counts);
    for (let row = 0; row < read.rowCount; row += 1) {
      const id = textOf(read.columns["id"]?.[row] ?? null).trim();
      if (id !== "") counts.set(id, (counts.get(id) ?? 0) + 1);
      if (read.table === "customers") {
        const name = textOf(read.columns["name"]?.[row] ?? null).trim();
        if (id !== "" && !names.has(id)) names.set(id, name);
        if (id !== "" && name !== "") byName.set(name, byName.has(name) ? null : id);
      }
      if (row % rowsPerStep === rowsPerStep - 1) yield steps();
    }
  }

  const issues: HealthIssue[] = tableIssues(facts, measure, around);
  const profile = readProfileSettings(
    settingRows,
    customerColumns(facts),
    placeOf(facts, "customers").headers,
  );
  issues.push(...profileIssues(profile, tables.get("settings"), around));

  const latest = new Map<string, Day>();
  const profiles: ProfileOf[] = [];
  const unconfirmed: Unconfirmed[] = [];
  const missingYears = new Set<number>();
  // The log first: customers are held against it.
  const order = [...tables.keys()].sort((one, other) => rank(one) - rank(other));
  for (const table of order) {
    const read = tables.get(table);
    if (read === undefined || table === "settings") continue;
    const make = new IssueMaker(table, around);
    const place = placeOf(facts, table);
    const seen = new Set<string>();
    for (let row = 0; row < read.rowCount; row += 1) {
      if (row % rowsPerStep === rowsPerStep - 1) yield steps();
      const cells = rowAt(read, row);
      if (isBlankRow(cells, read)) continue;
      const id = textOf(cells["id"] ?? null).trim();
      const isFirst = id !== "" && !seen.has(id);
      if (id !== "") seen.add(id);
      const at: RowPlace = { read, row, cells, id, customer: customerOf(table, id, cells, names) };
      const found: DataIssue[] = [];
      if (table === "customers") {
        const view = judgeCustomer(cells, row, isFirst, measure);
        found.push(...view.issues);
        issues.push(...fieldIssues(at, make, around));
        if (view.why.calendarMissing !== null) missingYears.add(view.why.calendarMissing);
        const identified = ids.get(table)?.get(id) === 1;
        const of = { id, name: at.customer, row, identified };
        profiles.push({ ...of, filled: filledFields(cells, profile.fields) });
        const verification = verificationOf(
          { confirmedDay: dayIn("confirmedDay", cells, facts), createdDay: view.createdDay },
          asOf,
          profile.verificationDays,
        );
        if (verification.kind !== "confirmed")
          unconfirmed.push({ ...of, verification, cell: cells["confirmedDay"] ?? null });
        const later = latest.get(id);
        if (later !== undefined && later > (view.lastFollowUp ?? -Infinity))
          issues.push(
            make.about("behind-the-log", "lastFollowUp", at, {
              proposal: { to: dayCell(later, style.dateSystem), kind: "log-day", sure: false },
            }),
          );
      } else {
        const { record, issues: told } = readRecord(tableSpecs[table], cells, row, place);
        found.push(...told);
        if (id === "") issues.push(make.about("id-missing", "id", at));
        const day = record["day"];
        if (table === "followUps" && typeof day === "number") noteLatest(latest, cells, day, asOf);
      }
      if (id !== "" && !isFirst) found.push(duplicateIssue(table, cells, row, place));
      for (const issue of found) issues.push(make.from(issue, at));
      for (const column of pastDays[table] ?? []) {
        const day = dayIn(column, cells, facts, table);
        if (day !== null && day > asOf) issues.push(make.about("day-in-the-future", column, at));
      }
      const told = new Set(found.flatMap(({ column }) => column ?? []));
      for (const issue of lostReferences(at, make, around)) {
        told.add(issue.column ?? "");
        issues.push(issue);
      }
      issues.push(...doubtsOf(at, told, make, around));
    }
    issues.push(...formulaIssues(read, make, around));
  }
  for (const year of [...missingYears].sort((a, b) => a - b))
    issues.push(bare(yearMissing(year, measure)));
  yield 1;
  return gathered({ asOf, facts, tables, issues, profile, profiles, unconfirmed, states });
}

/** Days on which something has happened cannot lie ahead; the last follow-up is looked at by the rules of Today. */
const pastDays: Readonly<Partial<Record<TableId, readonly string[]>>> = {
  customers: ["createdDay", "confirmedDay"],
  followUps: ["day"],
};

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

function profileIssues(
  { unknown, unreadableDays }: ProfileSettings,
  read: ReadTable | undefined,
  around: Surroundings,
): readonly HealthIssue[] {
  if (read === undefined) return [];
  const make = new IssueMaker("settings", around);
  const issueAt = (wanted: string): readonly HealthIssue[] => {
    const row = (read.columns["id"] ?? []).findIndex((cell) => textOf(cell).trim() === wanted);
    if (row < 0) return [];
    const at: RowPlace = { read, row, cells: rowAt(read, row), id: wanted, customer: "" };
    return [make.about("setting-unreadable", "amount", at)];
  };
  return [
    ...(unknown.length > 0 ? issueAt(profileFieldsRow) : []),
    ...(unreadableDays !== null ? issueAt(verificationDaysRow) : []),
  ];
}

function bare(issue: DataIssue): HealthIssue {
  return { ...issue, address: null, customer: "", because: null, proposal: null };
}

function rank(table: TableId): number {
  return table === "followUps" ? 0 : table === "customers" ? 1 : 2;
}

/** What cannot be read in the fields a person has defined: the rules of Today know only our own columns. */
function fieldIssues(at: RowPlace, make: IssueMaker, around: Surroundings): readonly HealthIssue[] {
  return at.read.specs.flatMap((spec) => {
    if (ownHeader(spec.id) === null) return [];
    const cell = at.cells[spec.id] ?? null;
    const { issue } = readCell(spec, cell, around.style.dateSystem);
    if (issue === null) return [];
    return [make.about(issue, spec.id, at, { proposal: proposalFor(spec, cell, around.style) })];
  });
}

/** A row that holds nothing but our own formulas is no row yet. */
function isBlankRow(cells: Row, { specs }: ReadTable): boolean {
  return specs.every(({ id, kind }) => kind === "computed" || isBlankCell(cells[id] ?? null));
}

function customerOf(
  table: TableId,
  id: string,
  cells: Row,
  names: ReadonlyMap<string, string>,
): string {
  if (table === "customers") return textOf(cells["name"] ?? null).trim();
  const customerId = textOf(cells["customerId"] ?? null).trim();
  return names.get(customerId) ?? textOf(cells["customerName"] ?? null).trim();
}

/** F6: follow-ups in the future do not count. */
function noteLatest(latest: Map<string, Day>, cells: Row, day: Day, asOf: Day): void {
  const id = textOf(cells["customerId"] ?? null).trim();
  if (id !== "" && day <= asOf && day > (latest.get(id) ?? -Infinity)) latest.set(id, day);
}

function dayIn(
  column: string,
  cells: Row,
  { dateSystem }: WorkbookFacts,
  table: TableId = "customers",
): Day | null {
  const cell = cells[column] ?? null;
  if (cell === null) return null;
  const { value } = readCell(columnOf(tableSpecs[table], column), cell, dateSystem);
  return typeof value === "number" ? (value as Day) : null;
}

/** Settings and Holidays are a few dozen rows. */
function rowsIn(read: ReadTable | undefined): readonly Row[] {
  return read === undefined
    ? []
    : Array.from({ length: read.rowCount }, (_, row) => rowAt(read, row));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}
