import type { Day } from "../../domain/day";
import type { DataIssue } from "../../tables/issues";
import type { Settings } from "../../tables/read-settings";
import type { WorkbookFacts } from "../workbook/facts";
import type { CustomerList, ReadonlyCustomers } from "./customers";

/** Today 今日跟进: every customer judged as of one day, and the lists a person works through. */
export interface Today {
  readonly asOf: Day;
  readonly facts: WorkbookFacts;
  readonly settings: Settings;
  /** By id, in the sheet's order. A row without a usable id goes under `#` and its row number: see `identified`. */
  readonly customers: ReadonlyCustomers;
  /** F5: longest overdue first, then grade, then name. */
  readonly overdue: CustomerList;
  readonly dueToday: CustomerList;
  /** Nearest day first. */
  readonly soon: CustomerList;
  /** G5 and everyone else without a next day; listed apart, never dropped. */
  readonly ungraded: CustomerList;
  /** Due later than soon, in the sheet's order. */
  readonly later: CustomerList;
  /** Everything the rules cannot read, tables first, then customers in the sheet's order. */
  readonly issues: readonly DataIssue[];
}
