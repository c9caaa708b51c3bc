import {
  areaAddress,
  cellAddress,
  columnCount,
  intersection,
  maxColumns,
  rowCount,
  type Area,
} from "../model/address";
import { apiValue } from "../edit/cells";
import type { Actor, JournalEntry } from "../edit/journal";
import type { Workspace } from "../edit/workspace";
import { valueType } from "./range-cells";
import { EventType, tableKey, wholeWorkbook } from "./session";

/** Messages that carry events. */
export const eventCategory = 65536;

/** An event for whoever has registered for that type and target. */
export interface HostEvent {
  readonly type: number;
  readonly target: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/**
 * The events a journal entry gives, as one client sees them: on the sheet and on the workbook, and on tables touched.
 * Edits of another client are `Remote`; the client's own writes are `Local` with `ThisLocalAddin`.
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheetchangedeventargs
 */
export function eventsOf(
  workspace: Workspace,
  entry: JournalEntry,
  actor: Actor,
  clientId: number,
  referenceFor: (sheetId: string, area: Area) => string,
): HostEvent[] {
  const remote = actor.window !== workspace.window;
  const source = remote ? "Remote" : "Local";
  const own = actor.kind === "add-in" && actor.clientId === clientId;
  // Where somebody else stands is no event here: every client has a sheet in front and a selection of its own.
  if ("window" in entry && entry.window !== workspace.window) return [];
  const both = (type: number, sheetId: string, args: Record<string, unknown>): HostEvent[] => [
    { type, target: sheetId, args },
    { type, target: wholeWorkbook, args },
  ];
  switch (entry.kind) {
    case "changed": {
      const { sheetId, area, changeType, detail } = entry;
      const single = rowCount(area) === 1 && columnCount(area) === 1;
      const args = {
        address: areaAddress(area),
        changeType,
        source,
        worksheetId: sheetId,
        referenceId: referenceFor(sheetId, area),
        triggerSource: own ? "ThisLocalAddin" : "Unknown",
        shiftDirection: shiftDirection(changeType),
        ...(detail !== null && single
          ? {
              valueBefore: apiValue(detail.before),
              valueAfter: apiValue(detail.after),
              valueTypeBefore: valueType(detail.before),
              valueTypeAfter: valueType(detail.after),
            }
          : {}),
      };
      const events = both(EventType.sheetChanged, sheetId, args);
      for (const table of workspace.workbook.sheetById(sheetId)?.tables ?? []) {
        const touched = intersection(table.area, area);
        if (touched === null) continue;
        const tableArgs = { ...args, address: areaAddress(touched), tableId: tableKey(table) };
        for (const target of [tableKey(table), sheetId, wholeWorkbook]) {
          events.push({ type: EventType.tableChanged, target, args: tableArgs });
        }
      }
      return events;
    }
    case "formatted":
      return both(EventType.sheetFormat, entry.sheetId, {
        address: areaAddress(entry.area),
        source,
        worksheetId: entry.sheetId,
        referenceId: referenceFor(entry.sheetId, entry.area),
      });
    case "selected": {
      const address = entry.areas.map(areaAddress).join(",");
      const args = { address, worksheetId: entry.sheetId };
      const events = both(EventType.sheetSelection, entry.sheetId, args);
      for (const table of workspace.workbook.sheetById(entry.sheetId)?.tables ?? []) {
        const inside = entry.areas
          .map((area) => intersection(area, table.area))
          .filter((area) => area !== null);
        events.push({
          type: EventType.tableSelection,
          target: tableKey(table),
          args: {
            address: inside.map(areaAddress).join(","),
            isInsideTable: inside.length > 0,
            tableId: tableKey(table),
            worksheetId: entry.sheetId,
          },
        });
      }
      return events;
    }
    case "activated":
      return both(EventType.sheetActivated, entry.sheetId, { worksheetId: entry.sheetId });
    case "deactivated":
      return both(EventType.sheetDeactivated, entry.sheetId, { worksheetId: entry.sheetId });
    case "sheet-added":
      return both(EventType.sheetAdded, entry.sheetId, { source, worksheetId: entry.sheetId });
    case "sheet-deleted":
      return both(EventType.sheetDeleted, entry.sheetId, { source, worksheetId: entry.sheetId });
    case "calculated":
      return both(EventType.sheetCalculated, entry.sheetId, {
        address: entry.areas.map(areaAddress).join(","),
        worksheetId: entry.sheetId,
      });
    case "sorted":
      return both(EventType.sheetRowSorted, entry.sheetId, {
        address: areaAddress(entry.area),
        source,
        worksheetId: entry.sheetId,
      });
    case "renamed":
      return both(EventType.sheetRenamed, entry.sheetId, {
        nameBefore: entry.before,
        nameAfter: entry.after,
        source,
        worksheetId: entry.sheetId,
      });
    case "table-added":
    case "table-deleted": {
      const type = entry.kind === "table-added" ? EventType.tableAdded : EventType.tableDeleted;
      const args = {
        source,
        tableId: `{00000000-0000-0000-0001-${entry.tableId.toString(16).padStart(12, "0").toUpperCase()}}`,
        tableName: entry.tableName,
        worksheetId: entry.sheetId,
      };
      return both(type, entry.sheetId, args);
    }
    case "chart-added":
    case "chart-deleted":
    case "chart-activated":
    case "chart-deactivated": {
      const type = chartEvents[entry.kind];
      const args = { chartId: entry.chartId, source, worksheetId: entry.sheetId };
      return [entry.sheetId, entry.chartId].map((target) => ({ type, target, args }));
    }
    case "columns-sorted":
      return both(EventType.sheetColumnSorted, entry.sheetId, {
        address: areaAddress(entry.area),
        source,
        worksheetId: entry.sheetId,
      });
    case "rows-hidden":
      return both(EventType.sheetRowHidden, entry.sheetId, {
        address: areaAddress({ ...entry.area, left: 0, right: maxColumns - 1 }),
        changeType: entry.hidden ? "Hidden" : "Unhidden",
        source,
        worksheetId: entry.sheetId,
      });
    case "formulas":
      return both(EventType.sheetFormula, entry.sheetId, {
        formulaDetails: entry.cells.map(({ row, column, before }) => ({
          cellAddress: cellAddress(row, column),
          previousFormula: before,
        })),
        source,
        worksheetId: entry.sheetId,
      });
    case "protection":
      return both(EventType.sheetProtection, entry.sheetId, {
        isProtected: entry.isProtected,
        source,
        worksheetId: entry.sheetId,
      });
    case "visibility":
      return both(EventType.sheetVisibility, entry.sheetId, {
        visibilityBefore: entry.before,
        visibilityAfter: entry.after,
        source,
        worksheetId: entry.sheetId,
      });
    case "moved":
      return both(EventType.sheetMoved, entry.sheetId, {
        positionBefore: entry.before,
        positionAfter: entry.after,
        source,
        worksheetId: entry.sheetId,
      });
    case "clicked":
      // The place within the cell is not known here: a click counts as one on its corner.
      return both(EventType.sheetSingleClicked, entry.sheetId, {
        address: cellAddress(entry.row, entry.column),
        offsetX: 0,
        offsetY: 0,
        worksheetId: entry.sheetId,
      });
    case "workbook-activated":
      return [{ type: EventType.workbookActivated, target: wholeWorkbook, args: {} }];
    case "comment-added":
    case "comment-deleted":
    case "comment-changed":
      return both(commentEvents[entry.kind], entry.sheetId, {
        commentDetails: [{ commentId: entry.commentId, replyIds: entry.replyIds }],
        ...(entry.changeType === null ? {} : { changeType: entry.changeType }),
        source,
        worksheetId: entry.sheetId,
      });
    case "filtered":
    case "saved":
    case "settings":
      return [];
  }
}

const chartEvents = {
  "chart-added": EventType.chartAdded,
  "chart-deleted": EventType.chartDeleted,
  "chart-activated": EventType.chartActivated,
  "chart-deactivated": EventType.chartDeactivated,
} as const;

const commentEvents = {
  "comment-added": EventType.commentAdded,
  "comment-deleted": EventType.commentDeleted,
  "comment-changed": EventType.commentChanged,
} as const;

function shiftDirection(changeType: string): string {
  switch (changeType) {
    case "RowInserted":
    case "CellInserted":
      return "ShiftCellDown";
    case "RowDeleted":
    case "CellDeleted":
      return "ShiftCellUp";
    case "ColumnInserted":
      return "ShiftCellRight";
    case "ColumnDeleted":
      return "ShiftCellLeft";
    default:
      return "None";
  }
}
