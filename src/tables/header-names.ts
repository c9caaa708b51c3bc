import { simplify } from "../domain/matching/han-variants";
import { bareWords, normaliseHeader } from "./headers";
import type { ColumnSpec } from "./schema";

/** Excel's own limit for the header of a table. */
const longestHeader = 255;

/**
 * How well a header names a column, in simplified or traditional characters: 1 for its title or a known spelling, less
 * for one that contains a spelling.
 */
export function headerScore(header: string, column: ColumnSpec): number {
  // A note in the header row, or a file without line ends: no name, and slow to search for one.
  if (header.length > longestHeader) return 0;
  const words = wordsOf(header);
  if (words === "") return 0;
  const spellings = spellingsOf(column);
  if (spellings.all.has(words) || spellings.all.has(words.replaceAll(" ", ""))) return 1;
  // A part of a header is a hint, never as good as the whole; "电话 Phone" is two parts.
  return Math.max(0.7 * sharedPart(words, spellings), 0.6 * shortened(words, spellings));
}

/** How much of a known spelling a header leaves standing that cuts it short: 最近跟进 for 最近跟进日期. */
function shortened(words: string, { longestFirst }: Spellings): number {
  const least = hasHan(words) ? 3 : 6;
  if (words.length < least) return 0;
  let most = 0;
  for (const { spelling } of longestFirst)
    if (spelling.startsWith(words)) most = Math.max(most, words.length / spelling.length);
  return most;
}

/** The share of a header that known spellings cover, the longest taken first. */
function sharedPart(words: string, { longestFirst }: Spellings): number {
  let rest = words;
  for (const known of longestFirst)
    if (containsWords(rest, known)) rest = bareWords(rest.replace(known.spelling, " "));
  return 1 - rest.length / words.length;
}

interface Spelling {
  readonly spelling: string;
  readonly isHan: boolean;
}

/** What a column is known as. A sheet of many columns is compared with all of ours, so nothing is worked out twice. */
interface Spellings {
  readonly all: ReadonlySet<string>;
  readonly longestFirst: readonly Spelling[];
}

const known = new WeakMap<ColumnSpec, Spellings>();

function spellingsOf(column: ColumnSpec): Spellings {
  let spellings = known.get(column);
  if (spellings === undefined) {
    const names = [column.title.zh, column.title.en, column.id, ...column.synonyms];
    const all = new Set(names.map(plainName));
    const longestFirst = [...all]
      .sort((one, other) => other.length - one.length)
      .map((spelling) => ({ spelling, isHan: hasHan(spelling) }));
    spellings = { all, longestFirst };
    known.set(column, spellings);
  }
  return spellings;
}

/** The header asked about last: it is compared with one column after the other. */
let last = { header: "", words: "" };

function wordsOf(header: string): string {
  if (last.header !== header) last = { header, words: plainName(header) };
  return last.words;
}

/** Chinese is written without spaces, so any place counts; other scripts must match whole words. */
function containsWords(words: string, { spelling, isHan }: Spelling): boolean {
  if (spelling.length > words.length) return false;
  if (isHan) return spelling.length >= 2 && words.includes(spelling);
  return spelling.length >= 3 && words.includes(spelling) && ` ${words} `.includes(` ${spelling} `);
}

/** 客戶名稱 names what 客户名称 names. */
function plainName(header: string): string {
  return simplify(normaliseHeader(header));
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
