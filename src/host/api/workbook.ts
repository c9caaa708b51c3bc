import type { Area } from "../model/address";
import type { Selection } from "../model/workbook";
import { ApiObject } from "../protocol/api-object";
import { HostError, itemNotFound } from "../protocol/host-error";
import { text } from "./arguments";
import { Application } from "./application";
import { CommentCollection } from "./comments";
import { CustomFunctions } from "./custom-functions";
import { CustomXmlPartCollection } from "./custom-xml-parts";
import { Functions } from "./functions";
import { NamedItemCollection } from "./named-items";
import { NoteCollection } from "./notes";
import { serveEvents } from "./event-registration";
import { DocumentProperties } from "./document-properties";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import { EventType, sheetOf, wholeWorkbook, type Session } from "./session";
import { Runtime } from "./runtime";
import { SettingCollection } from "./settings";
import { StyleCollection } from "./styles";
import { TableCollection } from "./table-collection";
import { WorkbookProtection } from "./workbook-protection";
import { WorksheetCollection } from "./worksheet-collection";

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook */
export class Workbook extends ApiObject {
  readonly className = "Workbook";

  constructor(readonly session: Session) {
    super();
  }

  get application(): Application {
    return new Application(this.session);
  }

  get comments(): CommentCollection {
    return new CommentCollection(this.session, null);
  }

  get customFunctions(): CustomFunctions {
    return new CustomFunctions(this.session);
  }

  get customXmlParts(): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.session);
  }

  get functions(): Functions {
    return new Functions(this.session);
  }

  get names(): NamedItemCollection {
    return new NamedItemCollection(this.session, null);
  }

  get notes(): NoteCollection {
    return new NoteCollection(this.session, null);
  }

  get protection(): WorkbookProtection {
    return new WorkbookProtection(this.session);
  }

  get styles(): StyleCollection {
    return new StyleCollection(this.session);
  }

  /** What `context.runtime` reaches. */
  get _Runtime(): Runtime {
    return new Runtime(this.session);
  }

  get properties(): DocumentProperties {
    return new DocumentProperties(this.session);
  }

  get settings(): SettingCollection {
    return new SettingCollection(this.session);
  }

  get tables(): TableCollection {
    return new TableCollection(this.session, null);
  }

  get worksheets(): WorksheetCollection {
    return new WorksheetCollection(this.session);
  }

  get name(): string {
    return this.session.workspace.workbook.fileName;
  }

  get readOnly(): boolean {
    return this.session.workspace.workbook.readOnly;
  }

  /** Preview in the reference; the add-in asks by a probe formula instead. */
  get use1904DateSystem(): boolean {
    return this.session.workspace.workbook.date1904;
  }

  getActiveCell(): Range {
    const { sheetId, active } = selection(this.session);
    return new Range(this.session, sheetId, {
      top: active.row,
      bottom: active.row,
      left: active.column,
      right: active.column,
    });
  }

  /** #getSelectedRange; InvalidSelection for several areas */
  getSelectedRange(): Range {
    const { sheetId, areas } = selection(this.session);
    const [area] = areas;
    if (area === undefined || areas.length > 1) {
      throw new HostError(
        "InvalidSelection",
        "Several ranges are selected: use getSelectedRanges.",
      );
    }
    return new Range(this.session, sheetId, area);
  }

  getSelectedRanges(): RangeAreas {
    const { sheetId, areas } = selection(this.session);
    return new RangeAreas(this.session, sheetId, areas);
  }

  _GetRangeForEventByReferenceId(id: unknown): Range {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(id);
    if (range === null) throw itemNotFound("the range of the event is gone");
    return range;
  }

  _GetRangeOrNullObjectForEventByReferenceId(id: unknown): Range | null {
    const place = this.session.eventRange(text(id, "referenceId"));
    return place === null ? null : new Range(this.session, place.sheetId, place.area);
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.session.customFunctions.ready();
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook#excel-excel-workbook-onactivated-member */
serveEvents(Workbook.prototype, () => wholeWorkbook, {
  ActivatedEvent: EventType.workbookActivated,
});

/** Where nothing was selected yet, A1 of the active sheet is. */
function selection(session: Session): Selection {
  const { workbook } = session.workspace;
  const stored = workbook.selection;
  if (stored !== null && stored.sheetId === workbook.activeSheetId) return stored;
  const first: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  return {
    sheetId: sheetOf(session, workbook.activeSheetId).id,
    areas: [first],
    active: { row: 0, column: 0 },
  };
}
