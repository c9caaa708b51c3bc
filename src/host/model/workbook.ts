import type { Area } from "./address";
import type { Binding } from "./binding";
import type { KeptFile } from "./kept";
import type { NamedStyle } from "./named-style";
import { Sheet } from "./sheet";
import type { Table } from "./table";
import type { Unmodelled } from "./unmodelled";

export interface DefinedName {
  name: string;
  /** What the name stands for, as a formula with its "=": a reference, a constant or an expression. */
  formula: string;
  /** The sheet whose name it is; null for the workbook's. */
  sheetId: string | null;
  visible: boolean;
  comment: string;
  /** Marks of macro functions and the like. */
  readonly unmodelled?: Unmodelled;
}

export interface Selection {
  readonly sheetId: string;
  readonly areas: readonly Area[];
  readonly active: { readonly row: number; readonly column: number };
}

/** The whole workbook: plain data, no behaviour beyond identity. Rooms above it edit, calculate, serve and save it. */
export class Workbook {
  readonly sheets: Sheet[] = [];
  readonly names: DefinedName[] = [];
  /** Places add-ins have bound, for the session only: a file keeps them no longer. */
  readonly bindings: Binding[] = [];
  /** Settings of the add-in, as the file keeps them (a web extension part). */
  readonly settings = new Map<string, unknown>();
  /** Named styles people or add-ins made or changed; Excel's own are built in. */
  readonly styles = new Map<string, NamedStyle>();
  /** Null where sheets may be added, deleted, moved and renamed. */
  protection: { readonly password: string | null } | null = null;
  iterativeCalculation = { enabled: false, maxIteration: 100, maxChange: 0.001 };
  readonly xmlParts = new Map<string, string>();
  readonly properties = new Map<string, string | number | boolean | null>();
  fileName = "";
  date1904 = false;
  readOnly = false;
  /** Whether something has changed since the workbook was opened or saved, and whether it was ever saved here. */
  isDirty = false;
  wasSaved = false;
  /** Whether its formulas hold results that stand until what they read changes, as those of a file Excel calculated. */
  resultsStand = false;
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual" = "Automatic";
  activeSheetId = "";
  selection: Selection | null = null;
  /** The chart the person has chosen in place of cells. */
  activeChart: { readonly sheetId: string; readonly chartId: string } | null = null;
  /** Sheets whose protection the person has paused, and editable ranges opened by password; for the session only. */
  readonly paused = new Set<string>();
  /** Null for a workbook that was not opened from a file. */
  kept: KeptFile | null = null;
  #nextSheet = 1;
  #nextTable = 1;

  addSheet(name: string, at = this.sheets.length): Sheet {
    const serial = (this.#nextSheet++).toString(16).padStart(4, "0").toUpperCase();
    const sheet = new Sheet(`{00000000-${serial}-0000-0000-000000000000}`, name);
    this.sheets.splice(at, 0, sheet);
    if (this.activeSheetId === "") this.activeSheetId = sheet.id;
    return sheet;
  }

  /** Adds a sheet under an id it already has (a snapshot's), and keeps ids given out next ahead of it. */
  restoreSheet(id: string, name: string): Sheet {
    const serial = Number.parseInt(id.slice(10, 14), 16);
    if (Number.isFinite(serial)) this.#nextSheet = Math.max(this.#nextSheet, serial + 1);
    const sheet = new Sheet(id, name);
    this.sheets.push(sheet);
    return sheet;
  }

  nextTableId(): number {
    return this.#nextTable++;
  }

  /** Keeps ids from a file ahead of the ones given out next. */
  reserveTableId(id: number): void {
    this.#nextTable = Math.max(this.#nextTable, id + 1);
  }

  sheetById(id: string): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === id);
  }

  /** Sheet names are compared without case, as Excel does. */
  sheetByName(name: string): Sheet | undefined {
    const wanted = name.toLowerCase();
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === wanted);
  }

  *tables(): Iterable<{ sheet: Sheet; table: Table }> {
    for (const sheet of this.sheets) for (const table of sheet.tables) yield { sheet, table };
  }

  tableByName(name: string): { sheet: Sheet; table: Table } | undefined {
    const wanted = name.toLowerCase();
    for (const entry of this.tables()) if (entry.table.name.toLowerCase() === wanted) return entry;
    return undefined;
  }
}
