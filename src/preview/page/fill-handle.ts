import type { Area } from "../../host/model/address";
import type { GridView } from "../grid/grid-view";
import { currentRegion, selectArea, type Place } from "../grid/selection";
import type { Desk } from "./desk";

type Drag = (event: PointerEvent, moved: (event: PointerEvent) => void, done?: () => void) => void;

/**
 * The small square at the selection's corner: dragged, it continues the cells in one direction (days, numbers, texts
 * that count, formulas); with Ctrl it copies them. A double click fills as far down as the cells around go.
 */
export function watchFillHandle(
  grid: GridView,
  desk: Desk,
  drag: Drag,
  placeUnder: (event: PointerEvent) => Place,
): void {
  const { root } = grid;
  const fill = (source: Area, target: Area, copy: boolean): void => {
    const { editor, sheet } = desk;
    void desk
      .perform(() => editor.fillOver(sheet.id, source, target, copy))
      .then((filled) => {
        if (filled) desk.select(selectArea(target));
      });
  };
  root.addEventListener("pointerdown", (event) => {
    const [source] = desk.selection.areas;
    if (event.button !== 0 || source === undefined || grid.geometry.hit(event)?.on !== "fill")
      return;
    event.preventDefault();
    let target = source;
    let copy = event.ctrlKey;
    drag(
      event,
      (move) => {
        const place = placeUnder(move);
        target = reachedBy(source, place);
        copy = move.ctrlKey;
        grid.previewFill(target);
        grid.reveal(place);
      },
      () => {
        grid.previewFill(null);
        if (target !== source) fill(source, target, copy);
      },
    );
  });
  root.addEventListener("dblclick", (event) => {
    const [source] = desk.selection.areas;
    if (source === undefined || grid.geometry.hit(event)?.on !== "fill") return;
    // Once filled, the selection is another and a cell lies under the pointer: nobody meant to edit it.
    event.stopImmediatePropagation();
    const bottom = lastBeside(desk, source);
    if (bottom > source.bottom) fill(source, { ...source, bottom }, event.ctrlKey);
  });
}

/** The selection grown towards the pointer, along the axis on which it is farther away. */
export function reachedBy(source: Area, { row, column }: Place): Area {
  const down = row > source.bottom ? row - source.bottom : row < source.top ? row - source.top : 0;
  const right =
    column > source.right ? column - source.right : column < source.left ? column - source.left : 0;
  if (down === 0 && right === 0) return source;
  if (Math.abs(down) >= Math.abs(right)) {
    return down > 0 ? { ...source, bottom: row } : { ...source, top: row };
  }
  return right > 0 ? { ...source, right: column } : { ...source, left: column };
}

/** The last row of the filled cells around the selection, which may have gaps; as far as nothing stands in the way. */
function lastBeside({ sheet }: Desk, source: Area): number {
  const { bottom } = currentRegion(sheet, { row: source.bottom, column: source.left });
  for (let row = source.bottom + 1; row <= bottom; row++) {
    for (let column = source.left; column <= source.right; column++) {
      if (sheet.cells.value(row, column) !== null) return row - 1;
    }
  }
  return bottom;
}
