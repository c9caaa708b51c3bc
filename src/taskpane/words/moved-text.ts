import type { DateSystem } from "../../domain/serial";
import type { Day } from "../../domain/day";
import { textOf } from "../../tables/cells";
import type { Cell } from "../../tables/change";
import type { ColumnSpec, Language } from "../../tables/schema";
import { cellText } from "./cell-text";
import { words } from "./words";

/** What a cell was and what it became, as a person reads both. */
export interface MovedText {
  readonly before: string;
  readonly after: string;
}

export const asText: Readonly<Record<Language, (content: string) => string>> = {
  zh: (content) => `${content}（文本）`,
  en: (content) => `${content} (text)`,
};

/**
 * A cell before and after, so that the difference is seen: where both read alike in their column, what is otherwise
 * unseen is shown, and of a text and a number the text is called so.
 *
 * @example
 * movedText(null, " 华瑞", "华瑞", style, "zh") //=> { before: "␣华瑞", after: "华瑞" }
 */
export function movedText(
  column: ColumnSpec | null,
  from: Cell,
  to: Cell,
  style: { readonly dateSystem: DateSystem; readonly asOf: Day },
  language: Language,
): MovedText {
  const before = cellText(column, from, style, language);
  const after = cellText(column, to, style, language);
  if (looks(before) !== looks(after)) return { before, after };
  if (typeof from === typeof to)
    return { before: seenText(from, language), after: seenText(to, language) };
  const told = (cell: Cell, text: string): string =>
    typeof cell === "string" && cell !== "" ? asText[language](text) : text;
  return { before: told(from, before), after: told(to, after) };
}

/** A text as far as it is seen on a page: without spaces and characters that show nothing. */
function looks(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]+/gu, "");
}

/** A cell's content with every character to be seen: odd spaces as ␣, unseen ones by their code. */
export function seenText(cell: Cell, language: Language): string {
  if (cell === null || cell === "") return words[language].blank;
  return textOf(cell)
    .replace(/^ +| +$|[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]| {2,}/gu, (spaces) =>
      "␣".repeat(spaces.length),
    )
    .replace(/\p{Cc}|[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu, (sign) =>
      sign === "\n" ? "↵" : `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`,
    );
}
