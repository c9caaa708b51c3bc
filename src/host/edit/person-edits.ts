import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { itemNotFound } from "../protocol/host-error";
import { addChart } from "./charts";
import { copyCells, type CopyOptions } from "./copy";
import { writeInputs } from "./cells";
import type { Editor, Outcome } from "./editor";
import { hideLines } from "./hidden-lines";
import { mergeCells, unmergeCells } from "./merges";
import { moveCellsTo } from "./move";
import { refuseWhileProtected } from "./protection";
import { clearTableFilters } from "./filter";
import { shiftCells } from "./shift-cells";
import { addTable } from "./tables";

/** What a person does to cells and sheets by menus and buttons; each is one step of undo, and may be refused. */

const done: Outcome = { accepted: true };

export interface CellsOfSheet {
  readonly sheetId: string;
  readonly area: Area;
}

/** What of the copied cells is pasted: all of it, unless something is said. */
export type PastedPart = Partial<Pick<CopyOptions, "what" | "transpose">>;

/** Pastes cells that were copied or cut, or a part of what they are; cut cells are gone from where they were. */
export function pasteCells(
  editor: Editor,
  source: CellsOfSheet,
  target: CellsOfSheet,
  { cut, what = "All", transpose = false }: { readonly cut: boolean } & PastedPart,
): Outcome {
  const { workspace } = editor;
  return editor.act(
    cut ? "move" : "paste",
    (sheet) => {
      const from = workspace.workbook.sheetById(source.sheetId);
      if (from === undefined) throw itemNotFound("the copied cells are gone");
      const [here, there] = [
        { sheet: from, area: source.area },
        { sheet, area: target.area },
      ];
      if (cut) moveCellsTo(workspace, here, there);
      else copyCells(workspace, here, there, { what, skipBlanks: false, transpose });
      return done;
    },
    target.sheetId,
  );
}

/** Hides or shows the rows or columns of areas. */
export function showLines(
  editor: Editor,
  sheetId: string,
  areas: readonly Area[],
  axis: "rows" | "columns",
  shown: boolean,
): Outcome {
  return onAreas(editor, sheetId, areas, shown ? "show" : "hide", (sheet, area) =>
    hideLines(editor.workspace, sheet, area, axis, !shown),
  );
}

/** Makes one cell of each area; areas that are one already are taken apart. */
export function toggleMerge(editor: Editor, sheetId: string, areas: readonly Area[]): Outcome {
  return onAreas(editor, sheetId, areas, "merge", (sheet, area) => {
    const merged = sheet.merges.some((one) => one.top === area.top && one.left === area.left);
    if (merged) unmergeCells(editor.workspace, sheet, area);
    else mergeCells(editor.workspace, sheet, area, false);
  });
}

/** Inserts cells in place of an area, or deletes it; those below it, or right of it, move. */
export function insertOrDelete(
  editor: Editor,
  { sheetId, area }: CellsOfSheet,
  kind: "insert" | "delete",
  axis: "rows" | "columns",
): Outcome {
  return onAreas(editor, sheetId, [area], `${kind} cells`, (sheet) =>
    shiftCells(editor.workspace, sheet, area, kind, axis),
  );
}

/** Adds a chart of an area beside it. */
export function insertChart(editor: Editor, source: CellsOfSheet, type: string): Outcome {
  return editor.act(
    "chart",
    (sheet) => {
      refuseWhileProtected(editor.workspace, sheet);
      const chart = addChart(editor.workspace, sheet, type, {
        sheet,
        area: source.area,
        seriesBy: "Auto",
      });
      const column = source.area.right + 1;
      const wide = chart.to.column - chart.from.column;
      const high = chart.to.row - chart.from.row;
      chart.from = { ...chart.from, row: source.area.top, column };
      chart.to = { ...chart.to, row: source.area.top + high, column: column + wide };
      return done;
    },
    source.sheetId,
  );
}

/** Shows or hides the buttons in a table's header; without them nothing is filtered. */
export function toggleFilterButtons(editor: Editor, { sheetId, area }: CellsOfSheet): Outcome {
  return editor.act(
    "filter",
    (sheet) => {
      const table = sheet.tables.find(
        (one) => one.area.top === area.top && one.area.left === area.left,
      );
      if (table === undefined) throw itemNotFound("the table has been deleted");
      refuseWhileProtected(editor.workspace, sheet);
      if (table.showFilterButton) clearTableFilters(editor.workspace, sheet, table);
      editor.workspace.history.layers(sheet);
      table.showFilterButton = !table.showFilterButton;
      return done;
    },
    sheetId,
  );
}

/** Enters a text, as typed, into each of many cells: one step of undo, however many they are. */
export function enterTexts(
  editor: Editor,
  sheetId: string,
  cells: readonly { readonly row: number; readonly column: number; readonly text: string }[],
): Outcome {
  const columns = new Map<number, Map<number, string>>();
  for (const { row, column, text } of cells) {
    const texts = columns.get(column) ?? new Map<number, string>();
    columns.set(column, texts.set(row, text));
  }
  return editor.act(
    "replace",
    (sheet) => {
      for (const [column, texts] of columns) {
        const rows = [...texts.keys()].sort((one, other) => one - other);
        const [top = 0] = rows;
        const area = { top, bottom: rows.at(-1) ?? top, left: column, right: column };
        // One stretch of a column at once: cells between those meant are left alone.
        writeInputs(editor.workspace, sheet, area, (row) => texts.get(top + row) ?? null);
      }
      return done;
    },
    sheetId,
  );
}

/** Makes a table of an area with headings in its first row. */
export function insertTable(editor: Editor, { sheetId, area }: CellsOfSheet): Outcome {
  return editor.act(
    "table",
    (sheet) => {
      refuseWhileProtected(editor.workspace, sheet);
      addTable(editor.workspace, sheet, area, true);
      return done;
    },
    sheetId,
  );
}

function onAreas(
  editor: Editor,
  sheetId: string,
  areas: readonly Area[],
  label: string,
  work: (sheet: Sheet, area: Area) => void,
): Outcome {
  return editor.act(
    label,
    (sheet) => {
      for (const area of areas) work(sheet, area);
      return done;
    },
    sheetId,
  );
}
