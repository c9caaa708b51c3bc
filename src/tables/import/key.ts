import { isBlankCell, textOf } from "../cells";
import type { Cell } from "../change";

/** By what a row that comes in is known to be one that is there already. */
export type ImportKey = "id" | "creditCode" | "nameRegion" | "phone" | "deal" | "person";

/**
 * How well cells tell rows apart: the share of rows whose key is filled and belongs to no other row.
 *
 * @param rows - the cells of `columnsOfKey`, row by row
 */
export function keyQuality(key: ImportKey, rows: readonly (readonly Cell[])[]): number {
  const counts = new Map<string, number>();
  for (const cells of rows) {
    const found = keyOf(key, cells);
    if (found !== null) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const alone = [...counts.values()].filter((count) => count === 1).length;
  return rows.length === 0 ? 0 : alone / rows.length;
}

/**
 * The key of a row, spellings that mean the same made alike; several parts stand one below the other. Only compared,
 * never written.
 *
 * @param cells - the cells of `columnsOfKey`, in its order
 * @returns null where the first of them is blank: such a row matches nothing
 */
export function keyOf(key: ImportKey, cells: readonly Cell[]): string | null {
  const [first = null, ...others] = cells;
  if (isBlankCell(first)) return null;
  switch (key) {
    case "id":
      return textOf(first).trim();
    case "creditCode": {
      const code = plain(first)
        .replace(/[^\p{L}\p{N}]/gu, "")
        .toUpperCase();
      return code === "" ? null : code;
    }
    case "phone":
      return phoneKey(first);
    case "nameRegion":
    case "deal":
    case "person":
      return [first, ...others].map(nameKey).join("\n");
  }
}

/** Most Chinese names: nothing of what follows changes them. */
const alreadyPlain = /^[\u4e00-\u9fff\da-z]*$/u;

/** A name without what is typed for looks: full-width letters, capitals, spaces. */
export function nameKey(cell: Cell): string {
  if (typeof cell === "string" && alreadyPlain.test(cell)) return cell;
  return plain(cell).toLowerCase().replace(/\s+/gu, "");
}

/**
 * A telephone number without what is typed for looks: "+86 138-0013-8000" and "13800138000" are one.
 *
 * @returns null where there is no digit
 */
export function phoneKey(cell: Cell): string | null {
  const text = plain(cell).replace(/[\s\-().·]/gu, "");
  const national = text.replace(/^(?:\+|00)86(?=\d{7,})/u, "");
  return /\d/u.test(national) ? national.toLowerCase() : null;
}

function plain(cell: Cell): string {
  return textOf(cell).normalize("NFKC").trim();
}
