import { soleReference } from "../calc/reference-text";
import { columnCount, intersection, rowCount, type Area } from "../model/address";
import type { Binding } from "../model/binding";
import type { Sheet } from "../model/sheet";
import { bodyArea } from "../model/table";
import type { Workbook } from "../model/workbook";
import type { BookWindow } from "./book-window";
import type { JournalEntry } from "./journal";

/** Where a binding stands now. */
interface BoundPlace {
  readonly sheet: Sheet;
  readonly area: Area;
  /** What rows and columns are counted in: a table's rows without their headings, else the area. */
  readonly body: Area;
  readonly hasHeaders: boolean;
}

/** @returns null where the cells, the table or their sheet are gone */
export function boundPlace(workbook: Workbook, binding: Binding): BoundPlace | null {
  if (binding.type === "Table") {
    for (const { sheet, table } of workbook.tables()) {
      if (table.id !== binding.tableId) continue;
      const { area, showHeaders: hasHeaders } = table;
      return { sheet, area, body: bodyArea(table), hasHeaders };
    }
    return null;
  }
  const found = soleReference(binding.formula);
  const sheet = found?.sheet == null ? undefined : workbook.sheetByName(found.sheet);
  return found === null || sheet === undefined
    ? null
    : { sheet, area: found.area, body: found.area, hasHeaders: false };
}

/** A binding as office.js is told of it. */
export interface BindingFacts {
  readonly id: string;
  readonly type: Binding["type"];
  readonly rows: number;
  readonly columns: number;
  readonly hasHeaders: boolean;
}

/** @returns null where there is no such binding, or nothing it stands for */
export function bindingFacts(workbook: Workbook, id: string): BindingFacts | null {
  const binding = workbook.bindings.find((one) => one.id === id);
  const place = binding === undefined ? null : boundPlace(workbook, binding);
  if (binding === undefined || place === null) return null;
  const { body, hasHeaders } = place;
  return { id, type: binding.type, rows: rowCount(body), columns: columnCount(body), hasHeaders };
}

/** Something happened in a binding; `selected` counts from its first row and column. */
export interface BindingEvent {
  readonly binding: BindingFacts;
  readonly selected: {
    readonly startRow: number;
    readonly startColumn: number;
    readonly rowCount: number;
    readonly columnCount: number;
  } | null;
}

/**
 * What a journal means to the bindings: each whose cells or formats changed, once, and each in which the window's
 * selection lies, with its last area in there.
 */
export function bindingEvents(
  workbook: Workbook,
  entries: readonly JournalEntry[],
  window: BookWindow,
): BindingEvent[] {
  return workbook.bindings.flatMap(({ id }, index): BindingEvent[] => {
    const binding = workbook.bindings[index];
    const place = binding === undefined ? null : boundPlace(workbook, binding);
    const facts = bindingFacts(workbook, id);
    if (place === null || facts === null) return [];
    const { sheet, area, body } = place;
    const events: BindingEvent[] = [];
    const changed = entries.some(
      (entry) =>
        (entry.kind === "changed" || entry.kind === "formatted") &&
        entry.sheetId === sheet.id &&
        intersection(entry.area, area) !== null,
    );
    if (changed) events.push({ binding: facts, selected: null });
    for (const entry of entries) {
      if (entry.kind !== "selected" || entry.window !== window || entry.sheetId !== sheet.id) {
        continue;
      }
      const inside = entry.areas.flatMap((one) => intersection(one, body) ?? []).at(-1);
      if (inside === undefined) continue;
      const selected = {
        startRow: inside.top - body.top,
        startColumn: inside.left - body.left,
        rowCount: rowCount(inside),
        columnCount: columnCount(inside),
      };
      events.push({ binding: facts, selected });
    }
    return events;
  });
}
