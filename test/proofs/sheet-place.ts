import type { WorkbookFacts } from "../../src/app/workbook/facts";
import type { Sheet } from "../../src/host/model/sheet";
import type { Table } from "../../src/host/model/table";
import type { Workbook as Model } from "../../src/host/model/workbook";
import { tableSpecs } from "../../src/tables/tables";
import type { ColumnSpec, TableId } from "../../src/tables/schema";

/** Where one of our tables is in the sheet, as somebody sees it who looks at the sheet. */
export interface SheetPlace {
  readonly sheet: Sheet;
  readonly table: Table;
  /** Zero-based in the table. */
  readonly index: (column: string) => number;
  /** Zero-based in the sheet. */
  readonly column: (column: string) => number;
  readonly cell: (row: number, column: string) => string | number | boolean | null;
  /** Columns of the table that hold no formulas of ours, zero-based. */
  readonly enteredIndexes: readonly number[];
}

export function refsTo(model: Model, facts: WorkbookFacts, id: TableId): SheetPlace {
  const place = facts.tables[id];
  const found = [...model.tables()].find(({ table }) => table.name === place?.name);
  if (place === undefined || found === undefined) throw new Error(`no table ${id}`);
  const { sheet, table } = found;
  const index = (column: string): number => {
    const known = place.columns[column];
    if (known === undefined) throw new Error(`${id} has no column ${column}`);
    return known.index;
  };
  const computed = new Set(
    tableSpecs[id].columns
      .filter(({ kind }: ColumnSpec) => kind === "computed")
      .map((column) => column.id),
  );
  return {
    sheet,
    table,
    index,
    column: (column) => table.area.left + index(column),
    cell: (row, column) => {
      const value = sheet.cells.value(row, table.area.left + index(column));
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? value
        : null;
    },
    enteredIndexes: Object.entries(place.columns)
      .filter(([column]) => !computed.has(column))
      .map(([, known]) => known.index),
  };
}
