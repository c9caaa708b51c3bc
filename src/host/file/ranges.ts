import { cellAddress, parseArea, type Area } from "../model/address";

/** The areas of an `sqref`: addresses parted by spaces. Whole columns and rows are understood; nonsense is left out. */
export function readAreas(sqref: string | undefined): Area[] {
  return (sqref ?? "")
    .trim()
    .split(/\s+/)
    .map((address) => parseArea(address))
    .filter((area) => area !== null);
}

/** Files write whole columns as A1:A1048576, which every reader understands. */
export function areasInFile(areas: readonly Area[]): string {
  return areas
    .map(({ top, left, bottom, right }) => {
      const first = cellAddress(top, left);
      return top === bottom && left === right ? first : `${first}:${cellAddress(bottom, right)}`;
    })
    .join(" ");
}
