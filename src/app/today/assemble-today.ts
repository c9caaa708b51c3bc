import { gradeBands } from "../../domain/grade";
import type { Day } from "../../domain/day";
import { workCalendar, type CalendarEntry, type WorkCalendar } from "../../domain/workdays";
import type { Row } from "../../tables/change";
import { customersTable, todayColumns } from "../../tables/specs/customers";
import { holidaysTable } from "../../tables/specs/holidays";
import { dataIssue, type DataIssue } from "../../tables/issues";
import { readSettings } from "../../tables/read-settings";
import { readRecord, type TablePlace } from "../../tables/records";
import type { TableId, TableSpec } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { CustomerList, Customers } from "./customers";
import type { Place } from "./known-columns";
import { atOnce } from "../slices";
import { sorting } from "../../domain/sorting";
import type { CustomerView } from "./customer-view";
import type { Measure } from "./measure";
import type { Today } from "./today";
import type { WorkbookFacts } from "../workbook/facts";
import type { ColumnsAnswer } from "../workbook/reading";

/** Today from whole columns as they were read. Pure: the same cells and the same day give the same Today. */
export function assembleToday(
  asOf: Day,
  facts: WorkbookFacts,
  answers: readonly ColumnsAnswer[],
): Today {
  return atOnce(assemblingToday(asOf, facts, answers));
}

/** The same with places to pause that tell the share done, so that 100,000 customers do not hold the pane up. */
export function* assemblingToday(
  asOf: Day,
  facts: WorkbookFacts,
  answers: readonly ColumnsAnswer[],
): Generator<number, Today, void> {
  const answer = (table: TableId) => answers.find((each) => each.table === table);
  const rows = (table: TableId) => rowsOf(answer(table));
  const measure = measureOf(asOf, facts, rows("settings"), rows("holidays"));
  const customers = yield* judging(rowReader(answer("customers")), measure);
  return yield* listing(asOf, facts, customers);
}

/** What customers are judged by, from the rows of Settings and Holidays. */
export function measureOf(
  asOf: Day,
  facts: WorkbookFacts,
  settingRows: readonly Row[],
  holidayRows: readonly Row[],
): Measure {
  const { settings, issues: settingIssues } = readSettings(settingRows, placeOf(facts, "settings"));
  const holidays = settings.workdayRoll
    ? readCalendar(holidayRows, placeOf(facts, "holidays"))
    : { calendar: null, issues: [] };
  return {
    bands: gradeBands(asOf, settings.horizons),
    settings,
    calendar: holidays.calendar,
    place: placeOf(facts, "customers"),
    holidaysSheet: placeOf(facts, "holidays").sheet,
    issues: [
      ...missingColumns(facts, customersTable, todayColumns),
      ...settingIssues,
      ...holidays.issues,
    ],
  };
}

/** Rows between two places to pause: a few milliseconds' work. */
const pieceOfRows = 500;

function* judging(
  { columns, count, rowAt }: RowReader,
  measure: Measure,
): Generator<number, Customers, void> {
  const customers = new Customers(columns, measure);
  for (let row = 0; row < count; row += 1) {
    if (row % pieceOfRows === 0) yield (0.8 * row) / count;
    customers.add(rowAt(row), row);
  }
  return customers;
}

/** The lists of Today from judged customers. */
export function* listing(
  asOf: Day,
  facts: WorkbookFacts,
  customers: Customers,
): Generator<number, Today, void> {
  const lists: Record<CustomerView["state"]["kind"], Place[]> = {
    overdue: [],
    today: [],
    soon: [],
    ungraded: [],
    later: [],
  };
  for (let place = 0; place < customers.size; place += 1) {
    lists[customers.known(place, "kind")].push(place);
    if (place % pieceOfPlaces === 0) yield 0.8;
  }
  const { measure } = customers;
  return {
    asOf,
    facts,
    settings: measure.settings,
    customers,
    overdue: yield* inOrder(customers, lists.overdue, 0.85),
    dueToday: yield* inOrder(customers, lists.today, 0.9),
    soon: yield* inOrder(customers, lists.soon, 0.95),
    ungraded: yield* inOrder(customers, lists.ungraded, 1),
    later: new CustomerList(customers, lists.later),
    issues: allIssues(customers),
  };
}

