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
  const words = bareWords(withoutRemarks);
  return words === "" ? bareWords(plain) : words;
}

/** The words of a text without marks, apart by single spaces. */
export function bareWords(text: string): string {
  return (
    text
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      // "客户 名称" is typed for looks; between Latin words the space means something.
      .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
      .trim()
  );
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
