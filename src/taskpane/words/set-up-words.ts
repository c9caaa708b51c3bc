import type { ProposedColumn } from "../../app/set-up/proposal";
import type { SheetLook } from "../../tables/import/recognise";
import type { ViewWords } from "./view-words";

export interface SetUpWords extends ViewWords {
  readonly adopt: string;
  readonly adoptHint: string;
  readonly create: string;
  readonly createHint: string;
  readonly createStart: string;
  readonly useSelection: string;
  readonly lacking: (titles: string) => string;
  readonly restoreHint: string;
  readonly looking: string;
  readonly reading: string;
  /** The cells are being read by the rules. */
  readonly planning: string;
  readonly working: string;
  readonly workingHint: string;
  readonly cancelling: string;
  readonly found: (columns: number, place: string) => string;
  readonly foundTable: (table: string, place: string) => string;
  readonly headerRow: string;
  readonly headerRowHint: string;
  readonly rowNumber: (row: number) => string;
  readonly mapping: string;
  readonly mappingHint: string;
  readonly meaningOf: (header: string) => string;
  readonly ownColumn: string;
  readonly rowsBelow: (rows: number) => string;
  readonly rowsBelowHint: string;
  /** The sheet seems to be about something else than customers. */
  readonly otherSheet: Readonly<
    Record<Exclude<SheetLook, "customers">, { readonly what: string; readonly remedy: string }>
  >;
  readonly amountUnit: (unit: number) => string;
  /** Why a column of amounts is not used where its sheet stays as it is. */
  readonly keptForUnit: (unit: number) => string;
  readonly noHeader: (index: number) => string;
  readonly because: Readonly<Record<NonNullable<ProposedColumn["because"]>, string>>;
  readonly chosen: string;
  readonly confidence: Readonly<Record<"sure" | "likely" | "unsure", string>>;
  readonly samples: string;
  readonly renamed: (to: string) => string;
  readonly plan: string;
  readonly planCustomers: (count: number) => string;
  readonly planBlankRows: (count: number) => string;
  readonly planUsed: (headers: string) => string;
  readonly planAdded: (headers: string) => string;
  readonly planKept: (headers: string) => string;
  readonly planTables: (sheets: string) => string;
  readonly planBecomesTable: string;
  readonly planIds: (count: number) => string;
  readonly planRenamed: (from: string, to: string) => string;
  readonly nothingLost: string;
  readonly cellsToMend: (count: number) => string;
  readonly cellsToMendHint: string;
  readonly more: (count: number) => string;
  readonly problems: (count: number) => string;
  readonly start: string;
  readonly again: string;
  readonly done: string;
  readonly doneHint: string;
  /** Said of tables that hold no customer yet. */
  readonly doneBlankHint: string;
  readonly doneTable: (title: string, sheet: string) => string;
  readonly toToday: string;
}
