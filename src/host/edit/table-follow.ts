import { intersection, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Table } from "../model/table";
import { freeColumnName } from "./column-names";
import { renameColumn } from "./structured-references";
import { headingStem, headingText, resizeTable, uniqueHeading } from "./tables";
import type { Workspace } from "./workspace";

/**
 * After cells were written: a table with those cells right below its last row, or right beside its last column, takes
 * them in, as Excel's AutoCorrect does: a step of undo of its own after what a person entered.
 */
export function expandTables(workspace: Workspace, sheet: Sheet, written: Area): void {
  for (const table of sheet.tables) {
    const { area } = table;
    if (
      !table.showTotals &&
      written.top === area.bottom + 1 &&
      written.left >= area.left &&
      written.left <= area.right &&
      written.right <= area.right &&
      !isBlank(sheet, written)
    ) {
      const grown = { ...area, bottom: written.bottom };
      grow(workspace, sheet, table, grown);
    } else if (
      written.left === area.right + 1 &&
      written.top >= area.top &&
      written.bottom <= area.bottom &&
      !isBlank(sheet, written)
    ) {
      grow(workspace, sheet, table, { ...area, right: written.right });
    }
  }
}

function grow(workspace: Workspace, sheet: Sheet, table: Table, grown: Area): void {
  if (!canGrow(sheet, table, grown)) return;
  workspace.history.split("grow");
  resizeTable(workspace, sheet, table, grown);
}

function canGrow(sheet: Sheet, table: Table, grown: Area): boolean {
  return sheet.tables.every((other) => other === table || intersection(other.area, grown) === null);
}

function isBlank(sheet: Sheet, area: Area): boolean {
  for (const _ of sheet.cells.filled(area)) return false;
  return true;
}

/** Headings follow what was written into a header row; blank and doubled ones are mended, as Excel does. */
export function followHeadings(workspace: Workspace, sheet: Sheet, written: Area): void {
  for (const table of sheet.tables) {
    if (!table.showHeaders) continue;
    const header = intersection(written, { ...table.area, bottom: table.area.top });
    if (header === null) continue;
    workspace.history.layers(sheet);
    for (let column = header.left; column <= header.right; column++) {
      const entry = table.columns[column - table.area.left];
      if (entry === undefined) continue;
      const others = table.columns.filter((one) => one !== entry).map((one) => one.name);
      const heading = headingText(sheet, table.area.top, column);
      const before = entry.name;
      entry.name =
        heading === ""
          ? freeColumnName(others, headingStem(workspace))
          : uniqueHeading(heading, others);
      sheet.cells.setFormula(table.area.top, column, undefined);
      sheet.cells.setValue(table.area.top, column, entry.name);
      if (entry.name !== before) renameColumn(workspace, table, before, entry.name);
    }
    workspace.calculation.structureChanged();
  }
}
