import type { Result } from "../domain/result";
import type { Cell, Change, Row, WholeRow } from "../tables/change";
import type { OwnField } from "../tables/fields";
import type { HighlightRule } from "../tables/highlight";
import type { Language, TableId } from "../tables/schema";
import type { ShareMode } from "../tables/specs/shared-columns";
import type { NotFetched } from "./later";
import type { ExpectedStructure, StructureFaults, StructureMending } from "./repair/structure";
import type {
  FormulasAnswer,
  FormulasRequest,
  FormulaSwitch,
  FrozenColumns,
  Switched,
} from "./share/formulas";
import type { Sharing } from "./share/sharing";
import type { Watcher } from "./slices";

/**
 * The port to the workbook: what the use cases need of Excel, in the words of tables, rows and ids.
 * `excel/` implements it; nothing else in the add-in knows ranges or round trips.
 */
export interface Workbook extends Sharing<WorkbookFailure> {
  /** Which of our tables the workbook has, how their columns are bound, and the workbook's facts. One round trip. */
  describe(): Promise<Result<WorkbookFacts, WorkbookFailure>>;

  /**
   * Whole columns of tables as raw cells, only the columns named. Chunked by estimated bytes (≤ 4 MB each way);
   * all small tables travel in one trip.
   *
   * @param onProgress - hears the share of the rows read, also while Excel is busy with a trip; it may go back where a
   * table moves meanwhile
   * @param cutting - "steady" (unless said otherwise): trips of about a quarter of a second each, so that a long reading
   * is seen to go on; "few": as few trips as the bytes allow
   */
  readColumns(
    requests: readonly ColumnsRequest[],
    onProgress?: (share: number) => void,
    cutting?: "few" | "steady",
  ): Promise<Result<readonly ColumnsAnswer[], WorkbookFailure>>;

  /**
   * The rows of tables in which one column holds a value, with all columns as raw cells: the last `limit` of them, in
   * the sheet's order. A person's own columns go by `ownColumn(header)`, without those that hold formulas. Only the key
   * columns are read whole; two round trips for all requests together.
   */
  readRows(
    requests: readonly RowsRequest[],
  ): Promise<Result<readonly (readonly Row[])[], WorkbookFailure>>;

  /**
   * Applies a change: finds rows by id (an id stored as a number is its digits), compares every `from` with what
   * stands there, and writes only if all agree. A formula in a cell that shall be written is a conflict, too: its
   * `found` is the formula. Two round trips, whatever the number of rows in the tables. Nothing is written on a
   * conflict.
   *
   * @param onProgress - hears the share done, between the two trips; it may go back where somebody was faster
   */
  commit(
    change: Change,
    onProgress?: (share: number) => void,
  ): Promise<Result<Committed, CommitFailure>>;

  /**
   * Commits of one deed, one after another. Where rows stand is looked up by the first that is about many, and followed
   * from there: the others compare the ids in the rows they are about, and look up again only where these are others or
   * somebody else brought rows. So a commit costs what it changes, not what the table holds.
   */
  inSeries(): Series;

  /**
   * Gives rows of our tables their id, and today as the day of creation where they have such a column and it is blank.
   * A row is written only while its id is blank and the cell it is known by is the one expected: it may have moved
   * since it was read. Two round trips, whatever the number of tables.
   *
   * @param record - the audit rows of those that are given an id, which are written in the same message
   * @returns how many rows have got an id
   */
  identify(
    newcomers: readonly Newcomer[],
    record: (identified: readonly Identified[]) => readonly WholeRow[],
  ): Promise<Result<{ readonly identified: number }, CommitFailure>>;

  /**
   * Blanks ids that were given by `identify`, and the days of creation that came with them, together with the audit rows
   * that tell of it: all or none. Every id must still stand there, and every day be the one expected.
   */
  withdrawIds(
    withdrawals: readonly Withdrawal[],
    record: readonly WholeRow[],
  ): Promise<Result<Committed, CommitFailure>>;

  /** How many cells of a column are filled and how many rows its table has, counted by Excel. One round trip. */
  countFilled(
    requests: readonly { readonly table: TableId; readonly column: string }[],
  ): Promise<Result<readonly FilledCount[], WorkbookFailure>>;

