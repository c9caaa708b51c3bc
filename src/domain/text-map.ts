/** Entries a new map has room for, a power of two. */
const firstRoom = 16;

/** No entry is reached from this slot, and none further on. */
const free = -1;

/**
 * Something by text, for a hundred thousand ids and names.
 *
 * A `Map` would do, but for what it costs the browser: every text that was ever a key of one, or was only asked for, goes
 * into the table of texts of which there is one each, and whenever garbage is collected the whole table is gone through
 * in one go. For 150,000 ids that alone holds a pane up for 50 ms. Here texts stay what they are; they are found by open
 * addressing in arrays of numbers, which no collector looks into.
 *
 * In the order in which keys came first, as in a `Map`.
 */
export class TextMap<Value> implements Iterable<readonly [string, Value]> {
  #keys: (string | undefined)[] = [];
  #values: (Value | undefined)[] = [];
  /** By entry. */
  #hashes = new Int32Array(firstRoom);
  /** Twice as many as there is room for entries; each holds the place of an entry. */
  #slots = new Int32Array(2 * firstRoom).fill(free);
  #size = 0;

  constructor(entries: Iterable<readonly [string, Value]> = []) {
    for (const [key, value] of entries) this.set(key, value);
  }

  get size(): number {
    return this.#size;
  }

  get(key: string): Value | undefined {
    const at = this.#find(key, hashOf(key));
    return at === free ? undefined : this.#values[at];
  }

  has(key: string): boolean {
    return this.#find(key, hashOf(key)) !== free;
  }

  set(key: string, value: Value): this {
    const hash = hashOf(key);
    const at = this.#find(key, hash);
    if (at !== free) {
      this.#values[at] = value;
      return this;
    }
    if (this.#keys.length === this.#hashes.length) this.#makeRoom();
    this.#append(key, hash, value);
    return this;
  }

  /** @returns whether it was there */
  delete(key: string): boolean {
    const at = this.#find(key, hashOf(key));
    if (at === free) return false;
    this.#keys[at] = undefined;
    this.#values[at] = undefined;
    this.#size -= 1;
    return true;
  }

  clear(): void {
    this.#keys = [];
    this.#values = [];
    this.#hashes = new Int32Array(firstRoom);
    this.#slots = new Int32Array(2 * firstRoom).fill(free);
    this.#size = 0;
  }

  /** A map with the same entries, without asking for each of them again. */
  copy(): TextMap<Value> {
    const copy = new TextMap<Value>();
    copy.#keys = [...this.#keys];
    copy.#values = [...this.#values];
    copy.#hashes = this.#hashes.slice();
    copy.#slots = this.#slots.slice();
    copy.#size = this.#size;
    return copy;
  }

  *[Symbol.iterator](): Generator<readonly [string, Value], void, void> {
    for (let at = 0; at < this.#keys.length; at += 1) {
      const key = this.#keys[at];
      // What stands beside a key was put there with it.
      if (key !== undefined) yield [key, this.#values[at] as Value];
    }
  }

  *keys(): Generator<string, void, void> {
    for (const key of this.#keys) if (key !== undefined) yield key;
  }

  *values(): Generator<Value, void, void> {
    for (let at = 0; at < this.#keys.length; at += 1)
      if (this.#keys[at] !== undefined) yield this.#values[at] as Value;
  }

  /** The place of its entry. */
  #find(key: string, hash: number): number {
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const at = this.#slots[slot] ?? free;
      if (at === free || (this.#hashes[at] === hash && this.#keys[at] === key)) return at;
    }
  }

  #append(key: string, hash: number, value: Value): void {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    while (this.#slots[slot] !== free) slot = (slot + 1) & last;
    const at = this.#keys.length;
    this.#slots[slot] = at;
    this.#hashes[at] = hash;
    this.#keys.push(key);
    this.#values.push(value);
    this.#size += 1;
  }

  /** Twice as much, or as much again where half of the entries were deleted. */
  #makeRoom(): void {
    const [keys, values, hashes] = [this.#keys, this.#values, this.#hashes];
    const room = this.#size > hashes.length / 2 ? 2 * hashes.length : hashes.length;
    this.#keys = [];
    this.#values = [];
    this.#hashes = new Int32Array(room);
    this.#slots = new Int32Array(2 * room).fill(free);
    this.#size = 0;
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at];
      if (key !== undefined) this.#append(key, hashes[at] ?? 0, values[at] as Value);
    }
  }
}

/**
 * Texts, to be asked whether one is among them.
 *
 * @example
 * textSet(["C1", "C2"]).has("C1") //=> true
 */
export function textSet(texts: readonly string[]): TextMap<true> {
  const set = new TextMap<true>();
  for (const text of texts) set.set(text, true);
  return set;
}

/** A map that is only read. */
export type ReadonlyTextMap<Value> = Omit<TextMap<Value>, "set" | "delete" | "clear">;

/** FNV-1a over code units, with the low bits mixed, by which slots are chosen. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) | 0;
}
