import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Table } from "../model/table";
import type { Workspace } from "../edit/workspace";
import type { Actor } from "../edit/journal";
import { itemNotFound } from "../protocol/host-error";
import type { ApiObject } from "../protocol/api-object";
import type { CustomFunctionPort } from "../calc/calculation";
import type { SheetArea } from "../calc/calculation";

/** Event types of the wire, by what happens. */
export const EventType = {
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  sheetSelection: 14,
  sheetDeleted: 15,
  sheetCalculated: 16,
  sheetFormat: 18,
  sheetRowSorted: 19,
  sheetColumnSorted: 20,
  sheetSingleClicked: 21,
  sheetRowHidden: 22,
  sheetFormula: 23,
  sheetProtection: 24,
  sheetRenamed: 25,
  sheetVisibility: 26,
  sheetMoved: 27,
  chartAdded: 50,
  chartActivated: 51,
  chartDeactivated: 52,
  chartDeleted: 53,
  tableSelection: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
  workbookActivated: 2203,
} as const;

/** The target of events of `worksheets.*` and `workbook.tables.*`. */
export const wholeWorkbook = "Workbook";

/** Makes objects for classes that stand below theirs: a range knows its worksheet without importing it. */
export interface Objects {
  worksheet(sheetId: string): ApiObject;
  range(sheetId: string, area: Area): ApiObject;
  rangeAreas(sheetId: string, areas: readonly Area[]): ApiObject;
  conditionalFormats(sheetId: string, areas: readonly Area[]): ApiObject;
  tablesWithin(sheetId: string, areas: readonly Area[], fullyContained: boolean): ApiObject;
  table(tableId: number): ApiObject;
  workbookRangeAreas(found: readonly SheetArea[]): ApiObject;
  rangeView(sheetId: string, area: Area): ApiObject;
}

/** What the objects of one client share: the workbook and the client's own standing. */
export interface Session {
  readonly clientId: number;
  readonly workspace: Workspace;
  readonly objects: Objects;
  /** The add-in's writes are this client's. */
  readonly actor: Actor;
  subscribe(type: number, target: string): void;
  unsubscribe(type: number, target: string): void;
  /** Whether the next sync's end calculates; false after `suspendApiCalculationUntilNextSync` until the sync is over. */
  suspendCalculation(): void;
  /** Before values are looked at in the middle of a request: formulas written in it have their results. */
  upToDate(): void;
  saveWorkbook(asking: boolean): void;
  /** Opens another workbook, from the bytes of its file. @throws HostError where nobody can */
  openFile(bytes: Uint8Array | null): void;
  closeWorkbook(): void;
  /** Whether the client wants to hear of events (`context.runtime.enableEvents`). */
  eventsEnabled: boolean;
  setPaneVisible(visible: boolean): void;
  readonly paneVisible: boolean;
  /** What `Office.addin.setStartupBehavior` asked for. */
  startState: string;
  /** The add-in's command handlers are registered. */
  commandsReady(): void;
  readonly customFunctions: CustomFunctionAnswers;
  /** The range a change event speaks of, kept for `args.getRange`. */
  eventRange(referenceId: string): { readonly sheetId: string; readonly area: Area } | null;
}

export interface CustomFunctionAnswers extends CustomFunctionPort {
  /** The client's runtime has registered its functions and waits for calls. */
  ready(): void;
  /** Results as the client sends them: [invocationId, succeeded, value, errorCode?]. */
  answer(results: readonly unknown[]): void;
}

/** @throws HostError ItemNotFound where the sheet has been deleted meanwhile */
export function sheetOf(session: Session, sheetId: string): Sheet {
  const sheet = session.workspace.workbook.sheetById(sheetId);
  if (sheet === undefined) throw itemNotFound("the worksheet has been deleted");
  return sheet;
}

/** @throws HostError ItemNotFound where the table has been deleted meanwhile */
export function tableOf(session: Session, tableId: number): { sheet: Sheet; table: Table } {
  for (const entry of session.workspace.workbook.tables()) {
    if (entry.table.id === tableId) return entry;
  }
  throw itemNotFound("the table has been deleted");
}

/** A table's id as the API gives it. */
export function tableKey(table: Table): string {
  return `{00000000-0000-0000-0001-${table.id.toString(16).padStart(12, "0").toUpperCase()}}`;
}
