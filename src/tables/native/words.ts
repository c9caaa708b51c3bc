import type { CodeList } from "../../domain/code-list";
import { literal, plainWord, type Native } from "./text";

const fullWidthShift = 0xfee0;

/** All spellings of an entry as `plainWord` leaves them, also wholly in full-width letters. */
export function spellingsOf({
  code,
  title,
  synonyms,
}: CodeList<string>[number]): readonly string[] {
  const plain = [code, title.zh, title.en, ...synonyms].map((word) =>
    word.toLowerCase().replaceAll(" ", ""),
  );
  const wide = plain.map((word) =>
    word.replace(/[!-~]/gu, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) + fullWidthShift),
    ),
  );
  return [...new Set([...plain, ...wide])];
}

/** Every spelling of a list with the place of its entry, 1 for the first. */
export function placedWords(
  list: CodeList<string>,
): readonly { readonly word: string; readonly place: number }[] {
  return list.flatMap((entry, index) =>
    spellingsOf(entry).map((word) => ({ word, place: index + 1 })),
  );
}

/** {"a","b"} */
export function arrayOf(words: readonly string[]): Native {
  return `{${words.map(literal).join(",")}}`;
}

/**
 * The place of a word's entry in a list, 1 for the first; 0 for a word of none. MAX, not a sum, because some programs
 * hold a full-width letter equal to its usual form and find a word twice.
 */
export function placeOf(cell: Native, list: CodeList<string>): Native {
  const words = placedWords(list);
  const places = words.map(({ place }) => place).join(",");
  return `SUMPRODUCT(MAX((${plainWord(cell)}=${arrayOf(words.map(({ word }) => word))})*{${places}}))`;
}
