import { maxColumns, maxRows } from "../../src/host/model/address";
import { Workbook } from "../../src/host/model/workbook";
import type { Sheet } from "../../src/host/model/sheet";
import {
  currentRegion,
  dataEdge,
  extendTo,
  nextCell,
  selectArea,
  selectCell,
} from "../../src/preview/grid/selection";

function sheetWith(rows: readonly (readonly (string | null)[])[]): Sheet {
  const sheet = new Workbook().addSheet("Sheet1");
  rows.forEach((cells, row) =>
    cells.forEach((value, column) => sheet.cells.setValue(row, column, value)),
  );
  return sheet;
}

describe("the selection", () => {
  const sheet = sheetWith([
    ["a", "b", null, "d"],
    ["a", "b", null, null],
    ["a", null, null, null],
    [null, null, null, null],
    ["z", null, null, null],
  ]);

  it("jumps with Ctrl+arrow to the end of a run, then over the gap, then to the sheet's edge", () => {
    expect(dataEdge(sheet, { row: 0, column: 0 }, 1, 0)).toEqual({ row: 2, column: 0 });
    expect(dataEdge(sheet, { row: 2, column: 0 }, 1, 0)).toEqual({ row: 4, column: 0 });
    expect(dataEdge(sheet, { row: 4, column: 0 }, 1, 0)).toEqual({ row: maxRows - 1, column: 0 });
    expect(dataEdge(sheet, { row: 0, column: 1 }, 0, 1)).toEqual({ row: 0, column: 3 });
    expect(dataEdge(sheet, { row: 0, column: 3 }, 0, 1)).toEqual({
      row: 0,
      column: maxColumns - 1,
    });
    expect(dataEdge(sheet, { row: 0, column: 0 }, -1, 0)).toEqual({ row: 0, column: 0 });
  });

  it("takes the block around a cell as the current region", () => {
    expect(currentRegion(sheet, { row: 1, column: 1 })).toEqual({
      top: 0,
      left: 0,
      bottom: 2,
      right: 1,
    });
  });

  it("never cuts a merged area", () => {
    const merged = sheetWith([["a"]]);
    merged.merges.push({ top: 1, left: 1, bottom: 2, right: 2 });
    const grown = extendTo(merged, selectCell(merged, { row: 0, column: 0 }), {
      row: 1,
      column: 1,
    });
    expect(grown.areas).toEqual([{ top: 0, left: 0, bottom: 2, right: 2 }]);
    expect(selectCell(merged, { row: 1, column: 1 }).areas).toEqual([
      { top: 1, left: 1, bottom: 2, right: 2 },
    ]);
  });

  it("walks with Enter and Tab inside a selection of several cells and round again", () => {
    const chosen = selectArea({ top: 0, left: 0, bottom: 1, right: 1 });
    const walk = (rows: number, columns: number): string[] => {
      let at = chosen;
      return Array.from({ length: 4 }, () => {
        at = { ...at, active: nextCell(at, rows, columns).active };
        return `${at.active.row},${at.active.column}`;
      });
    };
    expect(walk(1, 0)).toEqual(["1,0", "0,1", "1,1", "0,0"]);
    expect(walk(0, 1)).toEqual(["0,1", "1,0", "1,1", "0,0"]);
    expect(walk(0, -1)).toEqual(["1,1", "1,0", "0,1", "0,0"]);
  });
});
