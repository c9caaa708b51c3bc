import type { ColumnSpec } from "./schema";

/**
 * A header reduced to what carries meaning: width, case, punctuation, remarks in brackets and required marks are
 * gone, words stand apart by single spaces.
 *
 * @example
 * normaliseHeader("＊客户 名称（必填）") //=> "客户名称"
 * normaliseHeader("Last_Follow-up  Date") //=> "last follow up date"
 */
export function normaliseHeader(header: string): string {
  const plain = header
    .normalize("NFKC")
    // expectedClose, engageDate
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase();
  const withoutRemarks = plain.replace(/[([{【〔「].*?[)\]}】〕」]/gu, " ");
  const words = bare(withoutRemarks);
  return words === "" ? bare(plain) : words;
}

/** Excel's own limit for the header of a table. */
const longestHeader = 255;

/** How well a header names a column: 1 for its title or a known spelling, less for one that contains a spelling. */
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
    if (containsWords(rest, known)) rest = bare(rest.replace(known.spelling, " "));
  return 1 - rest.length / words.length;
}

/**
 * Headers as a structured table can hold them: every one filled and unique, without regard to case. Headers that are
 * so already stay untouched.
 *
 * @param blankName - the header of the n-th column when it has none
 */
export function uniqueHeaders(
  headers: readonly string[],
  blankName: (column: number) => string,
): readonly string[] {
  const taken = new Set(headers.map(folded));
  const seen = new Set<string>();
  return headers.map((header, index) => {
    const first = header.trim() !== "" && !seen.has(folded(header));
    if (first) {
      seen.add(folded(header));
      return header;
    }
    const unique = freeHeader(header.trim() === "" ? blankName(index + 1) : header.trim(), taken);
    taken.add(folded(unique));
    seen.add(folded(unique));
    return unique;
  });
}

/** A header that no column of `taken` (folded) has: the wish itself, or with a number behind it. */
export function freeHeader(wish: string, taken: ReadonlySet<string>): string {
  let header = wish;
  for (let number = 2; taken.has(folded(header)); number += 1) header = `${wish}${number}`;
  return header;
}

/** Excel takes headers that differ only in case or width of spaces at their ends for the same. */
export function folded(header: string): string {
  return header.trim().toLowerCase();
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
    const all = new Set(names.map(normaliseHeader));
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
  if (last.header !== header) last = { header, words: normaliseHeader(header) };
  return last.words;
}

/** Chinese is written without spaces, so any place counts; other scripts must match whole words. */
function containsWords(words: string, { spelling, isHan }: Spelling): boolean {
  if (spelling.length > words.length) return false;
  if (isHan) return spelling.length >= 2 && words.includes(spelling);
  return spelling.length >= 3 && words.includes(spelling) && ` ${words} `.includes(` ${spelling} `);
}

function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

function bare(text: string): string {
  return (
    text
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      // "客户 名称" is typed for looks; between Latin words the space means something.
      .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
      .trim()
  );
}
