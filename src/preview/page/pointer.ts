import {
  areaAddress,
  cellAddress,
  contains,
  maxColumns,
  maxRows,
  type Area,
} from "../../host/model/address";
import { columnCharacters, rowPoints } from "../grid/axis";
import type { CellEditor } from "../grid/cell-editor";
import type { GridView } from "../grid/grid-view";
import {
  columnsArea,
  extendTo,
  rowsArea,
  selectArea,
  selectCell,
  type Place,
} from "../grid/selection";
import { watchFillHandle } from "./fill-handle";
import { fitRow } from "./follow-text";
import type { Anchor } from "./menu";
import type { Desk } from "./desk";

/** The mouse on the grid: choosing, dragging, resizing, double click, context menu, filter buttons. */
export function watchPointer(
  grid: GridView,
  desk: Desk,
  editor: CellEditor,
  open: {
    readonly filter: (place: Place, anchor: Anchor) => void;
    readonly contextMenu: (anchor: Anchor) => void;
  },
): void {
  const { root } = grid;

  const drag = (
    event: PointerEvent,
    moved: (event: PointerEvent) => void,
    done?: () => void,
  ): void => {
    root.setPointerCapture(event.pointerId);
    const stop = (): void => {
      root.removeEventListener("pointermove", moved);
      root.removeEventListener("pointerup", stop);
      root.removeEventListener("pointercancel", stop);
      done?.();
    };
    root.addEventListener("pointermove", moved);
    root.addEventListener("pointerup", stop);
    root.addEventListener("pointercancel", stop);
  };

  const placeUnder = (event: PointerEvent): Place => {
    const { x, y } = grid.geometry.point(event);
    return grid.geometry.placeAt(x, y);
  };

  /** The rows or columns a grip changes: all that are chosen as a whole when it is one of them. */
  const linesOf = (axis: "column" | "row", index: number): { from: number; to: number } => {
    for (const area of desk.selection.areas) {
      const [whole, from, to] =
        axis === "column"
          ? [area.top === 0 && area.bottom === maxRows - 1, area.left, area.right]
          : [area.left === 0 && area.right === maxColumns - 1, area.top, area.bottom];
      if (whole && index >= from && index <= to && to - from <= 200) return { from, to };
    }
    return { from: index, to: index };
  };

  /** Whether a row or column is chosen as a whole already: its menu is then for all that are. */
  const isWhole = (axis: "column" | "row", index: number): boolean =>
    desk.selection.areas.some((area) =>
      axis === "column"
        ? area.top === 0 && area.bottom === maxRows - 1 && index >= area.left && index <= area.right
        : area.left === 0 &&
          area.right === maxColumns - 1 &&
          index >= area.top &&
          index <= area.bottom,
    );

  const setWidth = (from: number, to: number, pixels: number): void =>
    void desk.perform(() =>
      desk.editor.setColumnWidth(desk.sheet.id, from, to, columnCharacters(pixels)),
    );

  const setHeight = (from: number, to: number, pixels: number | null): void =>
    void desk.perform(() =>
      desk.editor.setRowHeight(desk.sheet.id, from, to, pixels === null ? null : rowPoints(pixels)),
    );

  const resize = (event: PointerEvent, axis: "column" | "row", index: number): void => {
    const column = axis === "column";
    const start = column ? event.clientX : event.clientY;
    const before = (column ? grid.columns : grid.rows).size(index);
    let size = before;
    drag(
      event,
      (move) => {
        const moved = ((column ? move.clientX : move.clientY) - start) / grid.zoom;
        size = Math.max(column ? 8 : 6, before + moved);
        grid.previewSize({ axis, index, pixels: size });
      },
      () => {
        grid.previewSize(null);
        const { from, to } = linesOf(axis, index);
        if (size !== before) (column ? setWidth : setHeight)(from, to, size);
      },
    );
  };

  /** While a formula is typed, dragging over cells names them all. */
  const pickReference = (event: PointerEvent, start: Place): void => {
    const span = (end: Place): Area => ({
      top: Math.min(start.row, end.row),
      left: Math.min(start.column, end.column),
      bottom: Math.max(start.row, end.row),
      right: Math.max(start.column, end.column),
    });
    let named = cellAddress(start.row, start.column);
    grid.previewFill(span(start));
    drag(
      event,
      (move) => {
        const area = span(placeUnder(move));
        const single = area.top === area.bottom && area.left === area.right;
        const address = single ? cellAddress(area.top, area.left) : areaAddress(area);
        if (address === named) return;
        named = address;
        editor.insertReference(address);
        grid.previewFill(area);
      },
      () => grid.previewFill(null),
    );
  };

  watchFillHandle(grid, desk, drag, placeUnder);

  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 && event.button !== 2) return;
    if (event.target === editor.box && editor.isEditing) return;
    const hit = grid.geometry.hit(event);
    if (hit === null || hit.on === "fill") return;
    event.preventDefault();
    const { sheet } = desk;

    if (event.button === 2) {
      const here =
        hit.on === "cell" &&
        desk.selection.areas.some((area) => contains(area, hit.place.row, hit.place.column));
      if (hit.on === "cell" && !here) desk.select(selectCell(sheet, hit.place));
      if (hit.on === "row" && !isWhole("row", hit.index)) {
        desk.select(selectArea(rowsArea(hit.index, hit.index)));
      }
      if (hit.on === "column" && !isWhole("column", hit.index)) {
        desk.select(selectArea(columnsArea(hit.index, hit.index)));
      }
      return;
    }
    if (editor.isEditing) {
      if (
        hit.on === "cell" &&
        editor.insertReference(cellAddress(hit.place.row, hit.place.column))
      ) {
        pickReference(event, hit.place);
        return;
      }
      void editor.commit().then((stored) => {
        if (stored) choose();
      });
      return;
    }
    choose();

    function choose(): void {
      if (hit === null || hit.on === "fill") return;
      editor.focus();
      if (hit.on === "corner") {
        desk.select(
          selectArea(
            { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 },
            desk.selection.active,
          ),
        );
        return;
      }
      if (hit.on === "cell") {
        if (hit.filter) {
          const box = grid.geometry.cellBox(hit.place);
          desk.select(selectCell(sheet, hit.place));
          if (box !== null) open.filter(hit.place, grid.geometry.inWindow(box));
          return;
        }
        const adding = event.ctrlKey || event.metaKey;
        desk.editor.click(sheet.id, hit.place.row, hit.place.column);
        desk.select(
          event.shiftKey
            ? extendTo(sheet, desk.selection, hit.place)
            : selectCell(sheet, hit.place, adding ? desk.selection : undefined),
        );
        drag(event, (move) => {
          const place = placeUnder(move);
          if (place.row === desk.selection.head.row && place.column === desk.selection.head.column)
            return;
          desk.select(extendTo(sheet, desk.selection, place));
          grid.reveal(place);
        });
        return;
      }
      if (hit.grip) {
        resize(event, hit.on, hit.index);
        return;
      }
      const whole = hit.on === "column" ? columnsArea : rowsArea;
      const from = event.shiftKey
        ? hit.on === "column"
          ? desk.selection.active.column
          : desk.selection.active.row
        : hit.index;
      const start: Place =
        hit.on === "column"
          ? { row: grid.geometry.placeAt(0, 30).row, column: from }
          : { row: from, column: 0 };
      desk.select(selectArea(whole(from, hit.index), start));
      drag(event, (move) => {
        const place = placeUnder(move);
        desk.select(selectArea(whole(from, hit.on === "column" ? place.column : place.row), start));
      });
    }
  });

  root.addEventListener("dblclick", (event) => {
    const hit = grid.geometry.hit(event);
    if (hit?.on === "cell" && !hit.filter && !editor.isEditing) editor.begin();
    if (hit?.on === "column" && hit.grip) {
      const { from, to } = linesOf("column", hit.index);
      for (let column = from; column <= to; column++)
        setWidth(column, column, grid.fittingWidth(column));
    }
    if (hit?.on === "row" && hit.grip) {
      const { from, to } = linesOf("row", hit.index);
      for (let row = from; row <= to; row++) void desk.perform(() => fitRow(desk, grid, row));
    }
  });

  root.addEventListener("contextmenu", (event) => {
    if (event.target === editor.box && editor.isEditing) return;
    event.preventDefault();
    open.contextMenu({ left: event.clientX, top: event.clientY, bottom: event.clientY });
  });
}

/** "B2:C5" or, while dragging over many cells, "4R x 2C" as Excel's name box says. */
export function selectionName(desk: Desk): string {
  const { areas, active } = desk.selection;
  const last = areas.at(-1);
  if (last === undefined) return "";
  const single = last.top === last.bottom && last.left === last.right;
  return single || areas.length > 1 ? cellAddress(active.row, active.column) : areaAddress(last);
}
