import type { CodeList } from "./code-list";

/**
 * The entry of a list that an unknown word most likely means: one that is a slip of the keyboard away, or whose word
 * stands in a longer remark. A guess to be shown, never to be applied by itself.
 *
 * @returns the code; null where none or more than one comes near
 *
 * @example
 * nearestWord(demands, "目标客戶（重点）") //=> "clear"
 * nearestWord(demands, "也许") //=> null
 */
export function nearestWord<Code extends string>(list: CodeList<Code>, text: string): Code | null {
  const wanted = plain(text);
  if (wanted === "" || Array.from(wanted).length > longestGuess) return null;
  let nearest: { readonly distance: number; readonly codes: Set<Code> } | null = null;
  for (const { code, title, synonyms } of list) {
    for (const word of [title.zh, title.en, ...synonyms].map(plain)) {
      const distance = distanceOf(word, wanted);
      if (distance === null || (nearest !== null && distance > nearest.distance)) continue;
      if (nearest === null || distance < nearest.distance)
        nearest = { distance, codes: new Set([code]) };
      else nearest.codes.add(code);
    }
  }
  const [only, other] = nearest?.codes ?? [];
  return only === undefined || other !== undefined ? null : only;
}

/** A longer text is a remark about something. */
const longestGuess = 16;

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** How far apart two words are, less than 1 for one that contains the other; null for words not akin. */
function distanceOf(known: string, wanted: string): number | null {
  const length = Array.from(known).length;
  const isHan = /\p{Script=Han}/u.test(known);
  if (negated(wanted, known)) return null;
  // The longer the word that is contained, the surer: 无需求 before 需求.
  if (length >= (isHan ? 2 : 4) && wanted.includes(known)) return 1 - length / 100;
  // One character of a Chinese word is half its meaning.
  const tolerated = isHan ? (length >= 4 ? 1 : 0) : length >= 8 ? 2 : length >= 4 ? 1 : 0;
  return editsBetween(known, wanted, tolerated);
}

/** 没有明显需求 contains 明显需求 and means the opposite. */
function negated(wanted: string, known: string): boolean {
  return negation.test(wanted) && !negation.test(known);
}

const negation = /[不没無无非未]|not|non|^no|^un/u;

/** Insertions, deletions, replacements and swaps of neighbours between two words; null beyond `most`. */
function editsBetween(one: string, other: string, most: number): number | null {
  const [a, b] = [Array.from(one), Array.from(other)];
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
