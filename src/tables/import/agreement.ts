/**
 * Keys of several parts, by which rows can be found whose key agrees with another: some parts contradict nothing while
 * they are blank.
 *
 * @example
 * // "甲" without a region agrees with "甲, 华东" and with "甲, 华北", which do not agree with each other
 */
export class AgreeingKeys {
  /** @param fixed - bits of the parts that say something also while they are blank */
  constructor(private readonly fixed: number) {}

  /** Key → its first row, and how many have it. */
  readonly #rows = new Map<string, { readonly first: number; count: number }>();
  /** Which parts are filled, as bits, for each kind of key there is. */
  readonly #fillings = new Set<number>();
  /** The keys of one filling, by what they say in the parts that another filling has, too. */
  readonly #shared = new Map<string, Alike>();

  /** @param key - from `keyOf`, several parts of which the first is never blank */
  add(key: string, row: number): void {
    const known = this.#rows.get(key);
    if (known === undefined) {
      this.#rows.set(key, { first: row, count: 1 });
      this.#fillings.add(this.fillingOf(key));
    } else known.count += 1;
  }

  /** Which parts of a key say something, as bits: the first is bit 0. */
  fillingOf(key: string): number {
    return partsOf(key).reduce(
      (bits, part, at) => (part === "" ? bits : bits | (1 << at)),
      this.fixed,
    );
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
      const parts = partsOf(key);
      const own = this.fillingOf(key);
      for (const both of shared.get(own) ?? []) {
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

  /** The rows with exactly this key. */
  exactly(key: string): { readonly first: number; readonly count: number } | null {
    return this.#rows.get(key) ?? null;
  }

  /**
   * The other keys that agree with this one.
   *
   * @param wanted - which of them, by their filling
   * @returns how many there are, and two of them at most
   */
  agreeing(key: string, wanted: (filling: number) => boolean = () => true): Agreeing {
    const parts = partsOf(key);
    const filling = this.fillingOf(key);
    let count = 0;
    const keys: string[] = [];
    for (const other of this.#fillings) {
      if (other === filling || !wanted(other)) continue;
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

function partsOf(key: string): readonly string[] {
  return key.split("\n");
}

/** The parts a filling has in common with others, each set of them once. */
function sharedBy(own: number, others: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...others].filter((other) => other !== own).map((other) => own & other));
}

/** What a key of a filling says in some of its parts. */
function placeOf(filling: number, some: number, parts: readonly string[]): string {
  const said = parts.filter((_, at) => (some & (1 << at)) !== 0);
  return `${filling} ${some}\n${said.join("\n")}`;
}
