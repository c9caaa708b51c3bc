import { moveFormula } from "../calc/rewrite";
import { contains, type Area } from "../model/address";
import type { Chart } from "../model/charts";
import type { Sheet } from "../model/sheet";
import type { LooseStyle } from "../model/style";
import { HostError, itemNotFound } from "../protocol/host-error";
import { clearCells, entryFor, pastedEntry, restyle, storeEntry, tablesFollow } from "./cells";
import { isProtected, isSelectable, refuseProtected, refuseUnlessAllowed } from "./protection";
import { activateChart } from "./chart-activation";
import { leaveLostSheets, showSheet } from "./windows";
import { changeChart, deleteChart } from "./charts";
import { fillShown } from "./fill";
import { clearTableFilters, filterTableColumn } from "./filter";
import type { Criteria } from "./filter-test";
import type { Actor } from "./journal";
import type { Restored } from "./history";
import { refusal, type Refusal } from "./refusal";
import { sortTable } from "./sort";
import { shownParts } from "./shown-rows";
import { addSheet, deleteSheet, moveSheet, renameSheet } from "./sheets";
import { shiftCells } from "./shift-cells";
import { maxColumns, maxRows } from "../model/address";
import { fillColumnFrom } from "./calculated-columns";
import { readTsv } from "./tsv";
import { checkEntry } from "./validation";
import type { Workspace } from "./workspace";

export type Outcome = { readonly accepted: true } | Refusal;

const done: Outcome = { accepted: true };

/**
 * What a person does at the grid. Each act is one step of undo, is refused with words where Excel would refuse it, and
 * ends with calculation and events like an add-in's sync.
 */
export class Editor {
  constructor(
    readonly workspace: Workspace,
    /** Ends an act: recalculates, tells clients and the page. */
    readonly settle: (actor: Actor) => void,
  ) {}

  /** Types a text into a cell, as Excel reads it. `force` answers a warning of the cell's validation with "yes". */
  type(
    sheetId: string,
    row: number,
    column: number,
    text: string,
    options: { readonly force?: boolean } = {},
  ): Outcome {
    return this.act(
      "type",
      (sheet) => {
        const place: Area = { top: row, bottom: row, left: column, right: column };
        refuseProtected(this.workspace, sheet, place);
        const typed = this.#percentTyped(sheet, row, column, text);
        const entry = entryFor(this.workspace, sheet, row, column, typed);
        const broken = checkEntry(this.workspace, sheet, row, column, entry);
        if (broken !== null && !(options.force === true && broken.style !== "Stop")) return broken;
        const { history, calculation, journal } = this.workspace;
        history.cells(sheet, place);
        const before = sheet.cells.value(row, column);
        const formula = sheet.cells.formula(row, column)?.text;
        storeEntry(sheet, row, column, entry);
        calculation.cellsChanged(sheet, place);
        tablesFollow(this.workspace, sheet, place, entry.kind === "formula");
        if (entry.kind === "formula" && !isProtected(this.workspace, sheet))
          fillColumnFrom(this.workspace, sheet, row, column);
        journal.add({
          kind: "changed",
          sheetId,
          area: place,
          changeType: "RangeEdited",
          detail: { before, after: sheet.cells.value(row, column) },
        });
        if (sheet.cells.formula(row, column)?.text !== formula) {
          const cells = [{ row, column, before: formula ?? "" }];
          journal.add({ kind: "formulas", sheetId, cells });
        }
        return done;
      },
      sheetId,
    );
  }

  /** Enters the same text into every selected cell (Ctrl+Enter); a formula is entered as seen from the active cell. */
  fill(sheetId: string, areas: readonly Area[], text: string): Outcome {
    const [first] = areas;
    const active = this.workspace.window.selection?.active;
    const seenFrom =
      active !== undefined && areas.some((area) => contains(area, active.row, active.column))
        ? active
        : { row: first?.top ?? 0, column: first?.left ?? 0 };
    return this.workspace.history.step("fill", () => {
      const sheet = this.workspace.workbook.sheetById(sheetId);
      for (const area of sheet === undefined ? areas : shownParts(sheet, areas)) {
        for (let row = area.top; row <= area.bottom; row++) {
          for (let column = area.left; column <= area.right; column++) {
            const here = text.startsWith("=")
              ? moveFormula(text, row - seenFrom.row, column - seenFrom.column)
              : text;
            const outcome = this.type(sheetId, row, column, here);
            if (!outcome.accepted) return outcome;
          }
        }
      }
      return done;
    });
  }

