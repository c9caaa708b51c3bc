import { cellAddress } from "../../host/model/address";
import { CellEditor } from "../grid/cell-editor";
import { shownText } from "../grid/cell-look";
import type { FormulaHelp } from "../grid/formula-help";
import type { GridView } from "../grid/grid-view";
import type { Place } from "../grid/selection";
import type { Desk } from "./desk";
import { editText } from "./edit-text";

/** The editor of a desk's cells: what it shows, where it stores, and where it goes afterwards. */
export function editorOf(
  desk: Desk,
  grid: GridView,
  help: FormulaHelp | null,
  on: {
    readonly leave: (rows: number, columns: number) => void;
    readonly key: (event: KeyboardEvent) => boolean;
  },
): CellEditor {
  const { say } = desk;
  const facts = { locale: desk.locale, date1904: desk.workbook.date1904 };
  const shown = (place: Place): string => {
    const format = desk.sheet.cells.style(place.row, place.column).numberFormat ?? "General";
    return shownText(desk.sheet.cells.value(place.row, place.column), format, facts).text;
  };
  const editor = new CellEditor({
    barLabel: say("formulaBar"),
    label: (place) =>
      say("cellEditor", {
        address: cellAddress(place.row, place.column),
        text: shown(place) || say("empty"),
      }),
    textOf: (place) => editText(desk.sheet, place.row, place.column, facts),
    active: () => desk.selection.active,
    box: (place) => grid.geometry.cellBox(place),
    store: (place, text, everywhere) =>
      everywhere ? desk.typeEverywhere(text) : desk.type(place, text),
    leave: on.leave,
    editing: (editing) => {
      desk.editor.setEditing(editing);
      if (editing) grid.reveal(desk.selection.active);
      grid.reframe();
    },
    key: on.key,
    typed: (box, text) => {
      help?.update(box, text);
      grid.reframe();
    },
  });
  for (const target of [editor.box, editor.bar]) {
    target.addEventListener(
      "keydown",
      (event) => {
        if (help?.key(event, target) !== true) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
  return editor;
}