  /** How many rows hold numbers that meet all conditions, counted by Excel, whatever their number. One round trip. */
  countRows(requests: readonly CountRequest[]): Promise<Result<readonly number[], WorkbookFailure>>;

  /**
   * Deletes the first rows of the audit table, which are the oldest, and adds the row that tells of it. Two round trips,
   * however many rows; nothing is deleted where they are no longer those that were counted.
   */
  trimAudit(trim: AuditTrim): Promise<Result<void, TrimFailure>>;

  /**
   * The sheet, range or table a person has selected, with a sample of its cells, for set-up. One cell selected stands
   * for the table or the filled region around it.
   */
  inspectSelection(): Promise<Result<InspectedRange, WorkbookFailure>>;

  /** The sheets and structured tables people can see, with their sizes, for choosing one to import from. */
  listPlaces(): Promise<Result<readonly DataPlace[], WorkbookFailure>>;

  /** One of those as `inspectSelection` would tell of it. */
  inspectPlace(
    place: Pick<DataPlace, "sheet" | "table">,
  ): Promise<Result<InspectedRange, WorkbookFailure>>;

  /**
   * Adds a sheet that holds nothing but text, as it is (P7), and shows it. `no-room` where a sheet has its name; nothing
   * is left of it where the host fails.
   */
  addTextSheet(sheet: TextSheet): Promise<Result<{ readonly roundTrips: number }, InstallFailure>>;

  /** All cells of the columns of an inspected range, for planning set-up (ids, duplicates, text dates). Chunked. */
  readRange(range: RangeRef): Promise<Result<readonly (readonly Cell[])[], WorkbookFailure>>;

  /**
   * Carries out a set-up plan: sheets, tables, columns, formulas, names, lists, formats, highlight. Cells that shall
   * be written are checked to be blank first; nothing is written where they are not.
   */
  install(plan: InstallPlan): Promise<Result<Installed, InstallFailure>>;

  /**
   * Adds columns at the right end of a table, takes blank ones out, renames headers, and notes which columns are fields:
   * all or nothing. Every `from` must still be the header, and a column that goes must be blank; otherwise nothing is
   * written. About four round trips, whatever the number of rows.
   */
  changeColumns(change: ColumnsChange): Promise<Result<WorkbookFacts, ColumnsFailure>>;

  /**
   * Copies our tables, as values with their number formats, side by side onto a new sheet at the end. The cells stay
   * inside Excel, so the bytes do not grow with the rows. Two round trips; nothing is left of it where the host fails.
   *
   * @param name - the sheet's; where one has it, this one gets a number
   */
  backUp(name: string): Promise<Result<{ readonly sheet: string }, WorkbookFailure>>;

  /**
   * The last step of an upgrade: defines names for rows of Settings, found by their ids, and notes the layout's
   * version. Three round trips; where it is done already nothing changes.
   */
  finishUpgrade(
    upgrade: FinishedUpgrade,
  ): Promise<
    Result<
      void,
      WorkbookFailure | Extract<CommitFailure, { readonly code: "row-missing" | "no-room-below" }>
    >
  >;

  /** The words that columns offer as a list; null where they offer none, or something else is checked there. One trip. */
  readLists(
    requests: readonly { readonly table: TableId; readonly column: string }[],
  ): Promise<Result<readonly (readonly string[] | null)[], WorkbookFailure>>;

  /** Deletes this add-in's own highlight rules and adds them afresh; people's own rules stay. */
  repairHighlight(
    rules: readonly HighlightRule[],
  ): Promise<Result<{ readonly removed: number; readonly added: number }, WorkbookFailure>>;

  /**
   * The formulas of whole columns, in messages of at most 4 MB: a column of 100,000 native formulas takes hundreds of
   * them. `onProgress` hears the share done.
   */
  readFormulas(
    request: FormulasRequest,
    onProgress?: (share: number) => void,
  ): Promise<Result<FormulasAnswer, WorkbookFailure>>;

