import { isBlankCell, textOf } from "./cells";
import type { Cell } from "./change";

/** By what a row that comes in is known to be a customer who is there already. */
export type ImportKey = "id" | "creditCode" | "phone" | "nameRegion";

export const importKeys: readonly ImportKey[] = ["id", "creditCode", "phone", "nameRegion"];

const keyColumns: Readonly<Record<ImportKey, readonly [string, ...string[]]>> = {
  id: ["id"],
  creditCode: ["creditCode"],
  phone: ["phone"],
  nameRegion: ["name", "region"],
};

/**
 * The columns a key consists of, out of those that both sides have. The region counts only where both have it.
 *
 * @returns null where the key cannot be used
 */
export function columnsOfKey(
  key: ImportKey,
  mapped: (column: string) => boolean,
  present: (column: string) => boolean,
): readonly string[] | null {
  const [first, ...others] = keyColumns[key];
  if (!mapped(first) || !present(first)) return null;
  return [first, ...others.filter((column) => mapped(column) && present(column))];
}

/** The keys that can be used, the most certain first. */
export function usableKeys(
  mapped: (column: string) => boolean,
  present: (column: string) => boolean,
): readonly ImportKey[] {
  return importKeys.filter((key) => columnsOfKey(key, mapped, present) !== null);
}

/**
 * The key of a row, spellings that mean the same made alike. Only compared, never written.
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
      return [first, ...others]
        .map((cell) => plain(cell).toLowerCase().replace(/\s+/gu, ""))
        .join("\n");
  }
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
