import type { Area } from "../model/address";
import type { Selection } from "../model/workbook";
import { ApiObject } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { isArray } from "../protocol/json";
import { refuseReadOnly } from "../edit/protection";
import { insertSheets } from "../edit/insert-sheets";
import { opened } from "../file/open";
import { optionalWord, record, text, truth } from "./arguments";
import { Application, calculationEngineVersion } from "./application";
import { BindingCollection } from "./bindings";
import { StoredChart } from "./chart-part";
import { Chart } from "./charts";
import { CommentCollection } from "./comments";
import { WorkbookCreated } from "./created-workbook";
import { CustomFunctions } from "./custom-functions";
import { CustomXmlPartCollection } from "./custom-xml-parts";
import { Functions } from "./functions";
import { NamedItemCollection } from "./named-items";
import { NoteCollection } from "./notes";
import { serveEvents } from "./event-registration";
import { DocumentProperties } from "./document-properties";
import { serve } from "./properties";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import { EventType, sheetOf, wholeWorkbook, type Session } from "./session";
import { Runtime } from "./runtime";
import { SettingCollection } from "./settings";
import { StyleCollection } from "./styles";
import { TableCollection } from "./table-collection";
import { V1Api } from "./v1-api";
import { WorkbookProtection } from "./workbook-protection";
import { Worksheet } from "./worksheet";
import { WorksheetCollection } from "./worksheet-collection";

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook */
export class Workbook extends ApiObject {
  readonly className = "Workbook";

  constructor(readonly session: Session) {
    super();
  }

  /** What `context.runtime` reaches. */
  get _Runtime(): Runtime {
    return new Runtime(this.session);
  }

  /** What `Office.context.document` reaches. */
  get _V1Api(): V1Api {
    return new V1Api(this.session);
  }

  /** #isDirty: whether something has changed since the workbook was saved */
  get isDirty(): boolean {
    return this.session.workspace.workbook.isDirty;
  }

  set isDirty(value: unknown) {
    this.session.workspace.workbook.isDirty = truth(value, "isDirty");
  }

  /** #previouslySaved: whether it was opened from a file, or saved */
  get previouslySaved(): boolean {
    const { workbook } = this.session.workspace;
    return workbook.kept !== null || workbook.wasSaved;
  }

  /** #save: whoever runs the host decides where the file goes (`host.onSave`) */
  save(saveBehavior?: unknown): void {
    const behavior = optionalWord(saveBehavior, "saveBehavior", ["Save", "Prompt"]) ?? "Save";
    refuseReadOnly(this.session.workspace);
    this.session.saveWorkbook(behavior === "Prompt");
  }

  /** #close: every later request is refused with InvalidOrTimedOutSession */
  close(closeBehavior?: unknown): void {
    const behavior = optionalWord(closeBehavior, "closeBehavior", ["Save", "SkipSave"]) ?? "Save";
    if (behavior === "Save") this.save();
    this.session.closeWorkbook();
  }

  /** #createAndOpenWorkbook: What `Excel.createWorkbook` calls in Excel on the web; elsewhere it goes by way of the application. */
  createAndOpenWorkbook(base64File?: unknown): void {
    new WorkbookCreated(this.session, base64File).open();
  }

  /** #insertWorksheetsFromBase64: answers the ids of the new sheets */
  insertWorksheetsFromBase64(base64File: unknown, options?: unknown): string[] {
    const given = options === undefined || options === null ? {} : record(options, "options");
    const file = opened(bytesOf(text(base64File, "base64File")), "Book.xlsx");
    if (!file.ok) throw invalidArgument("base64File", `no workbook (${file.failure.code})`);
    const names = given["sheetNamesToInsert"] ?? [];
    if (!isArray(names)) throw invalidArgument("sheetNamesToInsert", "a list is needed");
    const wanted = names.map((name) => text(name, "sheetNamesToInsert"));
    const { workspace } = this.session;
    const at = placeFor(this, given["positionType"], given["relativeTo"]);
    return insertSheets(workspace, file.workbook, wanted, at).map((sheet) => sheet.id);
  }