  /**
   * Switches calculated columns between functions, native formulas and values: everything, or nothing. A formula goes
   * over the wire once and is filled down, in pieces of rows that take the host a quarter of a second each. Where
   * somebody typed into the columns since they were read nothing is switched, and what was typed stays.
   */
  switchFormulas(plan: FormulaSwitch, watcher?: Watcher): Promise<Result<Switched, SwitchFailure>>;

  /** What is remembered of values that took the place of formulas; null when nothing is. */
  readFrozen(
    keys: readonly string[],
    columns: readonly string[],
  ): Promise<Result<FrozenColumns | null, WorkbookFailure>>;

  /** What has come apart of names, lists, highlight and tables. Four round trips. */
  lookAtStructure(expected: ExpectedStructure): Promise<Result<StructureFaults, WorkbookFailure>>;

  /** Puts it right again, by what `lookAtStructure` found; looking again says what is left to do. */
  mendStructure(mending: StructureMending): Promise<Result<void, WorkbookFailure>>;

  /** Selects the row of that id in the sheet and shows it. */
  selectRow(
    table: TableId,
    id: string,
  ): Promise<
    Result<
      void,
      | WorkbookFailure
      | { readonly code: "row-missing"; readonly table: TableId; readonly id: string }
    >
  >;

  /** Selects one cell and shows it. A row without an id of its own is found by its number in the table's body. */
  selectCell(
    cell: CellPlace,
  ): Promise<
    Result<
      void,
      | WorkbookFailure
      | { readonly code: "row-missing"; readonly table: TableId; readonly id: string }
    >
  >;

  /**
   * Where each table stands in its sheet, and which cells of its computed columns hold no formula. Two round trips,
   * whose size does not depend on the number of rows.
   */
  inspectTables(): Promise<Result<readonly TableState[], WorkbookFailure>>;

  /** The id of the row of that table in which the selection lies; null when it lies elsewhere. */
  selectedRow(table: TableId): Promise<Result<string | null, WorkbookFailure>>;

  /** Calls back, debounced, when cells of our tables changed by someone else than this add-in, or the selection moved. */
  watch(
    listener: (event: WorkbookEvent) => void,
  ): Promise<Result<() => Promise<void>, WorkbookFailure>>;
}

export interface Series extends Pick<Workbook, "commit"> {
  /**
   * Reads the ids once more, to be asked when all is committed: an id that came with the series may have been typed into
   * another row meanwhile, which the commits, going by what they know, do not see.
   *
   * @returns `id-taken` where an id stands in two rows. No round trip where a single commit looked at everything itself
   */
  prove(onProgress?: (share: number) => void): Promise<Result<void, CommitFailure>>;
}

export type DateSystem = 1900 | 1904;

export interface WorkbookFacts {
  readonly dateSystem: DateSystem;
  /** Whether nothing may be written: the file is read-only, or a newer version made it. */
  readonly readOnly: boolean;
  /** The language the sheets were set up in; null when nothing is set up. */
  readonly language: Language | null;
  /** null when nothing is set up; larger than ours when a newer version made it. */
  readonly schemaVersion: number | null;
  /** How the calculated columns stand; anything but "functions" is meant for colleagues without the add-in. */
  readonly mode: ShareMode;
  readonly tables: Readonly<Partial<Record<TableId, TableFacts>>>;
  /** Columns of the customers table that a person defined as fields; see `customerColumns`. */
  readonly fields: readonly OwnField[];
  /** The names of all sheets and of all structured tables, ours and theirs, so that new ones do not collide. */
  readonly sheetNames: readonly string[];
  readonly tableNames: readonly string[];
}

export interface TableFacts {
  readonly sheet: string;
  readonly name: string;
  readonly rowCount: number;
  /** Column id → where it stands now; renamed headers are followed, deleted columns are absent. */
  readonly columns: Readonly<Record<string, { readonly header: string; readonly index: number }>>;
  /** Columns of ours that were the person's before set-up, which left their looks alone; absent for none. */
  readonly adopted?: readonly string[];
}

