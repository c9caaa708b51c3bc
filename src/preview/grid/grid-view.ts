import type { CellVisuals } from "../../host/calc/conditional";
import type { Area } from "../../host/model/address";
import type { RuleStyle } from "../../host/model/rules";
import type { Sheet } from "../../host/model/sheet";
import { element } from "../dom";
import type { Axis } from "./axis";
import { fittingHeight } from "./fitting-height";
import { fittingWidth } from "./fitting-width";
import { columnHeaderHeight, GridGeometry, rowHeaderWidth } from "./geometry";
import { GridHeads } from "./heads";
import { marksOf, Pane, type PaneScene, type Stretch } from "./pane";
import { SheetLayout, type Resizing } from "./sheet-layout";
import type { GridSelection, Place } from "./selection";
import { drawSelection, type Presence } from "./selection-boxes";
import { darkGrid, lightGrid, type GridTheme } from "./theme";

/** What the grid shows. The view never changes the workbook; it asks again whenever it is told to repaint. */
export interface GridSource {
  readonly locale: "zh-CN" | "en-US";
  readonly label: string;
  sheet(): Sheet;
  /** 1 for 100 %. */
  zoom(sheet: Sheet): number;
  selection(): GridSelection;
  /** Cells framed because they were copied or cut. */
  copied(): Area | null;
  /** Cells the formula under edit speaks of, null for those of other sheets. */
  referred(): readonly (Area | null)[];
  /** Selections of others on the sheet on show. */
  others(): readonly Presence[];
  date1904(): boolean;
  conditional(sheet: Sheet, row: number, column: number): RuleStyle | null;
  visuals(sheet: Sheet, row: number, column: number): CellVisuals | null;
}

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
  readonly #panes = { corner: new Pane(), top: new Pane(), left: new Pane(), main: new Pane() };
  readonly #heads = new GridHeads();
  #theme: GridTheme = lightGrid;
  #filling: Area | null = null;
  #frame = 0;
  #all = true;
  #shownSheet = "";
  readonly #scrollOf = new Map<string, { left: number; top: number }>();
  readonly #layout = new SheetLayout();
  #zoom = 1;
  readonly geometry = new GridGeometry(
    this.#layout,
    this.root,
    () => this.source.sheet(),
    () => this.#zoom,
  );
  readonly #painted = new Set<(all: boolean) => void>();
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
      ...this.#heads.roots,
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

  /** How many pixels of the window a pixel of the grid takes. */
  get zoom(): number {
    return this.#zoom;
  }

  /** Draws larger or smaller; what stands at the top left stays there. */
  #zoomTo(zoom: number): void {
    const { left, top } = this.geometry.look();
    this.#zoom = zoom;
    this.#canvas.style.zoom = String(zoom);
    this.#scrollOf.set(this.#shownSheet, { left: left * zoom, top: top * zoom });
  }

  /** Called after each paint, with whether all was drawn anew and not only scrolled: floating parts follow their cell. */
  onPainted(listener: (all: boolean) => void): void {
    this.#painted.add(listener);
  }

  /** Draws everything again in the next frame; several calls make one. */
  repaint(): void {
    this.#all = true;
    this.#schedule();
  }

  /** Draws the frames again in the next frame, and the cells as they stand. */
  reframe(): void {
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
      marks: marksOf(sheet),
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
      const zoom = this.source.zoom(sheet);
      if (zoom !== this.#zoom) this.#zoomTo(zoom);
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
    const view = this.geometry.look();
    const width = view.width - rowHeaderWidth;
    const height = view.height - columnHeaderHeight;
    Object.assign(this.#grid.style, { width: `${view.width}px`, height: `${view.height}px` });
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
    const rows = moving(this.rows, frozen.rows, frozen.height, view.top, height);
    const columns = moving(this.columns, frozen.columns, frozen.width, view.left, width);

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

    const shown = { fixedRows, fixedColumns, rows, columns };
    const { areas } = this.source.selection();
    this.#heads.draw(this.#layout, shown, frozen, { width, height }, areas);
    drawSelection(Object.values(this.#panes), scene, this.source.selection(), {
      filling: this.#filling,
      copied: this.source.copied(),
      others: this.source.others(),
      referred: this.source.referred(),
    });
    if (all) this.lastPaint = performance.now() - started;
    for (const listener of this.#painted) listener(all);
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

  get theme(): GridTheme {
    return this.#theme;
  }

  /** Scrolls as little as possible so that the cell is wholly in view. */
  reveal(place: Place): void {
    // A place beyond what is laid out yet: the sheet grows to it first.
    if (place.row >= this.rows.count || place.column >= this.columns.count) this.#all = true;
    this.paintNow();
    const { left, top } = this.geometry.scrollFor(place);
    const { view } = this.geometry;
    if (top === view.top && left === view.left) return;
    this.root.scrollTo(left * this.#zoom, top * this.#zoom);
    this.geometry.look();
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

  /** Pixels a cell's text needs. */
  widthOf({ row, column }: Place): number {
    return fittingWidth(this.#scene(this.source.sheet()), column, row, row);
  }

  /** Pixels that show all lines of a row; null where one line is enough. */
  fittingHeight(row: number): number | null {
    return fittingHeight(this.#scene(this.source.sheet()), row);
  }

  /** Pixels that show the longest text of a column, among its cells near the window. */
  fittingWidth(column: number): number {
    const top = this.rows.indexAt(this.geometry.view.top);
    return fittingWidth(
      this.#scene(this.source.sheet()),
      column,
      Math.max(0, top - fitRows),
      top + 2 * fitRows,
    );
  }
}