  /** Pastes tab-separated text from the clipboard; cells are read as typed. */
  paste(sheetId: string, row: number, column: number, text: string): Outcome {
    const cells = readTsv(text);
    return this.act(
      "paste",
      (sheet) => {
        const width = Math.max(...cells.map((line) => line.length));
        const area: Area = {
          top: row,
          left: column,
          bottom: Math.min(row + cells.length - 1, maxRows - 1),
          right: Math.min(column + width - 1, maxColumns - 1),
        };
        refuseProtected(this.workspace, sheet, area);
        this.workspace.history.cells(sheet, area);
        let formulas = false;
        for (const [down, line] of cells.entries()) {
          for (const [across, input] of line.entries()) {
            const entry = pastedEntry(this.workspace, sheet, row + down, column + across, input);
            formulas ||= entry.kind === "formula";
            storeEntry(sheet, row + down, column + across, entry);
          }
        }
        this.workspace.calculation.cellsChanged(sheet, area);
        tablesFollow(this.workspace, sheet, area, formulas);
        this.workspace.journal.add({
          kind: "changed",
          sheetId,
          area,
          changeType: "RangeEdited",
          detail: null,
        });
        return done;
      },
      sheetId,
    );
  }

  /** The Delete key: contents go, formats stay. */
  clear(sheetId: string, areas: readonly Area[]): Outcome {
    return this.act(
      "clear",
      (sheet) => {
        for (const area of shownParts(sheet, areas))
          clearCells(this.workspace, sheet, area, "Contents");
        return done;
      },
      sheetId,
    );
  }

  /** The person starts or ends editing a cell; meanwhile their add-in's syncs are refused, or wait. */
  setEditing(isEditing: boolean): void {
    this.workspace.editing.set(isEditing);
  }

  /** Moves the selection; no step of undo. */
  select(
    sheetId: string,
    areas: readonly Area[],
    active?: { readonly row: number; readonly column: number },
  ): void {
    const { window, journal } = this.workspace;
    const [first] = areas;
    if (first === undefined) return;
    this.activateSheet(sheetId);
    const inside =
      active !== undefined && areas.some((area) => contains(area, active.row, active.column));
    const at = inside ? active : { row: first.top, column: first.left };
    const sheet = this.workspace.workbook.sheetById(sheetId);
    if (sheet !== undefined && !isSelectable(this.workspace, sheet, at)) return;
    window.selection = { sheetId, areas: [...areas], active: at };
    journal.add({ kind: "selected", sheetId, areas, window });
    this.#settle();
  }

  /** A click into a cell, apart from the selection it makes. */
  click(sheetId: string, row: number, column: number): void {
    const { journal, window } = this.workspace;
    journal.add({ kind: "clicked", sheetId, row, column, window });
    this.#settle();
  }

  activateSheet(id: string): void {
    const { workbook, window } = this.workspace;
    if (window.activeSheetId === id || workbook.sheetById(id) === undefined) return;
    showSheet(this.workspace, window, id);
    this.#settle();
  }

