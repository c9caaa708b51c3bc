import { err, ok, type Result } from "../domain/result";
import { addressOf, corners } from "../tables/a1";
import { isBlankCell } from "../tables/cells";
import type { Cell } from "../tables/change";
import { delimitedRows } from "../tables/import-text";
import { proposeFor, type AdoptProposal } from "./proposal";
import { inSlices, type Watcher } from "./slices";
import type { InspectedRange, Workbook, WorkbookFacts, WorkbookFailure } from "./workbook";

/** Rows to bring in, and what their columns look like. */
export interface ImportSource {
  /** The sheet and range, the file, or "" for pasted cells. */
  readonly name: string;
  /** What each column is taken for; rows above the header stay out. */
  readonly proposal: AdoptProposal;
  /** Everything that was found, with the rows above the header. */
  readonly grid: readonly (readonly Cell[])[];
  /** The rows below the header. */
  readonly rows: readonly (readonly Cell[])[];
  /** What people call the first of them: its row number in the sheet, its line among the pasted ones. */
  readonly firstRow: number;
}

export type SourceFailure =
  | WorkbookFailure
  /** There are no filled rows below a header. */
  | { readonly code: "nothing-to-import"; readonly name: string }
  /** The customers table itself is selected. */
  | { readonly code: "imports-itself"; readonly sheet: string }
  | { readonly code: "cancelled" };

/** The cells a person has selected: a table, a range, or the filled region around one cell. */
export async function selectedSource(
  workbook: Workbook,
  facts: WorkbookFacts,
): Promise<Result<ImportSource, SourceFailure>> {
  const inspected = await workbook.inspectSelection();
  if (!inspected.ok) return inspected;
  const { sheet, address, table } = inspected.value;
  if (table !== null && table === facts.tables.customers?.name)
    return err({ code: "imports-itself", sheet });
  const grid = await workbook.readRange({ sheet, address });
  if (!grid.ok) return grid;
  return sourceFrom(`${sheet}!${address}`, inspected.value, facts, grid.value);
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
  const rows = await inSlices(delimitedRows(text), watcher);
  if (rows === null) return err({ code: "cancelled" });
  const columnCount = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const sample = rows
    .slice(0, 50)
    .map((row) => Array.from({ length: columnCount }, (_, at): Cell => row[at] || null));
  const inspected: InspectedRange = {
    sheet: name,
    address: addressOf({
      top: 0,
      left: 0,
      bottom: Math.max(rows.length - 1, 0),
      right: Math.max(columnCount - 1, 0),
    }),
    table: null,
    rowCount: rows.length,
    columnCount,
    sample,
    // P7: text never holds a formula, whatever it begins with.
    formulas: sample.map((row) => row.map(() => null)),
    numberFormats: sample.map((row) => row.map(() => "General")),
    merged: [],
  };
  return sourceFrom(name, inspected, facts, rows);
}

/** The same source with another row as its headers, as a person corrected it. */
export function withSourceHeader(source: ImportSource, headerRow: number): ImportSource {
  const { inspected, facts } = source.proposal;
  const again = sourceFrom(source.name, inspected, facts, source.grid, headerRow);
  return again.ok ? again.value : source;
}

function sourceFrom(
  name: string,
  inspected: InspectedRange,
  facts: WorkbookFacts,
  grid: readonly (readonly Cell[])[],
  chosenHeaderRow?: number,
): Result<ImportSource, SourceFailure> {
  const proposal = proposeFor(inspected, facts, chosenHeaderRow);
  if (proposal.kind === "create") return err({ code: "nothing-to-import", name });
  const rows = grid.slice(proposal.headerRow + 1);
  if (rows.every((row) => row.every(isBlankCell))) return err({ code: "nothing-to-import", name });
  const firstRow = corners(inspected.address).top + proposal.headerRow + 2;
  return ok({ name, proposal, grid, rows, firstRow });
}
