import type { Area } from "./address";
import type { Unmodelled } from "./unmodelled";

export interface TableColumn {
  /** Unique in its table and kept for the column's life; the file's `id` attribute. */
  readonly id: number;
  name: string;
  /** The calculated column's formula as written in its first row; new rows are filled with it. */
  calculatedFormula?: string;
  totalsFunction?: string;
  totalsLabel?: string;
  totalsFormula?: string;
  unmodelled?: Unmodelled;
}

export interface SortField {
  /** Zero-based column within the table. */
  readonly key: number;
  readonly ascending: boolean;
  /** Sorted by a colour, not by values: what has it comes first, or last where `ascending` is false. */
  readonly color?: { readonly of: "CellColor" | "FontColor"; readonly color: string };
  /** By colours, icons or a list of a person's own, as a file said. */
  readonly unmodelled?: Unmodelled;
}

/** Which values of one column stay visible. Criteria are stored as the API states them. */
export interface ColumnFilter {
  readonly column: number;
  readonly criteria: Readonly<Record<string, unknown>>;
  readonly unmodelled?: Unmodelled;
}

/** A structured table. `area` covers the header row (when shown), the body and the totals row (when shown). */
export interface Table {
  /** Unique in the workbook and kept for the table's life. */
  readonly id: number;
  readonly sheetId: string;
  name: string;
  area: Area;
  columns: TableColumn[];
  showHeaders: boolean;
  showTotals: boolean;
  style: string | null;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  sort: SortField[];
  /** Whether the last sorting told upper from lower case. */
  sortMatchesCase?: boolean;
  filters: ColumnFilter[];
  unmodelled?: Unmodelled;
}

/** The rows between header and totals; an empty table still has one blank body row, as in Excel. */
export function bodyArea(table: Table): Area {
  return {
    ...table.area,
    top: table.area.top + (table.showHeaders ? 1 : 0),
    bottom: table.area.bottom - (table.showTotals ? 1 : 0),
  };
}
