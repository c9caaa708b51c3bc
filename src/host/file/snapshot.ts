import type { Area } from "../model/address";
import type { Scalar } from "../model/cell";
import type { CellFormula, ColumnCells } from "../model/grid";
import type { Sheet } from "../model/sheet";
import { defaultStyle, internStyle, type CellStyle } from "../model/style";
import { Workbook } from "../model/workbook";

/** A column's cells; looks are numbers into the snapshot's list. */
interface ColumnSnapshot {
  readonly values: readonly Scalar[];
  readonly styles: Uint32Array;
  readonly formulas: ReadonlyMap<number, CellFormula>;
}

type SheetMembers = Omit<Sheet, "cells">;

interface SheetSnapshot {
  readonly members: SheetMembers;
  readonly area: Area | null;
  readonly columns: ReadonlyMap<number, ColumnSnapshot>;
}

/** A workbook as plain data that structured cloning carries between a page and its workers. */
export interface WorkbookSnapshot {
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly SheetSnapshot[];
  readonly book: BookSnapshot;
  /** The id the next table must not fall below. */
  readonly tableIds: readonly number[];
}

type BookSnapshot = Pick<
  Workbook,
  | "names"
  | "settings"
  | "xmlParts"
  | "properties"
  | "fileName"
  | "date1904"
  | "readOnly"
  | "calculationMode"
  | "activeSheetId"
  | "selection"
  | "kept"
>;

/** The workbook as it stands. Parts are shared with it, not copied: hand the snapshot over before anything is edited. */
export function snapshotWorkbook(workbook: Workbook): WorkbookSnapshot {
  const numbers = new Map<CellStyle, number>([[defaultStyle, 0]]);
  const number = (style: CellStyle): number => {
    let known = numbers.get(style);
    if (known === undefined) {
      known = numbers.size;
      numbers.set(style, known);
    }
    return known;
  };
  const sheets = workbook.sheets.map((sheet) => {
    const { cells, ...members } = sheet;
    const area = cells.usedArea(false);
    const columns = new Map<number, ColumnSnapshot>();
    if (area !== null) {
      for (const [column, run] of cells.copyArea(area).columns) {
        columns.set(column, {
          values: run.values,
          styles: Uint32Array.from(run.styles, number),
          formulas: run.formulas,
        });
      }
    }
    return { members, area, columns };
  });
  return {
    styles: [...numbers.keys()],
    sheets,
    book: plainBook(workbook),
    tableIds: [...workbook.tables()].map(({ table }) => table.id),
  };
}

function plainBook({
  names,
  settings,
  xmlParts,
  properties,
  fileName,
  date1904,
  readOnly,
  calculationMode,
  activeSheetId,
  selection,
  kept,
}: Workbook): BookSnapshot {
  return {
    names,
    settings,
    xmlParts,
    properties,
    fileName,
    date1904,
    readOnly,
    calculationMode,
    activeSheetId,
    selection,
    kept,
  };
}

/** A workbook with the content of a snapshot; ids of sheets and tables are the same. */
export function workbookFromSnapshot(snapshot: WorkbookSnapshot): Workbook {
  const workbook = new Workbook();
  // Equal looks must be the same object again on this side.
  const styles = snapshot.styles.map((style) => internStyle(style));
  for (const { members, area, columns } of snapshot.sheets) {
    const sheet = workbook.restoreSheet(members.id, members.name);
    restoreMembers(sheet, members);
    if (area === null) continue;
    const runs = new Map<number, ColumnCells>();
    for (const [column, run] of columns) {
      const looks = Array.from(run.styles, (style) => styles[style] ?? defaultStyle);
      runs.set(column, { values: run.values, styles: looks, formulas: run.formulas });
    }
    sheet.cells.pasteArea({ area, columns: runs });
  }
  const { book } = snapshot;
  workbook.names.push(...book.names);
  copyMap(book.settings, workbook.settings);
  copyMap(book.xmlParts, workbook.xmlParts);
  copyMap(book.properties, workbook.properties);
  workbook.fileName = book.fileName;
  workbook.date1904 = book.date1904;
  workbook.readOnly = book.readOnly;
  workbook.calculationMode = book.calculationMode;
  workbook.activeSheetId = book.activeSheetId;
  workbook.selection = book.selection;
  workbook.kept = book.kept;
  for (const id of snapshot.tableIds) workbook.reserveTableId(id);
  return workbook;
}

function copyMap<Key, Value>(from: ReadonlyMap<Key, Value>, to: Map<Key, Value>): void {
  for (const [key, value] of from) to.set(key, value);
}

function restoreMembers(sheet: Sheet, members: SheetMembers): void {
  for (const [name, value] of Object.entries(members)) {
    const own: unknown = Reflect.get(sheet, name);
    if (own instanceof Map && value instanceof Map) copyMap(value, own);
    else if (own instanceof Set && value instanceof Set) for (const item of value) own.add(item);
    else if (name !== "id") Reflect.set(sheet, name, value);
  }
  const interned = [...sheet.columnStyles].map(
    ([column, style]) => [column, internStyle(style)] as const,
  );
  for (const [column, style] of interned) sheet.columnStyles.set(column, style);
}