  /** Moves a chart or gives it another size; its corners stand among the cells. */
  moveChart(sheetId: string, chartId: string, corners: Pick<Chart, "from" | "to">): Outcome {
    return this.#onChart("move chart", sheetId, chartId, (sheet, chart) =>
      changeChart(this.workspace, sheet, () => Object.assign(chart, corners)),
    );
  }

  deleteChart(sheetId: string, chartId: string): Outcome {
    return this.#onChart("delete chart", sheetId, chartId, (sheet, chart) =>
      deleteChart(this.workspace, sheet, chart),
    );
  }

  /** Chooses a chart in place of cells; null lets go of it. No step of undo. */
  activateChart(sheetId: string, chartId: string | null): void {
    const sheet = this.workspace.workbook.sheetById(sheetId);
    if (sheet === undefined) return;
    activateChart(this.workspace, sheet, sheet.charts.find(({ id }) => id === chartId) ?? null);
    this.#settle();
  }

  addSheet(name?: string): string {
    let id = "";
    this.act("add sheet", () => {
      id = addSheet(this.workspace, name ?? null).id;
      return done;
    });
    return id;
  }

  renameSheet(id: string, name: string): Outcome {
    return this.act(
      "rename sheet",
      (sheet) => {
        renameSheet(this.workspace, sheet, name);
        return done;
      },
      id,
    );
  }

  /** Deleting a sheet cannot be undone, as in Excel. */
  deleteSheet(id: string): Outcome {
    const outcome = this.act(
      "delete sheet",
      (sheet) => {
        deleteSheet(this.workspace, sheet);
        return done;
      },
      id,
    );
    if (outcome.accepted) this.workspace.history.clear();
    return outcome;
  }

  moveSheet(id: string, position: number): Outcome {
    return this.act(
      "move sheet",
      (sheet) => {
        moveSheet(this.workspace, sheet, position);
        return done;
      },
      id,
    );
  }

  insertRows(sheetId: string, row: number, count: number): Outcome {
    return this.#shift(sheetId, "insert", "rows", row, count);
  }

  deleteRows(sheetId: string, row: number, count: number): Outcome {
    return this.#shift(sheetId, "delete", "rows", row, count);
  }

  insertColumns(sheetId: string, column: number, count: number): Outcome {
    return this.#shift(sheetId, "insert", "columns", column, count);
  }

  deleteColumns(sheetId: string, column: number, count: number): Outcome {
    return this.#shift(sheetId, "delete", "columns", column, count);
  }

  sortTable(tableId: number, column: number, ascending: boolean): Outcome {
    return this.#onTable("sort", tableId, (sheet, table) => {
      sortTable(this.workspace, sheet, table, [{ key: column, ascending }]);
    });
  }

  /** Criteria in the API's own shape. */
  filterTable(tableId: number, column: number, criteria: Criteria): Outcome {
    return this.#onTable("filter", tableId, (sheet, table) => {
      filterTableColumn(this.workspace, sheet, table, column, criteria);
    });
  }

  clearFilter(tableId: number, column?: number): Outcome {
    return this.#onTable("clear filter", tableId, (sheet, table) => {
      clearTableFilters(this.workspace, sheet, table, column);
    });
  }

  /** Widths in characters, as Excel shows them. */
  setColumnWidth(sheetId: string, from: number, to: number, characters: number): Outcome {
    return this.act(
      "column width",
      (sheet) => {
        refuseUnlessAllowed(this.workspace, sheet, "allowFormatColumns");
        this.workspace.history.layers(sheet);
        for (let column = from; column <= to; column++) sheet.columnWidths.set(column, characters);
        return done;
      },
      sheetId,
    );
  }

  /** Heights in points; null gives rows back the height of their text. */
  setRowHeight(sheetId: string, from: number, to: number, points: number | null): Outcome {
    return this.act(
      "row height",
      (sheet) => {
        refuseUnlessAllowed(this.workspace, sheet, "allowFormatRows");
        this.workspace.history.layers(sheet);
        for (let row = from; row <= to; row++) {
          if (points === null) sheet.rowHeights.delete(row);
          else sheet.rowHeights.set(row, points);
        }
        return done;
      },
      sheetId,
    );
  }

  /** The fill handle: continues what stands in `source` over the rest of `target`; `copy` repeats it instead. */
  fillOver(sheetId: string, source: Area, target: Area, copy: boolean): Outcome {
    return this.act(
      "fill",
      (sheet) => {
        fillShown(this.workspace, sheet, source, target, copy ? "FillCopy" : "FillDefault");
        return done;
      },
      sheetId,
    );
  }

  setNumberFormat(sheetId: string, areas: readonly Area[], numberFormat: string): Outcome {
    return this.setStyle(sheetId, areas, { numberFormat });
  }

  setStyle(sheetId: string, areas: readonly Area[], looks: LooseStyle): Outcome {
    return this.act(
      "format",
      (sheet) => {
        for (const area of shownParts(sheet, areas)) {
          restyle(this.workspace, sheet, area, (style) => ({ ...style, ...looks }));
        }
        return done;
      },
      sheetId,
    );
  }

  /** Freezes rows and columns at the top and left; zero of both thaws. */
  setFreeze(sheetId: string, rows: number, columns: number): Outcome {
    return this.act(
      "freeze",
      (sheet) => {
        this.workspace.history.layers(sheet);
        sheet.freeze = rows === 0 && columns === 0 ? null : { rows, columns };
        return done;
      },
      sheetId,
    );
  }

  undo(): boolean {
    return this.#back(this.workspace.history.undo());
  }

  redo(): boolean {
    return this.#back(this.workspace.history.redo());
  }

  get canUndo(): boolean {
    return this.workspace.history.canUndo;
  }

  get canRedo(): boolean {
    return this.workspace.history.canRedo;
  }

  /** The act the next undo takes back, as `act` was told; null where there is nothing to take back. */
  get undoLabel(): string | null {
    return this.workspace.history.undoLabel;
  }

  get redoLabel(): string | null {
    return this.workspace.history.redoLabel;
  }

  #back(restored: Restored | null): boolean {
    if (restored === null) return false;
    const { calculation, journal } = this.workspace;
    if (restored.structure) calculation.structureChanged();
    for (const { sheet, area } of restored.cells) {
      calculation.cellsChanged(sheet, area);
      journal.add({
        kind: "changed",
        sheetId: sheet.id,
        area,
        changeType: "RangeEdited",
        detail: null,
      });
    }
    leaveLostSheets(this.workspace);
    this.#settle();
    return true;
  }

  #settle(): void {
    this.settle({ kind: "person", window: this.workspace.window });
  }

  #shift(
    sheetId: string,
    kind: "insert" | "delete",
    axis: "rows" | "columns",
    at: number,
    count: number,
  ): Outcome {
    return this.act(
      `${kind} ${axis}`,
      (sheet) => {
        const rows = axis === "rows";
        const area: Area = rows
          ? { top: at, bottom: at + count - 1, left: 0, right: maxColumns - 1 }
          : { left: at, right: at + count - 1, top: 0, bottom: maxRows - 1 };
        const parts = kind === "delete" && rows ? shownParts(sheet, [area]) : [area];
        shiftCells(this.workspace, sheet, area, kind, axis, [...parts].reverse());
        return done;
      },
      sheetId,
    );
  }

  #onChart(
    label: string,
    sheetId: string,
    chartId: string,
    work: (sheet: Sheet, chart: Chart) => void,
  ): Outcome {
    return this.act(
      label,
      (sheet) => {
        const chart = sheet.charts.find(({ id }) => id === chartId);
        if (chart === undefined) throw itemNotFound("the chart has been deleted");
        work(sheet, chart);
        return done;
      },
      sheetId,
    );
  }

  #onTable(
    label: string,
    tableId: number,
    work: (sheet: Sheet, table: Sheet["tables"][number]) => void,
  ): Outcome {
    for (const { sheet, table } of this.workspace.workbook.tables()) {
      if (table.id !== tableId) continue;
      return this.act(
        label,
        () => {
          work(sheet, table);
          return done;
        },
        sheet.id,
      );
    }
    return refusal(
      this.workspace.locale,
      new HostError("ItemNotFound", `no table ${tableId}`, 404),
    );
  }

  /** Typing "5" into a cell shown as a percentage means 5 %. */
  #percentTyped(sheet: Sheet, row: number, column: number, text: string): string {
    const pattern = sheet.cells.style(row, column).numberFormat ?? "General";
    return pattern.includes("%") && /^-?\d+([.,]\d+)?$/.test(text.trim()) ? `${text}%` : text;
  }

  /** Does something as one step of a person's undo, on a sheet or on the one they look at; a refusal is an answer. */
  act(label: string, work: (sheet: Sheet) => Outcome, sheetId?: string): Outcome {
    const { workbook, history, locale, window } = this.workspace;
    const sheet = workbook.sheetById(sheetId ?? window.activeSheetId);
    if (sheet === undefined) {
      return refusal(locale, new HostError("ItemNotFound", "the worksheet is gone", 404));
    }
    try {
      return history.step(label, () => work(sheet));
    } catch (error) {
      if (error instanceof HostError) return refusal(locale, error);
      throw error;
    } finally {
      this.#settle();
    }
  }
}
