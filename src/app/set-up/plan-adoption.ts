import type { Day } from "../../domain/day";
import { err, ok, type Result } from "../../domain/result";
import { cellAddress, corners } from "../../tables/a1";
import { dayCell, isBlankCell, textOf } from "../../tables/cells";
import type { Cell, Row } from "../../tables/change";
import { customersTable, writtenColumns } from "../../tables/specs/customers";
import { folded, freeHeader } from "../../tables/headers";
import type { Trace } from "../deeds/perform";
import type { NewId } from "../../tables/ids";
import { dataIssue, type DataIssue } from "../../tables/issues";
import { readRecord, type TablePlace } from "../../tables/records";
import { formulaInputs, type ColumnSpec, type Language } from "../../tables/schema";
import { isTotalWord } from "../../tables/total-row";
import { freeTableName, newColumn } from "./empty-table";
import { isFormula, unitIn, type AdoptProposal, type Mapping, type SetUpProblem } from "./proposal";
import type { NewColumn } from "../workbook/columns";
import type { AdoptedTable } from "../workbook/install";

export interface Adoption {
  readonly table: AdoptedTable;
  readonly summary: AdoptionSummary;
}

/** What adopting will add to the person's sheet or change in it, and what it found there. */
export interface AdoptionSummary {
  /** Columns that will be added to the right of the adopted ones; empty when creating. */
  readonly columnsAdded: readonly { readonly column: string; readonly header: string }[];
  /** Their columns that will be used as ours. */
  readonly columnsUsed: readonly { readonly column: string; readonly header: string }[];
  /** Their columns that stay as they are. */
  readonly columnsKept: readonly string[];
  /** Blank or doubled headers that get another text. */
  readonly headersChanged: readonly {
    readonly index: number;
    readonly from: string;
    readonly to: string;
  }[];
  /** The range that becomes a structured table of that name; null when it is one already. */
  readonly becomesTable: string | null;
  /** Customers found; totally blank rows are not counted. */
  readonly customers: number;
  readonly blankRows: number;
  /** Ids written into blank id cells of a column of theirs. */
  readonly idsGiven: number;
  /** Cells the rules cannot read or read with a reservation. They stay as they are. */
  readonly issues: readonly DataIssue[];
}

export interface SetUpContext {
  readonly language: Language;
  readonly asOf: Day;
  readonly newId: NewId;
  /** The cells of `proposal.body`, from `readBody`; empty when creating. */
  readonly rows: readonly (readonly Cell[])[];
  /** By whom and when, for the audit table; absent where set-up is a part of something that is told of as a whole. */
  readonly trace?: Pick<Trace, "who" | "now">;
}

const columns: readonly ColumnSpec[] = customersTable.columns;

/** Rows looked at between two places to pause: a few milliseconds' work. */
const rowsPerStep = 250;
/** What looking for ids and blank rows takes of the time; the rest is reading every cell by the rules. */
const surveyShare = 0.1;

/**
 * The customers table out of a sheet the person already has. Every `yield` is a place to pause and says how far it has
 * come, 0 to 1.
 */
export function* planningAdoption(
  proposal: AdoptProposal,
  mapping: Mapping,
  context: SetUpContext,
): Generator<number, Result<Adoption, readonly SetUpProblem[]>, void> {
  const { rows } = context;
  const { filled, ids } = yield* surveying(rows, mapping["id"]);
  const problems = [
    ...proposal.problems,
    ...mappingProblems(proposal, mapping),
    ...formulaProblems(proposal, mapping),
    ...idProblems(proposal, mapping["id"], ids),
    ...totalProblems(proposal, rows),
  ];
  if (problems.length > 0) return err(problems);

  const found = yield* readingRows(proposal, mapping, filled, context);
  const added = addedColumns(proposal, mapping, context, filled, found.ids);
  const { facts, inspected } = proposal;
  const excelName = inspected.table ?? freeTableName(customersTable.excelName, facts);
  const changedHeaders =
    inspected.table === null
      ? proposal.columns.flatMap(({ index, header, newHeader }) =>
          newHeader === null ? [] : [{ index, from: header, to: newHeader }],
        )
      : [];
  const used = new Set(Object.values(mapping));
  const customers = filled.filter(Boolean).length;
  return ok({
    table: {
      table: "customers",
      range: proposal.range,
      seen: { headers: inspected.sample[proposal.headerRow] ?? [], last: rows.at(-1) ?? [] },
      existing: inspected.table,
      excelName,
      binding: mapping,
      missingIds: found.missingIds,
      headers: new Map(changedHeaders.map(({ index, to }) => [index, to])),
      added,
    },
    summary: {
      columnsAdded: added.map(({ column, header }) => ({ column, header })),
      columnsUsed: columns.flatMap(({ id }) => {
        const index = mapping[id];
        return index === undefined ? [] : [{ column: id, header: headerOf(proposal, index) }];
      }),
      columnsKept: proposal.columns
        .filter(({ index }) => !used.has(index))
        .map(({ index }) => headerOf(proposal, index)),
      headersChanged: changedHeaders,
      becomesTable: inspected.table === null ? excelName : null,
      customers,
      blankRows: rows.length - customers,
      idsGiven: found.missingIds.size,
      issues: found.issues,
    },
  });
}