/** A cell of a table, by its row and column. */
export interface CellPlace {
  readonly table: TableId;
  /** null for a row without one, or one that it shares. */
  readonly id: string | null;
  /** Zero-based row in the table's body when it was read; null for the column's header. */
  readonly row: number | null;
  /** null for the whole row. */
  readonly column: string | null;
}

export interface TableState {
  readonly table: TableId;
  /** Zero-based row and column of the first cell of the body in its sheet. */
  readonly firstRow: number;
  readonly firstColumn: number;
  /** null where this Excel cannot tell (before ExcelApi 1.9). */
  readonly gaps: readonly FormulaGap[] | null;
}

/** Neighbouring cells of a computed column without a formula. */
export interface FormulaGap {
  readonly column: string;
  readonly kind: "overwritten" | "missing";
  /** Zero-based in the table's body. */
  readonly firstRow: number;
  readonly rowCount: number;
}

export interface ColumnsRequest {
  readonly table: TableId;
  readonly columns: readonly string[];
  /** Only these body rows, as far as the table has them; absent for all. */
  readonly rows?: RowWindow;
}

/** Neighbouring rows of a table's body; `first` is zero-based. */
export interface RowWindow {
  readonly first: number;
  readonly count: number;
}

export interface RowsRequest {
  readonly table: TableId;
  /** Compared as text, so that an id stored as a number is found by its digits. */
  readonly column: string;
  readonly value: string;
  readonly limit: number;
}

export interface ColumnsAnswer {
  readonly table: TableId;
  /** By column id, each as long as the table's body, or as the rows asked for. A column the table lacks is absent. */
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}

/** A row that a person wrote or pasted, and that has no id yet. */
export interface Newcomer {
  readonly table: TableId;
  /** Zero-based row in the table's body when it was read. */
  readonly row: number;
  /** The filled cell it is known by: its column, and what stands there. */
  readonly column: string;
  readonly found: Cell;
  readonly id: string;
  readonly createdDay: Cell;
}

/** An id that was given and is taken back. */
export interface Withdrawal {
  readonly table: TableId;
  readonly id: string;
  /** The day of creation that came with it; null where none did, or where it shall stay. */
  readonly createdDay: Cell;
}

export interface CountRequest {
  readonly table: TableId;
  readonly where: readonly {
    readonly column: string;
    readonly is: "above" | "equal";
    readonly number: number;
  }[];
}

export interface FilledCount {
  readonly filled: number;
  readonly rows: number;
}