  /** #getActiveCell */
  getActiveCell(): Range {
    const { sheetId, active } = selection(this.session);
    return new Range(this.session, sheetId, {
      top: active.row,
      bottom: active.row,
      left: active.column,
      right: active.column,
    });
  }

  /** #getActiveChart; ItemNotFound where none is chosen */
  getActiveChart(): Chart {
    const chart = this.getActiveChartOrNullObject();
    if (chart === null) throw itemNotFound("no chart is active");
    return chart;
  }

  /** #getActiveChartOrNullObject */
  getActiveChartOrNullObject(): Chart | null {
    const { window, workbook } = this.session.workspace;
    const { activeChart } = window;
    const charts = workbook.sheetById(activeChart?.sheetId ?? "")?.charts ?? [];
    if (activeChart === null || charts.every(({ id }) => id !== activeChart.chartId)) return null;
    return new Chart(new StoredChart(this.session, activeChart.sheetId, activeChart.chartId));
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

  /** #getSelectedRanges */
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

serve(Workbook, {
  application: ({ session }) => new Application(session),
  bindings: ({ session }) => new BindingCollection(session),
  comments: ({ session }) => new CommentCollection(session, null),
  customFunctions: ({ session }) => new CustomFunctions(session),
  customXmlParts: ({ session }) => new CustomXmlPartCollection(session),
  functions: ({ session }) => new Functions(session),
  names: ({ session }) => new NamedItemCollection(session, null),
  notes: ({ session }) => new NoteCollection(session, null),
  protection: ({ session }) => new WorkbookProtection(session),
  styles: ({ session }) => new StyleCollection(session),
  properties: ({ session }) => new DocumentProperties(session),
  settings: ({ session }) => new SettingCollection(session),
  tables: ({ session }) => new TableCollection(session, null),
  worksheets: ({ session }) => new WorksheetCollection(session),
  name: ({ session }) => session.workspace.workbook.fileName,
  // The host keeps no file by itself.
  autoSave: () => false,
  calculationEngineVersion: () => calculationEngineVersion,
  readOnly: ({ session }) => session.workspace.workbook.readOnly,
  // Preview in the reference; the add-in asks by a probe formula instead.
  use1904DateSystem: ({ session }) => session.workspace.workbook.date1904,
});

/** https://learn.microsoft.com/javascript/api/excel/excel.workbook#excel-excel-workbook-onactivated-member */
serveEvents(Workbook.prototype, () => wholeWorkbook, {
  ActivatedEvent: EventType.workbookActivated,
});

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    throw invalidArgument("base64File", "it is not base64");
  }
}

/** Where inserted sheets begin. https://learn.microsoft.com/javascript/api/excel/excel.insertworksheetoptions */
function placeFor(workbook: Workbook, positionType: unknown, relativeTo: unknown): number {
  const type =
    optionalWord(positionType, "positionType", ["None", "Before", "After", "Beginning", "End"]) ??
    "End";
  const sheets = new WorksheetCollection(workbook.session);
  const end = sheets.getCount();
  if (type === "Beginning") return 0;
  if (type === "End" || type === "None") return end;
  const { position } = relativeTo instanceof Worksheet ? relativeTo : sheets.getItem(relativeTo);
  return type === "Before" ? position : position + 1;
}

/** Where nothing was selected yet, A1 of the active sheet is. */
function selection(session: Session): Selection {
  const { window } = session.workspace;
  const stored = window.selection;
  if (stored !== null && stored.sheetId === window.activeSheetId) return stored;
  const first: Area = { top: 0, left: 0, bottom: 0, right: 0 };
  return {
    sheetId: sheetOf(session, window.activeSheetId).id,
    areas: [first],
    active: { row: 0, column: 0 },
  };
}