/** Which rows hold something, and the rows of every id that stands in them. */
function* surveying(
  rows: readonly (readonly Cell[])[],
  idColumn: number | undefined,
): Generator<
  number,
  { readonly filled: readonly boolean[]; readonly ids: ReadonlyMap<string, readonly number[]> },
  void
> {
  const filled: boolean[] = [];
  const ids = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    if (at % rowsPerStep === rowsPerStep - 1) yield (surveyShare * at) / rows.length;
    filled.push(!row.every(isBlankCell));
    const id = idColumn === undefined ? "" : textOf(row[idColumn] ?? null).trim();
    if (id === "") continue;
    const places = ids.get(id);
    if (places === undefined) ids.set(id, [at]);
    else places.push(at);
  }
  return { filled, ids };
}

/** What the rows hold, read by the rules, and the ids that blank cells get. */
interface RowsRead {
  /** The id of every filled row; a blank row has none. */
  readonly ids: readonly (string | null)[];
  readonly missingIds: ReadonlyMap<number, string>;
  readonly issues: readonly DataIssue[];
}

function* readingRows(
  proposal: AdoptProposal,
  mapping: Mapping,
  filled: readonly boolean[],
  { rows, newId }: SetUpContext,
): Generator<number, RowsRead, void> {
  const idColumn = mapping["id"];
  const ids: (string | null)[] = [];
  const missingIds = new Map<number, string>();
  const issues: DataIssue[] = [];
  const issuesOf = rowReader(proposal, mapping);
  for (const [at, row] of rows.entries()) {
    if (at % rowsPerStep === rowsPerStep - 1)
      yield surveyShare + ((1 - surveyShare) * at) / rows.length;
    if (filled[at] !== true) {
      ids.push(null);
      continue;
    }
    const standing = idColumn === undefined ? "" : textOf(row[idColumn] ?? null).trim();
    const id = standing === "" ? newId("C") : standing;
    if (standing === "" && idColumn !== undefined) missingIds.set(at, id);
    ids.push(id);
    for (const issue of issuesOf(row, at)) issues.push({ ...issue, id });
  }
  return { ids, missingIds, issues };
}

function mappingProblems(proposal: AdoptProposal, mapping: Mapping): readonly SetUpProblem[] {
  const problems: SetUpProblem[] = [];
  if (mapping["name"] === undefined) problems.push({ code: "name-unmapped" });
  const byIndex = new Map<number, string[]>();
  for (const [column, index] of Object.entries(mapping)) {
    if (!columns.some(({ id }) => id === column) || proposal.columns[index] === undefined)
      throw new Error(`no column ${column} at ${index}`);
    byIndex.set(index, [...(byIndex.get(index) ?? []), column]);
  }
  for (const [index, doubled] of byIndex) {
    if (doubled.length > 1)
      problems.push({
        code: "mapped-twice",
        header: headerOf(proposal, index),
        columns: doubled,
      });
  }
  for (const [column, index] of Object.entries(mapping)) {
    const header = headerOf(proposal, index);
    const unit = unitIn(column, header);
    if (unit !== 1) problems.push({ code: "amount-unit", column, header, unit });
  }
  return problems;
}

/** A formula further down than the sample is met at write time, where it is a conflict. */
function formulaProblems(proposal: AdoptProposal, mapping: Mapping): readonly SetUpProblem[] {
  const { headerRow, inspected } = proposal;
  const area = corners(inspected.address);
  return writtenColumns.flatMap((column): readonly SetUpProblem[] => {
    const index = mapping[column];
    if (index === undefined) return [];
    const row = inspected.formulas.findIndex(
      (cells, at) => at > headerRow && isFormula(cells[index], inspected.sample[at]?.[index]),
    );
    if (row === -1) return [];
    const cell = cellAddress(area.top + row, area.left + index);
    const header = headerOf(proposal, index);
    return [{ code: "formula-in-written-column", column, header, cell }];
  });
}

