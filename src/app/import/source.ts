import { err, ok, type Result } from "../../domain/result";
import { addressOf, corners } from "../../tables/a1";
import { isBlankCell } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { findHeaderRow } from "../../tables/header-row";
import type { SheetGrid } from "../../tables/import/file/sheet-cells";
import { lookOf, shownText, type Look } from "../../tables/import/look";
import { guessTarget } from "../../tables/import/recognise";
import { importTargetIds, type ImportTargetId } from "../../tables/import/target";
import { delimitedRows, delimiterOf } from "../../tables/import/text";
import { calledInSheet, importColumns } from "./columns";
import { candidatesOf, proposeFor, type AdoptProposal } from "../set-up/proposal";
import { forPart, inSlices, unwatched, type Watcher } from "../slices";
import type { Workbook } from "../workbook";
import type { WorkbookFacts } from "../workbook/facts";
import type { WorkbookFailure } from "../workbook/failures";
import type { DataPlace, InspectedRange } from "../workbook/places";
import type { DateSystem } from "../../domain/serial";

/** Rows to bring in, and what their columns look like. */
export interface ImportSource {
  /** The sheet and range, the file, or "" for pasted cells. */
  readonly name: string;
  /** What the rows are brought in as: guessed, and corrected by a person. */
  readonly target: ImportTargetId;
  /** What each column is taken for; rows above the header stay out. */
  readonly proposal: AdoptProposal;
  /** Everything that was found, with the rows above the header. */
  readonly grid: readonly (readonly Cell[])[];
  /** The rows below the header. */
  readonly rows: readonly (readonly Cell[])[];
  /** What people call the first of them: its row number in the sheet, its line among the pasted ones. */
  readonly firstRow: number;
  readonly remarks: SourceRemarks;
  /** False where no row looks like headers: the first one was taken for them, and stays out. */
  readonly headerFound: boolean;
}

/** What a person should know of a sheet's rows before they come in. */
export interface SourceRemarks {
  /** Rows that are hidden there, and read all the same. */
  readonly hiddenRows: number;
  /** Formulas the file has no result for; they are blank. */
  readonly uncalculated: number;
}

export type SourceFailure =
  | WorkbookFailure
  /** There are no filled rows below a header. */
  | { readonly code: "nothing-to-import"; readonly name: string }
  /** The table the rows would go into is itself selected. */
  | { readonly code: "imports-itself"; readonly sheet: string }
  | { readonly code: "cancelled" };

/** Of reading a sheet, what Excel takes; the rest is showing its days as people see them. */
const readingShare = 0.9;
/** Rows looked at between two places to pause. */
const rowsPerStep = 1_000;

const noRemarks: SourceRemarks = { hiddenRows: 0, uncalculated: 0 };

/** The cells a person has selected: a table, a range, or the filled region around one cell. */
export async function selectedSource(
  workbook: Workbook,
  facts: WorkbookFacts,
  watcher: Watcher = unwatched,
): Promise<Result<ImportSource, SourceFailure>> {
  const inspected = await workbook.inspectSelection();
  return inspected.ok ? sheetSource(workbook, inspected.value, facts, watcher) : inspected;
}

/** The cells of a sheet or table of this workbook. */
export async function placeSource(
  workbook: Workbook,
  place: DataPlace,
  facts: WorkbookFacts,
  watcher: Watcher = unwatched,
): Promise<Result<ImportSource, SourceFailure>> {
  const inspected = await workbook.inspectPlace(place);
  return inspected.ok ? sheetSource(workbook, inspected.value, facts, watcher) : inspected;
}

/** The sheets and tables rows can come from: all but those this add-in keeps itself. */
export async function importPlaces(
  workbook: Workbook,
  facts: WorkbookFacts,
): Promise<Result<readonly DataPlace[], WorkbookFailure>> {
  const listed = await workbook.listPlaces();
  if (!listed.ok) return listed;
  const ours = Object.values(facts.tables);
  const isOurs = ({ sheet, table }: DataPlace): boolean =>
    ours.some((known) => known.sheet === sheet || known.name === table);
  // A sheet that is nothing but one table is listed once, as the table.
  const tables = listed.value.filter((place) => place.table !== null);
  const isTable = (place: DataPlace): boolean =>
    place.table === null &&
    tables.some(({ sheet, address }) => sheet === place.sheet && address === place.address);
  return ok(
    listed.value.filter((place) => place.rowCount > 1 && !isOurs(place) && !isTable(place)),
  );
}

async function sheetSource(
  workbook: Workbook,
  inspected: InspectedRange,
  facts: WorkbookFacts,
  watcher: Watcher,
): Promise<Result<ImportSource, SourceFailure>> {
  const { sheet, address, table } = inspected;
  if (table !== null && importTargetIds.some((id) => facts.tables[id]?.name === table))
    return err({ code: "imports-itself", sheet });
  const reading = forPart(watcher, 0, readingShare);
  const read = await workbook.readRange({ sheet, address }, reading.onProgress);
  if (!read.ok) return read;
  const grid = await inSlices(
    withDaysShown(read.value, inspected, facts.dateSystem),
    forPart(watcher, readingShare, 1),
  );
  if (grid === null) return err({ code: "cancelled" });
  return sourceFrom({
    name: `${sheet}!${address}`,
    inspected,
    facts,
    grid,
    remarks: noRemarks,
  });
}

/**
 * Days and times of a sheet as people see them there, as from a file: in a column of text a serial number would say
 * nothing, and where days are wanted a written one is read all the same. The first rows tell for the whole column.
 */
