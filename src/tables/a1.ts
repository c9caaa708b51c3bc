/** Addresses such as "B3:K120", zero-based inside the program. */
export interface Corners {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * Reads an A1 address of one cell or one area, with or without `$`.
 *
 * @throws Error for anything else: addresses come from the host, not from people
 *
 * @example
 * corners("B3:D10") //=> { top: 2, left: 1, bottom: 9, right: 3 }
 */
export function corners(address: string): Corners {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/u.exec(address);
  if (match === null) throw new Error(`not an address of one area: ${address}`);
  const [, left = "", top = "", right = left, bottom = top] = match;
  return {
    top: Number(top) - 1,
    left: columnNumber(left),
    bottom: Number(bottom) - 1,
    right: columnNumber(right),
  };
}

/** The A1 address of an area, or of one cell. */
export function addressOf({ top, left, bottom, right }: Corners): string {
  const first = cellAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${cellAddress(bottom, right)}`;
}

/** The A1 address of a cell. @example cellAddress(0, 27) //=> "AB1" */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** The letters of a column. @example columnLetters(27) //=> "AB" */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** Whether two areas share a cell. */
export function overlap(a: Corners, b: Corners): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
