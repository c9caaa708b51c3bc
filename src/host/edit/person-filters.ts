import type { Area } from "../model/address";
import type { Sheet, SheetFilter } from "../model/sheet";
import { itemNotFound } from "../protocol/host-error";
import type { Editor, Outcome } from "./editor";
import { clearSheetFilter, filterSheet, removeSheetFilter } from "./filter";
import type { Criteria } from "./filter-test";
import type { CellsOfSheet } from "./person-edits";
import { sortArea } from "./sort";

/** Filters and sortings of cells that are no table, as a person asks for them by buttons. */

const done: Outcome = { accepted: true };

/** Lays filter buttons over an area whose first row is its header; where the sheet has some, takes them away. */
export function toggleSheetFilter(editor: Editor, { sheetId, area }: CellsOfSheet): Outcome {
  return editor.act(
    "filter",
    (sheet) => {
      const { workspace } = editor;
      if (sheet.autoFilter === null) filterSheet(workspace, sheet, area, null, null);
      else removeSheetFilter(workspace, sheet);
      return done;
    },
    sheetId,
  );
}

/** Filters by a column of the sheet's filter, counted from its left; criteria in the API's own shape. */
export function filterCells(
  editor: Editor,
  sheetId: string,
  column: number,
  criteria: Criteria,
): Outcome {
  return onFilter(editor, sheetId, "filter", (sheet, { area }) =>
    filterSheet(editor.workspace, sheet, area, column, criteria),
  );
}

/** Shows again what one column of the sheet's filter hides, or all of them. */
export function clearCellFilter(editor: Editor, sheetId: string, column?: number): Outcome {
  return onFilter(editor, sheetId, "clear filter", (sheet, { area }) => {
    if (column === undefined) clearSheetFilter(editor.workspace, sheet);
    else filterSheet(editor.workspace, sheet, area, column, null);
  });
}

/** Sorts the rows of an area that has no header; a filter over it remembers by what, as a file does. */
export function sortCells(
  editor: Editor,
  { sheetId, area }: CellsOfSheet,
  key: number,
  ascending: boolean,
): Outcome {
  return editor.act(
    "sort",
    (sheet) => {
      const { workspace } = editor;
      workspace.history.layers(sheet);
      sortArea(workspace, sheet, area, [{ key, ascending }]);
      const { autoFilter } = sheet;
      if (autoFilter !== null && isBodyOf(autoFilter, area)) {
        const column = { ...area, left: area.left + key, right: area.left + key };
        const attributes: Record<string, string> = ascending ? {} : { descending: "1" };
        const sort = { area, attributes: {}, conditions: [{ area: column, attributes }] };
        sheet.autoFilter = { ...autoFilter, sort };
      }
      return done;
    },
    sheetId,
  );
}

function isBodyOf({ area }: SheetFilter, body: Area): boolean {
  return area.top + 1 === body.top && area.left === body.left && area.right === body.right;
}

function onFilter(
  editor: Editor,
  sheetId: string,
  label: string,
  work: (sheet: Sheet, filter: SheetFilter) => void,
): Outcome {
  return editor.act(
    label,
    (sheet) => {
      if (sheet.autoFilter === null) throw itemNotFound("the filter has been taken away");
      work(sheet, sheet.autoFilter);
      return done;
    },
    sheetId,
  );
}