/** Customers looked through between two places to pause. */
const pieceOfPlaces = 10_000;

function* inOrder(
  customers: Customers,
  places: readonly Place[],
  share: number,
): Generator<number, CustomerList, void> {
  const work = sorting(places, (one, other) => customers.byDueDay(one, other));
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return new CustomerList(customers, step.value);
    yield share;
  }
}

/** The issues of tables and customers; F3's missing years once each, not once per customer. */
export function allIssues(customers: Customers): readonly DataIssue[] {
  const { measure } = customers;
  return [
    ...measure.issues,
    ...customers.issues(),
    ...customers.missingYears().map((year) => yearMissing(year, measure)),
  ];
}

/** F3: the issue that a year's holidays are not recorded. */
export function yearMissing(year: number, { holidaysSheet }: Measure): DataIssue {
  return dataIssue("calendar-unknown", {
    table: "holidays",
    sheet: holidaysSheet,
    id: null,
    row: null,
    column: null,
    header: null,
    found: year,
  });
}

/** Where a table is, for reading its cells. */
export function placeOf(facts: WorkbookFacts, table: TableId): TablePlace {
  const found = facts.tables[table];
  return {
    sheet: found?.sheet ?? tableSpecs[table].title[facts.language ?? "en"],
    headers: Object.fromEntries(
      Object.entries(found?.columns ?? {}).map(([column, { header }]) => [column, header]),
    ),
    dateSystem: facts.dateSystem,
  };
}

/** The rows of columns that were read. */
export function rowsOf(answer: ColumnsAnswer | undefined): readonly Row[] {
  const { count, rowAt } = rowReader(answer);
  return Array.from({ length: count }, (_, row) => rowAt(row));
}

export interface RowReader {
  readonly columns: readonly string[];
  readonly count: number;
  readonly rowAt: (row: number) => Row;
}

/** The rows of columns that were read, one by one. */
export function rowReader(answer: ColumnsAnswer | undefined): RowReader {
  const columns = Object.entries(answer?.columns ?? {});
  return {
    columns: columns.map(([column]) => column),
    count: Math.max(0, ...columns.map(([, cells]) => cells.length)),
    rowAt: (row) => {
      const cells: Record<string, Row[string]> = {};
      for (const [column, values] of columns) {
        // An empty text is what a formula answers for "nothing".
        const value = values[row] ?? null;
        cells[column] = value === "" ? null : value;
      }
      return cells;
    },
  };
}

/** F3: rows that cannot be read are told and left out; the others count. */
function readCalendar(
  rows: readonly Row[],
  place: TablePlace,
): { readonly calendar: WorkCalendar; readonly issues: readonly DataIssue[] } {
  const entries: CalendarEntry[] = [];
  const issues: DataIssue[] = [];
  rows.forEach((cells, row) => {
    const { record, issues: found } = readRecord(holidaysTable, cells, row, place);
    if (record.day !== null && record.kind !== null)
      entries.push({ day: record.day, kind: record.kind });
    issues.push(...found);
  });
  return { calendar: workCalendar(entries), issues };
}

/** The essential columns of a table, out of those named, that it has lost. */
export function missingColumns(
  facts: WorkbookFacts,
  table: TableSpec,
  wanted: readonly string[],
): readonly DataIssue[] {
  const found = facts.tables[table.id];
  const language = facts.language ?? "en";
  return wanted.flatMap((id) => {
    const column = table.columns.find((entry) => entry.id === id);
    if (column === undefined || !column.essential || found?.columns[id] !== undefined) return [];
    return dataIssue("column-missing", {
      table: table.id,
      sheet: found?.sheet ?? table.title[language],
      id: null,
      row: null,
      column: id,
      header: column.title[language],
      found: null,
    });
  });
}
