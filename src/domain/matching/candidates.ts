import { isLongLatin, likeness, type Likeness } from "./likeness";
import type { Subject } from "./subject";

/** Two customers that may be one; `a` comes before `b` in the order of ids. */
export interface Pair extends Likeness {
  readonly a: string;
  readonly b: string;
}

/** Customers that may all be one: connected by likely pairs. */
export interface DuplicateGroup {
  /** In the order they were given. */
  readonly members: readonly string[];
  /** The likely pairs among them, the likeliest first. */
  readonly pairs: readonly Pair[];
  /** Of the likeliest pair. */
  readonly score: number;
}

/**
 * Customers in one bucket that are all compared with each other; in a larger bucket each meets its neighbours only, and
 * a telephone number that so many have is a switchboard or a stopgap, which says nothing.
 */
const smallBucket = 24;
const neighbours = 12;

const phoneKey = "phone ";

/**
 * The keys under which a subject is looked for. Two subjects without a key in common stay below the lowest limit, so
 * that comparing within the keys finds every pair that comparing all with all would, save in crowded buckets.
 */
export function keysOf({ name, phones, creditCode, sound }: Subject): readonly string[] {
  const keys = phones.map(({ number }) => phoneKey + number);
  if (creditCode !== null) keys.push(`code ${creditCode}`);
  if (name.core !== "") keys.push(`name ${name.core}`);
  if (sound !== null) keys.push(`sound ${sound}`);
  if (isLongLatin(name.core)) keys.push(...withOneLeftOut(name.core));
  return keys;
}

/**
 * Finds likely pairs without comparing all with all: the work grows with the number of customers, not its square.
 * Yields now and then with the share done, so that a caller can let others work; the pairs are the return value.
 *
 * @param likely - the score from which on two customers are a pair, `lowestLimit` to 100
 */
export function* likelyPairs(
  subjects: readonly Subject[],
  likely: number,
): Generator<number, readonly Pair[], void> {
  const buckets = new Map<string, Subject[]>();
  let steps = 0;
  for (const subject of subjects) {
    for (const key of keysOf(subject)) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [subject]);
      else bucket.push(subject);
    }
    steps += 1;
    if (steps % stride === 0) yield (0.5 * steps) / subjects.length;
  }
  const pairs = new Map<string, Pair>();
  let done = 0;
  for (const [key, bucket] of buckets) {
    done += 1;
    if (done % stride === 0) yield 0.5 + (0.5 * done) / buckets.size;
    const saysNothing = bucket.length > smallBucket && key.startsWith(phoneKey);
    if (bucket.length > 1 && !saysNothing) compareWithin(bucket, likely, pairs);
  }
  return [...pairs.values()].sort(byLikelihood);
}

/** How many subjects are looked at between two pauses: well under a millisecond each. */
const stride = 200;

/**
 * The groups of likely pairs, the likeliest first, with places to pause that tell the share done.
 *
 * @param order - the order of members within a group
 */
export function* groupsOf(
  pairs: readonly Pair[],
  order: readonly string[],
): Generator<number, readonly DuplicateGroup[], void> {
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let at = id;
    for (let next = leaders.get(at); next !== undefined; next = leaders.get(at)) at = next;
    return at;
  };
  const concerned = new Set<string>();
  for (const [done, { a, b }] of pairs.entries()) {
    const [one, other] = [leaderOf(a), leaderOf(b)];
    if (one !== other) leaders.set(one < other ? other : one, one < other ? one : other);
    concerned.add(a).add(b);
    if (done % stride === 0) yield done / pairs.length / 3;
  }
  const groups = new Map<string, { members: string[]; pairs: Pair[] }>();
  for (const [done, id] of order.entries()) {
    if (done % stride === 0) yield (1 + done / order.length) / 3;
    if (!concerned.has(id)) continue;
    const leader = leaderOf(id);
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, { members: [id], pairs: [] });
    else group.members.push(id);
  }
  for (const [done, pair] of pairs.entries()) {
    groups.get(leaderOf(pair.a))?.pairs.push(pair);
    if (done % stride === 0) yield (2 + done / pairs.length) / 3;
  }
  return [...groups.values()]
    .map(({ members, pairs: own }) => ({ members, pairs: own, score: own[0]?.score ?? 0 }))
    .sort((one, other) => other.score - one.score);
}

/** The likeliest first; ties by id, so that the order is total. */
export function byLikelihood(one: Pair, other: Pair): number {
  return other.score - one.score || compare(one.a, other.a) || compare(one.b, other.b);
}

function compareWithin(bucket: readonly Subject[], likely: number, pairs: Map<string, Pair>): void {
  const small = bucket.length <= smallBucket;
  // By place, so that the branches of one town are neighbours.
  const ordered = small
    ? bucket
    : [...bucket].sort(
        (one, other) => compare(placeOf(one), placeOf(other)) || compare(one.id, other.id),
      );
  ordered.forEach((subject, index) => {
    const last = small ? ordered.length : Math.min(ordered.length, index + 1 + neighbours);
    for (let at = index + 1; at < last; at += 1) {
      const other = ordered[at];
      if (other !== undefined) addIfLikely(subject, other, likely, pairs);
    }
  });
}

function placeOf({ name }: Subject): string {
  return `${name.regions.join()} ${name.district} ${name.branch}`;
}

function addIfLikely(one: Subject, other: Subject, likely: number, pairs: Map<string, Pair>): void {
  if (one.id === other.id) return;
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  const key = `${a.id}\n${b.id}`;
  if (pairs.has(key)) return;
  const found = likeness(a, b);
  if (found.score >= likely) pairs.set(key, { a: a.id, b: b.id, ...found });
}

/** Two names that differ in one letter have one of these in common. */
function withOneLeftOut(core: string): readonly string[] {
  const keys = [`letter ${core}`];
  for (let at = 0; at < core.length; at += 1) {
    keys.push(`letter ${core.slice(0, at)}${core.slice(at + 1)}`);
  }
  return keys;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
