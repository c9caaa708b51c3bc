import { addSheet } from "../edit/sheets";
import { items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { optionalText, optionalTruth, text } from "./arguments";
import { KeyedCollection } from "./collections";
import { serveEvents } from "./event-registration";
import { EventType, wholeWorkbook, type Session } from "./session";
import { sheetEvents } from "./sheet-events";
import { Worksheet } from "./worksheet";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
export class WorksheetCollection extends KeyedCollection<Worksheet> {
  readonly className = "WorksheetCollection";
  readonly itemName = "the worksheet";

  constructor(readonly session: Session) {
    super();
  }

  override [items](): readonly Worksheet[] {
    const { sheets } = this.session.workspace.workbook;
    return sheets.map((sheet) => new Worksheet(this.session, sheet.id));
  }

  /** #add */
  add(name?: unknown): Worksheet {
    const sheet = addSheet(this.session.workspace, optionalText(name, "name"));
    return new Worksheet(this.session, sheet.id);
  }

  /** #getActiveWorksheet */
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.session, this.session.workspace.window.activeSheetId);
  }

  /** #getCount */
  override getCount(visibleOnly?: unknown): number {
    return listed(this, visibleOnly).length;
  }

  /** #getFirst */
  getFirst(visibleOnly?: unknown): Worksheet {
    const [first] = listed(this, visibleOnly);
    if (first === undefined) throw itemNotFound("there is no visible worksheet");
    return first;
  }

  /** #getLast */
  getLast(visibleOnly?: unknown): Worksheet {
    const last = listed(this, visibleOnly).at(-1);
    if (last === undefined) throw itemNotFound("there is no visible worksheet");
    return last;
  }

  /** #getItemOrNullObject: by name or id */
  override getItemOrNullObject(key: unknown): Worksheet | null {
    const wanted = text(key, "key");
    const { workbook } = this.session.workspace;
    const sheet = workbook.sheetById(wanted) ?? workbook.sheetByName(wanted);
    return sheet === undefined ? null : new Worksheet(this.session, sheet.id);
  }
}

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events */
serveEvents(WorksheetCollection.prototype, () => wholeWorkbook, {
  ...sheetEvents,
  AddedEvent: EventType.sheetAdded,
  DeletedEvent: EventType.sheetDeleted,
  EventMoved: EventType.sheetMoved,
});

function listed(sheets: WorksheetCollection, visibleOnly: unknown): readonly Worksheet[] {
  const visible = optionalTruth(visibleOnly, "visibleOnly", false);
  return sheets[items]().filter((sheet) => !visible || sheet.visibility === "Visible");
}
