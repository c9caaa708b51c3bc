import { parseArea, type Area } from "../../host/model/address";

/** Cells a formula under edit speaks of. */
export interface Referred {
  /** Null for the sheet the formula stands on. */
  readonly sheet: string | null;
  readonly area: Area;
}

const reference =
  /(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\p{L}\p{N}_.(!])/uy;

/**
 * The cells a formula names, each once and in the order in which they come; texts in quotation marks name none.
 *
 * @example
 * referencesOf("=SUM(A1:B2)+A1") //=> A1:B2, then A1
 */
export function referencesOf(formula: string): Referred[] {
  if (!formula.startsWith("=")) return [];
  const found = new Map<string, Referred>();
  for (let at = 1; at < formula.length;) {
    const sign = formula.charAt(at);
    if (sign === '"') {
      const end = formula.indexOf('"', at + 1);
      at = end < 0 ? formula.length : end + 1;
      continue;
    }
    reference.lastIndex = at;
    const match = reference.exec(formula);
    if (match === null) {
      // Letters that name something else are passed over as a whole.
      const word = /^[\p{L}\p{N}_.$]+/u.exec(formula.slice(at));
      at += word?.[0].length ?? 1;
      continue;
    }
    at = reference.lastIndex;
    const [, prefix, cells = ""] = match;
    const area = parseArea(cells);
    if (area === null) continue;
    const sheet = prefix?.replace(/^'|'$/g, "").replaceAll("''", "'") ?? null;
    const key = JSON.stringify([sheet?.toLowerCase() ?? null, area]);
    if (!found.has(key)) found.set(key, { sheet, area });
  }
  return [...found.values()];
}
