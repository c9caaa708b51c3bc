import type { Area } from "../model/address";
import type { Binding } from "../model/binding";
import type { AreaCells, CellGrid } from "../model/grid";
import type { Sheet } from "../model/sheet";
import type { DefinedName, Workbook } from "../model/workbook";

const deepest = 100;
/** The step of an add-in's sync. */
export const addInStep = "add-in";
/** The share of a sheet's rows above moving cells from which on only these are remembered. */
const mostlyStaying = 0.9;

/** Something remembered as it was. `capture` remembers the same thing as it is now, `restore` puts it back. */
interface Piece {
  capture(): Piece;
  restore(): void;
  /** The cells put back, for calculation and events; null where structure came back. */
  readonly touched: { readonly sheet: Sheet; readonly area: Area | null };
}

/** What an undo or redo put back. */
export interface Restored {
  readonly label: string;
  readonly cells: readonly { readonly sheet: Sheet; readonly area: Area }[];
  readonly structure: boolean;
}

interface Step {
  readonly label: string;
  readonly pieces: readonly Piece[];
}

/**
 * Undo and redo. While a step is open, whoever is about to change something says so first; closing the step keeps what
 * was said. One step is one act of a person or one sync of an add-in.
 */
export class History {
  #undo: Step[] = [];
  #redo: Step[] = [];
  #open: { label: string; pieces: Piece[]; whole: Set<Sheet>; layers: Set<Sheet> } | null = null;
  #book = false;
  /** How many acts the open step is within. */
  #depth = 0;

  constructor(readonly workbook: Workbook) {}

  /** Everything `work` announces becomes one step; steps do not nest, an inner one joins the outer. */
  step<T>(label: string, work: () => T): T {
    if (this.#open !== null) return this.#within(work);
    this.#begin(label);
    try {
      return work();
    } finally {
      this.#end();
    }
  }

  /**
   * What follows is what Excel does by itself after a person's act (a table grows, a column fills): a step of its own, so
   * that it is taken back before the act. It stays part of the act where that is one of several, and of a sync.
   */
  split(label: string): void {
    if (this.#open === null || this.#depth > 0 || this.#open.label === addInStep) return;
    this.#end();
    this.#begin(label);
  }

  #within<T>(work: () => T): T {
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }

  #begin(label: string): void {
    this.#open = { label, pieces: [], whole: new Set(), layers: new Set() };
    this.#book = false;
  }

  #end(): void {
    const step = this.#open;
    this.#open = null;
    if (step === null || step.pieces.length === 0) return;
    this.#undo.push({ label: step.label, pieces: step.pieces });
    if (this.#undo.length > deepest) this.#undo.shift();
    this.#redo = [];
  }

  /** Values, formulas and formats of these cells are about to change. */
  cells(sheet: Sheet, area: Area): void {
    if (this.#open === null || this.#open.whole.has(sheet)) return;
    this.#open.pieces.push(cellsPiece(sheet, sheet.cells.copyArea(area)));
  }

  /**
   * Cells are about to move, all of them within this area, which ends where the sheet does. Where it holds little of the
   * sheet, as at the end of a long table, only that is remembered.
   */
  moving(sheet: Sheet, area: Area): void {
    if (area.top > sheet.cells.valueExtent().rows * mostlyStaying) this.cells(sheet, area);
    else this.grid(sheet);
  }

  /** Cells are about to move: the whole sheet is remembered. */
  grid(sheet: Sheet): void {
    if (this.#open === null || this.#open.whole.has(sheet)) return;
    this.#open.whole.add(sheet);
    this.#open.pieces.push(gridPiece(sheet, sheet.cells.clone()));
  }

  /** What lies over the cells (tables, rules, sizes…) is about to change. */
  layers(sheet: Sheet): void {
    if (this.#open === null || this.#open.layers.has(sheet)) return;
    this.#open.layers.add(sheet);
    this.#open.pieces.push(layersPiece(sheet));
  }

  /** The list of sheets, the names or the bindings are about to change. */
  book(): void {
    if (this.#open === null || this.#book) return;
    this.#book = true;
    this.#open.pieces.push(bookPiece(this.workbook));
  }

  undo(): Restored | null {
    return swap(this.#undo, this.#redo);
  }

  redo(): Restored | null {
    return swap(this.#redo, this.#undo);
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** What the next undo takes back; null where there is nothing. */
  get undoLabel(): string | null {
    return this.#undo.at(-1)?.label ?? null;
  }

  get redoLabel(): string | null {
    return this.#redo.at(-1)?.label ?? null;
  }

  /** What Excel does when a sheet is deleted or the file saved: nothing before it can be undone. */
  clear(): void {
    this.#undo = [];
    this.#redo = [];
  }
}

function swap(from: Step[], to: Step[]): Restored | null {
  const step = from.pop();
  if (step === undefined) return null;
  const counter: Piece[] = [];
  const cells: { sheet: Sheet; area: Area }[] = [];
  let structure = false;
  for (const piece of [...step.pieces].reverse()) {
    counter.push(piece.capture());
    piece.restore();
    const { sheet, area } = piece.touched;
    if (area === null) structure = true;
    else cells.push({ sheet, area });
  }
  to.push({ label: step.label, pieces: counter });
  return { label: step.label, cells, structure };
}

function cellsPiece(sheet: Sheet, cells: AreaCells): Piece {
  return {
    capture: () => cellsPiece(sheet, sheet.cells.copyArea(cells.area)),
    restore: () => sheet.cells.pasteArea(cells),
    touched: { sheet, area: cells.area },
  };
}

function gridPiece(sheet: Sheet, grid: CellGrid): Piece {
  return {
    capture: () => gridPiece(sheet, sheet.cells.clone()),
    restore: () => sheet.cells.assign(grid),
    touched: { sheet, area: null },
  };
}

function layersPiece(sheet: Sheet): Piece {
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
    touched: { sheet, area: null },
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

function bookPiece(workbook: Workbook): Piece {
  const sheets = [...workbook.sheets];
  const names: DefinedName[] = structuredClone(workbook.names);
  const bindings: Binding[] = structuredClone(workbook.bindings);
  const styles = new Map([...workbook.styles].map(([name, style]) => [name, { ...style }]));
  const { protection } = workbook;
  return {
    capture: () => bookPiece(workbook),
    restore: () => {
      workbook.sheets.splice(0, workbook.sheets.length, ...sheets);
      workbook.names.splice(0, workbook.names.length, ...structuredClone(names));
      workbook.bindings.splice(0, workbook.bindings.length, ...structuredClone(bindings));
      workbook.styles.clear();
      for (const [name, style] of styles) workbook.styles.set(name, { ...style });
      Object.assign(workbook, { protection });
    },
    touched: { sheet: sheets[0] as Sheet, area: null },
  };
}
