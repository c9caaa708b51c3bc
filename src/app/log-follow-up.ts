import type { Channel } from "../domain/channel";
import type { Day } from "../domain/day";
import type { Demand } from "../domain/demand";
import { afterFollowUp, type AfterFollowUp, type FollowUpRefusal } from "../domain/follow-up";
import type { Grade } from "../domain/grade";
import { err, ok, type Result } from "../domain/result";
import { nextFollowUp } from "../domain/cadence";
import { writeCell, type CellStyle } from "../tables/cells";
import type { CellChange, Change } from "../tables/change";
import { customersTable } from "../tables/specs/customers";
import { followUpsTable, type FollowUpRecord } from "../tables/specs/follow-ups";
import type { NewId } from "../tables/ids";
import { columnOf, writeRecord, type MinuteOfDay } from "../tables/records";
import { perform, type Performed, type PerformFailure, type Trace } from "./deeds/perform";
import type { CustomerView } from "./today/customer-view";
import type { Today } from "./today/today";
import type { Workbook } from "./workbook";
import type { WorkbookFacts } from "./workbook/facts";

/** What a person enters when logging a follow-up. Absent means "not asked, leave as it is"; null means "none". */
export interface FollowUpInput {
  readonly channel: Channel;
  readonly said: string;
  readonly day: Day;
  readonly time?: MinuteOfDay | null;
  readonly who?: string;
  readonly demand?: Demand | null;
  readonly expectedClose?: Day | null;
  /** F4: the agreed next day. Absent and null both mean none: a logged follow-up ends an earlier agreement. */
  readonly agreedDay?: Day | null;
  readonly result?: string;
  readonly nextStep?: string;
}

/** A follow-up ready to be written, with what it does to the customer. */
export interface PlannedFollowUp {
  readonly change: Change;
  readonly customerId: string;
  readonly customerName: string;
  readonly followUpId: string;
  readonly gradeBefore: Grade | null;
  readonly gradeAfter: Grade | null;
  readonly next: Day | null;
  /** F6: earlier than the latest follow-up, so "last follow-up" does not move. */
  readonly backDated: boolean;
  /** F3: the year whose holidays are not recorded, so that the roll was left out; null otherwise. */
  readonly calendarMissing: number | null;
}

/** Why a follow-up is not planned. */
export type Refusal =
  | { readonly code: "customer-missing"; readonly id: string }
  /** The row has no id, or shares it with a row above. */
  | { readonly code: "not-identified"; readonly row: number }
  /** `in-the-future` (F6) and `agreed-before-follow-up` (F4). */
  | FollowUpRefusal
  /** A cell of Excel holds at most `limit` characters. */
  | { readonly code: "too-long"; readonly field: LongField; readonly limit: number }
  | { readonly code: "table-missing"; readonly table: "followUps" }
  | { readonly code: "column-missing"; readonly column: string; readonly header: string }
  | { readonly code: "read-only" };

type LongField = "said" | "result" | "nextStep" | "who";

/** The most characters a cell holds, by Excel's specifications. */
export const longestCell = 32_767;

const longFields: readonly LongField[] = ["said", "result", "nextStep", "who"];

/**
 * Journey 2, the thinking: one row for the log and the customer's new demand, close day, last follow-up and agreed
 * day, as one change that can be taken back. Rules G7, F4, F6, I1. Nothing is written yet.
 *
 * The grade and the next day are formulas in the sheet and follow by themselves; the log keeps the grades as text.
 *
 * @returns the change with the grades before and after, or why the follow-up is refused
 */
