import type { Sheet } from "../model/sheet";
import { sheetLook } from "../edit/sheet-look";
import { copySheet } from "../edit/copy-sheet";
import { showLevels } from "../edit/outline";
import { activateSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "../edit/sheets";
import { identity } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { integer, object, optionalTruth, optionalWord, text, truth, word } from "./arguments";
import { AutoFilter } from "./auto-filter";
import { ChartCollection } from "./chart-collection";
import { CommentCollection } from "./comments";
import { NamedItemCollection } from "./named-items";
import { NoteCollection } from "./notes";
import { PageBreakCollection } from "./page-breaks";
import { PageLayout } from "./page-layout";
import { serve, serveKept, type Keeping } from "./properties";
import * as kind from "./property-kinds";
import { serveEvents } from "./event-registration";
import { sheetOf } from "./session";
import { sheetEvents } from "./sheet-events";
import { TableCollection } from "./table-collection";
import { WorksheetCells } from "./worksheet-cells";
import { WorksheetCustomPropertyCollection } from "./worksheet-custom-properties";
import { WorksheetFreezePanes } from "./worksheet-freeze-panes";
import { WorksheetProtection } from "./worksheet-protection";

/**
 * What a worksheet is besides its cells, which are in the part it builds on.
 * https://learn.microsoft.com/javascript/api/excel/excel.worksheet
 */
export class Worksheet extends WorksheetCells {
  override [identity](): string {
    return this.sheetId;
  }

  /** #id */
  get id(): string {
    return sheetOf(this.session, this.sheetId).id;
  }

  /** #name */
  get name(): string {
    return sheetOf(this.session, this.sheetId).name;
  }

  set name(value: unknown) {
    renameSheet(this.session.workspace, sheetOf(this.session, this.sheetId), text(value, "name"));
  }

  /** #position */
  get position(): number {
    return this.session.workspace.workbook.sheets.indexOf(sheetOf(this.session, this.sheetId));
  }

  set position(value: unknown) {
    const sheet = sheetOf(this.session, this.sheetId);
    moveSheet(this.session.workspace, sheet, integer(value, "position"));
  }

  /** #visibility */
  get visibility(): string {
    return sheetOf(this.session, this.sheetId).visibility;
  }

  /** #visibility; the last visible sheet cannot be hidden */
  set visibility(value: unknown) {
    const visibility = word(value, "visibility", ["Visible", "Hidden", "VeryHidden"]);
    setVisibility(this.session.workspace, sheetOf(this.session, this.sheetId), visibility);
  }

  /** #activate */
  activate(): void {
    const sheet = sheetOf(this.session, this.sheetId);
    if (sheet.visibility !== "Visible") {
      throw new HostError("InvalidOperation", `The worksheet ${sheet.name} is hidden.`);
    }
    activateSheet(this.session.workspace, this.sheetId);
  }

  /** #calculate */
  calculate(markAllDirty?: unknown): void {
    optionalTruth(markAllDirty, "markAllDirty", false);
    const { calculation } = this.session.workspace;
    const sheet = sheetOf(this.session, this.sheetId);
    const used = sheet.cells.usedArea(true);
    if (used !== null) calculation.cellsChanged(sheet, used);
    calculation.recalculate();
  }

  /** #copy: at the end where no place is named */
  copy(positionType?: unknown, relativeTo?: unknown): Worksheet {
    const { workspace } = this.session;
    const { sheets } = workspace.workbook;
    const type =
      optionalWord(positionType, "positionType", ["None", "Before", "After", "Beginning", "End"]) ??
      "None";
    const other =
      relativeTo === undefined || relativeTo === null
        ? this.position
        : object(relativeTo, "relativeTo", Worksheet).position;
    const at = {
      None: sheets.length,
      End: sheets.length,
      Beginning: 0,
      Before: other,
      After: other + 1,
    };
    const copy = copySheet(workspace, sheetOf(this.session, this.sheetId), at[type]);
    return new Worksheet(this.session, copy.id);
  }

  /** #showOutlineLevels: 0 leaves rows or columns as they are */
  showOutlineLevels(rowLevels: unknown, columnLevels: unknown): void {
    const rows = integer(rowLevels, "rowLevels");
    const columns = integer(columnLevels, "columnLevels");
    if (Math.min(rows, columns) < 0 || Math.max(rows, columns) > 8) {
      throw invalidArgument("rowLevels", "0 to 8");
    }
    showLevels(this.session.workspace, sheetOf(this.session, this.sheetId), rows, columns);
  }

  /** #delete */
  delete(): void {
    deleteSheet(this.session.workspace, sheetOf(this.session, this.sheetId));
    this.session.workspace.history.clear();
  }

  /** #getNext */
  getNext(visibleOnly?: unknown): Worksheet {
    return found(neighbour(this, 1, visibleOnly));
  }

  /** #getNextOrNullObject */
  getNextOrNullObject(visibleOnly?: unknown): Worksheet | null {
    return neighbour(this, 1, visibleOnly);
  }

  /** #getPrevious */
  getPrevious(visibleOnly?: unknown): Worksheet {
    return found(neighbour(this, -1, visibleOnly));
  }

  /** #getPreviousOrNullObject */
  getPreviousOrNullObject(visibleOnly?: unknown): Worksheet | null {
    return neighbour(this, -1, visibleOnly);
  }
}

/** How the sheet is shown; standardWidth is in characters of the default font, standardHeight in points. */
const looks: Keeping<Worksheet, Sheet> = {
  read: ({ session, sheetId }) => sheetOf(session, sheetId),
  change: ({ session, sheetId }, change) =>
    sheetLook(session.workspace, sheetOf(session, sheetId), (sheet) =>
      Object.assign(sheet, change),
    ),
};

serveKept(Worksheet, looks, {
  tabColor: kind.colorOrNone(""),
  showGridlines: kind.truth(true),
  showHeadings: kind.truth(true),
  standardWidth: kind.number(null, 0, 255),
});

serve(Worksheet, {
  // Switched on again, the sheet is calculated as a whole. https://learn.microsoft.com/office/vba/api/excel.worksheet.enablecalculation
  enableCalculation: {
    get: ({ session, sheetId }) => sheetOf(session, sheetId).enableCalculation,
    set: ({ session, sheetId }, value) => {
      const sheet = sheetOf(session, sheetId);
      const { history, calculation } = session.workspace;
      const isOn = truth(value, "enableCalculation");
      if (isOn === sheet.enableCalculation) return;
      // What was entered until now is calculated as ever.
      session.upToDate();
      history.layers(sheet);
      sheet.enableCalculation = isOn;
      const used = sheet.cells.usedArea(true);
      if (isOn && used !== null) calculation.cellsChanged(sheet, used);
    },
  },
  standardHeight: ({ session, sheetId }) => sheetOf(session, sheetId).standardHeight,
  // How the client calls showGridlines and showHeadings when it sets them.
  Gridlines: {
    set: (of, value) => looks.change(of, { showGridlines: truth(value, "showGridlines") }),
  },
  Headings: {
    set: (of, value) => looks.change(of, { showHeadings: truth(value, "showHeadings") }),
  },

  // What the file calls the sheet's id.
  tabId: ({ session, sheetId }) => Number.parseInt(sheetOf(session, sheetId).id.slice(10, 14), 16),
  autoFilter: ({ session, sheetId }) => new AutoFilter(session, { sheetId }),
  notes: ({ session, sheetId }) => new NoteCollection(session, sheetId),
  pageLayout: ({ session, sheetId }) => new PageLayout(session, sheetId),
  horizontalPageBreaks: ({ session, sheetId }) => new PageBreakCollection(session, sheetId, "rows"),
  verticalPageBreaks: ({ session, sheetId }) =>
    new PageBreakCollection(session, sheetId, "columns"),
  customProperties: ({ session, sheetId }) =>
    new WorksheetCustomPropertyCollection(session, sheetId),
  charts: ({ session, sheetId }) => new ChartCollection(session, sheetId),
  comments: ({ session, sheetId }) => new CommentCollection(session, sheetId),
  tables: ({ session, sheetId }) => new TableCollection(session, sheetId),
  names: ({ session, sheetId }) => new NamedItemCollection(session, sheetId),
  freezePanes: ({ session, sheetId }) => new WorksheetFreezePanes(session, sheetId),
  protection: ({ session, sheetId }) => new WorksheetProtection(session, sheetId),
});

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events */
serveEvents(Worksheet.prototype, ({ sheetId }) => sheetId, sheetEvents);

function neighbour(sheet: Worksheet, step: 1 | -1, visibleOnly: unknown): Worksheet | null {
  const visible = optionalTruth(visibleOnly, "visibleOnly", false);
  const { sheets } = sheet.session.workspace.workbook;
  for (let at = sheet.position + step; at >= 0 && at < sheets.length; at += step) {
    const other: Sheet | undefined = sheets[at];
    if (other !== undefined && (!visible || other.visibility === "Visible")) {
      return new Worksheet(sheet.session, other.id);
    }
  }
  return null;
}

function found(sheet: Worksheet | null): Worksheet {
  if (sheet === null) throw itemNotFound("there is no further worksheet");
  return sheet;
}
