import { EventType } from "./session";

/** Events of a worksheet and of all worksheets alike, by the end of their methods' names on the wire. */
export const sheetEvents = {
  DataChangedEvent: EventType.sheetChanged,
  SelectionChangedEvent: EventType.sheetSelection,
  ActivatedEvent: EventType.sheetActivated,
  DeactivatedEvent: EventType.sheetDeactivated,
  CalculatedEvent: EventType.sheetCalculated,
  FormatChangedEvent: EventType.sheetFormat,
  FormulaChangedEvent: EventType.sheetFormula,
  RowSortedEvent: EventType.sheetRowSorted,
  ColumnSortedEvent: EventType.sheetColumnSorted,
  RowHiddenChangedEvent: EventType.sheetRowHidden,
  SingleClickedEvent: EventType.sheetSingleClicked,
  ProtectionChangedEvent: EventType.sheetProtection,
  EventNameChanged: EventType.sheetRenamed,
  EventVisibilityChanged: EventType.sheetVisibility,
} as const;
