import { parseArea } from "../../../src/host/model/address";
import type { Calculation } from "../../../src/host/calc/calculation";
import { createCalculation } from "../../../src/host/calc/engine";
import { isCellError, type Scalar } from "../../../src/host/model/cell";
import type { Sheet } from "../../../src/host/model/sheet";
import type { Table } from "../../../src/host/model/table";
import { Workbook } from "../../../src/host/model/workbook";

export type Cells = Readonly<Record<string, Scalar>>;

/** The place of "B3", zero-based. */
export function at(address: string): { row: number; column: number } {
  const area = parseArea(address);
  if (area === null) throw new Error(`no address: ${address}`);
  return { row: area.top, column: area.left };
}

/** A workbook under calculation, addressed as people write it. */
export class Bench {
  readonly workbook = new Workbook();
  readonly sheet: Sheet;
  readonly calculation: Calculation;

  constructor(cells: Cells = {}, prepare: (workbook: Workbook, sheet: Sheet) => void = () => {}) {
    this.sheet = this.workbook.addSheet("Sheet1");
    for (const [address, value] of Object.entries(cells)) this.#put(this.sheet, address, value);
    prepare(this.workbook, this.sheet);
    this.calculation = createCalculation(this.workbook);
    this.calculation.setClock(() => new Date(2026, 3, 9, 15, 30));
    this.calculation.recalculate();
  }

  #put(sheet: Sheet, address: string, value: Scalar): void {
    const { row, column } = at(address);
    const formula = typeof value === "string" && value.startsWith("=");
    sheet.cells.setFormula(row, column, formula ? { text: value } : undefined);
    sheet.cells.setValue(row, column, formula ? null : value);
  }

  /** Writes a cell and tells the calculation, without calculating. */
  write(address: string, value: Scalar, sheet = this.sheet): void {
    this.#put(sheet, address, value);
    const area = parseArea(address);
    if (area !== null) this.calculation.cellsChanged(sheet, area);
  }

  /** Writes a cell and calculates; the addresses of the cells whose value changed. */
  edit(address: string, value: Scalar, sheet = this.sheet): number {
    this.write(address, value, sheet);
    return this.calculation.recalculate().length;
  }

  value(address: string, sheet = this.sheet): Scalar {
    const { row, column } = at(address);
    return sheet.cells.value(row, column);
  }

  /** Values of an area, errors as their code. */
  values(address: string, sheet = this.sheet): unknown[][] {
    const area = parseArea(address);
    if (area === null) throw new Error(`no address: ${address}`);
    const rows: unknown[][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const line: unknown[] = [];
      for (let column = area.left; column <= area.right; column++) {
        line.push(shown(sheet.cells.value(row, column)));
      }
      rows.push(line);
    }
    return rows;
  }

  /** What a formula answers in an empty cell of the first sheet. */
  answer(formula: string): unknown {
    const result = this.calculation.evaluate(formula, {
      sheetId: this.sheet.id,
      row: 99,
      column: 25,
    });
    return Array.isArray(result)
      ? result.map((row: readonly Scalar[]) => row.map(shown))
      : shown(result as Scalar);
  }
}

export function shown(value: Scalar): unknown {
  return isCellError(value) ? value.error : value;
}

/** A table over an area of the sheet, its columns named by the first row. */
export function addTable(workbook: Workbook, sheet: Sheet, name: string, address: string): Table {
  const area = parseArea(address);
  if (area === null) throw new Error(`no address: ${address}`);
  const columns: Table["columns"] = [];
  for (let column = area.left; column <= area.right; column++) {
    columns.push({ id: column + 1, name: String(shown(sheet.cells.value(area.top, column))) });
  }
  const table: Table = {
    id: workbook.nextTableId(),
    sheetId: sheet.id,
    name,
    area,
    columns,
    showHeaders: true,
    showTotals: false,
    style: null,
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    sort: [],
    filters: [],
  };
  sheet.tables.push(table);
  return table;
}
