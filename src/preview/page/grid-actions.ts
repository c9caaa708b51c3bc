import { maxColumns, maxRows, type Area } from "../../host/model/address";
import type { GridView } from "../grid/grid-view";
import { gridKey, type GridKey } from "../grid/keyboard";
import {
  columnsArea,
  currentRegion,
  dataEdge,
  extendTo,
  mergeAt,
  nextCell,
  rowsArea,
  selectArea,
  selectCell,
  type GridSelection,
  type Place,
} from "../grid/selection";
import type { CellActions } from "./cell-actions";
import type { Desk } from "./desk";

/** Parts of the page that keys open. */
export interface GridPorts {
  readonly beginEdit: (empty: boolean) => void;
  readonly openList: () => void;
  /** Whole rows and columns at once; for cells, asks which way the others go. */
  readonly insertOrDelete: (kind: "insert" | "delete") => void;
  readonly openContextMenu: () => void;
  readonly find: (replacing: boolean) => void;
  readonly goTo: () => void;
  readonly format: () => void;
  readonly pasteSpecial: () => void;
  readonly note: () => void;
  readonly comment: () => void;
  readonly escape: () => void;
}

type Moving = Extract<
  GridKey,
  { readonly do: "move" | "edge" | "page" | "home" | "sheet-start" | "sheet-end" }
>;
type Simple = Exclude<GridKey, Moving | { readonly do: "next" | "number-format" }>["do"];

