import type { Outcome } from "../../host/edit/editor";
import {
  insertChart,
  insertTable,
  showLines,
  toggleFilterButtons,
  toggleMerge,
  type CellsOfSheet,
} from "../../host/edit/person-edits";
import { sortCells, toggleSheetFilter } from "../../host/edit/person-filters";
import { insertSheetBefore } from "../../host/edit/person-sheets";
import { maxColumns, maxRows, type Area } from "../../host/model/address";
import type { CellStyle } from "../../host/model/style";
import type { Table } from "../../host/model/table";
import { columnCharacters } from "../grid/axis";
import { columnHeaderHeight, rowHeaderWidth } from "../grid/geometry";
import type { GridView } from "../grid/grid-view";
import type { NumberFormatKey } from "../grid/keyboard";
import { currentRegion } from "../grid/selection";
import { stepName } from "../words";
import type { Desk } from "./desk";
import { filteredAt, plainRows } from "./filtered-cells";
import { fitRow } from "./follow-text";
import { enterNow, enterSum } from "./quick-entry";
import { numberFormats } from "./number-formats";

/** What buttons, menus and keys do to the selected cells. */
export class CellActions {
  constructor(
    private readonly desk: Desk,
    private readonly grid: GridView,
  ) {}

  clear(): void {
    void this.desk.perform(() => this.desk.editor.clear(this.desk.sheet.id, this.desk.usedAreas()));
  }

  undo(): void {
    this.#back("undone", this.desk.editor.undoLabel, () => this.desk.editor.undo());
  }

  redo(): void {
    this.#back("redone", this.desk.editor.redoLabel, () => this.desk.editor.redo());
  }

