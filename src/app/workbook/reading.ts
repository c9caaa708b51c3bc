import type { Cell } from "../../tables/change";
import type { TableId } from "../../tables/schema";

export interface ColumnsRequest {
  readonly table: TableId;
  readonly columns: readonly string[];
  /** Only these body rows, as far as the table has them; absent for all. */
  readonly rows?: RowWindow;
  /** Whoever asks compares the ids before and after it all: they need not come along with what takes several messages. */
  readonly comparesIds?: true;
}

/** Neighbouring rows of a table's body; `first` is zero-based. */
export interface RowWindow {
  readonly first: number;
  readonly count: number;
}

export interface RowsRequest {
  readonly table: TableId;
  /** Compared as text, so that an id stored as a number is found by its digits. */
  readonly column: string;
  readonly value: string;
  readonly limit: number;
}

export interface ColumnsAnswer {
  readonly table: TableId;
  /** By column id, each as long as the table's body, or as the rows asked for. A column the table lacks is absent. */
  readonly columns: Readonly<Record<string, readonly Cell[]>>;
}

export interface CountRequest {
  readonly table: TableId;
  readonly where: readonly {
    readonly column: string;
    readonly is: "above" | "equal";
    readonly number: number;
  }[];
}

export interface FilledCount {
  readonly filled: number;
  readonly rows: number;
}
