import type { CellVisuals } from "../../host/calc/conditional";
import { maxColumns, maxRows, type Area } from "../../host/model/address";
import type { ChartCorner } from "../../host/model/charts";
import type { RuleStyle } from "../../host/model/rules";
import type { Sheet } from "../../host/model/sheet";
import { element } from "../dom";
import { usualColumnPixels, usualRowPixels, type Axis } from "./axis";
import { fontOf } from "./cell-element";
import { cellLook } from "./cell-look";
import { HeaderStrip } from "./headers";
import { Pane, type PaneScene, type Stretch } from "./pane";
import { SheetLayout, type Resizing } from "./sheet-layout";
import { mergeAt, type GridSelection, type Place } from "./selection";
import { textWidth } from "./text-width";
import { darkGrid, lightGrid, type GridTheme } from "./theme";

/** What the grid shows. The view never changes the workbook; it asks again whenever it is told to repaint. */
export interface GridSource {
  readonly locale: "zh-CN" | "en-US";
  readonly label: string;
  sheet(): Sheet;
  selection(): GridSelection;
  date1904(): boolean;
  conditional(sheet: Sheet, row: number, column: number): RuleStyle | null;
  visuals(sheet: Sheet, row: number, column: number): CellVisuals | null;
}

export type GridHit =
  | { readonly on: "cell"; readonly place: Place; readonly filter: boolean }
  | { readonly on: "column" | "row"; readonly index: number; readonly grip: boolean }
  | { readonly on: "corner" }
  | { readonly on: "fill" };

const pixelsPerPoint = 4 / 3;
const rowHeaderWidth = 46;
const columnHeaderHeight = 24;
/** How many rows around the window a column is fitted to: enough to look right, and quick at 100,000 rows. */
const fitRows = 500;
/** Rows and columns drawn beyond the window, so that scrolling by a notch shows no gap. */
const overscan = 3;

/**
 * A spreadsheet grid over a sheet of the host's model: headers, frozen panes, selection. Only cells in view are in
 * the DOM, so a repaint costs the same at 100 and at 100,000 rows.
 */