function* withDaysShown(
  grid: readonly (readonly Cell[])[],
  { sample, numberFormats, columnCount }: InspectedRange,
  dateSystem: DateSystem,
): Generator<number, readonly (readonly Cell[])[], void> {
  const looks = Array.from({ length: columnCount }, (_, column): Look => {
    const formats = numberFormats.filter((_row, at) => typeof sample[at]?.[column] === "number");
    const found = new Set(formats.map((row) => lookOf(row[column] ?? "General")));
    const [only = "plain"] = found;
    return found.size === 1 ? only : "plain";
  });
  if (looks.every((look) => look === "plain")) return grid;
  const shown: (readonly Cell[])[] = [];
  for (const row of grid) {
    if (shown.length % rowsPerStep === rowsPerStep - 1) yield shown.length / grid.length;
    shown.push(
      row.map((cell, column) =>
        typeof cell === "number"
          ? (shownText(cell, looks[column] ?? "plain", dateSystem) ?? cell)
          : cell,
      ),
    );
  }
  return shown;
}

/**
 * The cells of a text: a .csv file's, or cells copied from anywhere. All of them are text; planning reads days and
 * numbers out of it where a column holds such.
 */
export async function textSource(
  name: string,
  text: string,
  facts: WorkbookFacts,
  watcher: Watcher,
): Promise<Result<ImportSource, SourceFailure>> {
  const { delimiter, start } = delimiterOf(text);
  const rows = await inSlices(delimitedRows(text, delimiter, start), watcher);
  if (rows === null) return err({ code: "cancelled" });
  // Looking at what its columns hold is a task of its own.
  await watcher.pace.pause();
  return gridSource(name, name, { top: 0, left: 0, rows }, facts, noRemarks);
}

/** The cells of a sheet in a file. */
export function fileSheetSource(
  file: string,
  sheet: string,
  grid: SheetGrid,
  facts: WorkbookFacts,
): Result<ImportSource, SourceFailure> {
  const { hiddenRows, uncalculated } = grid;
  return gridSource(`${file} · ${sheet}`, sheet, grid, facts, { hiddenRows, uncalculated });
}

function gridSource(
  name: string,
  sheet: string,
  { top, left, rows }: Pick<SheetGrid, "top" | "left" | "rows">,
  facts: WorkbookFacts,
  remarks: SourceRemarks,
): Result<ImportSource, SourceFailure> {
  const columnCount = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const sample = rows
    .slice(0, 50)
    .map((row) => Array.from({ length: columnCount }, (_, at): Cell => row[at] ?? null))
    .map((row) => row.map((cell) => (cell === "" ? null : cell)));
  const bottom = top + Math.max(rows.length - 1, 0);
  const right = left + Math.max(columnCount - 1, 0);
  const inspected: InspectedRange = {
    sheet,
    address: addressOf({ top, left, bottom, right }),
    table: null,
    rowCount: rows.length,
    columnCount,
    sample,
    // P7: text never holds a formula, whatever it begins with.
    formulas: sample.map((row) => row.map(() => null)),
    numberFormats: sample.map((row) => row.map(() => "General")),
    merged: [],
  };
  return sourceFrom({ name, inspected, facts, grid: rows, remarks });
}

/** The same source with another row as its headers, as a person corrected it. */
export function withSourceHeader(source: ImportSource, headerRow: number): ImportSource {
  return again(source, { headerRow, headerFound: true }, source.target);
}

/** The same source brought in as something else. */
export function withTarget(source: ImportSource, target: ImportTargetId): ImportSource {
  const { proposal, headerFound } = source;
  return again(source, { headerRow: proposal.headerRow, headerFound }, target);
}

function again(
  source: ImportSource,
  header: Pick<Found, "headerRow" | "headerFound">,
  target: ImportTargetId,
): ImportSource {
  const { name, grid, remarks, proposal } = source;
  const { inspected, facts } = proposal;
  const made = sourceFrom({ name, inspected, facts, grid, remarks, ...header, target });
  return made.ok ? made.value : source;
}

interface Found {
  readonly name: string;
  readonly inspected: InspectedRange;
  readonly facts: WorkbookFacts;
  readonly grid: readonly (readonly Cell[])[];
  readonly remarks: SourceRemarks;
  /** As a person corrected them; found and guessed otherwise. */
  readonly headerRow?: number;
  readonly headerFound?: boolean;
  readonly target?: ImportTargetId;
}

function sourceFrom(found: Found): Result<ImportSource, SourceFailure> {
  const { name, inspected, facts, grid, remarks } = found;
  const nothing = err({ code: "nothing-to-import", name } as const);
  const everyColumn = importTargetIds.flatMap((id) => importColumns(facts, id));
  const likely =
    found.headerRow ??
    (inspected.table === null ? findHeaderRow(inspected.sample, everyColumn) : 0);
  const headerRow = likely ?? 0;
  const target = found.target ?? guessTarget(candidatesOf(inspected, headerRow, facts));
  const proposal = proposeFor(
    inspected,
    facts,
    headerRow,
    importColumns(facts, target),
    calledInSheet(facts, target),
  );
  if (proposal.kind === "create") return nothing;
  const rows = grid.slice(headerRow + 1);
  if (rows.every((row) => row.every(isBlankCell))) return nothing;
  const firstRow = corners(inspected.address).top + headerRow + 2;
  return ok({
    name,
    target,
    proposal,
    grid,
    rows,
    firstRow,
    remarks,
    headerFound: found.headerFound ?? likely !== null,
  });
}
