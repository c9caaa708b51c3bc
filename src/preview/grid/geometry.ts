import type { ChartCorner } from "../../host/model/charts";
import type { Sheet } from "../../host/model/sheet";
import { usualRowPixels, type Axis } from "./axis";
import { mergeAt, type Place } from "./selection";
import type { SheetLayout } from "./sheet-layout";

export type GridHit =
  | { readonly on: "cell"; readonly place: Place; readonly filter: boolean }
  | { readonly on: "column" | "row"; readonly index: number; readonly grip: boolean }
  | { readonly on: "corner" }
  | { readonly on: "fill" };

interface GridPart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const pixelsPerPoint = 4 / 3;
export const rowHeaderWidth = 46;
export const columnHeaderHeight = 24;

/** Where cells lie in the grid's box, as far as it is scrolled, and which cell lies at a point of it. */
export class GridGeometry {
  #view: GridPart = { left: 0, top: 0, width: 0, height: 0 };

  constructor(
    private readonly layout: SheetLayout,
    /** What scrolls. */
    private readonly root: HTMLElement,
    private readonly sheet: () => Sheet,
    /** How many pixels of the window a pixel of the grid takes. */
    private readonly zoom: () => number,
  ) {}

  /**
   * The part of the sheet in the window, in pixels of the grid, as it was looked at last: asking the browser anew after
   * each cell drawn would have it lay out the page each time.
   */
  get view(): GridPart {
    return this.#view;
  }

