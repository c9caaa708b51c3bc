import { addressOf } from "../tables/a1";

/**
 * An address without its sheet: what the API returns as `'客户 1'!$A$1:B2` is A1:B2.
 *
 * @example
 * withoutSheet("Sheet1!A1:B2") //=> "A1:B2"
 */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).replaceAll("$", "");
}

/** The A1 address of a block of cells by its first cell, counted from zero, and its size. */
export function blockAddress(row: number, column: number, rows: number, columns: number): string {
  return addressOf({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
}

/**
 * A sheet's name as it stands in a formula in front of "!".
 *
 * @example
 * quotedSheet("王芳's 客户") //=> "'王芳''s 客户'"
 */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
