import type { Day } from "../../domain/day";
import type { ProfileSettings } from "../../tables/profile";
import { placeOf } from "../today/assemble-today";
import type { ReadTables } from "./read";
import { ordered } from "./day-orders";
import { inOrder } from "./in-order";
import { kindsOf } from "./kinds";
import type { HealthIssue, HealthReport, ProfileOf, ProfileReport, Unconfirmed } from "./report";
import type { TurnedColumns } from "./turned-days";
import type { TableId } from "../../tables/schema";
import type { WorkbookFacts } from "../workbook/facts";
import type { TableState } from "../workbook/places";

/** What the examination of all rows has brought together. */
export interface Examined {
  readonly asOf: Day;
  readonly facts: WorkbookFacts;
  readonly tables: ReadTables;
  readonly issues: readonly HealthIssue[];
  readonly profile: ProfileSettings;
  readonly profiles: readonly ProfileOf[];
  readonly unconfirmed: readonly Unconfirmed[];
  readonly states: readonly TableState[];
  readonly filled: ReadonlyMap<TableId, number>;
  readonly turned: TurnedColumns;
}

/** The report: kinds, customers and days in the order a person works through them. Pauses between them. */
export function* gathered(examined: Examined): Generator<number, HealthReport, void> {
  const { asOf, facts, tables, filled, profile, profiles, unconfirmed, states, turned } = examined;
  const read = [...tables.values()];
  const style = { dateSystem: facts.dateSystem, language: facts.language ?? "en" } as const;
  const { issues, dayColumns } = yield* ordered(examined.issues, [], turned, {
    facts,
    style,
  });
  const kinds = yield* kindsOf(issues, filled);
  const completeness = yield* profileReport(profile, profiles, facts);
  yield 1;
  const overdue = ({ verification }: Unconfirmed) =>
    verification.kind === "never" ? Infinity : verification.overdue;
  const longestFirst = yield* inOrder(unconfirmed, (each) => -overdue(each));
  yield 1;
  return {
    asOf,
    facts,
    customers: profiles.length,
    rows: read.reduce((sum, { rowCount }) => sum + rowCount, 0),
    cells: read.reduce((sum, { rowCount, specs }) => sum + rowCount * specs.length, 0),
    kinds,
    dayColumns,
    filled,
    formulasChecked: states.every(({ gaps }) => gaps !== null),
    profile: completeness,
    unconfirmed: longestFirst,
    verificationDays: profile.verificationDays,
  };
}

/** Customers counted between two places to pause. */
const profilesPerStep = 1_000;

function* profileReport(
  { fields }: ProfileSettings,
  profiles: readonly ProfileOf[],
  facts: WorkbookFacts,
): Generator<number, ProfileReport, void> {
  const { headers } = placeOf(facts, "customers");
  const byFilled = yield* inOrder(profiles, (each) => each.filled);
  let filled = 0;
  for (const [at, each] of byFilled.entries()) {
    if (at % profilesPerStep === profilesPerStep - 1) yield 1;
    filled += each.filled;
  }
  const all = profiles.length * fields.length;
  return {
    fields: fields.map(({ id }) => headers[id] ?? id),
    average: all === 0 ? null : filled / all,
    customers: byFilled,
  };
}
