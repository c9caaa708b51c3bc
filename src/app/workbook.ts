import type { Result } from "../domain/result";
import type { Cell, Change, Row, WholeRow } from "../tables/change";
import type { HighlightRule } from "../tables/highlight";
import type { RowLooks } from "../tables/row-looks";
import type { TableId } from "../tables/schema";
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
import type { ColumnsChange, ColumnsFailure } from "./workbook/columns";
import type { WorkbookFacts } from "./workbook/facts";
import type { AtWorkElsewhere, SwitchFailure, WorkbookFailure } from "./workbook/failures";
import type { FinishedUpgrade, Installed, InstallFailure, InstallPlan } from "./workbook/install";
import type {
  CellPlace,
  DataPlace,
  InspectedRange,
  RangeRef,
  TableState,
  TextSheet,
} from "./workbook/places";
import type {
  ColumnsAnswer,
  ColumnsRequest,
  CountRequest,
  FilledCount,
  RowsRequest,
} from "./workbook/reading";
import type {
  AuditTrim,
  CommitFailure,
  Committed,
  Identified,
  Newcomer,
  TrimFailure,
  Withdrawal,
} from "./workbook/rows";

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

  /** How a person made a row's cells look, and what comments say about them; none where the row is gone. */
  readLooks(table: TableId, id: string): Promise<Result<RowLooks, WorkbookFailure>>;

  /** Gives a row's cells looks that were read before; what stands in them stays. */
  applyLooks(
    table: TableId,
    row: { readonly id: string; readonly looks: RowLooks },
  ): Promise<Result<void, WorkbookFailure>>;

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

  /**
   * All cells of the columns of an inspected range, for planning set-up (ids, duplicates, text dates) and for importing
   * from a sheet, in trips of about a quarter of a second each.
   *
   * @param onProgress - hears the share of the rows read, also while Excel is busy with a trip
   */
  readRange(
    range: RangeRef,
    onProgress?: (share: number) => void,
  ): Promise<Result<readonly (readonly Cell[])[], WorkbookFailure>>;

  /**
   * Carries out a set-up plan: sheets, tables, columns, formulas, names, lists, formats, highlight. Cells that shall
   * be written are checked to be blank first; nothing is written where they are not.
   *
   * @param watcher - hears the share of the cells filled, and can cancel: what was made is then taken back
   */
  install(
    plan: InstallPlan,
    watcher?: Omit<Watcher, "pace">,
  ): Promise<Result<Installed, InstallFailure>>;

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
      | WorkbookFailure
      | Extract<CommitFailure, { readonly code: "row-missing" | "no-room-below" | "sheet-full" }>
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
   * Fails as a switch of calculated columns would right now: read-only, protected, filtered. Told before anything is
   * chosen. One round trip.
   */
  canSwitch(table: TableId): Promise<Result<void, SwitchFailure>>;

  /**
   * Switches calculated columns between functions, native formulas and values: everything, or nothing. A formula goes
   * over the wire once and is filled down, in pieces of rows that take the host a quarter of a second each. Where
   * somebody typed into the columns since they were read nothing is switched, and what was typed stays.
   */
  switchFormulas(plan: FormulaSwitch, watcher?: Watcher): Promise<Result<Switched, SwitchFailure>>;

  /**
   * What is remembered of values that took the place of formulas; null when nothing is.
   *
   * @param onProgress - hears the share of the rows read
   */
  readFrozen(
    keys: readonly string[],
    columns: readonly string[],
    onProgress?: (share: number) => void,
  ): Promise<Result<FrozenColumns | null, WorkbookFailure>>;

  /** What has come apart of names, lists, highlight and tables. Four round trips. */
  lookAtStructure(expected: ExpectedStructure): Promise<Result<StructureFaults, WorkbookFailure>>;

  /** Puts it right again, by what `lookAtStructure` found; looking again says what is left to do. */
  mendStructure(mending: StructureMending): Promise<Result<void, WorkbookFailure>>;

  /**
   * Does work of several steps on the structure of the workbook while nobody else does: pages that have it open take turns.
   * A turn that was not ended goes by itself, ten minutes after another page has met it. Two round trips more.
   */
  inTurn<T, E>(
    work: () => Promise<Result<T, E>>,
  ): Promise<Result<T, E | WorkbookFailure | AtWorkElsewhere>>;

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

  /** How long the oldest message to Excel that is not answered yet has been out, in milliseconds; null where none is. */
  awaitedMs(): number | null;
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

export type WorkbookEvent =
  | { readonly kind: "changed"; readonly tables: readonly TableId[]; readonly remote: boolean }
  | { readonly kind: "selected" };
