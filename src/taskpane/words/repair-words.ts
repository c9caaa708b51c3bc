import type { FormulaFault } from "../../app/repair/formulas";
import type { ViewWords } from "./view-words";

export interface RepairWords extends ViewWords {
  readonly looking: string;
  readonly nothing: string;
  readonly found: (count: number) => string;
  readonly tables: (tables: string) => string;
  readonly tablesHint: string;
  readonly settings: (rows: string) => string;
  readonly settingsHint: string;
  readonly below: (table: string, rows: number) => string;
  readonly belowHint: string;
  readonly columns: (table: string, columns: string) => string;
  readonly columnsHint: string;
  readonly names: (names: string) => string;
  readonly namesHint: string;
  readonly fault: Readonly<Record<FormulaFault, (header: string, count: number) => string>>;
  readonly faultHint: Readonly<Record<FormulaFault, (customers: string) => string>>;
  readonly readings: string;
  readonly readingsHint: string;
  readonly leftovers: string;
  readonly leftoversHint: string;
  readonly ownValues: string;
  readonly ownValuesHint: string;
  readonly highlight: (found: number, whole: number) => string;
  readonly highlightHint: string;
  readonly widths: (columns: string) => string;
  readonly widthsHint: string;
  readonly lists: (columns: string) => string;
  readonly listsHint: string;
  readonly valuesMode: string;
  readonly repair: (count: number) => string;
  readonly repairing: string;
  readonly choose: string;
  readonly done: (count: number) => string;
  /** What a repair is about, for the audit table. */
  readonly about: (count: number) => string;
  readonly undoHint: string;
  /** Where nothing of a repair is ever taken back. */
  readonly staysHint: string;
  readonly unrecorded: string;
  readonly again: string;
}