/** What keys do at the grid: they move the selection themselves and hand everything else on. */
export class GridActions {
  readonly #simple: Readonly<Record<Simple, () => void>>;
  /** Where a run of Tabs began and has come to: Enter goes back below its beginning. */
  #tabbed: { readonly column: number; readonly at: Place } | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly grid: GridView,
    private readonly cells: CellActions,
    ports: GridPorts,
  ) {
    this.#simple = {
      edit: () => ports.beginEdit(false),
      "edit-empty": () => ports.beginEdit(true),
      list: () => ports.openList(),
      "context-menu": () => ports.openContextMenu(),
      find: () => ports.find(false),
      replace: () => ports.find(true),
      "go-to": () => ports.goTo(),
      format: () => ports.format(),
      "paste-special": () => ports.pasteSpecial(),
      note: () => ports.note(),
      comment: () => ports.comment(),
      escape: () => ports.escape(),
      clear: () => cells.clear(),
      undo: () => cells.undo(),
      redo: () => cells.redo(),
      bold: () => cells.toggle("bold"),
      italic: () => cells.toggle("italic"),
      underline: () => cells.toggleUnderline(),
      strikethrough: () => cells.toggle("strikethrough"),
      filter: () => cells.toggleFilters(),
      table: () => cells.insertTable(),
      "fill-down": () => cells.fillFrom("rows"),
      "fill-right": () => cells.fillFrom("columns"),
      today: () => cells.enterNow("day"),
      time: () => cells.enterNow("time"),
      sum: () => cells.sum(),
      insert: () => ports.insertOrDelete("insert"),
      delete: () => ports.insertOrDelete("delete"),
      "hide-rows": () => cells.showLines("rows", false),
      "show-rows": () => cells.showLines("rows", true),
      "hide-columns": () => cells.showLines("columns", false),
      "show-columns": () => cells.showLines("columns", true),
      "next-sheet": () => desk.showNeighbourSheet(1),
      "previous-sheet": () => desk.showNeighbourSheet(-1),
      "new-sheet": () => cells.insertSheet(),
      "zoom-in": () => desk.zoom.step(desk.sheet, 1),
      "zoom-out": () => desk.zoom.step(desk.sheet, -1),
      "show-active": () => grid.reveal(desk.selection.active),
      "select-all": () => this.#selectAll(),
      "select-region": () => this.#selectRegion(),
      "select-row": () => this.#selectLines("rows"),
      "select-column": () => this.#selectLines("columns"),
    };
  }

  /** Runs what a key means; false when it means nothing here. */
  key(event: KeyboardEvent): boolean {
    const meaning = gridKey(event);
    if (meaning === null) return false;
    if (meaning.do === "next") this.next(meaning.rows, meaning.columns);
    else if (meaning.do === "number-format") this.cells.numberFormat(meaning.format);
    else if ("extend" in meaning) this.#move(meaning);
    else this.#simple[meaning.do]();
    return true;
  }

  #go(next: GridSelection, look: Place = next.head): void {
    this.desk.select(next);
    this.grid.reveal(look);
  }

  #move(meaning: Moving): void {
    const { sheet, selection } = this.desk;
    const { extend } = meaning;
    const from = extend ? selection.head : selection.active;
    const place = this.#target(meaning, from);
    this.#go(extend ? extendTo(sheet, selection, place) : selectCell(sheet, place));
  }

  #target(meaning: Moving, from: Place): Place {
    const { sheet } = this.desk;
    const frozen = sheet.freeze ?? { rows: 0, columns: 0 };
    switch (meaning.do) {
      case "move": {
        const merge = mergeAt(sheet, from);
        const start = {
          row: meaning.rows > 0 ? (merge?.bottom ?? from.row) : (merge?.top ?? from.row),
          column:
            meaning.columns > 0 ? (merge?.right ?? from.column) : (merge?.left ?? from.column),
        };
        return {
          row: this.#step("rows", start.row, meaning.rows),
          column: this.#step("columns", start.column, meaning.columns),
        };
      }
      case "edge":
        return dataEdge(sheet, from, meaning.rows, meaning.columns);
      case "page": {
        const { geometry } = this.grid;
        const down = meaning.rows * geometry.pageRows();
        const right = meaning.columns * geometry.pageColumns();
        return {
          row: Math.min(maxRows - 1, this.grid.rows.away(from.row, down)),
          column: Math.min(maxColumns - 1, this.grid.columns.away(from.column, right)),
        };
      }
      case "home":
        return { row: from.row, column: from.column > frozen.columns ? frozen.columns : 0 };
      case "sheet-start":
        return { row: frozen.rows, column: frozen.columns };
      case "sheet-end": {
        const used = sheet.cells.usedArea(true);
        return { row: used?.bottom ?? 0, column: used?.right ?? 0 };
      }
    }
  }

  /** The region around the active cell first, then everything. */
  #selectAll(): void {
    const { sheet, selection } = this.desk;
    const region = currentRegion(sheet, selection.active);
    const already = JSON.stringify(region) === JSON.stringify(selection.areas.at(-1));
    const single = region.top === region.bottom && region.left === region.right;
    const all: Area = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };
    this.desk.select(selectArea(already || single ? all : region, selection.active));
  }

  #selectRegion(): void {
    const { sheet, selection } = this.desk;
    this.desk.select(selectArea(currentRegion(sheet, selection.active), selection.active));
  }

  #selectLines(axis: "rows" | "columns"): void {
    const { active, head } = this.desk.selection;
    const area =
      axis === "rows" ? rowsArea(active.row, head.row) : columnsArea(active.column, head.column);
    this.desk.select(selectArea(area, active));
  }

  /** One shown row or column on; beyond what the grid has drawn yet every place is shown. */
  #step(axis: "rows" | "columns", index: number, by: number): number {
    if (by === 0) return index;
    const most = (axis === "rows" ? maxRows : maxColumns) - 1;
    const along = this.grid[axis];
    const next = along.away(index, by);
    return next === index && index + by >= along.count ? Math.min(most, index + by) : next;
  }

  /** Where Enter and Tab go: round a selection of several cells; Enter after Tabs back to where these began. */
  next(rows: number, columns: number): void {
    if (rows === 0 && columns === 0) return;
    const { selection, sheet } = this.desk;
    const next = nextCell(selection, rows, columns);
    if (next.inside) {
      this.desk.select({ ...selection, active: next.active });
      this.grid.reveal(next.active);
      return;
    }
    const { active } = selection;
    const tabbed =
      this.#tabbed?.at.row === active.row && this.#tabbed.at.column === active.column
        ? this.#tabbed
        : null;
    let place = {
      row: this.#step("rows", active.row, rows),
      column:
        rows > 0 && tabbed !== null ? tabbed.column : this.#step("columns", active.column, columns),
    };
    const table = this.cells.table()?.table.area;
    // A table is typed line by line: after its last column comes its first.
    if (columns > 0 && table?.right === active.column && active.row < table.bottom + 1) {
      place = { row: this.#step("rows", active.row, 1), column: table.left };
    }
    this.#tabbed =
      columns === 0
        ? null
        : {
            column: place.row === active.row ? (tabbed?.column ?? active.column) : place.column,
            at: place,
          };
    this.#go(selectCell(sheet, place));
  }
}