  /** Takes the view from the browser: after scrolling, and once for each time the grid is drawn. */
  look(): GridPart {
    const zoom = this.zoom();
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.root;
    this.#view = {
      left: scrollLeft / zoom,
      top: scrollTop / zoom,
      width: clientWidth / zoom,
      height: clientHeight / zoom,
    };
    return this.#view;
  }

  /** A point of the window as one of the grid's box. */
  point(event: { readonly clientX: number; readonly clientY: number }): { x: number; y: number } {
    const bounds = this.root.getBoundingClientRect();
    const zoom = this.zoom();
    return { x: (event.clientX - bounds.left) / zoom, y: (event.clientY - bounds.top) / zoom };
  }

  /** Where a box of the grid stands in the window. */
  inWindow(box: { left: number; top: number; height: number }): {
    left: number;
    top: number;
    bottom: number;
  } {
    const bounds = this.root.getBoundingClientRect();
    const zoom = this.zoom();
    return {
      left: bounds.left + box.left * zoom,
      top: bounds.top + box.top * zoom,
      bottom: bounds.top + (box.top + box.height) * zoom,
    };
  }

  get rows(): Axis {
    return this.layout.rows;
  }

  get columns(): Axis {
    return this.layout.columns;
  }

  /** A cell's rectangle in pixels of the grid's box, or null when it is scrolled out of view. */
  cellBox(place: Place): { left: number; top: number; width: number; height: number } | null {
    const sheet = this.sheet();
    const merge = mergeAt(sheet, place);
    const area = merge ?? {
      top: place.row,
      bottom: place.row,
      left: place.column,
      right: place.column,
    };
    if (area.bottom >= this.rows.count || area.right >= this.columns.count) return null;
    const frozen = this.layout.frozen(sheet);
    const x = this.columns.offset(area.left);
    const y = this.rows.offset(area.top);
    const { view } = this;
    const left = rowHeaderWidth + x - (area.left < frozen.columns ? 0 : view.left);
    const top = columnHeaderHeight + y - (area.top < frozen.rows ? 0 : view.top);
    const width = this.columns.offset(area.right + 1) - x;
    const height = this.rows.offset(area.bottom + 1) - y;
    const outLeft = rowHeaderWidth + (area.left < frozen.columns ? 0 : frozen.width);
    const outTop = columnHeaderHeight + (area.top < frozen.rows ? 0 : frozen.height);
    const hidden =
      left + width <= outLeft || top + height <= outTop || left >= view.width || top >= view.height;
    return hidden ? null : { left, top, width, height };
  }

  /**
   * Where a corner among the cells stands, in pixels of the grid's box, as far as it is scrolled; and where the part of
   * the window begins that shows it.
   */
  cornerAt(corner: ChartCorner): { x: number; y: number; clipLeft: number; clipTop: number } {
    const frozen = this.layout.frozen(this.sheet());
    const { view } = this;
    const { row, column, down, right } = corner;
    const stillX = column < frozen.columns;
    const stillY = row < frozen.rows;
    const inX = Math.min(right * pixelsPerPoint, this.columns.size(column));
    const inY = Math.min(down * pixelsPerPoint, this.rows.size(row));
    return {
      x: rowHeaderWidth + this.columns.offset(column) + inX - (stillX ? 0 : view.left),
      y: columnHeaderHeight + this.rows.offset(row) + inY - (stillY ? 0 : view.top),
      clipLeft: rowHeaderWidth + (stillX ? 0 : frozen.width),
      clipTop: columnHeaderHeight + (stillY ? 0 : frozen.height),
    };
  }

  /** The corner among the cells at a point of the grid's box. */
  cornerUnder(x: number, y: number): ChartCorner {
    const place = this.placeAt(Math.max(rowHeaderWidth, x), Math.max(columnHeaderHeight, y));
    const start = this.cornerAt({ ...place, down: 0, right: 0 });
    return {
      ...place,
      down: Math.max(0, y - start.y) / pixelsPerPoint,
      right: Math.max(0, x - start.x) / pixelsPerPoint,
    };
  }

  /** What lies under the pointer. */
  hit(event: MouseEvent): GridHit | null {
    const { x, y } = this.point(event);
    const { width, height } = this.view;
    if (x >= width || y >= height) return null;
    // The event's own target is whoever captured the pointer, not what lies under it.
    const target = document.elementFromPoint(event.clientX, event.clientY);
    const grip = target?.closest<HTMLElement>("[data-grip]")?.dataset.grip;
    if (x < rowHeaderWidth && y < columnHeaderHeight) return { on: "corner" };
    if (target?.closest("[data-fill]") != null) return { on: "fill" };
    const place = this.placeAt(x, y);
    if (y < columnHeaderHeight) {
      return {
        on: "column",
        index: grip === undefined ? place.column : Number(grip),
        grip: grip !== undefined,
      };
    }
    if (x < rowHeaderWidth) {
      return {
        on: "row",
        index: grip === undefined ? place.row : Number(grip),
        grip: grip !== undefined,
      };
    }
    return { on: "cell", place, filter: target?.closest("[data-filter-column]") != null };
  }

  /** The cell at a point of the grid's box; points outside give the nearest cell, which is what dragging needs. */
  placeAt(x: number, y: number): Place {
    const frozen = this.layout.frozen(this.sheet());
    const { left, top } = this.view;
    const inX = x - rowHeaderWidth;
    const inY = y - columnHeaderHeight;
    return {
      column: this.columns.indexAt(inX < frozen.width ? inX : inX + left),
      row: this.rows.indexAt(inY < frozen.height ? inY : inY + top),
    };
  }

  /** Whole rows that fit, for Page Up and Page Down. */
  pageRows(): number {
    const frozen = this.layout.frozen(this.sheet());
    return Math.max(
      1,
      Math.floor((this.view.height - columnHeaderHeight - frozen.height) / usualRowPixels) - 1,
    );
  }

  /** Columns that fit, for Alt with Page Up and Page Down. */
  pageColumns(): number {
    const frozen = this.layout.frozen(this.sheet());
    const { left, width } = this.view;
    const first = this.columns.indexAt(frozen.width + left);
    const last = this.columns.indexAt(left + width - rowHeaderWidth);
    return Math.max(1, last - first);
  }

  /** Where the view has to begin, moved as little as possible, so that the cell is wholly in it. */
  scrollFor(place: Place): { readonly left: number; readonly top: number } {
    const frozen = this.layout.frozen(this.sheet());
    const { view } = this;
    const along = (
      axis: Axis,
      index: number,
      frozenCount: number,
      frozenSize: number,
      scroll: number,
      room: number,
    ): number => {
      if (index < frozenCount) return scroll;
      const start = axis.offset(index) - frozenSize;
      const end = start + axis.size(index);
      const view = room - frozenSize;
      if (start < scroll) return start;
      return end > scroll + view ? Math.min(start, end - view) : scroll;
    };
    const top = along(
      this.rows,
      place.row,
      frozen.rows,
      frozen.height,
      view.top,
      view.height - columnHeaderHeight,
    );
    const left = along(
      this.columns,
      place.column,
      frozen.columns,
      frozen.width,
      view.left,
      view.width - rowHeaderWidth,
    );
    return { left, top };
  }
}
