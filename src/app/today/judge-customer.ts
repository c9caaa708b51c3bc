import { nextFollowUp } from "../../domain/cadence";
import type { Day } from "../../domain/day";
import { followUpState } from "../../domain/follow-up-state";
import { gradeWithin, type Graded } from "../../domain/grade";
import { textOf } from "../../tables/cells";
import type { Row } from "../../tables/change";
import { todayTable } from "../../tables/specs/customers";
import { dataIssue, type DataIssue, type DataIssueCode } from "../../tables/issues";
import { readRecord, type TablePlace } from "../../tables/records";
import type { TableId } from "../../tables/schema";
import type { CustomerView, Why } from "./customer-view";
import type { Measure } from "./measure";

/**
 * Grades a customer, dates the next follow-up and says why: rules G1–G6, F1–F5.
 *
 * @param identified - whether the row's id is its own; otherwise it is listed under its row number
 */
export function judgeCustomer(
  cells: Row,
  row: number,
  identified: boolean,
  measure: Measure,
): CustomerView {
  const { record, issues } = readRecord(todayTable, cells, row, measure.place);
  const graded = gradeWithin(measure.bands, record.demand, record.expectedClose);
  const { next, calendarMissing } = dueDay(record, graded, measure);
  const { settings } = measure;
  return {
    id: identified ? record.id : `#${row + 1}`,
    name: record.name,
    grade: graded.grade,
    next,
    state: followUpState({
      grade: graded.grade,
      next,
      asOf: measure.bands.asOf,
      dueSoonDays: settings.dueSoonDays,
      steps: settings.steps,
    }),
    why: {
      basis: basisOf(record, graded),
      cadence: graded.grade === null ? null : settings.cadences[graded.grade],
      since: record.lastFollowUp ?? record.createdDay,
      reestimate: graded.reestimate,
      ungradedBecause: graded.issue,
      calendarMissing,
    },
    demand: record.demand,
    dealStatus: record.dealStatus,
    owner: record.owner,
    expectedClose: record.expectedClose,
    lastFollowUp: record.lastFollowUp,
    agreedDay: record.agreedDay,
    createdDay: record.createdDay,
    row,
    identified,
    cells,
    issues: withRuleIssues(issues, cells, row, graded, record, measure),
  };
}

interface DueFacts {
  readonly lastFollowUp: Day | null;
  readonly createdDay: Day | null;
  readonly agreedDay: Day | null;
}

/** F3: where a year's holidays are not recorded, the natural day stands in and the year is told. */
function dueDay(
  facts: DueFacts,
  { grade }: Graded,
  { settings, calendar }: Measure,
): { readonly next: Day | null; readonly calendarMissing: number | null } {
  const { lastFollowUp, createdDay, agreedDay } = facts;
  const asked = { grade, lastFollowUp, createdDay, agreedDay, cadences: settings.cadences };
  const rolled = nextFollowUp({ ...asked, calendar });
  if (rolled.ok) return { next: rolled.value, calendarMissing: null };
  const natural = nextFollowUp({ ...asked, calendar: null });
  return { next: natural.ok ? natural.value : null, calendarMissing: rolled.error.year };
}

function basisOf(facts: DueFacts, { grade }: Graded): Why["basis"] {
  if (facts.agreedDay !== null) return "agreed";
  if (grade === null) return "ungraded";
  if (facts.lastFollowUp !== null) return "cadence";
  return facts.createdDay === null ? "no-start" : "created";
}

/** Adds what only the rules can tell: a missing name, demand or close day (G5), a last follow-up still to come (F6). */
function withRuleIssues(
  issues: readonly DataIssue[],
  cells: Row,
  row: number,
  graded: Graded,
  record: { readonly id: string; readonly name: string; readonly lastFollowUp: Day | null },
  { place, bands }: Measure,
): readonly DataIssue[] {
  const add = (code: DataIssueCode, column: string): DataIssue =>
    dataIssue(code, {
      table: "customers",
      sheet: place.sheet,
      id: record.id === "" ? null : record.id,
      row,
      column,
      header: place.headers[column] ?? null,
      found: cells[column] ?? null,
    });
  const told = (column: string) =>
    issues.some((issue) => issue.column === column && issue.severity !== "notes");
  const more: DataIssue[] = [];
  if (record.id === "") more.push(add("id-missing", "id"));
  if (record.name.trim() === "") more.push(add("name-missing", "name"));
  if (record.lastFollowUp !== null && record.lastFollowUp > bands.asOf)
    more.push(add("day-in-the-future", "lastFollowUp"));
  if (graded.issue === "close-day-missing" && !told("expectedClose"))
    more.push(add("close-day-missing", "expectedClose"));
  if (graded.issue === "demand-missing" && !told("demand"))
    more.push(add("demand-missing", "demand"));
  return more.length === 0 ? issues : [...issues, ...more];
}

/** The id in a row's cells; "" where there is none. */
export function idIn(cells: Row): string {
  return textOf(cells["id"] ?? null).trim();
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
    id: idIn(cells),
    row,
    column: "id",
    header: headers["id"] ?? null,
    found: cells["id"] ?? null,
  });
}
