/** A1 addresses. Rows and columns are zero-based in the model; text is one-based as people write it. */

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** A rectangle on one sheet: both corners inclusive, zero-based. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One cell of a sheet, zero-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0 for "A"; -1 where the letters name no column. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) {
    const digit = letter.charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) return -1;
    column = column * 26 + digit;
  }
  return column <= maxColumns ? column - 1 : -1;
}

export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** "A1", "A1:B2", and "A:B" / "1:2" for whole columns and rows. */
export function areaAddress(area: Area): string {
  if (area.top === 0 && area.bottom === maxRows - 1) {
    return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  }
  if (area.left === 0 && area.right === maxColumns - 1) return `${area.top + 1}:${area.bottom + 1}`;
  const first = cellAddress(area.top, area.left);
  const last = cellAddress(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

const corner = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;

function cornerOf(text: string): { row: number; column: number } | null {
  const match = corner.exec(text);
  if (match === null) return null;
  const column = columnIndex(match[1] ?? "");
  const row = Number(match[2]) - 1;
  return column < 0 || row < 0 || row >= maxRows ? null : { row, column };
}

/** The area an address without a sheet names, or null where it names none. `$` signs are ignored. */
export function parseArea(address: string): Area | null {
  const [from, to, extra] = address.trim().split(":");
  if (from === undefined || extra !== undefined) return null;
  const first = cornerOf(from);
  const second = to === undefined ? first : cornerOf(to);
  if (first !== null && second !== null) {
    return {
      top: Math.min(first.row, second.row),
      left: Math.min(first.column, second.column),
      bottom: Math.max(first.row, second.row),
      right: Math.max(first.column, second.column),
    };
  }
  if (to === undefined) return null;
  const columns = [from, to].map((part) => columnIndex(part.replace("$", "")));
  if (columns.every((column) => column >= 0)) {
    return { top: 0, bottom: maxRows - 1, left: Math.min(...columns), right: Math.max(...columns) };
  }
  const rows = [from, to].map((part) =>
    /^\$?\d{1,7}$/.test(part) ? Number(part.replace("$", "")) - 1 : -1,
  );
  if (rows.every((row) => row >= 0 && row < maxRows)) {
    return { top: Math.min(...rows), bottom: Math.max(...rows), left: 0, right: maxColumns - 1 };
  }
  return null;
}

/** Splits "'My sheet'!A1:B2" into its sheet (unquoted) and the rest; no sheet where none is named. */
export function splitSheet(address: string): { sheet: string | null; rest: string } {
  const bang = address.lastIndexOf("!");
  if (bang < 0) return { sheet: null, rest: address };
  const name = address.slice(0, bang);
  const quoted = name.startsWith("'") && name.endsWith("'") && name.length >= 2;
  return {
    sheet: quoted ? name.slice(1, -1).replaceAll("''", "'") : name,
    rest: address.slice(bang + 1),
  };
}

/** The sheet's name as it stands in a formula: quoted where Excel quotes it. */
export function quoteSheet(name: string): string {
  const plain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) &&
    !/^[A-Za-z]{1,3}\d+$/.test(name) &&
    !/^(r\d*)?(c\d*)?$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function intersection(one: Area, other: Area): Area | null {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const bottom = Math.min(one.bottom, other.bottom);
  const right = Math.min(one.right, other.right);
  return top <= bottom && left <= right ? { top, left, bottom, right } : null;
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

export function rowCount(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnCount(area: Area): number {
  return area.right - area.left + 1;
}
