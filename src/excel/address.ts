/**
 * An address without its sheet: what the API returns as `'客户 1'!$A$1:B2` is A1:B2.
 *
 * @example
 * withoutSheet("Sheet1!A1:B2") //=> "A1:B2"
 */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
}

/** The letters of a zero-based column. `columnLetters(27) //=> "AB"` */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The A1 address of a block of cells; rows and columns count from zero. */
export function blockAddress(row: number, column: number, rows: number, columns: number): string {
  const first = `${columnLetters(column)}${row + 1}`;
  if (rows === 1 && columns === 1) return first;
  return `${first}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** Where an A1 cell stands, counted from zero. */
export function cellPosition(address: string): { readonly row: number; readonly column: number } {
  const parts = /^\$?([A-Z]+)\$?(\d+)/i.exec(withoutSheet(address));
  if (parts === null) throw new RangeError(`not a cell address: ${address}`);
  const column = [...(parts[1] ?? "").toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  return { row: Number(parts[2]) - 1, column: column - 1 };
}
