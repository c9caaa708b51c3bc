import { intersection, maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { sheetLook } from "../edit/sheet-look";
import { copySheet } from "../edit/copy-sheet";
import { showLevels } from "../edit/outline";
import { activateSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "../edit/sheets";
import { ApiObject, identity } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import {
  integer,
  object,
  optionalText,
  optionalTruth,
  optionalWord,
  text,
  truth,
  word,
} from "./arguments";
import { AutoFilter } from "./auto-filter";
import { ChartCollection } from "./chart-collection";
import { CommentCollection } from "./comments";
import { NamedItemCollection } from "./named-items";
import { NoteCollection } from "./notes";
import { PageBreakCollection } from "./page-breaks";
import { PageLayout } from "./page-layout";
import { serve, serveKept, type Keeping } from "./properties";
import * as kind from "./property-kinds";
import { placeOf } from "./range-address";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import { findCells, replaceCells, searchCriteria } from "./range-search";
import { serveEvents } from "./event-registration";
import { sheetOf, type Session } from "./session";
import { sheetEvents } from "./sheet-events";
import { TableCollection } from "./table-collection";
import { WorksheetCustomPropertyCollection } from "./worksheet-custom-properties";
import { WorksheetFreezePanes } from "./worksheet-freeze-panes";
import { WorksheetProtection } from "./worksheet-protection";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
export class Worksheet extends ApiObject {
  readonly className = "Worksheet";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
  ) {
    super();
  }

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

  /** #replaceAll: answers how many cells were changed */
  replaceAll(wanted: unknown, replacement: unknown, criteria: unknown): number {
    return replaceCells(
      this.session,
      sheetOf(this.session, this.sheetId),
      wholeSheet,
      text(wanted, "text"),
      text(replacement, "replacement"),
      searchCriteria(criteria),
    );
  }

  /** #findAll */
  findAll(wanted: unknown, criteria: unknown): RangeAreas {
    const found = this.findAllOrNullObject(wanted, criteria);
    if (found === null) throw itemNotFound(`'${String(wanted)}' stands nowhere on the sheet`);
    return found;
  }

  /** #findAllOrNullObject */
  findAllOrNullObject(wanted: unknown, criteria: unknown): RangeAreas | null {
    this.session.upToDate();
    const sheet = sheetOf(this.session, this.sheetId);
    const how = searchCriteria(criteria);
    const cells = findCells(this.session, sheet, wholeSheet, text(wanted, "text"), how);
    if (cells.length === 0) return null;
    const areas = cells.map(({ row, column }) => ({
      top: row,
      bottom: row,
      left: column,
      right: column,
    }));
    return new RangeAreas(this.session, this.sheetId, areas);
  }

  /** #getCell */
  getCell(row: unknown, column: unknown): Range {
    const top = integer(row, "row");
    const left = integer(column, "column");
    return new Range(this.session, this.sheetId, checked({ top, bottom: top, left, right: left }));
  }

  /** #getRange: an address or a name; without one the whole sheet */
  getRange(address?: unknown): Range {
    const wanted = optionalText(address, "address");
    if (wanted === null || wanted === "") {
      return new Range(this.session, this.sheetId, wholeSheet);
    }
    const home = sheetOf(this.session, this.sheetId);
    const place = placeOf(this.session, home, wanted, "address");
    return new Range(this.session, place.sheet.id, place.area);
  }

  /** #getRanges: addresses separated by commas */
  getRanges(address?: unknown): RangeAreas {
    const home = sheetOf(this.session, this.sheetId);
    const wanted = optionalText(address, "address");
    const areas =
      wanted === null
        ? [wholeSheet]
        : wanted.split(",").map((one) => placeOf(this.session, home, one, "address").area);
    return new RangeAreas(this.session, this.sheetId, areas);
  }

  /** #getRangeByIndexes */
  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): Range {
    const top = integer(row, "startRow");
    const left = integer(column, "startColumn");
    const bottom = top + integer(rows, "rowCount") - 1;
    const right = left + integer(columns, "columnCount") - 1;
    return new Range(this.session, this.sheetId, checked({ top, left, bottom, right }));
  }

  /** #getUsedRange: A1 on an empty sheet */
  getUsedRange(valuesOnly?: unknown): Range {
    return (
      this.getUsedRangeOrNullObject(valuesOnly) ??
      new Range(this.session, this.sheetId, { top: 0, left: 0, bottom: 0, right: 0 })
    );
  }

  /** #getUsedRangeOrNullObject */
  getUsedRangeOrNullObject(valuesOnly?: unknown): Range | null {
    const sheet = sheetOf(this.session, this.sheetId);
    const used = sheet.cells.usedArea(optionalTruth(valuesOnly, "valuesOnly", false));
    return used === null ? null : new Range(this.session, this.sheetId, used);
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

const wholeSheet: Area = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };

function checked(area: Area): Area {
  const inside = intersection(area, wholeSheet);
  const whole =
    inside !== null &&
    inside.top === area.top &&
    inside.left === area.left &&
    inside.bottom === area.bottom &&
    inside.right === area.right;
  if (!whole || area.bottom < area.top || area.right < area.left) {
    throw new HostError("InvalidArgument", "The range would lie outside the worksheet.");
  }
  return area;
}

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