export class GridView {
  readonly root = element("div", { class: "grid-scroller", role: "presentation" });
  /** Sits over the active cell; the cell editor and the list button live in it. */
  readonly stage = element("div", { class: "grid-stage" });
  /** Lies over the cells and under the headers; charts stand in it. */
  readonly over = element("div", { class: "grid-over" });
  readonly #canvas = element("div", { class: "grid-canvas" });
  readonly #grid: HTMLDivElement;
  readonly #corner = element("div", { class: "corner-head" });
  readonly #panes = { corner: new Pane(), top: new Pane(), left: new Pane(), main: new Pane() };
  readonly #columnHeads = { frozen: new HeaderStrip("column"), main: new HeaderStrip("column") };
  readonly #rowHeads = { frozen: new HeaderStrip("row"), main: new HeaderStrip("row") };
  readonly #freezeLines = [
    element("div", { class: "freeze-line across" }),
    element("div", { class: "freeze-line down" }),
  ];
  #theme: GridTheme = lightGrid;
  #filling: Area | null = null;
  #frame = 0;
  #all = true;
  #shownSheet = "";
  readonly #scrollOf = new Map<string, { left: number; top: number }>();
  readonly #layout = new SheetLayout();
  readonly #painted = new Set<() => void>();
  /** Milliseconds the last full repaint took; the bench and the browser tests read it. */
  lastPaint = 0;

  constructor(private readonly source: GridSource) {
    this.#grid = element("div", {
      class: "grid",
      role: "grid",
      id: "grid",
      "aria-label": source.label,
    });
    this.#grid.append(
      this.#panes.main.root,
      this.#panes.left.root,
      this.#panes.top.root,
      this.#panes.corner.root,
      this.over,
      this.#columnHeads.main.root,
      this.#columnHeads.frozen.root,
      this.#rowHeads.main.root,
      this.#rowHeads.frozen.root,
      this.#corner,
      ...this.#freezeLines,
      this.stage,
    );
    this.#canvas.append(this.#grid);
    this.root.append(this.#canvas);
    this.root.addEventListener("scroll", () => this.#scrolled());
    new ResizeObserver(() => this.repaint()).observe(this.root);
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    this.#theme = dark.matches ? darkGrid : lightGrid;
    dark.addEventListener("change", () => {
      this.#theme = dark.matches ? darkGrid : lightGrid;
      this.repaint();
    });
  }

  get rows(): Axis {
    return this.#layout.rows;
  }

  get columns(): Axis {
    return this.#layout.columns;
  }

  /** Called after each paint: floating parts follow their cell. */
  onPainted(listener: () => void): void {
    this.#painted.add(listener);
  }

  /** Draws everything again in the next frame; several calls make one. */
  repaint(): void {
    this.#all = true;
    this.#schedule();
  }

  #schedule(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => this.paintNow());
  }

  #scrolled(): void {
    const { scrollTop, scrollLeft, clientHeight, clientWidth, scrollHeight, scrollWidth } =
      this.root;
    // The sheet goes on: more rows and columns come when the end is reached.
    const atBottom = scrollTop + clientHeight >= scrollHeight - 2;
    const atRight = scrollLeft + clientWidth >= scrollWidth - 2;
    if (this.#layout.grow(atBottom ? 40 : 0, atRight ? 4 : 0)) this.#all = true;
    this.#schedule();
  }

  #scene(sheet: Sheet): PaneScene {
    return {
      sheet,
      locale: this.source.locale,
      date1904: this.source.date1904(),
      theme: this.#theme,
      rows: this.rows,
      columns: this.columns,
      conditional: (row, column) => this.source.conditional(sheet, row, column),
      visuals: (row, column) => this.source.visuals(sheet, row, column),
    };
  }

  /** Draws at once. Tests and the bench call it; everything else uses `repaint`. */
  paintNow(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const started = performance.now();
    const sheet = this.source.sheet();
    const all = this.#all;
    if (all) {
      if (this.#shownSheet !== sheet.id) this.#showSheet(sheet);
      this.#layout.measure(sheet, this.source.selection());
      this.#canvas.style.width = `${rowHeaderWidth + this.columns.offset(this.columns.count)}px`;
      this.#canvas.style.height = `${columnHeaderHeight + this.rows.offset(this.rows.count)}px`;
      const back = this.#scrollOf.get(sheet.id);
      if (back !== undefined) {
        this.root.scrollTo(back.left, back.top);
        this.#scrollOf.delete(sheet.id);
      }
    }
    this.#all = false;
    const scene = this.#scene(sheet);
    const frozen = this.#layout.frozen(sheet);
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = this.root;
    const width = clientWidth - rowHeaderWidth;
    const height = clientHeight - columnHeaderHeight;
    Object.assign(this.#grid.style, { width: `${clientWidth}px`, height: `${clientHeight}px` });
    this.#grid.setAttribute("aria-rowcount", String(this.rows.count));
    this.#grid.setAttribute("aria-colcount", String(this.columns.count));

    const still = (count: number): Stretch => ({ first: 0, last: count - 1, origin: 0 });
    const moving = (
      axis: Axis,
      from: number,
      frozenSize: number,
      scroll: number,
      room: number,
    ): Stretch => {
      const origin = frozenSize + scroll;
      return {
        first: Math.max(from, axis.indexAt(origin) - overscan),
        last: Math.min(
          axis.count - 1,
          axis.indexAt(origin + Math.max(0, room - frozenSize)) + overscan,
        ),
        origin,
      };
    };
    const fixedRows = still(frozen.rows);
    const fixedColumns = still(frozen.columns);
    const rows = moving(this.rows, frozen.rows, frozen.height, scrollTop, height);
    const columns = moving(this.columns, frozen.columns, frozen.width, scrollLeft, width);

    const { corner, top, left, main } = this.#panes;
    const x = rowHeaderWidth;
    const y = columnHeaderHeight;
    corner.place(x, y, frozen.width, frozen.height);
    top.place(x + frozen.width, y, width - frozen.width, frozen.height);
    left.place(x, y + frozen.height, frozen.width, height - frozen.height);
    main.place(x + frozen.width, y + frozen.height, width - frozen.width, height - frozen.height);
    corner.draw(scene, fixedRows, fixedColumns, all);
    top.draw(scene, fixedRows, columns, all);
    left.draw(scene, rows, fixedColumns, all);
    main.draw(scene, rows, columns, all);

    this.#drawHeads(frozen, fixedRows, fixedColumns, rows, columns, width, height);
    this.#drawSelection(scene);
    if (all) this.lastPaint = performance.now() - started;
    for (const listener of this.#painted) listener();
  }

  #showSheet(sheet: Sheet): void {
    if (this.#shownSheet !== "") {
      this.#scrollOf.set(this.#shownSheet, {
        left: this.root.scrollLeft,
        top: this.root.scrollTop,
      });
    }
    for (const pane of Object.values(this.#panes)) pane.clear();
    this.#shownSheet = sheet.id;
    this.#layout.reset();
    if (!this.#scrollOf.has(sheet.id)) this.#scrollOf.set(sheet.id, { left: 0, top: 0 });
  }

  #drawHeads(
    frozen: { width: number; height: number },
    fixedRows: Stretch,
    fixedColumns: Stretch,
    rows: Stretch,
    columns: Stretch,
    width: number,
    height: number,
  ): void {
    const { areas } = this.source.selection();
    const chosenColumn = (index: number): "no" | "touched" | "whole" => {
      const touching = areas.filter((area) => index >= area.left && index <= area.right);
      if (touching.some((area) => area.top === 0 && area.bottom === maxRows - 1)) return "whole";
      return touching.length > 0 ? "touched" : "no";
    };
    const chosenRow = (index: number): "no" | "touched" | "whole" => {
      const touching = areas.filter((area) => index >= area.top && index <= area.bottom);
      if (touching.some((area) => area.left === 0 && area.right === maxColumns - 1)) return "whole";
      return touching.length > 0 ? "touched" : "no";
    };
    const x = rowHeaderWidth;
    const y = columnHeaderHeight;
    this.#columnHeads.frozen.place(x, 0, frozen.width, y);
    this.#columnHeads.main.place(x + frozen.width, 0, width - frozen.width, y);
    this.#rowHeads.frozen.place(0, y, x, frozen.height);
    this.#rowHeads.main.place(0, y + frozen.height, x, height - frozen.height);
    this.#columnHeads.frozen.draw(this.columns, fixedColumns, chosenColumn);
    this.#columnHeads.main.draw(this.columns, columns, chosenColumn);
    this.#rowHeads.frozen.draw(this.rows, fixedRows, chosenRow);
    this.#rowHeads.main.draw(this.rows, rows, chosenRow);
    const [across, down] = this.#freezeLines;
    if (across !== undefined) {
      across.hidden = frozen.height === 0;
      across.style.top = `${y + frozen.height - 1}px`;
    }
    if (down !== undefined) {
      down.hidden = frozen.width === 0;
      down.style.left = `${x + frozen.width - 1}px`;
    }
  }

  #drawSelection(scene: PaneScene): void {
    const { areas, active } = this.source.selection();
    const activeArea = mergeAt(scene.sheet, active) ?? {
      top: active.row,
      left: active.column,
      bottom: active.row,
      right: active.column,
    };
    const single =
      areas.length === 1 &&
      areas.every(
        (area) =>
          area.top === activeArea.top &&
          area.left === activeArea.left &&
          area.bottom === activeArea.bottom &&
          area.right === activeArea.right,
      );
    for (const pane of Object.values(this.#panes)) {
      const boxes = areas.map((area) =>
        this.#box(pane, scene, area, single ? "selected single" : "selected"),
      );
      if (!single) boxes.push(this.#box(pane, scene, activeArea, "active"));
      if (this.#filling !== null) boxes.push(this.#box(pane, scene, this.#filling, "filling"));
      const [only, second] = areas;
      if (only !== undefined && second === undefined)
        boxes.push(...this.#fillHandle(pane, scene, only));
      pane.overlay.replaceChildren(...boxes);
    }
  }

  /** The small square at the selection's last cell; whole rows and columns have none. */
  #fillHandle(pane: Pane, scene: PaneScene, area: Area): HTMLDivElement[] {
    if (area.bottom >= this.rows.count || area.right >= this.columns.count) return [];
    const { left, top, width, height } = pane.rectangle(scene, area);
    const handle = element("div", { class: "fill-handle", "data-fill": true });
    Object.assign(handle.style, { left: `${left + width - 5}px`, top: `${top + height - 5}px` });
    return [handle];
  }

  #box(pane: Pane, scene: PaneScene, area: Area, kind: string): HTMLDivElement {
    const clipped = {
      ...area,
      bottom: Math.min(area.bottom, this.rows.count - 1),
      right: Math.min(area.right, this.columns.count - 1),
    };
    const { left, top, width, height } = pane.rectangle(scene, clipped);
    const box = element("div", { class: kind });
    // One pixel outwards, so that the frame lies on the gridlines around the cells.
    Object.assign(box.style, {
      left: `${left - 1}px`,
      top: `${top - 1}px`,
      width: `${width + 1}px`,
      height: `${height + 1}px`,
    });
    return box;
  }

  /** A cell's rectangle in pixels of the grid's box, or null when it is scrolled out of view. */
  cellBox(place: Place): { left: number; top: number; width: number; height: number } | null {
    const sheet = this.source.sheet();
    const merge = mergeAt(sheet, place);
    const area = merge ?? {
      top: place.row,
      bottom: place.row,
      left: place.column,
      right: place.column,
    };
    if (area.bottom >= this.rows.count || area.right >= this.columns.count) return null;
    const frozen = this.#layout.frozen(sheet);
    const x = this.columns.offset(area.left);
    const y = this.rows.offset(area.top);
    const left = rowHeaderWidth + x - (area.left < frozen.columns ? 0 : this.root.scrollLeft);
    const top = columnHeaderHeight + y - (area.top < frozen.rows ? 0 : this.root.scrollTop);
    const width = this.columns.offset(area.right + 1) - x;
    const height = this.rows.offset(area.bottom + 1) - y;
    const outLeft = rowHeaderWidth + (area.left < frozen.columns ? 0 : frozen.width);
    const outTop = columnHeaderHeight + (area.top < frozen.rows ? 0 : frozen.height);
    const hidden =
      left + width <= outLeft ||
      top + height <= outTop ||
      left >= this.root.clientWidth ||
      top >= this.root.clientHeight;
    return hidden ? null : { left, top, width, height };
  }

  /**
   * Where a corner among the cells stands, in pixels of the grid's box, as far as it is scrolled; and where the part of
   * the window begins that shows it.
   */
  cornerAt(corner: ChartCorner): { x: number; y: number; clipLeft: number; clipTop: number } {
    const frozen = this.#layout.frozen(this.source.sheet());
    const { row, column, down, right } = corner;
    const stillX = column < frozen.columns;
    const stillY = row < frozen.rows;
    const inX = Math.min(right * pixelsPerPoint, this.columns.size(column));
    const inY = Math.min(down * pixelsPerPoint, this.rows.size(row));
    return {
      x: rowHeaderWidth + this.columns.offset(column) + inX - (stillX ? 0 : this.root.scrollLeft),
      y: columnHeaderHeight + this.rows.offset(row) + inY - (stillY ? 0 : this.root.scrollTop),
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

  get theme(): GridTheme {
    return this.#theme;
  }

  /** What lies under the pointer. */
  hit(event: MouseEvent): GridHit | null {
    const bounds = this.root.getBoundingClientRect();
    const x = event.clientX - bounds.left;
    const y = event.clientY - bounds.top;
    if (x >= this.root.clientWidth || y >= this.root.clientHeight) return null;
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
    const frozen = this.#layout.frozen(this.source.sheet());
    const inX = x - rowHeaderWidth;
    const inY = y - columnHeaderHeight;
    return {
      column: this.columns.indexAt(inX < frozen.width ? inX : inX + this.root.scrollLeft),
      row: this.rows.indexAt(inY < frozen.height ? inY : inY + this.root.scrollTop),
    };
  }

  /** Scrolls as little as possible so that the cell is wholly in view. */
  reveal(place: Place): void {
    // A place beyond what is laid out yet: the sheet grows to it first.
    if (place.row >= this.rows.count || place.column >= this.columns.count) this.#all = true;
    this.paintNow();
    const frozen = this.#layout.frozen(this.source.sheet());
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
      this.root.scrollTop,
      this.root.clientHeight - columnHeaderHeight,
    );
    const left = along(
      this.columns,
      place.column,
      frozen.columns,
      frozen.width,
      this.root.scrollLeft,
      this.root.clientWidth - rowHeaderWidth,
    );
    if (top !== this.root.scrollTop || left !== this.root.scrollLeft) this.root.scrollTo(left, top);
  }

  /** Draws a row or column in a size it does not have yet, while its edge is dragged; null ends that. */
  previewSize(resizing: Resizing | null): void {
    this.#layout.resize(resizing);
    this.repaint();
  }

  /** Frames the cells the fill handle is dragged over; null ends that. */
  previewFill(area: Area | null): void {
    this.#filling = area;
    this.repaint();
  }

  /** Pixels that show the longest text among the column's cells in use, at most those near the window. */
  fittingWidth(column: number): number {
    const sheet = this.source.sheet();
    const scene = this.#scene(sheet);
    const used = sheet.cells.usedArea(true);
    const first = Math.max(0, this.rows.indexAt(this.root.scrollTop) - fitRows);
    const last = Math.min(used?.bottom ?? 0, first + 3 * fitRows);
    let widest = 0;
    for (let row = first; row <= last; row++) {
      if (this.rows.size(row) === 0) continue;
      const look = cellLook(scene, row, column);
      if (look.text === "") continue;
      const button = look.table?.filterColumn === undefined ? 0 : 20;
      widest = Math.max(widest, textWidth(look.text, fontOf(look)) + button);
    }
    return widest === 0 ? usualColumnPixels : Math.min(600, Math.ceil(widest) + 12);
  }

  /** Whole rows that fit, for Page Up and Page Down. */
  pageRows(): number {
    const frozen = this.#layout.frozen(this.source.sheet());
    return Math.max(
      1,
      Math.floor((this.root.clientHeight - columnHeaderHeight - frozen.height) / usualRowPixels) -
        1,
    );
  }
}
