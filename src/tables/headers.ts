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

/** How well a header names a column: 1 for its title or a known spelling, less for one that contains a spelling. */
export function headerScore(header: string, column: ColumnSpec): number {
  const words = normaliseHeader(header);
  if (words === "") return 0;
  const spellings = spellingsOf(column);
  if (spellings.has(words) || spellings.has(words.replaceAll(" ", ""))) return 1;
  // A part of a header is a hint, never as good as the whole; "电话 Phone" is two parts.
  return Math.max(0.7 * sharedPart(words, spellings), 0.6 * shortened(words, spellings));
}

/** How much of a known spelling a header leaves standing that cuts it short: 最近跟进 for 最近跟进日期. */
function shortened(words: string, spellings: ReadonlySet<string>): number {
  const least = /\p{Script=Han}/u.test(words) ? 3 : 6;
  if (words.length < least) return 0;
  const longer = [...spellings].filter((spelling) => spelling.startsWith(words));
  return Math.max(0, ...longer.map((spelling) => words.length / spelling.length));
}

/** The share of a header that known spellings cover, the longest taken first. */
function sharedPart(words: string, spellings: ReadonlySet<string>): number {
  let rest = words;
  for (const spelling of [...spellings].sort((a, b) => b.length - a.length)) {
    if (containsWords(rest, spelling)) rest = bare(rest.replace(spelling, " "));
  }
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

const known = new WeakMap<ColumnSpec, ReadonlySet<string>>();

function spellingsOf(column: ColumnSpec): ReadonlySet<string> {
  let spellings = known.get(column);
  if (spellings === undefined) {
    const all = [column.title.zh, column.title.en, column.id, ...column.synonyms];
    spellings = new Set(all.map(normaliseHeader));
    known.set(column, spellings);
  }
  return spellings;
}

/** Chinese is written without spaces, so any place counts; other scripts must match whole words. */
function containsWords(words: string, spelling: string): boolean {
  if (/\p{Script=Han}/u.test(spelling)) return spelling.length >= 2 && words.includes(spelling);
  return spelling.length >= 3 && ` ${words} `.includes(` ${spelling} `);
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
