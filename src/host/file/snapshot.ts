import type { Area } from "../model/address";
import type { Scalar } from "../model/cell";
import { plainFormula } from "../model/filled-formula";
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

/** What a workbook is beside its sheets. */
const plainBook = ({ sheets: _, ...book }: Workbook) => book;

type BookSnapshot = ReturnType<typeof plainBook>;

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
          formulas: new Map([...run.formulas].map(([row, found]) => [row, plainFormula(found)])),
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

/** A workbook with the content of a snapshot; ids of sheets and tables are the same. */
export function workbookFromSnapshot(snapshot: WorkbookSnapshot): Workbook {
  const workbook = new Workbook();
  // Equal looks must be the same object again on this side.
  const styles = snapshot.styles.map((style) => internStyle(style));
  for (const { members, area, columns } of snapshot.sheets) {
    const sheet = workbook.restoreSheet(members.id, members.name);
    restoreMembers(sheet, members);
    internAll(sheet.columnStyles);
    internAll(sheet.rowStyles);
    if (area === null) continue;
    const runs = new Map<number, ColumnCells>();
    for (const [column, run] of columns) {
      const looks = Array.from(run.styles, (style) => styles[style] ?? defaultStyle);
      runs.set(column, { values: run.values, styles: looks, formulas: run.formulas });
    }
    sheet.cells.pasteArea({ area, columns: runs });
  }
  restoreMembers(workbook, snapshot.book);
  for (const style of workbook.styles.values()) style.looks = internStyle(style.looks);
  for (const id of snapshot.tableIds) workbook.reserveTableId(id);
  return workbook;
}

/** Every member, so that a new one is not forgotten: maps, sets and lists are filled, all else is set. */
function restoreMembers(target: Sheet | Workbook, members: SheetMembers | BookSnapshot): void {
  for (const [name, value] of Object.entries(members) as [string, unknown][]) {
    const own: unknown = Reflect.get(target, name);
    if (own instanceof Map && value instanceof Map) {
      for (const [key, entry] of value as Map<unknown, unknown>) own.set(key, entry);
    } else if (own instanceof Set && value instanceof Set) for (const item of value) own.add(item);
    else if (name !== "id") Reflect.set(target, name, value);
  }
}

function internAll(looks: Map<number, CellStyle>): void {
  for (const [line, style] of looks) looks.set(line, internStyle(style));
}
