import { addSheet } from "../edit/sheets";
import { ApiCollection, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { optionalText, optionalTruth, text } from "./arguments";
import { EventType, listen, wholeWorkbook, type Session } from "./session";
import { Worksheet } from "./worksheet";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
export class WorksheetCollection extends ApiCollection<Worksheet> {
  readonly className = "WorksheetCollection";

  constructor(readonly session: Session) {
    super();
  }

  override [items](): readonly Worksheet[] {
    const { sheets } = this.session.workspace.workbook;
    return sheets.map((sheet) => new Worksheet(this.session, sheet.id));
  }

  override [indexer](key: unknown): Worksheet {
    return this.getItem(key);
  }

  add(name?: unknown): Worksheet {
    const sheet = addSheet(this.session.workspace, optionalText(name, "name"));
    return new Worksheet(this.session, sheet.id);
  }

  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.session, this.session.workspace.workbook.activeSheetId);
  }

  getCount(visibleOnly?: unknown): number {
    return listed(this, visibleOnly).length;
  }

  getFirst(visibleOnly?: unknown): Worksheet {
    const [first] = listed(this, visibleOnly);
    if (first === undefined) throw itemNotFound("there is no visible worksheet");
    return first;
  }

  getLast(visibleOnly?: unknown): Worksheet {
    const last = listed(this, visibleOnly).at(-1);
    if (last === undefined) throw itemNotFound("there is no visible worksheet");
    return last;
  }

  /** #getItem: by name or id */
  getItem(key: unknown): Worksheet {
    const sheet = this.getItemOrNullObject(key);
    if (sheet === null) throw itemNotFound(`the worksheet '${String(key)}'`);
    return sheet;
  }

  getItemOrNullObject(key: unknown): Worksheet | null {
    const wanted = text(key, "key");
    const { workbook } = this.session.workspace;
    const sheet = workbook.sheetById(wanted) ?? workbook.sheetByName(wanted);
    return sheet === undefined ? null : new Worksheet(this.session, sheet.id);
  }

  _RegisterDataChangedEvent(): void {
    listen(this.session, true, EventType.sheetChanged, wholeWorkbook);
  }

  _UnregisterDataChangedEvent(): void {
    listen(this.session, false, EventType.sheetChanged, wholeWorkbook);
  }

  _RegisterSelectionChangedEvent(): void {
    listen(this.session, true, EventType.sheetSelection, wholeWorkbook);
  }

  _UnregisterSelectionChangedEvent(): void {
    listen(this.session, false, EventType.sheetSelection, wholeWorkbook);
  }

  _RegisterActivatedEvent(): void {
    listen(this.session, true, EventType.sheetActivated, wholeWorkbook);
  }

  _UnregisterActivatedEvent(): void {
    listen(this.session, false, EventType.sheetActivated, wholeWorkbook);
  }

  _RegisterDeactivatedEvent(): void {
    listen(this.session, true, EventType.sheetDeactivated, wholeWorkbook);
  }

  _UnregisterDeactivatedEvent(): void {
    listen(this.session, false, EventType.sheetDeactivated, wholeWorkbook);
  }

  _RegisterAddedEvent(): void {
    listen(this.session, true, EventType.sheetAdded, wholeWorkbook);
  }

  _UnregisterAddedEvent(): void {
    listen(this.session, false, EventType.sheetAdded, wholeWorkbook);
  }

  _RegisterDeletedEvent(): void {
    listen(this.session, true, EventType.sheetDeleted, wholeWorkbook);
  }

  _UnregisterDeletedEvent(): void {
    listen(this.session, false, EventType.sheetDeleted, wholeWorkbook);
  }

  _RegisterCalculatedEvent(): void {
    listen(this.session, true, EventType.sheetCalculated, wholeWorkbook);
  }

  _UnregisterCalculatedEvent(): void {
    listen(this.session, false, EventType.sheetCalculated, wholeWorkbook);
  }

  _RegisterFormatChangedEvent(): void {
    listen(this.session, true, EventType.sheetFormat, wholeWorkbook);
  }

  _UnregisterFormatChangedEvent(): void {
    listen(this.session, false, EventType.sheetFormat, wholeWorkbook);
  }

  _RegisterRowSortedEvent(): void {
    listen(this.session, true, EventType.sheetRowSorted, wholeWorkbook);
  }

  _UnregisterRowSortedEvent(): void {
    listen(this.session, false, EventType.sheetRowSorted, wholeWorkbook);
  }

  _RegisterEventNameChanged(): void {
    listen(this.session, true, EventType.sheetRenamed, wholeWorkbook);
  }

  _UnregisterEventNameChanged(): void {
    listen(this.session, false, EventType.sheetRenamed, wholeWorkbook);
  }
}

function listed(sheets: WorksheetCollection, visibleOnly: unknown): readonly Worksheet[] {
  const visible = optionalTruth(visibleOnly, "visibleOnly", false);
  return sheets[items]().filter((sheet) => !visible || sheet.visibility === "Visible");
}
