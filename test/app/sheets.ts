import type { Day } from "../../src/domain/day";
import { assembleToday } from "../../src/app/today/assemble-today";
import type { Today } from "../../src/app/today/today";
import type { TableFacts, WorkbookFacts } from "../../src/app/workbook/facts";
import type { ColumnsAnswer } from "../../src/app/workbook/reading";
import { dayCell, type CellStyle } from "../../src/tables/cells";
import type { Cell, Row } from "../../src/tables/change";
import { todayColumns } from "../../src/tables/specs/customers";
import { holidayCells } from "../../src/tables/specs/holiday-rows";
import { schemaVersion, type TableId } from "../../src/tables/schema";
import { settingCells } from "../../src/tables/specs/setting-rows";
import { tableSpecs } from "../../src/tables/tables";

/** What a set-up workbook tells of itself. */
export function factsOf(style: CellStyle, changes: Partial<WorkbookFacts> = {}): WorkbookFacts {
  const tables = Object.fromEntries(
    Object.values(tableSpecs).map((spec): [TableId, TableFacts] => [
      spec.id,
      {
        sheet: spec.title[style.language],
        name: spec.excelName,
        rowCount: 0,
        columns: Object.fromEntries(
          spec.columns.map(({ id, title }, index) => [
            id,
            { header: title[style.language], index },
          ]),
        ),
      },
    ]),
  );
  return {
    dateSystem: style.dateSystem,
    readOnly: false,
    language: style.language,
    schemaVersion,
    mode: "functions",
    tables,
    fields: [],
    sheetNames: Object.values(tableSpecs).map(({ title }) => title[style.language]),
    tableNames: Object.values(tableSpecs).map(({ excelName }) => excelName),
    ...changes,
  };
}

/** Rows as the whole columns that are read for Today. */
export function columnsOf(
  table: TableId,
  columns: readonly string[],
  rows: readonly Row[],
): ColumnsAnswer {
  return {
    table,
    columns: Object.fromEntries(columns.map((id) => [id, rows.map((row) => row[id] ?? null)])),
  };
}

/** A table's rows in column order as rows by column id. */
export function byColumn(table: TableId, rows: readonly (readonly Cell[])[]): readonly Row[] {
  return rows.map((cells) =>
    Object.fromEntries(
      tableSpecs[table].columns.map(({ id }, index) => [id, cells[index] ?? null]),
    ),
  );
}

/** Today from customers' cells, with the settings as set-up lays them out and some of them changed. */
export function todayOf(
  asOf: Day,
  customers: readonly Row[],
  style: CellStyle,
  settings: Readonly<Record<string, Cell>> = {},
  facts: WorkbookFacts = factsOf(style),
): Today {
  const settingRows = byColumn(
    "settings",
    settingCells(style.language, dayCell(asOf, style.dateSystem)),
  ).map((row) => {
    const id = String(row["id"]);
    return id in settings ? { ...row, amount: settings[id] ?? null } : row;
  });
  return assembleToday(asOf, facts, [
    columnsOf("customers", todayColumns, customers),
    columnsOf("settings", ["id", "item", "amount", "unit"], settingRows),
    columnsOf("holidays", ["day", "kind"], byColumn("holidays", holidayCells(style))),
  ]);
}

export const chinese: CellStyle = { dateSystem: 1900, language: "zh" };