/** The log finds a customer by its id, so two of the same would mix their follow-ups. */
function idProblems(
  proposal: AdoptProposal,
  index: number | undefined,
  ids: ReadonlyMap<string, readonly number[]>,
): readonly SetUpProblem[] {
  if (index === undefined) return [];
  const firstRow = corners(proposal.range.address).top + 2;
  const doubled = [...ids].filter(([, places]) => places.length > 1);
  if (doubled.length === 0) return [];
  return [
    {
      code: "duplicate-id",
      header: headerOf(proposal, index),
      ids: doubled
        .slice(0, 10)
        .map(([id, places]) => ({ id, rows: places.slice(0, 10).map((at) => firstRow + at) })),
      count: doubled.length,
    },
  ];
}

/** A sum below the customers, which only a plain range has: a table knows its own totals row. */
function totalProblems(
  { inspected, range }: AdoptProposal,
  rows: readonly (readonly Cell[])[],
): readonly SetUpProblem[] {
  const last = rows.findLastIndex((row) => !row.every(isBlankCell));
  const cell = rows[last]?.find((each) => !isBlankCell(each));
  const found = textOf(cell ?? null).trim();
  if (inspected.table !== null || !isTotalWord(found)) return [];
  const row = corners(range.address).top + 2 + last;
  return [{ code: "total-row", sheet: range.sheet, row, found }];
}

/** What the rules need and the sheet lacks; a formula only where all it reads is there. */
function addedColumns(
  proposal: AdoptProposal,
  mapping: Mapping,
  { language, asOf }: SetUpContext,
  filled: readonly boolean[],
  ids: readonly (string | null)[],
): readonly NewColumn[] {
  const taken = new Set(
    proposal.columns.map(({ header, newHeader }) => folded(newHeader ?? header)),
  );
  const lacking = columns.filter(({ id, essential }) => essential && mapping[id] === undefined);
  const there = new Set([...Object.keys(mapping), ...lacking.map(({ id }) => id)]);
  return lacking
    .filter(({ formula }) =>
      formula === undefined ? true : formulaInputs(formula[language]).every((id) => there.has(id)),
    )
    .map((column): NewColumn => {
      const header = ownHeader(column, language, taken);
      taken.add(folded(header));
      const laidOut = newColumn(column, header, language);
      if (column.id === "id") return { ...laidOut, fill: { values: ids } };
      if (column.id !== "createdDay") return laidOut;
      // F2: they come to us today; whoever was never followed up is due from now.
      const today = dayCell(asOf, proposal.facts.dateSystem);
      return { ...laidOut, fill: { values: filled.map((is) => (is ? today : null)) } };
    });
}

/** Their own 等级 stays theirs; ours is then called 等级（客户簿）. */
function ownHeader(column: ColumnSpec, language: Language, taken: ReadonlySet<string>): string {
  const title = column.title[language];
  if (!taken.has(folded(title))) return title;
  return freeHeader(language === "zh" ? `${title}（客户簿）` : `${title} (Keepsheet)`, taken);
}

/** Reads a row's cells by the rules. @returns what they cannot read or read with a reservation, without the row's id */
function rowReader(
  proposal: AdoptProposal,
  mapping: Mapping,
): (cells: readonly Cell[], at: number) => readonly DataIssue[] {
  const bound = Object.entries(mapping);
  const place: TablePlace = {
    sheet: proposal.range.sheet,
    headers: Object.fromEntries(bound.map(([id, index]) => [id, headerOf(proposal, index)])),
    dateSystem: proposal.facts.dateSystem,
  };
  return (cells, at) => {
    const row: Row = Object.fromEntries(bound.map(([id, index]) => [id, cells[index] ?? null]));
    const { record, issues } = readRecord(customersTable, row, at, place);
    if (record.name.trim() !== "") return issues;
    const nameless = dataIssue("name-missing", {
      table: "customers",
      sheet: place.sheet,
      id: null,
      row: at,
      column: "name",
      header: place.headers["name"] ?? null,
      found: row["name"] ?? null,
    });
    return [...issues, nameless];
  };
}

function headerOf(proposal: AdoptProposal, index: number): string {
  const column = proposal.columns[index];
  return column?.newHeader ?? column?.header ?? "";
}
