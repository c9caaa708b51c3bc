/** A raw cell value: days are serial numbers, a blank cell is null. */
export type CellValue = string | number | boolean | null;

/** Cells as a range argument brings them: rows of cells. */
export type CellArea = readonly (readonly CellValue[])[];

/**
 * Whether a cell holds nothing, where zero means nothing: days, words and amounts that count from 1.
 *
 * Excel hands a blank cell over as 0 on the desktop and as null on the web, and a formula that answers "" leaves a
 * blank look; all of them are blank.
 */
export function isBlank(cell: CellValue | undefined): cell is null | undefined | "" | 0 {
  if (typeof cell === "number") return cell === 0;
  if (typeof cell === "string") return cell === "" || cell.trim() === "";
  return cell === null || cell === undefined;
}
