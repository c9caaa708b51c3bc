import { insertOrDelete } from "../../host/edit/person-edits";
import type { Area } from "../../host/model/address";
import type { WordKey } from "../words";
import type { Desk } from "./desk";
import { showMenu, type Anchor, type MenuEntry } from "./menu";
import type { CellActions } from "./cell-actions";

/** Which way the other cells go, as Excel's dialogs for inserting and deleting cells ask. */
const ways = {
  insert: { rows: "shiftDown", columns: "shiftRight" },
  delete: { rows: "shiftUp", columns: "shiftLeft" },
} as const satisfies Record<string, Record<"rows" | "columns", WordKey>>;

/** Asks whether the chosen cells alone, or their whole rows or columns, are inserted or deleted. */
export function openShiftMenu(
  desk: Desk,
  actions: CellActions,
  kind: "insert" | "delete",
  anchor: Anchor,
  done: () => void,
): void {
  const { say } = desk;
  const [area] = desk.selection.areas;
  if (area === undefined) return;
  const cells = (axis: "rows" | "columns"): MenuEntry => ({
    label: say(ways[kind][axis]),
    run: () => move(desk, area, kind, axis, done),
  });
  const lines = (label: WordKey, run: () => void): MenuEntry => ({
    label: say(label),
    run: () => {
      run();
      done();
    },
  });
  const inserting = kind === "insert";
  showMenu(
    say(inserting ? "insertCells" : "deleteCells"),
    [
      cells("columns"),
      cells("rows"),
      "line",
      lines("entireRow", () => (inserting ? actions.insertRows() : actions.deleteRows())),
      lines("entireColumn", () => (inserting ? actions.insertColumns() : actions.deleteColumns())),
    ],
    anchor,
  );
}

function move(
  desk: Desk,
  area: Area,
  kind: "insert" | "delete",
  axis: "rows" | "columns",
  done: () => void,
): void {
  const cells = { sheetId: desk.sheet.id, area };
  void desk.perform(() => insertOrDelete(desk.editor, cells, kind, axis)).then(done);
}
