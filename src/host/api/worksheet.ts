import { intersection, maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { sheetLook } from "../edit/sheet-look";
import { copySheet } from "../edit/copy-sheet";
import { showLevels } from "../edit/outline";
import { activateSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from "../edit/sheets";
import { ApiObject, identity } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import {
  color,
  integer,
  number,
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

  /** #tabColor */
  get tabColor(): string {
    return sheetOf(this.session, this.sheetId).tabColor;
  }

  set tabColor(value: unknown) {
    const tab = value === "" ? "" : color(value, "tabColor");
    const sheet = sheetOf(this.session, this.sheetId);
    sheetLook(this.session.workspace, sheet, (look) => (look.tabColor = tab));
  }

  /** #showGridlines */
  get showGridlines(): boolean {
    return sheetOf(this.session, this.sheetId).showGridlines;
  }

  set showGridlines(value: unknown) {
    const shown = truth(value, "showGridlines");
    const sheet = sheetOf(this.session, this.sheetId);
    sheetLook(this.session.workspace, sheet, (look) => (look.showGridlines = shown));
  }

  /** How the client calls #showGridlines when it sets it. */
  set Gridlines(value: unknown) {
    this.showGridlines = value;
  }

  /** #showHeadings */
  get showHeadings(): boolean {
    return sheetOf(this.session, this.sheetId).showHeadings;
  }

  set showHeadings(value: unknown) {
    const shown = truth(value, "showHeadings");
    const sheet = sheetOf(this.session, this.sheetId);
    sheetLook(this.session.workspace, sheet, (look) => (look.showHeadings = shown));
  }

  /** How the client calls #showHeadings when it sets it. */
  set Headings(value: unknown) {
    this.showHeadings = value;
  }

  /** #standardWidth, in characters of the default font */
  get standardWidth(): number {
    return sheetOf(this.session, this.sheetId).standardWidth;
  }

  set standardWidth(value: unknown) {
    const width = number(value, "standardWidth");
    if (width < 0 || width > 255) throw invalidArgument("standardWidth", "0 to 255 characters");
    const sheet = sheetOf(this.session, this.sheetId);
    sheetLook(this.session.workspace, sheet, (look) => (look.standardWidth = width));
  }

  /** #standardHeight, in points */
  get standardHeight(): number {
    return sheetOf(this.session, this.sheetId).standardHeight;
  }

  /** #tabId: what the file calls the sheet's id */
  get tabId(): number {
    return Number.parseInt(sheetOf(this.session, this.sheetId).id.slice(10, 14), 16);
  }

  /** #autoFilter */
  get autoFilter(): AutoFilter {
    return new AutoFilter(this.session, { sheetId: this.sheetId });
  }

  /** #notes */
  get notes(): NoteCollection {
    return new NoteCollection(this.session, this.sheetId);
  }

  /** #pageLayout */
  get pageLayout(): PageLayout {
    return new PageLayout(this.session, this.sheetId);
  }

  /** #horizontalPageBreaks */
  get horizontalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.session, this.sheetId, "rows");
  }

  /** #verticalPageBreaks */
  get verticalPageBreaks(): PageBreakCollection {
    return new PageBreakCollection(this.session, this.sheetId, "columns");
  }

  /** #customProperties */
  get customProperties(): WorksheetCustomPropertyCollection {
    return new WorksheetCustomPropertyCollection(this.session, this.sheetId);
  }

  /** #charts */
  get charts(): ChartCollection {
    return new ChartCollection(this.session, this.sheetId);
  }

  /** #comments */
  get comments(): CommentCollection {
    return new CommentCollection(this.session, this.sheetId);
  }

  /** #tables */
  get tables(): TableCollection {
    return new TableCollection(this.session, this.sheetId);
  }

  /** #names */
  get names(): NamedItemCollection {
    return new NamedItemCollection(this.session, this.sheetId);
  }

  /** #freezePanes */
  get freezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this.session, this.sheetId);
  }

  /** #protection */
  get protection(): WorksheetProtection {
    return new WorksheetProtection(this.session, this.sheetId);
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
