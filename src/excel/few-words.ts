import type { Cell } from "../tables/change";

/** Different words of a column after which it is taken for one of names or notes: lists, owners and headers have fewer. */
const most = 256;

/**
 * A column of a list says the same few words in a hundred thousand rows, and each comes in an answer as a text of its own.
 * Kept once each, they are a fraction to hold, and to look through whenever the garbage is collected.
 */
export class FewWords {
  #kept: Map<string, string> | null = new Map();

  /** The cell itself, or a text equal to it that came before. */
  one(cell: Cell): Cell {
    if (typeof cell !== "string" || this.#kept === null) return cell;
    const known = this.#kept.get(cell);
    if (known !== undefined) return known;
    if (this.#kept.size === most) this.#kept = null;
    else this.#kept.set(cell, cell);
    return cell;
  }

  /** How many words it keeps; null where the column has too many for that. */
  get count(): number | null {
    return this.#kept?.size ?? null;
  }
}
