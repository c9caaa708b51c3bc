import { defaultLikenessLimits, lowestLimit, type LikenessLimits } from "../domain/matching/limits";
import { textOf } from "./cells";
import type { Row } from "./change";

const rowOf: Readonly<Record<keyof LikenessLimits, string>> = {
  likely: "duplicates.likely",
  notable: "duplicates.notable",
};

/** The rows of Settings that hold them. */
export const likenessRows: readonly string[] = Object.values(rowOf);

/**
 * Reads the scores from which on a likeness is told: rule T3. An amount that is no number from 20 to 100, and a row
 * that is not there, count with the default.
 *
 * @returns the limits, and the ids of the rows that cannot be used
 */
export function readLikenessLimits(rows: readonly Row[]): {
  readonly limits: LikenessLimits;
  readonly unusable: readonly string[];
} {
  const unusable: string[] = [];
  const limit = (of: keyof LikenessLimits): number => {
    const id = rowOf[of];
    const found = rows.find((row) => textOf(row["id"] ?? null).trim() === id)?.["amount"];
    if (typeof found === "number" && found >= lowestLimit && found <= 100) return found;
    unusable.push(id);
    return defaultLikenessLimits[of];
  };
  return { limits: { likely: limit("likely"), notable: limit("notable") }, unusable };
}
