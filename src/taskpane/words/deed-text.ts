import { deedKinds } from "../../tables/specs/audit";
import type { DeedFacts } from "../../tables/audit/entries";
import type { Language } from "../../tables/schema";
import { nameText } from "./name-text";
import { words } from "./words";

/** Parts the two customers of a merge or a split. */
const between = " → ";

/** What a deed is called: its kind, and what it was about. */
export function deedTitle(
  { kind, about }: Pick<DeedFacts, "kind" | "about">,
  language: Language,
): string {
  const title = deedKinds.find(({ code }) => code === kind)?.title[language] ?? kind;
  if (about === "") return title;
  // Of two customers each must be known again, however long the first one's name is.
  const names = about.split(between).map((name) => nameText(name));
  return words[language].notice.deed(title, names.join(between));
}
