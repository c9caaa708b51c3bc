import { gradeBands, gradeLetters } from "../../domain/grade";
import type { Day } from "../../domain/day";
import { TextMap, type ReadonlyTextMap } from "../../domain/text-map";
import { workCalendar, type CalendarEntry, type WorkCalendar } from "../../domain/workdays";
import { isBlankCell, textOf } from "../../tables/cells";
import type { Row } from "../../tables/change";
import { customersTable, todayColumns } from "../../tables/specs/customers";
import { holidaysTable } from "../../tables/specs/holidays";
import { dataIssue, type DataIssue } from "../../tables/issues";
import { readSettings } from "../../tables/read-settings";
import { readRecord, type TablePlace } from "../../tables/records";
import type { TableId, TableSpec } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { judgeCustomer } from "./judge-customer";
import { atOnce } from "../slices";
import { sorting } from "../../domain/sorting";
import type { CustomerView, Measure, Today } from "./today";
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
  const { count, rowAt } = rowReader(answer("customers"));
  const customers = yield* judging(count, rowAt, measure);
  return yield* listing(asOf, facts, measure, customers);
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
  count: number,
  rowAt: (row: number) => Row,
  measure: Measure,
): Generator<number, ReadonlyTextMap<CustomerView>, void> {
  const customers = new TextMap<CustomerView>();
  for (let row = 0; row < count; row += 1) {
    if (row % pieceOfRows === 0) yield (0.8 * row) / count;
    judgeInto(customers, rowAt(row), row, measure);
  }
  return customers;
}

/** Judges the row after those that were judged before it. A totally blank one is no customer. */
export function judgeInto(
  customers: TextMap<CustomerView>,
  cells: Row,
  row: number,
  measure: Measure,
): void {
  if (Object.values(cells).every(isBlankCell)) return;
  const id = textOf(cells["id"] ?? null).trim();
  const identified = id !== "" && !customers.has(id);
  const view = judgeCustomer(cells, row, identified, measure);
  customers.set(view.id, id === "" || identified ? view : withDuplicateIssue(view, measure));
}

/** The lists of Today from judged customers. */
export function* listing(
  asOf: Day,
  facts: WorkbookFacts,
  measure: Measure,
  customers: ReadonlyTextMap<CustomerView>,
): Generator<number, Today, void> {
  const lists: Record<CustomerView["state"]["kind"], CustomerView[]> = {
    overdue: [],
    today: [],
    soon: [],
    ungraded: [],
    later: [],
  };
  let seen = 0;
  for (const view of customers.values()) {
    lists[view.state.kind].push(view);
    if ((seen += 1) % pieceOfViews === 0) yield 0.8;
  }
  return {
    asOf,
    facts,
    settings: measure.settings,
    customers,
    overdue: yield* inOrder(lists.overdue, 0.85),
    dueToday: yield* inOrder(lists.today, 0.9),
    soon: yield* inOrder(lists.soon, 0.95),
    ungraded: yield* inOrder(lists.ungraded, 1),
    later: lists.later.length,
    issues: yield* gatheringIssues(measure, customers),
    measure,
  };
}

/** Judged customers looked through between two places to pause. */
const pieceOfViews = 10_000;

function* inOrder(
  views: readonly CustomerView[],
  share: number,
): Generator<number, readonly CustomerView[], void> {
  const work = sorting(views, byDueDay);
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    yield share;
  }
}

/**
 * The order of every list: the earliest day first (the longest overdue), then grade, then name (those without one last),
 * then id, so that no two customers tie. Names compare by code unit, which is the same in every engine and language.
 */
export function byDueDay(a: CustomerView, b: CustomerView): number {
  return (
    (a.next ?? Infinity) - (b.next ?? Infinity) ||
    gradeRank(a) - gradeRank(b) ||
    Number(a.name === "") - Number(b.name === "") ||
    compareText(a.name, b.name) ||
    compareText(a.id, b.id)
  );
}

/** The issues of tables and customers; F3's missing years once each, not once per customer. */
export function allIssues(
  measure: Measure,
  customers: ReadonlyTextMap<CustomerView>,
): readonly DataIssue[] {
  return atOnce(gatheringIssues(measure, customers));
}

function* gatheringIssues(
  measure: Measure,
  customers: ReadonlyTextMap<CustomerView>,
): Generator<number, readonly DataIssue[], void> {
  const issues = [...measure.issues];
  const years = new Set<number>();
  let seen = 0;
  for (const view of customers.values()) {
    if ((seen += 1) % pieceOfViews === 0) yield 1;
    for (const issue of view.issues) issues.push(issue);
    if (view.why.calendarMissing !== null) years.add(view.why.calendarMissing);
  }
  for (const year of [...years].sort((a, b) => a - b)) issues.push(yearMissing(year, measure));
  return issues;
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

/** The rows of columns that were read, one by one. */
export function rowReader(answer: ColumnsAnswer | undefined): {
  readonly count: number;
  readonly rowAt: (row: number) => Row;
} {
  const columns = Object.entries(answer?.columns ?? {});
  return {
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

function withDuplicateIssue(view: CustomerView, { place }: Measure): CustomerView {
  return {
    ...view,
    issues: [...view.issues, duplicateIssue("customers", view.cells, view.row, place)],
  };
}

/** The issue that a row shares its id with one above. */
export function duplicateIssue(
  table: TableId,
  cells: Row,
  row: number,
  { sheet, headers }: TablePlace,
): DataIssue {
  return dataIssue("id-duplicate", {
    table,
    sheet,
    id: textOf(cells["id"] ?? null).trim(),
    row,
    column: "id",
    header: headers["id"] ?? null,
    found: cells["id"] ?? null,
  });
}

function gradeRank({ grade }: CustomerView): number {
  return grade === null ? gradeLetters.length : gradeLetters.indexOf(grade);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
