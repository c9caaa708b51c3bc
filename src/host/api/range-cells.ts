import {
  columnCount,
  intersection,
  maxColumns,
  maxRows,
  rowCount,
  type Area,
} from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { defaultStyle, type CellStyle } from "../model/style";
import { displayText } from "../format/number-format";
import { HostError, invalidArgument } from "../protocol/host-error";
import { cellLimit, type Input } from "../edit/cells";
import { lookOf } from "../edit/cell-looks";
import type { Session } from "./session";

/** Reading and checking matrices of cells for `Range`; https://learn.microsoft.com/javascript/api/excel/excel.range */

export function isUnbounded(area: Area): boolean {
  return rowCount(area) === maxRows || columnCount(area) === maxColumns;
}

/** A value for each cell, row by row. Whole rows and columns answer null, as documented for unbounded ranges. */
export function matrix<T>(area: Area, cell: (row: number, column: number) => T): T[][] | null {
  if (isUnbounded(area)) return null;
  const rows = rowCount(area);
  const columns = columnCount(area);
  if (rows * columns > cellLimit) {
    throw new HostError(
      "RangeExceedsLimit",
      `The range has ${rows * columns} cells; the limit is ${cellLimit}.`,
    );
  }
  const result: T[][] = new Array<T[]>(rows);
  for (let row = 0; row < rows; row++) {
    const line: T[] = new Array<T>(columns);
    for (let column = 0; column < columns; column++) {
      line[column] = cell(area.top + row, area.left + column);
    }
    result[row] = line;
  }
  return result;
}

/** What all cells agree on, or null where they differ. Cells beyond the formatted part are alike: one is looked at. */
export function common<T>(sheet: Sheet, area: Area, read: (style: CellStyle) => T): T | null {
  const used = sheet.cells.usedArea(false);
  const inside = used === null ? null : intersection(area, used);
  const beyond =
    inside === null || rowCount(inside) < rowCount(area) || columnCount(inside) < columnCount(area);
  const values = new Set<T>();
  if (beyond) for (const style of lineStyles(sheet, area)) values.add(read(style));
  if (inside !== null && values.size < 2) {
    let last: CellStyle | null = null;
    for (let column = inside.left; column <= inside.right; column++) {
      for (let row = inside.top; row <= inside.bottom; row++) {
        const style = lookOf(sheet, row, column);
        if (style === last) continue;
        last = style;
        values.add(read(style));
        if (values.size > 1) return null;
      }
    }
  }
  const [only] = values;
  return values.size > 1 || only === undefined ? null : only;
}

/** The looks of cells that have none of their own: their rows', else their columns', else none. */
function lineStyles(sheet: Sheet, area: Area): Set<CellStyle> {
  const styles = new Set<CellStyle>();
  let rows = 0;
  for (const [row, style] of sheet.rowStyles) {
    if (row < area.top || row > area.bottom) continue;
    rows += 1;
    styles.add(style);
  }
  if (rows === rowCount(area)) return styles;
  for (let column = area.left; column <= area.right; column++) {
    styles.add(sheet.columnStyles.get(column) ?? defaultStyle);
  }
  return styles;
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangevaluetype */
export function valueType(value: Scalar): string {
  if (value === null || value === "") return value === null ? "Empty" : "String";
  if (isCellError(value)) return "Error";
  if (typeof value === "string") return "String";
  return typeof value === "boolean" ? "Boolean" : "Double";
}

export function textOf(session: Session, sheet: Sheet, row: number, column: number): string {
  const { workspace } = session;
  return displayText(
    sheet.cells.value(row, column),
    lookOf(sheet, row, column).numberFormat ?? "General",
    { locale: workspace.locale, date1904: workspace.workbook.date1904 },
  ).text;
}

function isInput(value: unknown): value is Input {
  return (
    value === null ||
    typeof value === "string" ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value))
  );
}

/**
 * Reads a written matrix: one value (or a 1×1 matrix) goes to every cell, else the size must be the area's.
 *
 * @returns the input for a cell by its offset
 * @throws HostError InvalidArgument for another size or for something that is no cell value
 */
export function inputs(
  area: Area,
  value: unknown,
  argument: string,
): (row: number, column: number) => Input {
  if (!Array.isArray(value)) {
    if (!isInput(value)) throw invalidArgument(argument, "a text, a number, true, false or null");
    return () => value;
  }
  const lines: readonly unknown[] = value;
  const [first] = lines;
  if (lines.length === 1 && Array.isArray(first) && first.length === 1) {
    const only: unknown = first[0];
    if (!isInput(only)) throw invalidArgument(argument, "a text, a number, true, false or null");
    return () => only;
  }
  const columns = columnCount(area);
  const fits =
    lines.length === rowCount(area) &&
    lines.every((line) => Array.isArray(line) && line.length === columns && line.every(isInput));
  if (!fits) {
    throw invalidArgument(
      argument,
      `a matrix of ${rowCount(area)} rows and ${columns} columns of cell values is needed`,
    );
  }
  const cells = lines as readonly (readonly Input[])[];
  return (row, column) => cells[row]?.[column] ?? null;
}