/** What becomes of a table's columns; what is not named stays as it is. */
export interface ColumnsChange {
  readonly table: TableId;
  /** At the right end, in this order, or where they say. Columns of ours by their id, fields by the id they will have. */
  readonly added: readonly NewColumn[];
  /** Ids of columns to take out, which must be blank. */
  readonly removed: readonly string[];
  readonly renamed: readonly {
    readonly column: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** Words offered as a list, before and from now on, by column. */
  readonly lists: Readonly<
    Record<string, { readonly from: readonly string[]; readonly to: readonly string[] }>
  >;
  /** Formulas of whole columns, before and from now on, with `{columnId}`. */
  readonly formulas: Readonly<Record<string, { readonly from: string; readonly to: string }>>;
  /** The fields of the customers table, before and from now on; what others changed meanwhile stays. Absent: as they are. */
  readonly fields?: { readonly from: readonly OwnField[]; readonly to: readonly OwnField[] };
  /** The language of headers and words from now on; absent: as it is. */
  readonly language?: Language;
  /** Rows of the audit table that tell of it, written in the same message; rule P4. */
  readonly record?: readonly WholeRow[];
}

export type ColumnsFailure =
  | WorkbookFailure
  /** Somebody renamed a header meanwhile. */
  | { readonly code: "header-changed"; readonly column: string; readonly found: string }
  /** A header that another column has. */
  | { readonly code: "header-taken"; readonly header: string }
  /** A column that should go holds something. */
  | { readonly code: "column-filled"; readonly header: string }
  /** The audit table has no room below it for the rows that tell of the change. */
  | Extract<CommitFailure, { readonly code: "no-room-below" }>
  | { readonly code: "half-written"; readonly restored: boolean; readonly cause: WorkbookFailure };

/** What an upgrade leaves behind besides rows. */
export interface FinishedUpgrade {
  readonly schemaVersion: number;
  /** Names for the amounts of rows of Settings. */
  readonly names: readonly { readonly name: string; readonly row: string }[];
  /** Rows of the audit table that tell of it, written in the same message; rule P4. */
  readonly record?: readonly WholeRow[];
}

/** A newcomer that is given its id; `created` where it is given its day of creation, too. */
export interface Identified {
  readonly newcomer: Newcomer;
  readonly created: boolean;
}

/** Old rows of the audit table, by the ids of the first and the last, and the row that tells of their deletion. */
export interface AuditTrim {
  readonly count: number;
  /**
   * Somebody has sorted the table otherwise: it is sorted by day and time first, and the rows before this day number
   * must then be as many as were counted; their ids are not asked.
   */
  readonly sortedBefore?: number;
  readonly firstId: string;
  readonly lastId: string;
  readonly record: WholeRow;
}

export type TrimFailure = CommitFailure | { readonly code: "changed-since-shown" };

/** Addresses are A1 without `$`; `sheet` is the sheet's name unquoted. */
export interface RangeRef {
  readonly sheet: string;
  readonly address: string;
}

export interface InspectedRange extends RangeRef {
  /** The table this range is, if it is one. */
  readonly table: string | null;
  readonly rowCount: number;
  readonly columnCount: number;
  /** The first rows (at most 50) as raw values; error values come as their text, e.g. "#N/A". */
  readonly sample: readonly (readonly Cell[])[];
  /** The same cells as formulas: a text that starts with "=" where the cell holds a formula. */
  readonly formulas: readonly (readonly Cell[])[];
  readonly numberFormats: readonly (readonly string[])[];
  /** Merged areas that touch the sample, as addresses. */
  readonly merged: readonly string[];
  /** Rows further down on the sheet that a blank row keeps apart, where one cell was selected; absent for none. */
  readonly rowsBelow?: number;
}

/** A sheet's filled area, or a structured table on it. */
export interface DataPlace extends RangeRef {
  /** The table's name; null for the whole sheet. */
  readonly table: string | null;
  readonly rowCount: number;
  readonly columnCount: number;
}

export interface TextSheet {
  readonly name: string;
  readonly headers: readonly string[];
  /** In characters, one per header. */
  readonly widths: readonly number[];
  /** As wide as the headers. */
  readonly rows: readonly (readonly string[])[];
}

export interface Committed {
  /** Round trips this commit took. */
  readonly roundTrips: number;
}

export interface Conflict {
  readonly table: TableId;
  readonly id: string;
  readonly column: string;
  readonly expected: Cell;
  readonly found: Cell;
}

export type CommitFailure =
  | { readonly code: "conflict"; readonly conflicts: readonly Conflict[] }
  | { readonly code: "row-missing"; readonly table: TableId; readonly id: string }
  | { readonly code: "id-taken"; readonly table: TableId; readonly id: string }
  | {
      readonly code: "no-room-below";
      readonly table: TableId;
      readonly sheet: string;
      readonly address: string;
    }
  | HalfWritten
  | WorkbookFailure;

/** The host failed during the write; `restored` says whether what had been written was put back. */
export interface HalfWritten {
  readonly code: "half-written";
  readonly restored: boolean;
  readonly cause: WorkbookFailure;
}

/** What the host can refuse, translated once from its own codes; or what the port needs for it could not be fetched. */
export type WorkbookFailure =
  | { readonly code: "read-only" }
  /** A newer version of the add-in made this workbook: it is read, never written. */
  | { readonly code: "newer-version"; readonly found: number }
  | { readonly code: "protected"; readonly sheet: string | null }
  | { readonly code: "busy-editing" }
  | { readonly code: "table-missing"; readonly table: TableId }
  | { readonly code: "column-missing"; readonly table: TableId; readonly column: string }
  | { readonly code: "too-large" }
  | { readonly code: "not-supported"; readonly requirement: string }
  | { readonly code: "no-selection" }
  | { readonly code: "host"; readonly hostCode: string; readonly message: string }
  | NotFetched;

export type SwitchFailure =
  | WorkbookFailure
  /** A filter hides rows of the table, which Excel would leave out. */
  | { readonly code: "filtered"; readonly table: TableId }
  /** Rows were added or removed since the switch was planned. */
  | { readonly code: "changed-meanwhile"; readonly table: TableId }
  /** A person cancelled; the workbook is as it was. */
  | { readonly code: "cancelled" }
  /** The host failed during the switch; `restored` says whether what had been written was put back. */
  | { readonly code: "half-written"; readonly restored: boolean; readonly cause: WorkbookFailure };

export type WorkbookEvent =
  | { readonly kind: "changed"; readonly tables: readonly TableId[]; readonly remote: boolean }
  | { readonly kind: "selected" };

/** ---- set-up ---- */

export interface NewColumn {
  readonly column: string;
  readonly header: string;
  /** Zero-based in the table, for a column that comes back to where it was; absent: at the right end. */
  readonly at?: number;
  readonly numberFormat: string | null;
  /** In characters. */
  readonly width: number;
  /**
   * Values for every body row, or a formula for the whole column in which `{columnId}` stands for that column's cell
   * in the same row (`$G2`: column fixed, row moving). In a table that is created, values come from its `rows`.
   */
  readonly fill: { readonly values: readonly Cell[] } | { readonly formula: string } | null;
  /** The words its cells offer as a drop-down list (other values stay possible); null for none. */
  readonly list: readonly string[] | null;
}

export interface NewTable {
  readonly table: TableId;
  readonly sheet: string;
  /** Top-left cell of the header row. */
  readonly at: string;
  readonly excelName: string;
  readonly columns: readonly NewColumn[];
  /** Rows in column order; formula columns hold null. Empty for an empty table. */
  readonly rows: readonly (readonly Cell[])[];
  /** Single cells that look different from their column; `row` is zero-based in the body. Mostly empty. */
  readonly cellFormats: readonly {
    readonly row: number;
    readonly column: string;
    readonly numberFormat: string;
  }[];
  readonly freezeHeader: boolean;
}

export interface AdoptedTable {
  readonly table: TableId;
  readonly range: RangeRef;
  /** The existing structured table to keep, or null to make the range one. */
  readonly existing: string | null;
  readonly excelName: string;
  /** Our column id → zero-based column within the range. */
  readonly binding: Readonly<Record<string, number>>;
  /** Ids for rows that have none: zero-based body row → id. Written only into blank cells. */
  readonly missingIds: ReadonlyMap<number, string>;
  /** Headers that are blank or doubled: zero-based column within the range → the new text. */
  readonly headers: ReadonlyMap<number, string>;
  /** Columns added to the right of the person's own. */
  readonly added: readonly NewColumn[];
}

/** A name and the cells it stands for: table column cells by row, resolved when installed. */
export interface NewName {
  readonly name: string;
  readonly table: TableId;
  /** First and last column id of the area. */
  readonly from: string;
  readonly to: string;
  /** Zero-based body rows, inclusive; null for the whole column. */
  readonly rows: { readonly first: number; readonly last: number } | null;
}

export type InstallFailure =
  | WorkbookFailure
  /** Cells that shall be written are not blank. */
  | { readonly code: "no-room"; readonly sheet: string; readonly address: string }
  | Extract<CommitFailure, { readonly code: "no-room-below" }>
  /** The host failed during the write; `restored` says whether what had been written was put back. */
  | { readonly code: "half-written"; readonly restored: boolean; readonly cause: WorkbookFailure };

export interface InstallPlan {
  readonly language: Language;
  readonly schemaVersion: number;
  readonly create: readonly NewTable[];
  readonly adopt: AdoptedTable | null;
  readonly names: readonly NewName[];
  readonly highlight: readonly HighlightRule[];
  /**
   * Rows that tell of it, for an audit table that is there already, written in the same message; rule P4. One that the
   * plan makes has them among its own.
   */
  readonly record?: readonly WholeRow[];
}

export interface Installed {
  readonly roundTrips: number;
  readonly facts: WorkbookFacts;
}
