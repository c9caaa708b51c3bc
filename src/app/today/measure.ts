import type { GradeBands } from "../../domain/grade";
import type { WorkCalendar } from "../../domain/workdays";
import type { DataIssue } from "../../tables/issues";
import type { Settings } from "../../tables/read-settings";
import type { TablePlace } from "../../tables/records";

/** What a customer is judged by, worked out once for all of them. */
export interface Measure {
  readonly bands: GradeBands;
  readonly settings: Settings;
  /** F3; null: natural days. */
  readonly calendar: WorkCalendar | null;
  /** Where the customers table is. */
  readonly place: TablePlace;
  /** The name of the Holidays sheet. */
  readonly holidaysSheet: string;
  /** What is wrong with whole tables, columns, settings and holidays. */
  readonly issues: readonly DataIssue[];
}
