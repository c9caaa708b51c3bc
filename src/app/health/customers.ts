import type { Day } from "../../domain/day";
import { verificationOf } from "../../domain/verification";
import { dayCell, isBlankCell, isErrorValue, readCell, textOf } from "../../tables/cells";
import type { Cell, Row } from "../../tables/change";
import { customersTable, todayColumns } from "../../tables/specs/customers";
import type { ProfileSettings } from "../../tables/profile";
import { columnOf } from "../../tables/records";
import type { TableId } from "../../tables/schema";
import type { ReadTable } from "./read";
import type { HealthIssue, ProfileOf, TurnedDays, Unconfirmed } from "./report";
import type { IssueMaker, RowPlace, Surroundings } from "./rows";
import { judgeCustomer } from "../today/judge-customer";
import type { Measure } from "../today/measure";

/** What the examination of all rows brings together. */
export interface Found {
  readonly issues: HealthIssue[];
  /** The latest follow-up in the log, by customer. */
  readonly latest: Map<string, Day>;
  readonly profiles: ProfileOf[];
  readonly unconfirmed: Unconfirmed[];
  /** F3: years without holidays. */
  readonly missingYears: Set<number>;
  /** How many rows of a table hold something. */
  readonly filled: Map<TableId, number>;
  /** Real days that look turned around, by column. */
  readonly turned: Map<string, TurnedDays>;
}

const confirmedColumn = columnOf(customersTable, "confirmedDay");

/** Judges customers as Today does, and counts how complete (R1) and how fresh (I3) each one's data is. */
export class CustomerExaminer {
  readonly #fields: readonly (readonly Cell[])[];
  readonly #counts: ReturnType<Surroundings["ids"]["get"]>;

  constructor(
    private readonly read: ReadTable,
    private readonly make: IssueMaker,
    private readonly around: Surroundings,
    private readonly measure: Measure,
    private readonly profile: ProfileSettings,
    private readonly found: Found,
  ) {
    this.#fields = profile.fields.map(({ id }) => read.columns[id] ?? []);
    this.#counts = around.ids.get("customers");
  }

  /** @returns the columns of the row of which something is told; null for none */
  examine(
    row: number,
    id: string,
    isFirst: boolean,
    at: () => RowPlace,
  ): ReadonlySet<string> | null {
    const { found, make, measure } = this;
    const view = judgeCustomer(this.#todayCells(row), row, isFirst, measure);
    if (view.why.calendarMissing !== null) found.missingYears.add(view.why.calendarMissing);
    for (const issue of view.issues) found.issues.push(make.from(issue, at()));
    this.#profile(row, id, view.createdDay);
    const later = found.latest.get(id);
    if (later !== undefined && later > (view.lastFollowUp ?? -Infinity)) {
      const to = dayCell(later, this.around.style.dateSystem);
      const proposal = { to, kind: "log-day", sure: false } as const;
      found.issues.push(make.about("behind-the-log", "lastFollowUp", at(), { proposal }));
    }
    if (view.issues.length === 0) return null;
    return new Set(view.issues.flatMap(({ column }) => column ?? []));
  }

  #todayCells(row: number): Row {
    const cells: Record<string, Cell> = {};
    for (const column of todayColumns) {
      const cell = this.read.columns[column]?.[row] ?? null;
      cells[column] = cell === "" ? null : cell;
    }
    return cells;
  }

  #profile(row: number, id: string, createdDay: Day | null): void {
    const { found, profile, around, read } = this;
    const name = textOf(read.columns["name"]?.[row] ?? null).trim();
    const identified = this.#counts?.get(id) === 1;
    let filled = 0;
    for (const cells of this.#fields) {
      const cell = cells[row] ?? null;
      if (!isBlankCell(cell) && !isErrorValue(cell)) filled += 1;
    }
    found.profiles.push({ id, name, row, identified, filled });
    const cell = read.columns["confirmedDay"]?.[row] ?? null;
    const { value } = readCell(confirmedColumn, cell, around.style.dateSystem);
    const confirmedDay = typeof value === "number" ? (value as Day) : null;
    const { verificationDays } = profile;
    const verification = verificationOf(
      { confirmedDay, createdDay },
      around.asOf,
      verificationDays,
    );
    if (verification.kind !== "confirmed")
      found.unconfirmed.push({ id, name, row, identified, verification, cell });
  }
}
