import { byCodeUnit, sorting } from "../sorting";
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
  const pairs: KnownPairs = new Map();
  let done = 0;
  for (const [key, bucket] of buckets) {
    done += 1;
    const share = 0.5 + (0.5 * done) / buckets.size;
    if (done % stride === 0) yield share;
    const saysNothing = bucket.length > smallBucket && key.startsWith(phoneKey);
    if (bucket.length < 2 || saysNothing) continue;
    yield* meanwhile(comparingWithin(bucket, likely, pairs), share);
  }
  const found: Pair[] = [];
  for (const others of pairs.values())
    for (const pair of others.values()) {
      if (found.push(pair) % pairStride === 0) yield 1;
    }
  return yield* meanwhile(sorting(found, byLikelihood), 1);
}

/** Pairs by one id, then by the other: no map of them all, which would now and then be copied as a whole. */
type KnownPairs = Map<string, Map<string, Pair>>;

/** How many subjects are looked at between two pauses: well under a millisecond each. */
const stride = 200;
/** How many pairs are handed on between two pauses. */
const pairStride = 2_000;

/** Work that cannot tell how far it is, at a share that is known. */
function* meanwhile<T>(work: Generator<void, T>, share: number): Generator<number, T, void> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield share;
  }
}

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
  const told: DuplicateGroup[] = [];
  for (const { members, pairs: own } of groups.values()) {
    const length = told.push({ members, pairs: own, score: own[0]?.score ?? 0 });
    if (length % pairStride === 0) yield 1;
  }
  return yield* meanwhile(
    sorting(told, (one, other) => other.score - one.score),
    1,
  );
}

/** The likeliest first; ties by id, so that the order is total. */
export function byLikelihood(one: Pair, other: Pair): number {
  return other.score - one.score || byCodeUnit(one.a, other.a) || byCodeUnit(one.b, other.b);
}

/** Pauses in a crowded bucket: all customers may have one name. */
function* comparingWithin(
  bucket: readonly Subject[],
  likely: number,
  pairs: KnownPairs,
): Generator<void, void, void> {
  const small = bucket.length <= smallBucket;
  const ordered = small ? bucket : yield* byPlace(bucket);
  for (const [index, subject] of ordered.entries()) {
    if (index % stride === stride - 1) yield;
    const last = small ? ordered.length : Math.min(ordered.length, index + 1 + neighbours);
    for (let at = index + 1; at < last; at += 1) {
      const other = ordered[at];
      if (other !== undefined) addIfLikely(subject, other, likely, pairs);
    }
  }
}

/** By place, so that the branches of one town are neighbours. */
function* byPlace(bucket: readonly Subject[]): Generator<void, readonly Subject[], void> {
  const placed: { readonly subject: Subject; readonly place: string }[] = [];
  for (const subject of bucket) {
    if (placed.push({ subject, place: placeOf(subject) }) % stride === 0) yield;
  }
  const ordered = yield* sorting(
    placed,
    (one, other) =>
      byCodeUnit(one.place, other.place) || byCodeUnit(one.subject.id, other.subject.id),
  );
  yield;
  return ordered.map(({ subject }) => subject);
}

function placeOf({ name }: Subject): string {
  return `${name.regions.join()} ${name.district} ${name.branch}`;
}

function addIfLikely(one: Subject, other: Subject, likely: number, pairs: KnownPairs): void {
  if (one.id === other.id) return;
  const [a, b] = one.id < other.id ? [one, other] : [other, one];
  const others = pairs.get(a.id);
  if (others?.has(b.id) === true) return;
  const found = likeness(a, b);
  if (found.score < likely) return;
  const pair = { a: a.id, b: b.id, ...found };
  if (others === undefined) pairs.set(a.id, new Map([[b.id, pair]]));
  else others.set(b.id, pair);
}

/** Two names that differ in one letter have one of these in common. */
function withOneLeftOut(core: string): readonly string[] {
  const keys = [`letter ${core}`];
  for (let at = 0; at < core.length; at += 1) {
    keys.push(`letter ${core.slice(0, at)}${core.slice(at + 1)}`);
  }
  return keys;
}
