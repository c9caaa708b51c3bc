import type { Day } from "../../domain/day";
import { dayCell, type CellStyle } from "../../tables/cells";
import type { AuditEntry } from "../../tables/audit/entries";
import { auditRow } from "../../tables/audit/rows";
import type { Cell } from "../../tables/change";
import { optionalAuditColumns } from "../../tables/specs/audit";
import { holidayCells } from "../../tables/specs/holidays";
import {
  dayFormat,
  numberFormat,
  type ColumnSpec,
  type Language,
  type TableId,
} from "../../tables/schema";
import { holidaysName, settingNames } from "../../tables/specs/setting-names";
import { settingCells, settingRows } from "../../tables/specs/settings";
import { tableSpecs } from "../../tables/tables";
import { without } from "../deeds/record-deed";
import type { NewColumn } from "../workbook/columns";
import type { WorkbookFacts } from "../workbook/facts";
import type { InstallPlan, NewName, NewTable } from "../workbook/install";

/**
 * The tables the workbook still lacks, each on a sheet of its own. Sheet and table names that are taken get a number.
 *
 * @param withCustomers - false when an existing sheet becomes the customers table
 */
export function planNewTables(
  facts: WorkbookFacts,
  withCustomers: boolean,
  { language, asOf }: { readonly language: Language; readonly asOf: Day },
): readonly NewTable[] {
  const style: CellStyle = { dateSystem: facts.dateSystem, language };
  const sheetNames = new Set(facts.sheetNames.map((name) => name.toLowerCase()));
  const lacking = lackingTables(facts).filter((table) => table !== "customers" || withCustomers);
  return lacking.map((table) => ({
    ...emptyTable(table, facts, language, sheetNames),
    rows: firstRows(table, asOf, style),
    cellFormats: table === "settings" ? settingFormats : [],
  }));
}

/** The tables every workbook of ours has and this one has not. */
export function lackingTables(facts: WorkbookFacts): readonly TableId[] {
  return (Object.keys(tableSpecs) as TableId[]).filter(
    (table) => facts.tables[table] === undefined && tableSpecs[table].onFirstUse !== true,
  );
}

/** A table without rows, on a sheet of its own that the workbook has not yet. */
export function planEmptyTable(table: TableId, facts: WorkbookFacts, language: Language): NewTable {
  return emptyTable(
    table,
    facts,
    language,
    new Set(facts.sheetNames.map((name) => name.toLowerCase())),
  );
}

/**
 * A plan with the audit rows that tell of it: below those that are there, or in a table made for them; rule P4. Both are
 * written in the plan's own messages.
 */
export function withRecord(
  plan: InstallPlan,
  entries: readonly AuditEntry[],
  facts: WorkbookFacts,
): InstallPlan {
  const { language } = plan;
  const rows = entries.map((entry) => auditRow(entry, { dateSystem: facts.dateSystem, language }));
  const bound = facts.tables.audit?.columns;
  if (bound !== undefined) {
    const lacking = new Set([...optionalAuditColumns].filter((id) => bound[id] === undefined));
    return { ...plan, record: rows.map((row) => without(row, lacking)) };
  }
  const made = planEmptyTable("audit", facts, language);
  const audit: NewTable = {
    ...made,
    rows: rows.map(({ cells }) => made.columns.map(({ column }) => cells[column] ?? null)),
    cellFormats: rows.flatMap(({ formats = {} }, row) =>
      Object.entries(formats).map(([column, format]) => ({ row, column, numberFormat: format })),
    ),
  };
  return { ...plan, create: [...plan.create, audit] };
}

function emptyTable(
  table: TableId,
  facts: WorkbookFacts,
  language: Language,
  sheetNames: ReadonlySet<string>,
): NewTable {
  const spec = tableSpecs[table];
  return {
    table,
    sheet: freeName(spec.title[language], sheetNames),
    at: "A1",
    excelName: freeTableName(spec.excelName, facts),
    columns: spec.columns
      .filter(({ onRequest, sensitive }) => onRequest !== true && sensitive !== true)
      .map((column) => newColumn(column, column.title[language], language)),
    rows: [],
    cellFormats: [],
    freezeHeader: true,
  };
}

/** The names formulas take settings and holidays by, for the tables that are new. */
export function planNames(create: readonly NewTable[]): readonly NewName[] {
  const names: NewName[] = [];
  if (create.some(({ table }) => table === "settings")) {
    const rowOf = (id: string) => settingRows.findIndex((row) => row.id === id);
    for (const { name, firstRow, lastRow, covers } of settingNames) {
      names.push({
        name,
        table: "settings",
        from: covers === "area" ? "item" : "amount",
        to: covers === "area" ? "base" : "amount",
        rows: { first: rowOf(firstRow), last: rowOf(lastRow) },
      });
    }
  }
  if (create.some(({ table }) => table === "holidays"))
    names.push({ name: holidaysName, table: "holidays", from: "day", to: "kind", rows: null });
  return names;
}

/** A column as it is laid out, empty or with its formula. */
export function newColumn(column: ColumnSpec, header: string, language: Language): NewColumn {
  return {
    column: column.id,
    header,
    numberFormat: numberFormat(column),
    width: column.width,
    fill: column.formula === undefined ? null : { formula: column.formula[language] },
    list: offeredWords(column, language),
  };
}

/** What a column's cells offer as a drop-down list; null for none. */
function offeredWords(
  { choices, scale }: ColumnSpec,
  language: Language,
): readonly string[] | null {
  if (choices !== undefined) return choices.map((choice) => choice.title[language]);
  if (scale === undefined) return null;
  const { least, most } = scale;
  return Array.from({ length: most - least + 1 }, (_, step) => String(least + step));
}

/** A table name no other table of the workbook has. */
export function freeTableName(wish: string, facts: WorkbookFacts): string {
  return freeName(wish, new Set(facts.tableNames.map((name) => name.toLowerCase())));
}

const settingFormats: NewTable["cellFormats"] = [
  { id: "asOf", numberFormat: dayFormat },
  { id: "importanceThreshold", numberFormat: "#,##0.00" },
].map((format) => ({
  row: settingRows.findIndex(({ id }) => id === format.id),
  column: "amount",
  numberFormat: format.numberFormat,
}));

function firstRows(table: TableId, asOf: Day, style: CellStyle): readonly (readonly Cell[])[] {
  if (table === "settings") return settingCells(style.language, dayCell(asOf, style.dateSystem));
  return table === "holidays" ? holidayCells(style) : [];
}

/** Excel takes names that differ only in case for the same. */
function freeName(wish: string, taken: ReadonlySet<string>): string {
  let name = wish;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wish}${number}`;
  return name;
}
