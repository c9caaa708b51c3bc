import type { Area } from "../model/address";
import type { CellFormula, Scalar } from "../model/cell";
import { filledDown } from "../calc/rewrite";
import { filling, isFilledBelow, plainFormula } from "../model/filled-formula";
import type { ColumnCells } from "../model/grid";
import type { Sheet } from "../model/sheet";
import { defaultStyle, internStyle, type CellStyle } from "../model/style";
import { Workbook } from "../model/workbook";

/** A column's cells; looks are numbers into the snapshot's list. */
interface ColumnSnapshot {
  readonly values: readonly Scalar[];
  readonly styles: Uint32Array;
  readonly formulas: FormulasSnapshot;
}

/** A column's formulas by row; `null` for a long one that is the one above filled down. */
type FormulasSnapshot = ReadonlyMap<number, CellFormula | null>;

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
          formulas: plainFormulas(run.formulas),
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
      runs.set(column, { values: run.values, styles: looks, formulas: restored(run.formulas) });
    }
    sheet.cells.pasteArea({ area, columns: runs });
  }
  restoreMembers(workbook, snapshot.book);
  for (const style of workbook.styles.values()) style.looks = internStyle(style.looks);
  for (const id of snapshot.tableIds) workbook.reserveTableId(id);
  return workbook;
}

function plainFormulas(formulas: ReadonlyMap<number, CellFormula>): FormulasSnapshot {
  const plain = new Map<number, CellFormula | null>();
  for (const [row, formula] of formulas)
    plain.set(row, isFilledBelow(formula, formulas.get(row - 1)) ? null : plainFormula(formula));
  return plain;
}

function restored(formulas: FormulasSnapshot): ReadonlyMap<number, CellFormula> {
  const whole = new Map<number, CellFormula>();
  const open: number[] = [];
  for (const [row, formula] of formulas) {
    if (formula === null) open.push(row);
    else whole.set(row, formula);
  }
  let top = -1;
  let filled: (rows: number) => CellFormula = () => ({ text: "" });
  for (const row of open.sort((one, other) => one - other)) {
    if (formulas.get(row - 1) !== null) {
      top = row - 1;
      filled = filling(filledDown(whole.get(top)?.text ?? ""));
    }
    whole.set(row, filled(row - top));
  }
  return whole;
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
