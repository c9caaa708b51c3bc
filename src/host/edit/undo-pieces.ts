import { contains, type Area } from "../model/address";
import type { Binding } from "../model/binding";
import { CellGrid, type AreaCells } from "../model/grid";
import type { Sheet } from "../model/sheet";
import type { DefinedName, Workbook } from "../model/workbook";
import { followed, type CellMove } from "./undo-moves";

/** Something remembered as it was before a change. `capture` remembers the same as it is now, `restore` puts it back. */
export type Piece = CellsPiece | GridPiece | RestPiece;

/** Cells of an area, which others may move while it waits to be put back. */
export class CellsPiece {
  readonly kind = "cells";
  #cells: AreaCells;
  #grid: CellGrid | null = null;
  /** Where and how the cells were kept before others moved them; the newest last. */
  readonly #moved: { readonly move: CellMove; readonly cells: AreaCells }[] = [];
  #isLost = false;

  constructor(
    readonly sheet: Sheet,
    cells: AreaCells,
    readonly at: number,
  ) {
    this.#cells = cells;
  }

  get area(): Area {
    return this.#cells.area;
  }

  /** True where others have deleted or torn the cells: they cannot be put back. */
  get isLost(): boolean {
    return this.#isLost;
  }

  capture(at: number): CellsPiece {
    return new CellsPiece(this.sheet, this.sheet.cells.copyArea(this.area), at);
  }

  restore(): void {
    this.sheet.cells.pasteArea(this.#kept());
  }

  /** The cells as a grid, in which others' changes are worked in. */
  get grid(): CellGrid {
    if (this.#grid === null) {
      this.#grid = new CellGrid();
      this.#grid.pasteArea(this.#cells);
    }
    return this.#grid;
  }

  covers(row: number, column: number): boolean {
    return !this.#isLost && contains(this.area, row, column);
  }

  /** Where the cells stood at a moment. */
  areaAt(at: number): Area {
    return this.#moved.find(({ move }) => move.at > at)?.cells.area ?? this.area;
  }

  /** Others move cells: what is kept moves along, and so do the references in its formulas. */
  follow(move: CellMove): void {
    const cells = this.#kept();
    this.#moved.push({ move, cells });
    const next = followed(cells, this.sheet, move);
    if (next === null) this.#isLost = true;
    else this.#keep(next);
  }

  /** Others take the move of cells back that they made in a step. */
  goBack(step: number): void {
    while (this.#moved.at(-1)?.move.step === step) {
      const before = this.#moved.pop();
      if (before !== undefined) this.#keep(before.cells);
      this.#isLost = false;
    }
  }

  #kept(): AreaCells {
    if (this.#grid !== null) this.#keep(this.#grid.copyArea(this.area));
    return this.#cells;
  }

  #keep(cells: AreaCells): void {
    this.#cells = cells;
    this.#grid = null;
  }
}

/** All cells of a sheet. */
export class GridPiece {
  readonly kind = "grid";

  constructor(
    readonly sheet: Sheet,
    readonly grid: CellGrid,
    readonly at: number,
  ) {}

  capture(at: number): GridPiece {
    return new GridPiece(this.sheet, this.sheet.cells.clone(), at);
  }

  restore(): void {
    this.sheet.cells.assign(this.grid);
  }

  covers(): boolean {
    return true;
  }
}

/** What lies over a sheet's cells, or what the workbook has beside its sheets. */
interface RestPiece {
  readonly kind: "layers" | "book";
  readonly sheet: Sheet | null;
  capture(): RestPiece;
  restore(): void;
}

/** Tables, rules, sizes and whatever else lies over the cells. */
export function layersPiece(sheet: Sheet): RestPiece {
  const { name, visibility, tabColor, showGridlines, showHeadings, protection } = sheet;
  const { standardWidth, standardHeight, enableCalculation } = sheet;
  const lists = structuredClone({
    tables: sheet.tables,
    conditionalFormats: sheet.conditionalFormats,
    validations: sheet.validations,
    merges: sheet.merges,
    notes: sheet.notes,
    comments: sheet.comments,
    charts: sheet.charts,
    hyperlinks: sheet.hyperlinks,
    autoFilter: sheet.autoFilter,
    printArea: sheet.printArea,
    printTitles: sheet.printTitles,
    freeze: sheet.freeze,
    editableRanges: sheet.editableRanges,
  });
  const maps = mapsOf(sheet).map((map) => [...map]);
  const sets = setsOf(sheet).map((set) => [...set]);
  return {
    kind: "layers",
    sheet,
    capture: () => layersPiece(sheet),
    restore: () => {
      Object.assign(sheet, { name, visibility, tabColor, showGridlines, showHeadings, protection });
      Object.assign(sheet, { standardWidth, standardHeight, enableCalculation });
      Object.assign(sheet, structuredClone(lists));
      mapsOf(sheet).forEach((map, index) => {
        map.clear();
        for (const [key, kept] of maps[index] ?? []) map.set(key, kept);
      });
      setsOf(sheet).forEach((set, index) => {
        set.clear();
        for (const place of sets[index] ?? []) set.add(place);
      });
    },
  };
}

function setsOf(sheet: Sheet): Set<number>[] {
  const { hiddenColumns, hiddenRows, filteredRows, rowBreaks, columnBreaks } = sheet;
  return [hiddenColumns, hiddenRows, filteredRows, rowBreaks, columnBreaks];
}

/** What a sheet keeps by row, column or key. */
function mapsOf(sheet: Sheet): Map<unknown, unknown>[] {
  const { columnWidths, rowHeights, columnStyles, rowStyles } = sheet;
  const { rowOutline, columnOutline, customProperties, pageLayout } = sheet;
  return [
    columnWidths,
    rowHeights,
    columnStyles,
    rowStyles,
    rowOutline,
    columnOutline,
    customProperties,
    pageLayout,
  ] as Map<unknown, unknown>[];
}

/** The list of sheets, the names, bindings and styles. */
export function bookPiece(workbook: Workbook): RestPiece {
  const sheets = [...workbook.sheets];
  const names: DefinedName[] = structuredClone(workbook.names);
  const bindings: Binding[] = structuredClone(workbook.bindings);
  const styles = new Map([...workbook.styles].map(([name, style]) => [name, { ...style }]));
  const { protection } = workbook;
  return {
    kind: "book",
    sheet: null,
    capture: () => bookPiece(workbook),
    restore: () => {
      workbook.sheets.splice(0, workbook.sheets.length, ...sheets);
      workbook.names.splice(0, workbook.names.length, ...structuredClone(names));
      workbook.bindings.splice(0, workbook.bindings.length, ...structuredClone(bindings));
      workbook.styles.clear();
      for (const [name, style] of styles) workbook.styles.set(name, { ...style });
      Object.assign(workbook, { protection });
    },
  };
}