export function planFollowUp(
  today: Today,
  customerId: string,
  input: FollowUpInput,
  newId: NewId,
): Result<PlannedFollowUp, Refusal> {
  const customer = today.customers.get(customerId);
  if (customer === undefined) return err({ code: "customer-missing", id: customerId });
  if (!customer.identified) return err({ code: "not-identified", row: customer.row });
  if (today.facts.readOnly) return err({ code: "read-only" });
  const log = today.facts.tables.followUps;
  if (log === undefined) return err({ code: "table-missing", table: "followUps" });
  const long = longFields.find((field) => (input[field] ?? "").length > longestCell);
  if (long !== undefined) return err({ code: "too-long", field: long, limit: longestCell });

  const { calendar, settings } = today.customers.measure;
  const followed = afterFollowUp(customer, input, today.asOf, { ...settings, calendar });
  if (!followed.ok) return followed;
  const after = followed.value;

  const style: CellStyle = {
    dateSystem: today.facts.dateSystem,
    language: today.facts.language ?? "en",
  };
  const moved = movedFacts(customer, after, style);
  const bound = today.facts.tables.customers?.columns ?? {};
  const unbound = Object.keys(moved).find((column) => bound[column] === undefined);
  if (unbound !== undefined) {
    const header = columnOf(customersTable, unbound).title[style.language];
    return err({ code: "column-missing", column: unbound, header });
  }

  const followUpId = newId("F");
  const cells = writeRecord(followUpsTable, logged(followUpId, customer, input, after), style);
  const kept = Object.entries(cells).filter(([column]) => log.columns[column] !== undefined);
  return ok({
    change: {
      added: [{ table: "followUps", id: followUpId, cells: Object.fromEntries(kept) }],
      updated:
        Object.keys(moved).length === 0
          ? []
          : [{ table: "customers", id: customer.id, cells: moved }],
      removed: [],
    },
    customerId: customer.id,
    customerName: customer.name,
    followUpId,
    gradeBefore: after.gradeBefore.grade,
    gradeAfter: after.gradeAfter.grade,
    ...nextDay(customer, after, today),
    backDated: after.lastFollowUp > input.day,
  });
}

/**
 * Journey 2, the writing: one commit with its audit rows (P4), two round trips. On success
 * `afterChange(today, planned.change)` is the new Today. On a conflict nothing is written.
 */
export function logFollowUp(
  workbook: Workbook,
  facts: WorkbookFacts,
  { change, customerId, customerName }: PlannedFollowUp,
  trace: Trace,
): Promise<Result<Performed, PerformFailure>> {
  const deed = { kind: "follow-up", about: customerName, customerId } as const;
  return perform(workbook, facts, deed, [change], trace);
}

const followedFacts = ["demand", "expectedClose", "lastFollowUp", "agreedDay"] as const;

/** Only what the follow-up moves: a cell that could not be read stays as it is unless it gets a new value. */
function movedFacts(
  customer: CustomerView,
  after: AfterFollowUp,
  style: CellStyle,
): Readonly<Record<string, CellChange>> {
  return Object.fromEntries(
    followedFacts
      .filter((fact) => after[fact] !== customer[fact])
      .map((fact) => [
        fact,
        {
          from: customer.cells[fact] ?? null,
          to: writeCell(columnOf(customersTable, fact), after[fact], style),
        },
      ]),
  );
}

function logged(
  id: string,
  customer: CustomerView,
  input: FollowUpInput,
  after: AfterFollowUp,
): FollowUpRecord {
  return {
    id,
    customerId: customer.id,
    customerName: customer.name,
    day: input.day,
    time: input.time ?? null,
    channel: input.channel,
    who: input.who ?? "",
    said: input.said,
    result: input.result ?? "",
    nextStep: input.nextStep ?? "",
    demandBefore: customer.demand,
    demandAfter: after.demand,
    gradeBefore: after.gradeBefore.grade,
    gradeAfter: after.gradeAfter.grade,
    agreedDay: input.agreedDay ?? null,
  };
}

/** F3: without the year's holidays the natural day is shown and the year told, as Today does. */
function nextDay(
  customer: CustomerView,
  after: AfterFollowUp,
  { settings }: Today,
): Pick<PlannedFollowUp, "next" | "calendarMissing"> {
  if (after.next.ok) return { next: after.next.value, calendarMissing: null };
  const natural = nextFollowUp({
    grade: after.gradeAfter.grade,
    lastFollowUp: after.lastFollowUp,
    createdDay: customer.createdDay,
    agreedDay: after.agreedDay,
    cadences: settings.cadences,
    calendar: null,
  });
  return { next: natural.ok ? natural.value : null, calendarMissing: after.next.error.year };
}
