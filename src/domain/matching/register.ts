import { keysOf } from "./candidates";
import { likeness, type Likeness } from "./likeness";
import type { Subject } from "./subject";

export interface Match extends Likeness {
  readonly id: string;
}

/** Of a crowd under one key, as many are compared: the first say as much as the rest. */
const mostCompared = 50;

/** Customers that are there already, to be asked about one that is not: rule T3. */
export class Register {
  readonly #buckets = new Map<string, Subject[]>();

  /** @param notable - the score from which on a likeness is told, `lowestLimit` to 100 */
  constructor(private readonly notable: number) {}

  /** Enters customers, with places to pause that tell the share done. */
  *entering(subjects: readonly Subject[]): Generator<number, Register, void> {
    let done = 0;
    for (const subject of subjects) {
      for (const key of keysOf(subject)) {
        const bucket = this.#buckets.get(key);
        if (bucket === undefined) this.#buckets.set(key, [subject]);
        else if (bucket.length < mostCompared) bucket.push(subject);
      }
      done += 1;
      if (done % 200 === 0) yield done / subjects.length;
    }
    return this;
  }

  /** The customers that have something notable in common with this one, the likeliest first; ties by id. */
  like(subject: Subject): readonly Match[] {
    const matches = new Map<string, Match>();
    for (const key of keysOf(subject)) {
      for (const other of this.#buckets.get(key) ?? []) {
        if (matches.has(other.id)) continue;
        const found = likeness(subject, other);
        if (found.score >= this.notable) matches.set(other.id, { id: other.id, ...found });
      }
    }
    return [...matches.values()].sort(
      (one, other) => other.score - one.score || (one.id < other.id ? -1 : 1),
    );
  }
}
