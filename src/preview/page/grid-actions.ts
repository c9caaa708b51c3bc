import { maxColumns, maxRows, type Area } from "../../host/model/address";
import {
  insertChart,
  insertTable,
  toggleMerge,
  type CellsOfSheet,
} from "../../host/edit/person-edits";
import type { CellStyle } from "../../host/model/style";
import type { Table } from "../../host/model/table";
import { columnCharacters } from "../grid/axis";
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
import type { Desk } from "./desk";

/** What keys and buttons do to the desk's selection and cells. */
export class GridActions {
  constructor(
    private readonly desk: Desk,
    private readonly grid: GridView,
    private readonly more: {
      readonly beginEdit: () => void;
      readonly openList: () => void;
      readonly openContextMenu: () => void;
      readonly find: () => void;
      readonly escape: () => void;
    },
  ) {}

  /** Runs what a key means; false when it means nothing here. */
  key(event: KeyboardEvent): boolean {
    const meaning = gridKey(event);
    if (meaning === null) return false;
    this.#run(meaning);
    return true;
  }

  #go(next: GridSelection, look: Place = next.head): void {
    this.desk.select(next);
    this.grid.reveal(look);
  }

  #run(meaning: GridKey): void {
    const { desk } = this;
    const { sheet, selection } = desk;
    const from = "extend" in meaning && meaning.extend ? selection.head : selection.active;
    const land = (place: Place): void => {
      const extend = "extend" in meaning && meaning.extend;
      this.#go(extend ? extendTo(sheet, selection, place) : selectCell(sheet, place));
    };
    switch (meaning.do) {
      case "move": {
        const merge = mergeAt(sheet, from);
        const start = {
          row: meaning.rows > 0 ? (merge?.bottom ?? from.row) : (merge?.top ?? from.row),
          column:
            meaning.columns > 0 ? (merge?.right ?? from.column) : (merge?.left ?? from.column),
        };
        land({
          row: this.#step("rows", start.row, meaning.rows),
          column: this.#step("columns", start.column, meaning.columns),
        });
        return;
      }
      case "edge": {
        land(dataEdge(sheet, from, meaning.rows, meaning.columns));
        return;
      }
      case "page": {
        land({
          row: Math.min(
            maxRows - 1,
            this.grid.rows.away(from.row, meaning.rows * this.grid.geometry.pageRows()),
          ),
          column: from.column,
        });
        return;
      }
      case "home": {
        land({
          row: from.row,
          column: from.column > (sheet.freeze?.columns ?? 0) ? (sheet.freeze?.columns ?? 0) : 0,
        });
        return;
      }
      case "sheet-start": {
        land({ row: sheet.freeze?.rows ?? 0, column: sheet.freeze?.columns ?? 0 });
        return;
      }
      case "sheet-end": {
        const used = sheet.cells.usedArea(true);
        land({ row: used?.bottom ?? 0, column: used?.right ?? 0 });
        return;
      }
      case "next": {
        this.next(meaning.rows, meaning.columns);
        return;
      }
      case "select-all": {
        const region = currentRegion(sheet, selection.active);
        const last = selection.areas.at(-1);
        const already = JSON.stringify(region) === JSON.stringify(last);
        const single = region.top === region.bottom && region.left === region.right;
        const all: Area = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };
        desk.select(selectArea(already || single ? all : region, selection.active));
        return;
      }
      case "select-row": {
        desk.select(
          selectArea(rowsArea(selection.active.row, selection.head.row), selection.active),
        );
        return;
      }
      case "select-column": {
        desk.select(
          selectArea(columnsArea(selection.active.column, selection.head.column), selection.active),
        );
        return;
      }
      case "edit": {
        this.more.beginEdit();
        return;
      }
      case "clear": {
        this.clear();
        return;
      }
      case "undo": {
        this.undo();
        return;
      }
      case "redo": {
        this.redo();
        return;
      }
      case "bold": {
        this.toggle("bold");
        return;
      }
      case "italic": {
        this.toggle("italic");
        return;
      }
      case "underline": {
        this.toggleUnderline();
        return;
      }
      case "filter": {
        this.clearFilters();
        return;
      }
      case "find": {
        this.more.find();
        return;
      }
      case "table": {
        this.insertTable();
        return;
      }
      case "escape": {
        this.more.escape();
        return;
      }
      case "list": {
        this.more.openList();
        return;
      }
      case "context-menu": {
        this.more.openContextMenu();
        return;
      }
      case "next-sheet": {
        desk.showNeighbourSheet(1);
        return;
      }
      case "previous-sheet": {
        desk.showNeighbourSheet(-1);
        return;
      }
    }
  }

  /** One shown row or column on; beyond what the grid has drawn yet every place is shown. */
  #step(axis: "rows" | "columns", index: number, by: number): number {
    if (by === 0) return index;
    const most = (axis === "rows" ? maxRows : maxColumns) - 1;
    const along = this.grid[axis];
    const next = along.away(index, by);
    return next === index && index + by >= along.count ? Math.min(most, index + by) : next;
  }

  /** Where Enter and Tab go. */
  next(rows: number, columns: number): void {
    if (rows === 0 && columns === 0) return;
    const { selection, sheet } = this.desk;
    const next = nextCell(selection, rows, columns);
    if (next.inside) {
      this.desk.select({ ...selection, active: next.active });
      this.grid.reveal(next.active);
      return;
    }
    const place = {
      row: this.#step("rows", selection.active.row, rows),
      column: this.#step("columns", selection.active.column, columns),
    };
    this.#go(selectCell(sheet, place));
  }

  clear(): void {
    void this.desk.perform(() =>
      this.desk.host.editor.clear(this.desk.sheet.id, this.desk.usedAreas()),
    );
  }

  undo(): void {
    this.desk.host.editor.undo();
  }

  redo(): void {
    this.desk.host.editor.redo();
  }

  style(style: Partial<CellStyle>): void {
    void this.desk.perform(() =>
      this.desk.host.editor.setStyle(this.desk.sheet.id, this.desk.usedAreas(), style),
    );
  }

  /** A colour, or none: the style's own member then goes away. */
  colour(member: "fill" | "fontColor", colour: string | undefined): void {
    // The editor lays members over the style it finds; an absent colour has to be said as such.
    const looks: { fill?: string | undefined; fontColor?: string | undefined } = {
      [member]: colour,
    };
    void this.desk.perform(() =>
      this.desk.host.editor.setStyle(this.desk.sheet.id, this.desk.usedAreas(), looks),
    );
  }

  toggle(member: "bold" | "italic" | "wrapText"): void {
    const { sheet, selection } = this.desk;
    const now = sheet.cells.style(selection.active.row, selection.active.column)[member] ?? false;
    this.style({ [member]: !now });
  }

  toggleUnderline(): void {
    const { sheet, selection } = this.desk;
    const { underline } = sheet.cells.style(selection.active.row, selection.active.column);
    const none = underline === undefined || underline === "None";
    this.style({ underline: none ? "Single" : "None" });
  }

  toggleMerge(): void {
    const { desk } = this;
    void desk.perform(() => toggleMerge(desk.host.editor, desk.sheet.id, desk.usedAreas()));
  }

  /** The selection, or all cells around a single one: what a table or chart is made of. */
  #source(): CellsOfSheet {
    const { sheet, selection } = this.desk;
    const [area] = this.desk.usedAreas();
    const single = area === undefined || (area.top === area.bottom && area.left === area.right);
    const table = this.table()?.table;
    const around = table?.area ?? currentRegion(sheet, selection.active);
    return { sheetId: sheet.id, area: single ? around : area };
  }

  find(): void {
    this.more.find();
  }

  insertTable(): void {
    const source = this.#source();
    void this.desk.perform(() => insertTable(this.desk.host.editor, source));
  }

  insertChart(type: string): void {
    const source = this.#source();
    void this.desk.perform(() => insertChart(this.desk.host.editor, source, type));
  }

  /** Gives the chosen rows their own height again, or the chosen columns the width of what they show. */
  fit(axis: "rows" | "columns"): void {
    const { desk, grid } = this;
    const { editor } = desk.host;
    for (const area of desk.usedAreas()) {
      if (axis === "rows") {
        const { top, bottom } = area;
        void desk.perform(() => editor.setRowHeight(desk.sheet.id, top, bottom, null));
        continue;
      }
      for (let column = area.left; column <= area.right; column++) {
        const characters = columnCharacters(grid.fittingWidth(column));
        void desk.perform(() => editor.setColumnWidth(desk.sheet.id, column, column, characters));
      }
    }
  }

  /** The table the active cell is in. */
  table(): { table: Table; column: number } | null {
    const { sheet, selection } = this.desk;
    const { row, column } = selection.active;
    const table = sheet.tables.find(
      ({ area }) =>
        row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    );
    return table === undefined ? null : { table, column: column - table.area.left };
  }

  sort(ascending: boolean): void {
    const found = this.table();
    if (found === null) return;
    void this.desk.perform(() =>
      this.desk.host.editor.sortTable(found.table.id, found.column, ascending),
    );
  }

  /** Shows all rows of the table again. */
  clearFilters(): void {
    const found = this.table();
    if (found === null) return;
    void this.desk.perform(() => this.desk.host.editor.clearFilter(found.table.id));
  }

  insertRows(): void {
    const [area] = this.desk.selection.areas;
    if (area === undefined) return;
    void this.desk.perform(() =>
      this.desk.host.editor.insertRows(this.desk.sheet.id, area.top, area.bottom - area.top + 1),
    );
  }

  deleteRows(): void {
    const [area] = this.desk.selection.areas;
    if (area === undefined) return;
    void this.desk.perform(() =>
      this.desk.host.editor.deleteRows(this.desk.sheet.id, area.top, area.bottom - area.top + 1),
    );
  }

  insertColumns(): void {
    const [area] = this.desk.selection.areas;
    if (area === undefined) return;
    void this.desk.perform(() =>
      this.desk.host.editor.insertColumns(
        this.desk.sheet.id,
        area.left,
        area.right - area.left + 1,
      ),
    );
  }

  deleteColumns(): void {
    const [area] = this.desk.selection.areas;
    if (area === undefined) return;
    void this.desk.perform(() =>
      this.desk.host.editor.deleteColumns(
        this.desk.sheet.id,
        area.left,
        area.right - area.left + 1,
      ),
    );
  }

  /** Freezes what is above and left of the active cell, or takes the freeze back. */
  toggleFreeze(): void {
    const { sheet, selection } = this.desk;
    const { row, column } = selection.active;
    const wanted =
      sheet.freeze !== null
        ? { rows: 0, columns: 0 }
        : row === 0 && column === 0
          ? { rows: 1, columns: 0 }
          : { rows: row, columns: column };
    void this.desk.perform(() =>
      this.desk.host.editor.setFreeze(sheet.id, wanted.rows, wanted.columns),
    );
  }
}
