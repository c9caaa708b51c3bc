import { placesAgree, type CompanyName } from "./company-name";
import type { PhoneForm } from "./phone";
import type { Subject } from "./subject";

/** Why two customers may be one: a fact, how much it weighs, and what they have in common. */
export interface LikenessFact {
  readonly fact: FactKind;
  /** Points of the score; negative where it speaks against. */
  readonly weight: number;
  /** What both have: the number, the code, the core of the name; empty where they differ. */
  readonly common: string;
}

export type FactKind =
  | "same-credit-code"
  | "different-credit-code"
  | "same-mobile"
  | "same-landline"
  | "same-name"
  /** The same name in different places: branches, or companies that have nothing to do with each other. */
  | "same-name-elsewhere"
  /** A short name without a legal form may be any person's. */
  | "same-short-name"
  /** 华瑞 and 华锐: other characters, the same sound. */
  | "same-sound"
  /** One letter more, less or other in a long Latin name. */
  | "one-letter-off"
  | "same-contact";

const weights: Readonly<Record<FactKind, number>> = {
  "same-credit-code": 95,
  "different-credit-code": -70,
  "same-mobile": 60,
  "same-landline": 45,
  "same-name": 75,
  "same-name-elsewhere": 30,
  "same-short-name": 40,
  "same-sound": 55,
  "one-letter-off": 55,
  "same-contact": 15,
};

/** From this score on a pair is worded as hardly doubtful; what is told does not depend on it. */
export const sureScore = 90;

export interface Likeness {
  /** 0 to 100. */
  readonly score: number;
  /** The heaviest first. */
  readonly facts: readonly LikenessFact[];
}

/**
 * How likely two customers are one, with the reasons: rule T3. The score is the sum of the facts' weights, within 0
 * and 100. Symmetric: the order of the two does not matter.
 *
 * @example
 * likeness(subjectOf({ name: "华瑞电子有限公司", … }), subjectOf({ name: "華瑞電子", … }))
 * //=> { score: 75, facts: [{ fact: "same-name", weight: 75, common: "华瑞电子" }] }
 */
export function likeness(a: Subject, b: Subject): Likeness {
  const facts: LikenessFact[] = [];
  const add = (fact: FactKind, common = "") => facts.push({ fact, weight: weights[fact], common });

  if (a.creditCode !== null && b.creditCode !== null) {
    if (a.creditCode === b.creditCode) add("same-credit-code", a.creditCode);
    else add("different-credit-code");
  }
  const mobile = sharedPhone(a, b, ["mobile"]);
  if (mobile !== null) add("same-mobile", mobile);
  const landline = sharedPhone(a, b, ["landline", "service", "foreign", "local"]);
  if (landline !== null) add("same-landline", landline);

  const nameFact = compareNames(a, b);
  if (nameFact !== null) add(nameFact, a.name.core === b.name.core ? a.name.core : "");
  if (a.contact !== "" && a.contact === b.contact) add("same-contact", a.contact);

  const sum = facts.reduce((total, { weight }) => total + weight, 0);
  facts.sort((one, other) => other.weight - one.weight || (one.fact < other.fact ? -1 : 1));
  return { score: Math.min(100, Math.max(0, sum)), facts };
}

function compareNames(a: Subject, b: Subject): FactKind | null {
  const [one, other] = [a.name, b.name];
  if (one.core === "" || other.core === "") return null;
  const together = one.branch === other.branch && placesAgree(one, other);
  if (one.core === other.core) {
    if (!together) return "same-name-elsewhere";
    return isAnybodys(one) && isAnybodys(other) ? "same-short-name" : "same-name";
  }
  if (!together) return null;
  if (a.sound !== null && a.sound === b.sound && Array.from(one.core).length >= 3)
    return "same-sound";
  return isLongLatin(one.core) && isLongLatin(other.core) && isOneLetterOff(one.core, other.core)
    ? "one-letter-off"
    : null;
}

function sharedPhone(a: Subject, b: Subject, kinds: readonly PhoneForm["kind"][]): string | null {
  const shared = a.phones
    .filter(({ kind, number }) => kinds.includes(kind) && b.phones.some((p) => p.number === number))
    .map(({ number }) => number)
    .sort();
  return shared[0] ?? null;
}

/** A short name with neither a legal form nor a place may be any person's. */
function isAnybodys({ core, regions, hasForm }: CompanyName): boolean {
  return (
    Array.from(core).length <= 3 &&
    /^\p{Script=Han}+$/u.test(core) &&
    !hasForm &&
    regions.length === 0
  );
}

/** Short Latin names differ in one letter all the time. */
export function isLongLatin(core: string): boolean {
  return core.length >= 8 && core.length <= 60 && /^[\p{Script=Latin}\d ]+$/u.test(core);
}

/** One letter inserted, left out or replaced, but not a digit: Plant 1 and Plant 2 are two. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const sameLength = short.length === long.length;
  const rest = sameLength ? short.slice(start + 1) : short.slice(start);
  if (rest !== long.slice(start + 1)) return false;
  return /[^\d]/u.test(long[start] ?? "") && (!sameLength || /[^\d]/u.test(short[start] ?? ""));
}
