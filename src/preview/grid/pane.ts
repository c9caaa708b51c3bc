import { cellAddress, intersection, maxColumns, type Area } from "../../host/model/address";
import type { Sheet } from "../../host/model/sheet";
import { element } from "../dom";
import type { Axis } from "./axis";
import { drawCell, makeCell, type CellBox, type CellElement } from "./cell-element";
import { cellLook, type CellLook, type LookSource } from "./cell-look";
import { filterState } from "./filter-buttons";

/** What a pane needs to know of the grid it is one part of. */
export interface PaneScene extends LookSource {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Cells with something written beside them, by `markKey`. */
  readonly marks: ReadonlyMap<number, "note" | "comment">;
}

/** Notes and comments of a sheet by their cells; a comment goes before a note. */
export function marksOf({ notes, comments }: Sheet): ReadonlyMap<number, "note" | "comment"> {
  const marks = new Map<number, "note" | "comment">();
  for (const { row, column } of notes) marks.set(markKey(row, column), "note");
  for (const { row, column } of comments) marks.set(markKey(row, column), "comment");
  return marks;
}

const markKey = (row: number, column: number): number => row * maxColumns + column;

interface DrawnRow {
  readonly root: HTMLDivElement;
  readonly cells: Map<number, CellElement>;
}

/** The part of the axis one pane shows: first and last index, and the pixel its left or top edge stands at. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly origin: number;
}

/** Browsers lose precision far from the origin: cells are placed relative to an anchor that moves in big steps. */
const anchorStep = 500_000;

/** One of the up to four parts frozen rows and columns cut the grid into. Only the cells in view exist in the DOM. */
export class Pane {
  readonly root = element("div", { class: "pane", role: "rowgroup" });
  readonly overlay = element("div", { class: "pane-overlay" });
  readonly #layer = element("div", { class: "pane-layer" });
  readonly #rows = new Map<number, DrawnRow>();
  #anchorTop = 0;
  #anchorLeft = 0;

  constructor() {
    this.root.append(this.#layer);
    this.#layer.append(this.overlay);
  }

  place(left: number, top: number, width: number, height: number): void {
    Object.assign(this.root.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${Math.max(0, width)}px`,
      height: `${Math.max(0, height)}px`,
    });
  }

  /** A cell's rectangle within this pane's layer. */
  rectangle(
    scene: PaneScene,
    area: Area,
  ): { left: number; top: number; width: number; height: number } {
    const left = scene.columns.offset(area.left);
    const top = scene.rows.offset(area.top);
    return {
      left: left - this.#anchorLeft,
      top: top - this.#anchorTop,
      width: scene.columns.offset(area.right + 1) - left,
      height: scene.rows.offset(area.bottom + 1) - top,
    };
  }

  /**
   * Draws the cells of these stretches. With `all` false only cells that came into view are drawn: scrolling
   * leaves the others alone.
   */
  draw(scene: PaneScene, rows: Stretch, columns: Stretch, all: boolean): void {
    const anchorTop = Math.floor(rows.origin / anchorStep) * anchorStep;
    const anchorLeft = Math.floor(columns.origin / anchorStep) * anchorStep;
    if (anchorTop !== this.#anchorTop || anchorLeft !== this.#anchorLeft) {
      this.clear();
      this.#anchorTop = anchorTop;
      this.#anchorLeft = anchorLeft;
    }
    this.#layer.style.transform = `translate(${anchorLeft - columns.origin}px, ${anchorTop - rows.origin}px)`;
    for (const [row, drawn] of this.#rows) {
      if (row < rows.first || row > rows.last || scene.rows.size(row) === 0) {
        drawn.root.remove();
        this.#rows.delete(row);
      }
    }
    const merges = scene.sheet.merges.filter(
      (merge) =>
        intersection(merge, {
          top: rows.first,
          bottom: rows.last,
          left: columns.first,
          right: columns.last,
        }) !== null,
    );
    for (let row = rows.first; row <= rows.last; row++) {
      if (scene.rows.size(row) > 0) this.#drawRow(scene, row, columns, merges, all);
    }
  }

  #drawRow(
    scene: PaneScene,
    row: number,
    columns: Stretch,
    merges: readonly Area[],
    all: boolean,
  ): void {
    let drawn = this.#rows.get(row);
    const fresh = drawn === undefined;
    if (drawn === undefined) {
      const root = element("div", { class: "grid-row", role: "row", "aria-rowindex": row + 1 });
      drawn = { root, cells: new Map() };
      this.#rows.set(row, drawn);
      this.#layer.append(root);
    }
    const height = scene.rows.size(row);
    if (fresh || all) {
      drawn.root.style.top = `${scene.rows.offset(row) - this.#anchorTop}px`;
      drawn.root.style.height = `${height}px`;
    }
    for (const [column, cell] of drawn.cells) {
      if (column < columns.first || column > columns.last || scene.columns.size(column) === 0) {
        cell.root.remove();
        drawn.cells.delete(column);
      }
    }
    const { sheet } = scene;
    let runsTo = -1;
    for (let column = columns.first; column <= columns.last; column++) {
      const width = scene.columns.size(column);
      if (width === 0) continue;
      let cell = drawn.cells.get(column);
      if (cell !== undefined && !all) continue;
      const merge = merges.find(
        (area) =>
          row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
      );
      const covered = merge !== undefined && (merge.top !== row || merge.left !== column);
      if (covered) {
        cell?.root.remove();
        drawn.cells.delete(column);
        continue;
      }
      if (cell === undefined) {
        cell = makeCell();
        drawn.cells.set(column, cell);
        drawn.root.append(cell.root);
      }
      const look = cellLook(scene, row, column);
      const left = scene.columns.offset(column);
      const box: CellBox = {
        left: left - this.#anchorLeft,
        width: merge === undefined ? width : scene.columns.offset(merge.right + 1) - left,
        height:
          merge === undefined
            ? height
            : scene.rows.offset(merge.bottom + 1) - scene.rows.offset(row),
        freeRight:
          merge === undefined && look.text !== "" ? freeRight(scene, row, column, look) : 0,
        runThrough: column < runsTo,
        gridlines: sheet.showGridlines,
        mark: scene.marks.get(markKey(row, column)) ?? null,
        address: cellAddress(row, column),
        column,
        filter: filterState(sheet, row, column),
      };
      const over = drawCell(cell, look, box);
      if (over > 0) runsTo = scene.columns.indexAt(left + width + over - 1);
    }
  }

  clear(): void {
    for (const drawn of this.#rows.values()) drawn.root.remove();
    this.#rows.clear();
  }
}

/** Width of the empty cells to the right, as far as a text could use them. */
function freeRight(scene: PaneScene, row: number, column: number, look: CellLook): number {
  if (look.numeric || look.align !== "left" || look.text.length < 4) return 0;
  const { cells } = scene.sheet;
  const farthest = Math.min(column + 12, scene.columns.count - 1);
  let free = 0;
  for (let next = column + 1; next <= farthest; next++) {
    if (cells.value(row, next) !== null || cells.formula(row, next) !== undefined) break;
    free += scene.columns.size(next);
  }
  return free;
}