  #back(told: "undone" | "redone", label: string | null, back: () => boolean): void {
    const { say, tell } = this.desk;
    if (label !== null && back()) tell(say(told, { what: stepName(say, label) }));
  }

  /** Ctrl+D and Ctrl+R: the first line of the selection over the rest; a single cell takes its neighbour's. */
  fillFrom(axis: "rows" | "columns"): void {
    const { desk } = this;
    for (const area of desk.usedAreas()) {
      const down = axis === "rows";
      const single = down ? area.top === area.bottom : area.left === area.right;
      const start = down ? area.top : area.left;
      if (single && start === 0) continue;
      const from = single ? start - 1 : start;
      const source = down
        ? { ...area, top: from, bottom: from }
        : { ...area, left: from, right: from };
      const target = down ? { ...area, top: from } : { ...area, left: from };
      void desk.perform(() => desk.editor.fillOver(desk.sheet.id, source, target, true));
    }
  }

  enterNow(what: "day" | "time"): void {
    enterNow(this.desk, what);
  }

  sum(): void {
    enterSum(this.desk);
  }

  numberFormat(name: NumberFormatKey): void {
    const { desk } = this;
    const format = numberFormats(desk.language)[name];
    void desk.perform(() => desk.editor.setNumberFormat(desk.sheet.id, desk.usedAreas(), format));
  }

  showLines(axis: "rows" | "columns", shown: boolean): void {
    const { desk } = this;
    const { areas } = desk.selection;
    void desk.perform(() => showLines(desk.editor, desk.sheet.id, areas, axis, shown));
  }

  /** Inserts or deletes the rows or columns that are chosen as whole ones; false where cells are chosen. */
  changeLines(kind: "insert" | "delete"): boolean {
    const [area] = this.desk.selection.areas;
    if (area === undefined) return true;
    const columns = area.top === 0 && area.bottom === maxRows - 1;
    const rows = area.left === 0 && area.right === maxColumns - 1;
    const inserting = kind === "insert";
    if (columns && inserting) this.insertColumns();
    else if (columns) this.deleteColumns();
    else if (rows && inserting) this.insertRows();
    else if (rows) this.deleteRows();
    return columns || rows;
  }

  insertSheet(): void {
    const { desk } = this;
    void desk.perform(() => insertSheetBefore(desk.editor, desk.sheet.id));
  }

  /** Shows the filter buttons of the table, or of the cells around; or takes them away with what they filtered. */
  toggleFilters(): void {
    const { desk } = this;
    const table = this.table()?.table;
    const { sheetId, area } = this.#source();
    void desk.perform(() =>
      table === undefined
        ? toggleSheetFilter(desk.editor, { sheetId, area })
        : toggleFilterButtons(desk.editor, { sheetId, area: table.area }),
    );
  }

  style(style: Partial<CellStyle>): void {
    void this.desk.perform(() =>
      this.desk.editor.setStyle(this.desk.sheet.id, this.desk.usedAreas(), style),
    );
  }

  /** A colour, or none: the style's own member then goes away. */
  colour(member: "fill" | "fontColor", colour: string | undefined): void {
    // The editor lays members over the style it finds; an absent colour has to be said as such.
    const looks: { fill?: string | undefined; fontColor?: string | undefined } = {
      [member]: colour,
    };
    void this.desk.perform(() =>
      this.desk.editor.setStyle(this.desk.sheet.id, this.desk.usedAreas(), looks),
    );
  }

  toggle(member: "bold" | "italic" | "wrapText" | "strikethrough"): void {
    const { sheet, selection } = this.desk;
    const now = sheet.cells.style(selection.active.row, selection.active.column)[member] ?? false;
    this.style({ [member]: !now });
    if (member === "wrapText") this.fit("rows");
  }

  toggleUnderline(): void {
    const { sheet, selection } = this.desk;
    const { underline } = sheet.cells.style(selection.active.row, selection.active.column);
    const none = underline === undefined || underline === "None";
    this.style({ underline: none ? "Single" : "None" });
  }

  toggleMerge(): void {
    const { desk } = this;
    void desk.perform(() => toggleMerge(desk.editor, desk.sheet.id, desk.usedAreas()));
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

  insertTable(): void {
    const source = this.#source();
    void this.desk.perform(() => insertTable(this.desk.editor, source));
  }

  insertChart(type: string): void {
    const source = this.#source();
    void this.desk.perform(() => insertChart(this.desk.editor, source, type));
  }

  /** Gives the chosen rows their own height again, or the chosen columns the width of what they show. */
  fit(axis: "rows" | "columns"): void {
    const { desk, grid } = this;
    const { editor } = desk.host;
    for (const area of desk.usedAreas()) {
      if (axis === "rows") {
        for (let row = area.top; row <= area.bottom; row++) {
          void desk.perform(() => fitRow(desk, grid, row));
        }
        continue;
      }
      for (let column = area.left; column <= area.right; column++) {
        const characters = columnCharacters(grid.fittingWidth(column));
        void desk.perform(() => editor.setColumnWidth(desk.sheet.id, column, column, characters));
      }
    }
  }

  /** As large as lets the selection fill the window. */
  zoomToSelection(): void {
    const { desk, grid } = this;
    const [area] = desk.usedAreas();
    if (area === undefined) return;
    const width = grid.columns.offset(area.right + 1) - grid.columns.offset(area.left);
    const height = grid.rows.offset(area.bottom + 1) - grid.rows.offset(area.top);
    const { clientWidth, clientHeight } = grid.root;
    const share = Math.min(
      clientWidth / (width + rowHeaderWidth + 8),
      clientHeight / (height + columnHeaderHeight + 8),
    );
    desk.zoom.set(desk.sheet, Math.floor(share * 100));
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

  /** Sorts by the active cell's column: the table, what is filtered, or the rows around. */
  sort(ascending: boolean): void {
    const { desk } = this;
    const { active } = desk.selection;
    const found = filteredAt(desk, active);
    if (found !== null) {
      void desk.perform(() => found.sort(active.column - found.body.left, ascending));
      return;
    }
    const cells = { sheetId: desk.sheet.id, area: plainRows(desk) };
    const key = active.column - cells.area.left;
    void desk.perform(() => sortCells(desk.editor, cells, key, ascending));
  }

  /** Shows all rows of the table, or of what is filtered, again. */
  clearFilters(): void {
    const found = filteredAt(this.desk, this.desk.selection.active);
    if (found !== null) void this.desk.perform(() => found.clear());
  }

  insertRows(): void {
    this.#onFirst(({ top, bottom }, { editor, sheet }) =>
      editor.insertRows(sheet.id, top, bottom - top + 1),
    );
  }

  deleteRows(): void {
    this.#onFirst(({ top, bottom }, { editor, sheet }) =>
      editor.deleteRows(sheet.id, top, bottom - top + 1),
    );
  }

  insertColumns(): void {
    this.#onFirst(({ left, right }, { editor, sheet }) =>
      editor.insertColumns(sheet.id, left, right - left + 1),
    );
  }

  deleteColumns(): void {
    this.#onFirst(({ left, right }, { editor, sheet }) =>
      editor.deleteColumns(sheet.id, left, right - left + 1),
    );
  }

  #onFirst(act: (area: Area, desk: Desk) => Outcome): void {
    const [area] = this.desk.selection.areas;
    if (area !== undefined) void this.desk.perform(() => act(area, this.desk));
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
    void this.desk.perform(() => this.desk.editor.setFreeze(sheet.id, wanted.rows, wanted.columns));
  }
}
