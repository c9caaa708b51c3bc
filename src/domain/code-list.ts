import { isBlank, type CellValue } from "./cell";
import { err, ok, type Result } from "./result";

/** One entry of a list people choose from: the program's code, what people see, and other words that are understood. */
export interface CodeEntry<Code extends string> {
  readonly code: Code;
  readonly title: { readonly zh: string; readonly en: string };
  /** Lower case, without spaces. */
  readonly synonyms: readonly string[];
}

export type CodeList<Code extends string> = readonly CodeEntry<Code>[];

export interface UnknownWord {
  readonly code: "unknown-word";
  readonly found: string;
}

/** Reads a cell as a word of one list; blank is null. */
export type WordReader<Code extends string> = (
  cell: CellValue | undefined,
) => Result<Code | null, UnknownWord>;

/** Spelling differences that carry no meaning: width, case, spaces. */
function plainWord(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}

/**
 * The reader of a code list: accepts codes, both titles and the synonyms, whatever their case, width and spacing.
 *
 * @throws Error when two entries claim the same word: that is a bug of the list
 */
export function wordReader<Code extends string>(list: CodeList<Code>): WordReader<Code> {
  const codes = new Map<string, Code>();
  for (const { code, title, synonyms } of list) {
    for (const word of [code, title.zh, title.en, ...synonyms]) {
      const known = codes.get(plainWord(word));
      if (known !== undefined && known !== code)
        throw new Error(`"${word}" stands for ${known} and ${code}`);
      codes.set(plainWord(word), code);
    }
  }
  // Answers are shared objects and exact spellings skip the clean-up: a hundred thousand cells hold a few words.
  const answers = new Map<string, Result<Code | null, UnknownWord>>();
  for (const { code, title, synonyms } of list)
    for (const word of [code, title.zh, title.en, ...synonyms]) answers.set(word, ok(code));
  const blank = ok(null);

  return (cell) => {
    if (typeof cell === "string") {
      const answer = answers.get(cell);
      if (answer !== undefined) return answer;
    }
    if (isBlank(cell)) return blank;
    const found = String(cell);
    const code = codes.get(plainWord(found));
    return code === undefined ? err({ code: "unknown-word", found }) : ok(code);
  };
}
