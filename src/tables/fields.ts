import { wordReader } from "../domain/code-list";
import { err, ok, type Result } from "../domain/result";
import type { Choice, ColumnSpec } from "./schema";

/** What a field of a person's own holds. */
export type FieldKind = "text" | "number" | "amountYuan" | "day" | "choice" | "phone" | "email";

/** In the order in which they are offered. */
export const fieldKinds: readonly FieldKind[] = [
  "text",
  "number",
  "amountYuan",
  "day",
  "choice",
  "phone",
  "email",
];

/**
 * A column of a person's own that has been given a kind, so that it is shown, checked and filled like one of ours.
 * 自有字段
 */
export interface OwnField {
  /** `own:` and the header the column had when it became a field; a header that changes later is followed. */
  readonly column: string;
  readonly kind: FieldKind;
  /** For kind "choice": the words to choose from, in order. */
  readonly choices: readonly string[];
}

/** More words than a drop-down list can show are a mistake; Excel's list takes 255 characters in all. */
const longestList = 255;

export type ChoicesProblem =
  | { readonly code: "too-few-choices" }
  /** Two words differ in nothing but case, width or spaces. */
  | { readonly code: "choice-twice"; readonly word: string }
  /** A comma would split the word in two in Excel's list. */
  | { readonly code: "choice-with-comma"; readonly word: string }
  /** Excel enters what is picked from a list as if it were typed: this one would become a formula (P7). */
  | { readonly code: "choice-as-formula"; readonly word: string }
  | { readonly code: "choices-too-long"; readonly limit: number };

/** Whether words can be the choices of a field as a workbook has it. */
export function checkChoices(words: readonly string[]): Result<readonly string[], ChoicesProblem> {
  if (words.length < 2) return err({ code: "too-few-choices" });
  const comma = words.find((word) => word.includes(","));
  if (comma !== undefined) return err({ code: "choice-with-comma", word: comma });
  const taken: string[] = [];
  for (const word of words) {
    if (taken.length > 0 && wordReader(choicesOf(taken))(word).ok)
      return err({ code: "choice-twice", word });
    taken.push(word);
  }
  const length = words.join(",").length;
  return length > longestList ? err({ code: "choices-too-long", limit: longestList }) : ok(words);
}

/** A field as a column of the schema. Its header is its title in both languages, since it is a person's own word. */
export function fieldSpec({ column, kind, choices }: OwnField, header: string): ColumnSpec {
  const words = { zh: header, en: header };
  return {
    id: column,
    title: words,
    kind,
    synonyms: [],
    ...(kind === "choice" ? { choices: choicesOf(choices) } : {}),
    width: 14,
    essential: false,
  };
}

function choicesOf(words: readonly string[]): readonly Choice[] {
  return words.map((word) => ({ code: word, title: { zh: word, en: word }, synonyms: [] }));
}
