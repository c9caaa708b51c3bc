import { headerWidth } from "../../tables/header-width";
import { numberFormat, type ColumnSpec, type Language, type TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import type { NewColumn } from "../workbook/columns";
import type { WorkbookFacts } from "../workbook/facts";
import type { NewTable } from "../workbook/install";

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
 * The same, for several tables that are made together.
 *
 * @param sheetNames - the names of all sheets in lower case
 */
export function emptyTable(
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

/** A column as it is laid out, empty or with its formula. */
export function newColumn(column: ColumnSpec, header: string, language: Language): NewColumn {
  return {
    column: column.id,
    header,
    numberFormat: numberFormat(column),
    width: Math.max(column.width, headerWidth(header)),
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

/** Excel takes names that differ only in case for the same. */
function freeName(wish: string, taken: ReadonlySet<string>): string {
  let name = wish;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wish}${number}`;
  return name;
}
