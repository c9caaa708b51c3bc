import { addressOf, columnLetters, corners, overlap } from "../../tables/a1";
import { unitOfHeader } from "../../tables/amount-unit";
import { isBlankCell, textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import { customersTable } from "../../tables/specs/customers";
import { isDateFormat } from "../../tables/contents";
import { findHeaderRow } from "../../tables/header-row";
import { uniqueHeaders } from "../../tables/headers";
import { sheetLook, type SheetLook } from "../../tables/import/recognise";
import { recogniseColumns, type Candidate, type Guess } from "../../tables/recognise";
import type { ColumnSpec, TableId } from "../../tables/schema";
import type { WorkbookFacts } from "../workbook/facts";
import type { InspectedRange, RangeRef } from "../workbook/places";

/**
 * What set-up suggests: adopt the customer sheet that is selected, or create an empty one; in a workbook that is set up,
 * make again what was deleted.
 */
export type Proposal = AdoptProposal | CreateProposal | RestoreProposal;

/** The customers table stands, but sheets that belong to it are gone. */
export interface RestoreProposal {
  readonly kind: "restore";
  readonly facts: WorkbookFacts;
  readonly lacking: readonly TableId[];
}

export interface CreateProposal {
  readonly kind: "create";
  readonly facts: WorkbookFacts;
}

export interface AdoptProposal {
  readonly kind: "adopt";
  readonly facts: WorkbookFacts;
  readonly inspected: InspectedRange;
  /** Zero-based row of the headers within the inspected range; rows above it (titles) stay outside the table. */
  readonly headerRow: number;
  /** Header row and everything below it. */
  readonly range: RangeRef;
  /** The rows below the header; null when there are none. */
  readonly body: RangeRef | null;
  readonly columns: readonly ProposedColumn[];
  /** What its rows seem to be: as customers, salespeople or deals would come in under the wrong name. */
  readonly look: SheetLook;
  /** What stands in the way whatever the mapping. */
  readonly problems: readonly SetUpProblem[];
}

/** A column of the person's own and what it looks like to us. */
export interface ProposedColumn extends Omit<Guess, "column"> {
  /** Zero-based within the range. */
  readonly index: number;
  /** The sheet's column letters. */
  readonly letter: string;
  /** As it stands; blank when it has none. */
  readonly header: string;
  /** The header a blank or doubled one will get, since a table's headers are unique; null when it stays. */
  readonly newHeader: string | null;
  /** The customers column it is taken for; null for a column of their own, kept as it is. */
  readonly guess: string | null;
  /** The first filled cells, at most three. */
  readonly sample: readonly Cell[];
  /** Whether the sample's numbers are shown as days. */
  readonly showsDays: boolean;
}

/** Customers column id → zero-based column of the range. What is not named is added when essential. */
export type Mapping = Readonly<Record<string, number>>;

/** What must be mended or mapped otherwise before anything is set up. */
export type SetUpProblem =
  | { readonly code: "read-only" }
  | { readonly code: "name-unmapped" }
  /** Two of our columns on one of theirs. */
  | { readonly code: "mapped-twice"; readonly header: string; readonly columns: readonly string[] }
  /** Amounts under that header count in `unit` yuan: read as yuan they would be too small by that factor. */
  | {
      readonly code: "amount-unit";
      readonly column: string;
      readonly header: string;
      readonly unit: number;
    }
  /** A table cannot hold merged cells. */
  | { readonly code: "merged-cells"; readonly sheet: string; readonly addresses: readonly string[] }
  /** The last row is a sum of the others: as part of a table it would be taken for a customer and sorted among them. */
  | {
      readonly code: "total-row";
      readonly sheet: string;
      /** Sheet row number. */
      readonly row: number;
      readonly found: string;
    }
  /** No row of the selection looks like headers; its first row is taken for them. */
  | { readonly code: "no-header-row"; readonly sheet: string; readonly address: string }
  /** The column mapped as id holds the same id more than once (`rows` are sheet row numbers, at most ten). */
  | {
      readonly code: "duplicate-id";
      readonly header: string;
      readonly ids: readonly { readonly id: string; readonly rows: readonly number[] }[];
      /** How many ids are doubled in all. */
      readonly count: number;
    }
  /** A column the add-in writes into holds a formula, which it would have to overwrite. `cell` is its address. */
  | {
      readonly code: "formula-in-written-column";
      readonly column: string;
      readonly header: string;
      readonly cell: string;
    };

/**
 * What to do with an inspected selection: a blank one means a new customer sheet, anything else is adopted.
 *
 * @param chosenHeaderRow - zero-based within the selection, when a person corrects it; otherwise it is looked for
 * @param known - the columns theirs may be
 * @param called - the headers that some of these have in a sheet already, by id
 */
export function proposeFor(
  inspected: InspectedRange,
  facts: WorkbookFacts,
  chosenHeaderRow?: number,
  known: readonly ColumnSpec[] = customersTable.columns,
  called: ReadonlyMap<string, string> = new Map(),
): AdoptProposal | CreateProposal {
  if (inspected.sample.every((row) => row.every(isBlankCell))) return { kind: "create", facts };

  const found = inspected.table === null ? findHeaderRow(inspected.sample, known) : 0;
  const headerRow = chosenHeaderRow ?? found ?? 0;
  const area = corners(inspected.address);
  const range = { ...area, top: area.top + headerRow };
  const hasBody = range.bottom > range.top;

  const problems: SetUpProblem[] = [];
  const { sheet } = inspected;
  if (facts.readOnly) problems.push({ code: "read-only" });
  if (found === null && chosenHeaderRow === undefined)
    problems.push({ code: "no-header-row", sheet, address: inspected.address });
  const merged = inspected.merged.filter((address) => overlap(corners(address), range));
  if (merged.length > 0) problems.push({ code: "merged-cells", sheet, addresses: merged });

  return {
    kind: "adopt",
    facts,
    inspected,
    headerRow,
    range: { sheet, address: addressOf(range) },
    body: hasBody ? { sheet, address: addressOf({ ...range, top: range.top + 1 }) } : null,
    columns: proposeColumns(inspected, headerRow, facts, known, called),
    look: sheetLook(candidatesOf(inspected, headerRow, facts)),
    problems,
  };
}

/** The mapping as guessed, for the person to correct. Amounts in another unit than yuan stay a column of their own. */
export function guessedMapping(proposal: Proposal): Mapping {
  if (proposal.kind !== "adopt") return {};
  return Object.fromEntries(
    proposal.columns.flatMap(({ guess, index, header }) =>
      guess === null || unitIn(guess, header) !== 1 ? [] : [[guess, index]],
    ),
  );
}

/** How many yuan a number under that header stands for, where our column holds amounts; 1 otherwise. */
export function unitIn(column: string, header: string): number {
  const spec = customersTable.columns.find(({ id }) => id === column);
  return spec?.kind === "amountYuan" ? unitOfHeader(header) : 1;
}

/** The columns of a range as recognition sees them. */
export function candidatesOf(
  inspected: InspectedRange,
  headerRow: number,
  facts: WorkbookFacts,
): readonly Candidate[] {
  return Array.from({ length: inspected.columnCount }, (_, index) =>
    candidateAt(inspected, headerRow, facts, index),
  );
}

/** One of them. @param index - zero-based in the range */
export function candidateAt(
  inspected: InspectedRange,
  headerRow: number,
  { dateSystem }: WorkbookFacts,
  index: number,
): Candidate {
  const below = headerRow + 1;
  return {
    header: textOf(inspected.sample[headerRow]?.[index] ?? null),
    contents: {
      cells: column<Cell>(inspected.sample.slice(below), index, null),
      formats: column(inspected.numberFormats.slice(below), index, "General"),
      dateSystem,
    },
    formulas: column<Cell>(inspected.formulas.slice(below), index, null).map((cell, row) =>
      isFormula(cell, inspected.sample[below + row]?.[index]) ? cell : "",
    ),
  };
}

function column<Value>(
  rows: readonly (readonly Value[])[],
  index: number,
  none: Value,
): readonly Value[] {
  return rows.map((row) => row[index] ?? none);
}

function proposeColumns(
  inspected: InspectedRange,
  headerRow: number,
  facts: WorkbookFacts,
  known: readonly ColumnSpec[],
  called: ReadonlyMap<string, string>,
): readonly ProposedColumn[] {
  const candidates = candidatesOf(inspected, headerRow, facts);
  const headers = candidates.map(({ header }) => header);
  const left = corners(inspected.address).left;
  // A blank header gets its column's letters, which say where it is in either language.
  const tableHeaders = uniqueHeaders(headers, (number) => columnLetters(left + number - 1));
  const guesses = recogniseColumns(candidates, known, called);
  return candidates.map(({ header, contents }, index) => {
    const {
      column: guess,
      confidence,
      because,
    } = guesses[index] ?? {
      column: null,
      confidence: 0,
      because: null,
    };
    const newHeader = tableHeaders[index] ?? header;
    const numbers = contents.formats.filter((_, row) => typeof contents.cells[row] === "number");
    return {
      index,
      letter: columnLetters(left + index),
      header,
      newHeader: newHeader === header ? null : newHeader,
      guess,
      confidence,
      because,
      sample: contents.cells.filter((cell) => !isBlankCell(cell)).slice(0, 3),
      showsDays: numbers.length > 0 && numbers.every(isDateFormat),
    };
  });
}

/**
 * Whether a cell read as a formula holds one.
 *
 * @param value - the same cell read as a value: a text that begins with "=" reads the same both ways
 */
export function isFormula(cell: Cell | undefined, value: Cell | undefined): cell is string {
  return typeof cell === "string" && cell.startsWith("=") && cell.length > 1 && cell !== value;
}
