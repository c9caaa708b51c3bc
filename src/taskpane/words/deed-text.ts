import { deedKinds } from "../../tables/specs/audit";
import type { DeedFacts } from "../../tables/audit/entries";
import type { Language } from "../../tables/schema";
import { nameText } from "./name-text";
import { words } from "./words";

/** Parts the two customers of a merge or a split. */
const between = " → ";

/** Parts what was taken back from what that was about. */
const inside = " · ";

/** What a change of the headers' language is about, as it is recorded. */
const languageChanges: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: { "zh → en": "列名由中文换成英文", "en → zh": "列名由英文换成中文" },
  en: {
    "zh → en": "headers from Chinese to English",
    "en → zh": "headers from English to Chinese",
  },
};

/** What a deed was about, as a person reads it. */
function aboutText(kind: string, about: string, language: Language): string {
  const changed = kind === "field" ? languageChanges[language][about] : undefined;
  if (changed !== undefined) return changed;
  // Of two customers each must be known again, however long the first one's name is.
  const names = about.split(between).map((name) => nameText(name));
  return names.join(between);
}

/**
 * What was taken back, in the language asked for: the table of changes has it in the language the workbook had then.
 * What somebody wrote there stays.
 *
 * @example subjectText("撤销 · 跟进 · 江南纺织", "en") //=> "Take back · Follow-up · 江南纺织"
 */
export function subjectText(about: string, language: Language): string {
  const [first = "", ...rest] = about.split(inside);
  const kind = deedKinds.find(({ title }) => Object.values(title).includes(first));
  const left = rest.join(inside);
  if (kind === undefined) return nameText(about);
  const of =
    kind.code === "take-back" ? subjectText(left, language) : aboutText(kind.code, left, language);
  return [kind.title[language], of].filter(Boolean).join(inside);
}

/** What a deed is called: its kind, and what it was about. */
export function deedTitle(
  { kind, about }: Pick<DeedFacts, "kind" | "about">,
  language: Language,
): string {
  const title = deedKinds.find(({ code }) => code === kind)?.title[language] ?? kind;
  if (about === "") return title;
  if (kind === "take-back") return words[language].notice.deed(title, subjectText(about, language));
  return words[language].notice.deed(title, aboutText(kind, about, language));
}
