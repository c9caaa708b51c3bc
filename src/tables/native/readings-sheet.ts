import { columnLetters } from "../a1";
import type { Words } from "../schema";

/** The title of the hidden sheet that native formulas read. */
export const readingsTitle: Words = { zh: "原生公式", en: "Native formulas" };

/** The title of the hidden sheet that remembers which values were calculated. */
export const frozenTitle: Words = { zh: "计算结果存照", en: "Calculated values" };

/** The title of the hidden sheet that remembers people's own formulas while values stand in their place. */
export const ownTitle: Words = { zh: "自己的公式存照", en: "Own formulas" };

/** One column of the readings sheet: a heading in row 1 and what stands below it. */
export interface ReadingColumn {
  readonly heading: string;
  /** Constants, or formulas with their "=". */
  readonly cells: readonly (string | number)[];
}

/** A name for cells of one or several neighbouring columns. Rows count from 0 below the headings. */
export interface ReadingName {
  readonly name: string;
  readonly column: number;
  readonly columns: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The sheet on which settings are read once for all rows, so that the formulas in the rows stay short and quick.
 * Formulas refer to their own sheet without naming it, to all else by defined names.
 */
export interface ReadingsSheet {
  readonly title: Words;
  readonly columns: readonly ReadingColumn[];
  readonly names: readonly ReadingName[];
}

/** A column of a sheet being drafted. */
export interface DraftColumn {
  /** "$C$4" for the third row below the heading, counted from 0. */
  readonly cell: (row: number) => string;
  /** "$C4" for the same: formulas filled down a column are then one formula to any program. */
  readonly filled: (row: number) => string;
  /** "$C$2:$C$9" for all rows, or for those given. */
  readonly cells: (first?: number, last?: number) => string;
}

/** Puts a readings sheet together, column by column. */
export class SheetDraft {
  readonly columns: ReadingColumn[] = [];
  readonly names: ReadingName[] = [];

  /**
   * Adds a column; its cells may refer to each other.
   *
   * @param name - for all of its cells, when given
   */
  column(
    heading: string,
    cells: readonly (string | number)[] | ((own: DraftColumn) => readonly (string | number)[]),
    name?: string,
  ): DraftColumn {
    const index = this.columns.length;
    const letters = columnLetters(index);
    const cell = (row: number) => `$${letters}$${row + 2}`;
    const own: DraftColumn = {
      cell,
      filled: (row) => `$${letters}${row + 2}`,
      cells: (first = 0, last = written.length - 1) => `${cell(first)}:${cell(last)}`,
    };
    const written: readonly (string | number)[] = typeof cells === "function" ? cells(own) : cells;
    this.columns.push({ heading, cells: written });
    if (name !== undefined) this.#name(name, index, 1, 0, written.length - 1);
    return own;
  }

  /** Adds a column of single readings, each with a name of its own. */
  readings(heading: string, readings: readonly (readonly [name: string, formula: string])[]): void {
    const index = this.columns.length;
    this.column(
      heading,
      readings.map(([, formula]) => `=${formula}`),
    );
    readings.forEach(([name], row) => this.#name(name, index, 1, row, row));
  }

  /** Names the last so many columns together, as high as the last one; or one row of them. */
  nameLast(columns: number, name: string, row?: number): void {
    const height = this.columns.at(-1)?.cells.length ?? 0;
    this.#name(name, this.columns.length - columns, columns, row ?? 0, row ?? height - 1);
  }

  #name(name: string, column: number, columns: number, first: number, last: number): void {
    this.names.push({ name, column, columns, first, last });
  }
}
