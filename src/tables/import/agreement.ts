import { TextMap } from "../../domain/text-map";

/**
 * Keys of several parts, by which rows can be found whose key agrees with another: some parts contradict nothing while
 * they are blank.
 *
 * @example
 * // "甲" without a region agrees with "甲, 华东" and with "甲, 华北", which do not agree with each other
 */
export class AgreeingKeys {
  /**
   * @param fixed - bits of the parts that say something also while they are blank
   * @param hasParts - false where keys are of one part, also with line ends in it, and are only looked up
   */
  constructor(
    private readonly fixed: number,
    private readonly hasParts = true,
  ) {}

  /** Key → its first row. */
  readonly #rows = new TextMap<number>();
  /** Key → how many rows have it, where that is more than one. */
  readonly #counts = new TextMap<number>();
  /** Which parts are filled, as bits, for each kind of key there is. */
  readonly #fillings = new Set<number>();
  /** The keys of one filling, by what they say in the parts that another filling has, too. */
  readonly #shared = new TextMap<Alike>();

  /** @param key - from `keyOf`, several parts of which the first is never blank */
  add(key: string, row: number): void {
    if (this.#rows.has(key)) this.#counts.set(key, this.countOf(key) + 1);
    else {
      this.#rows.set(key, row);
      if (this.hasParts) this.#fillings.add(this.fillingOf(key));
    }
  }

  /** Which parts of a key say something, as bits: the first is bit 0. Nothing is taken apart: this is asked of every row. */
  fillingOf(key: string): number {
    let bits = this.fixed;
    let part = 1;
    let from = 0;
    for (let end = key.indexOf("\n"); end !== -1; end = key.indexOf("\n", from)) {
      if (end > from) bits |= part;
      part <<= 1;
      from = end + 1;
    }
    return from < key.length ? bits | part : bits;
  }

  /** How the parts of these keys are filled, each way once. */
  get fillings(): ReadonlySet<number> {
    return this.#fillings;
  }

  /**
   * Gets ready to be asked about keys of these fillings. Where all keys are filled alike, as they mostly are, that is
   * nothing. Each `yield` is a place to pause.
   */
  *prepareFor(fillings: ReadonlySet<number>): Generator<undefined, void, void> {
    const shared = new Map(
      [...this.#fillings].map((own) => [own, sharedBy(own, fillings)] as const),
    );
    if ([...shared.values()].every(({ size }) => size === 0)) return;
    let done = 0;
    for (const key of this.#rows.keys()) {
      done += 1;
      if (done % keysPerStep === 0) yield;
      const own = this.fillingOf(key);
      const others = shared.get(own) ?? nothing;
      if (others.size === 0) continue;
      const parts = partsOf(key);
      for (const both of others) {
        const place = placeOf(own, both, parts);
        const alike = this.#shared.get(place);
        if (alike === undefined) this.#shared.set(place, { count: 1, keys: [key] });
        else {
          alike.count += 1;
          if (alike.keys.length < 2) alike.keys.push(key);
        }
      }
    }
  }

  /** The first row with exactly this key. */
  firstOf(key: string): number | null {
    return this.#rows.get(key) ?? null;
  }

  /** How many rows have exactly this key. */
  countOf(key: string): number {
    return this.#counts.get(key) ?? (this.#rows.has(key) ? 1 : 0);
  }

  /**
   * The other keys that agree with this one.
   *
   * @param wanted - which of them, by their filling
   * @returns how many there are, and two of them at most
   */
  agreeing(key: string, wanted: (filling: number) => boolean = () => true): Agreeing {
    const filling = this.fillingOf(key);
    let parts: readonly string[] | null = null;
    let count = 0;
    const keys: string[] = [];
    for (const other of this.#fillings) {
      if (other === filling || !wanted(other)) continue;
      parts ??= partsOf(key);
      const alike = this.#shared.get(placeOf(other, other & filling, parts));
      if (alike === undefined) continue;
      count += alike.count;
      keys.push(...alike.keys.slice(0, 2 - keys.length));
    }
    return { count, keys };
  }
}

interface Alike {
  count: number;
  readonly keys: string[];
}

export interface Agreeing {
  readonly count: number;
  readonly keys: readonly string[];
}

const keysPerStep = 500;
const nothing: ReadonlySet<number> = new Set();

function partsOf(key: string): readonly string[] {
  return key.split("\n");
}

/** The parts a filling has in common with others, each set of them once. */
function sharedBy(own: number, others: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...others].filter((other) => other !== own).map((other) => own & other));
}

/** What a key of a filling says in some of its parts. */
function placeOf(filling: number, some: number, parts: readonly string[]): string {
  let place = `${filling} ${some}`;
  for (const [at, part] of parts.entries()) if ((some & (1 << at)) !== 0) place += `\n${part}`;
  return place;
}
