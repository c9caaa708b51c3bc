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
import { freeTableName, newColumn } from "./plan-new-tables";
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

/** The customers table out of a sheet the person already has. */
export function planAdoption(
  proposal: AdoptProposal,
  mapping: Mapping,
  context: SetUpContext,
): Result<Adoption, readonly SetUpProblem[]> {
  const { rows, newId } = context;
  const problems = [
    ...proposal.problems,
    ...mappingProblems(proposal, mapping),
    ...formulaProblems(proposal, mapping),
    ...idProblems(proposal, mapping, rows),
    ...totalProblems(proposal, rows),
  ];
  if (problems.length > 0) return err(problems);

  const filled = rows.map((row) => !row.every(isBlankCell));
  const ids = idsOf(rows, filled, mapping["id"], newId);
  const added = addedColumns(proposal, mapping, context, filled, ids.all);
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
      existing: inspected.table,
      excelName,
      binding: mapping,
      missingIds: ids.missing,
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
      idsGiven: ids.missing.size,
      issues: rowIssues(proposal, mapping, rows, filled, ids.all),
    },
  });
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
  mapping: Mapping,
  rows: readonly (readonly Cell[])[],
): readonly SetUpProblem[] {
  const index = mapping["id"];
  if (index === undefined) return [];
  const firstRow = corners(proposal.range.address).top + 2;
  const places = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const id = textOf(row[index] ?? null).trim();
    if (id === "") return;
    const place = places.get(id);
    if (place === undefined) places.set(id, [firstRow + at]);
    else place.push(firstRow + at);
  });
  const doubled = [...places].filter(([, at]) => at.length > 1);
  if (doubled.length === 0) return [];
  return [
    {
      code: "duplicate-id",
      header: headerOf(proposal, index),
      ids: doubled.slice(0, 10).map(([id, at]) => ({ id, rows: at.slice(0, 10) })),
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

/** The id of every filled row, and those of them that are new; a blank row has none. */
function idsOf(
  rows: readonly (readonly Cell[])[],
  filled: readonly boolean[],
  column: number | undefined,
  newId: SetUpContext["newId"],
): { readonly all: readonly (string | null)[]; readonly missing: ReadonlyMap<number, string> } {
  const missing = new Map<number, string>();
  const all = rows.map((row, at) => {
    if (filled[at] !== true) return null;
    const found = column === undefined ? "" : textOf(row[column] ?? null).trim();
    if (found !== "") return found;
    const id = newId("C");
    if (column !== undefined) missing.set(at, id);
    return id;
  });
  return { all, missing };
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

function rowIssues(
  proposal: AdoptProposal,
  mapping: Mapping,
  rows: readonly (readonly Cell[])[],
  filled: readonly boolean[],
  ids: readonly (string | null)[],
): readonly DataIssue[] {
  const bound = Object.entries(mapping);
  const place: TablePlace = {
    sheet: proposal.range.sheet,
    headers: Object.fromEntries(bound.map(([id, index]) => [id, headerOf(proposal, index)])),
    dateSystem: proposal.facts.dateSystem,
  };
  return rows.flatMap((cells, at) => {
    if (filled[at] !== true) return [];
    const row: Row = Object.fromEntries(bound.map(([id, index]) => [id, cells[index] ?? null]));
    const { record, issues } = readRecord(customersTable, row, at, place);
    const named = issues.map((issue) => ({ ...issue, id: ids[at] ?? null }));
    if (record.name.trim() !== "") return named;
    const nameless = dataIssue("name-missing", {
      table: "customers",
      sheet: place.sheet,
      id: ids[at] ?? null,
      row: at,
      column: "name",
      header: place.headers["name"] ?? null,
      found: row["name"] ?? null,
    });
    return [...named, nameless];
  });
}

function headerOf(proposal: AdoptProposal, index: number): string {
  const column = proposal.columns[index];
  return column?.newHeader ?? column?.header ?? "";
}
