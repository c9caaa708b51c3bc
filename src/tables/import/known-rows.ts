import { TextMap } from "../../domain/text-map";
import { AgreeingKeys } from "./agreement";
import type { KeyPart } from "./target";

/** Which row an incoming one is. */
export type Known =
  | { readonly known: "new" }
  /** `blank`: a part of the key that is blank on one side, while no other row agrees; null where all parts are the same. */
  | { readonly known: "row"; readonly at: number; readonly blank: string | null }
  /** Nobody but a person can tell; `column` is where they would say it, `otherRow` the incoming row in the way. */
  | {
      readonly known: "unclear";
      readonly code: UnclearKey;
      readonly column: string | null;
      readonly otherRow: number | null;
    };

export type UnclearKey =
  "twice-in-source" | "like-another-row" | "matches-several" | "key-part-missing" | "shared-match";

/**
 * Finds the rows that are there again among those that come in. A row whose key is the same is it. Where there is none, a
 * row whose key agrees, some part being blank on one side, is it as long as no other agrees on either side: a region that
 * a person fills in later makes no second customer, and of several nobody guesses. So the same rows find the same again
 * after they were written.
 */
export class KnownRows {
  readonly #present: AgreeingKeys;
  /** Key → the first incoming row that has it. */
  readonly #incoming = new TextMap<number>();
  /** The incoming keys that no row there has. */
  readonly #open: AgreeingKeys;
  /** An id may have line ends in it, and is one part all the same. */
  readonly #hasParts: boolean;
  /** Bits of the parts an incoming row has to say itself where the row that is there does. */
  readonly #needed: number;

  constructor(private readonly parts: readonly KeyPart[]) {
    const bits = (blank: KeyPart["blank"]): number =>
      parts.reduce((all, part, at) => (part.blank === blank ? all | (1 << at) : all), 0);
    this.#hasParts = parts.length > 1;
    this.#present = new AgreeingKeys(bits("differs"), this.#hasParts);
    this.#open = new AgreeingKeys(bits("differs"), this.#hasParts);
    this.#needed = bits("is-filled-later");
  }

  /** Takes note of a row that is there. */
  addPresent(key: string, at: number): void {
    this.#present.add(key, at);
  }

  /** Takes note of a row that comes in: after all that are there, and before the first is looked for. */
  addIncoming(key: string, row: number): void {
    if (!this.#incoming.has(key)) this.#incoming.set(key, row);
    if (this.#hasParts && this.#present.firstOf(key) === null) this.#open.add(key, row);
  }

  /** Gets ready to find rows. Each `yield` is a place to pause. */
  *prepare(): Generator<undefined, void, void> {
    if (!this.#hasParts) return;
    yield* this.#present.prepareFor(this.#open.fillings);
    yield* this.#open.prepareFor(new Set([...this.#present.fillings, ...this.#open.fillings]));
  }

  /** Which row an incoming one is. */
  find(key: string, row: number): Known {
    const twin = this.#incoming.get(key) ?? row;
    if (twin !== row) return this.#unclear("twice-in-source", 1, twin);
    const same = this.#present.firstOf(key);
    if (same !== null && this.#present.countOf(key) > 1) return this.#unclear("matches-several", 1);
    if (same !== null) return { known: "row", at: same, blank: null };
    return this.#hasParts ? this.#findInPart(key) : { known: "new" };
  }

  #findInPart(key: string): Known {
    const own = this.#filling(key);
    const { count, keys } = this.#present.agreeing(key);
    const [candidate] = keys;
    const there = candidate === undefined ? null : this.#present.firstOf(candidate);
    /** What is said there and not here. */
    const missing = keys.reduce((bits, each) => bits | this.#filling(each), 0) & ~own;
    if (count > 1 || (candidate !== undefined && this.#present.countOf(candidate) > 1)) {
      if (missing === 0) return this.#unclear("matches-several", 1);
      return this.#unclear("key-part-missing", missing);
    }
    const [fuller] = this.#open.agreeing(key, (filling) => (filling & ~own) !== 0).keys;
    if (fuller !== undefined) return this.#unlike(fuller, own);
    if (candidate === undefined || there === null) return { known: "new" };

    if (missing !== 0 && this.#incoming.has(candidate)) return this.#unlike(candidate, own);
    const others = [candidate, ...this.#open.agreeing(candidate).keys];
    const other = others.find((each) => each !== key && this.#incoming.has(each));
    if (other !== undefined) {
      const blank = own & ~this.#filling(candidate);
      return this.#unclear("shared-match", blank, this.#incoming.get(other));
    }
    const needed = missing & this.#needed;
    if (needed !== 0) return this.#unclear("key-part-missing", needed);
    const differing = this.#columnOf(own ^ this.#filling(candidate));
    return { known: "row", at: there, blank: differing };
  }

  /** Another incoming row says what this one leaves blank. */
  #unlike(fuller: string, own: number): Known {
    const missing = this.#filling(fuller) & ~own;
    return this.#unclear("like-another-row", missing, this.#incoming.get(fuller));
  }

  #filling(key: string): number {
    return this.#present.fillingOf(key);
  }

  /** @param bits - of the parts a person looks at; the first of them is told */
  #unclear(code: UnclearKey, bits: number, otherRow: number | null = null): Known {
    return { known: "unclear", code, column: this.#columnOf(bits), otherRow };
  }

  #columnOf(bits: number): string | null {
    const at = this.parts.findIndex((_, part) => (bits & (1 << part)) !== 0);
    return this.parts[Math.max(at, 0)]?.column ?? null;
  }
}
