import type { CodeList } from "./code-list";
import { simplify } from "./matching/han-variants";

/**
 * The entry of a list that a word no reader knows says all the same, for it differs in nothing but traditional
 * characters, width, case and spaces. Nothing else can be meant.
 *
 * @returns the code; null where none or more than one is meant
 *
 * @example
 * sameWord(demands, "目 標") //=> "clear"
 * sameWord(demands, "目標客戶（重點）") //=> null
 */
export function sameWord<Code extends string>(list: CodeList<Code>, text: string): Code | null {
  if (text.length > longestSpelling) return null;
  const wanted = spelled(text);
  const places = new Set<number>();
  for (const { spelling, place } of wordsOf(list)) if (spelling === wanted) places.add(place);
  return onlyOne(list, places);
}

/** Longer than any word of a list is with all its spaces: a remark, whose characters need no looking at. */
const longestSpelling = 64;

/**
 * The entry of a list that an unknown word most likely means: one that is a slip of the keyboard away, or whose word
 * stands in a longer remark, in simplified or traditional characters. A guess to be shown, never to be applied by itself.
 *
 * @returns the code; null where none or more than one comes near
 *
 * @example
 * nearestWord(demands, "目标客戶（重点）") //=> "clear"
 * nearestWord(demands, "也许") //=> null
 */
export function nearestWord<Code extends string>(list: CodeList<Code>, text: string): Code | null {
  const wanted = writtenIn(plain(text));
  if (wanted.characters.length === 0 || wanted.characters.length > longestGuess) return null;
  let nearest: { readonly distance: number; readonly places: Set<number> } | null = null;
  for (const { word, place } of wordsOf(list)) {
    const distance = distanceOf(word, wanted);
    if (distance === null || (nearest !== null && distance > nearest.distance)) continue;
    if (nearest === null || distance < nearest.distance)
      nearest = { distance, places: new Set([place]) };
    else nearest.places.add(place);
  }
  return nearest === null ? null : onlyOne(list, nearest.places);
}

/** A longer text is a remark about something. */
const longestGuess = 16;

function onlyOne<Code extends string>(
  list: CodeList<Code>,
  places: ReadonlySet<number>,
): Code | null {
  const [only, other] = places;
  return only === undefined || other !== undefined ? null : (list[only]?.code ?? null);
}

/** A word of a list as it is compared. */
interface KnownWord {
  /** The place of its entry in the list. */
  readonly place: number;
  readonly spelling: string;
  /** The same without marks. */
  readonly word: Written;
}

/** A word in its letters, and what is to be known of them. */
interface Written {
  readonly letters: string;
  readonly characters: readonly string[];
  readonly isHan: boolean;
  /** 没有明显需求 contains 明显需求 and means the opposite. */
  readonly isNegated: boolean;
}

function writtenIn(letters: string): Written {
  return {
    letters,
    characters: Array.from(letters),
    isHan: /\p{Script=Han}/u.test(letters),
    isNegated: negation.test(letters),
  };
}

const known = new WeakMap<CodeList<string>, readonly KnownWord[]>();

/** Worked out once for a list: the same few words are held against a hundred thousand cells. */
function wordsOf(list: CodeList<string>): readonly KnownWord[] {
  let words = known.get(list);
  if (words === undefined) {
    words = list.flatMap(({ title, synonyms }, place) =>
      [title.zh, title.en, ...synonyms].map((word) => ({
        place,
        spelling: spelled(word),
        word: writtenIn(plain(word)),
      })),
    );
    known.set(list, words);
  }
  return words;
}

/** Without what spelling alone makes different. */
function spelled(text: string): string {
  return simplify(text.normalize("NFKC").toLowerCase().replace(/\s+/gu, ""));
}

function plain(text: string): string {
  return spelled(text).replace(/[^\p{L}\p{N}]/gu, "");
}

/** How far apart two words are, less than 1 for one that contains the other; null for words not akin. */
function distanceOf(word: Written, wanted: Written): number | null {
  const { length } = word.characters;
  if (wanted.isNegated && !word.isNegated) return null;
  // The longer the word that is contained, the surer: 无需求 before 需求.
  if (length >= (word.isHan ? 2 : 4) && wanted.letters.includes(word.letters))
    return 1 - length / 100;
  // One character of a Chinese word is half its meaning.
  const tolerated = word.isHan ? (length >= 4 ? 1 : 0) : length >= 8 ? 2 : length >= 4 ? 1 : 0;
  if (tolerated === 0) return word.letters === wanted.letters ? 0 : null;
  return editsBetween(word.characters, wanted.characters, tolerated);
}

const negation = /[不没無无非未]|not|non|^no|^un/u;

/** Insertions, deletions, replacements and swaps of neighbours between two words; null beyond `most`. */
function editsBetween(a: readonly string[], b: readonly string[], most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let older: number[] = [];
  let row = b.map((_, index) => index);
  row.push(b.length);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (older[j - 2] ?? 0) + 1);
      next.push(edits);
    }
    older = row;
    row = next;
  }
  const edits = row[b.length] ?? Infinity;
  return edits <= most ? edits : null;
}
