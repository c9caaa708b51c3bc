import { deedKinds } from "../../tables/specs/audit";
import type { DeedFacts } from "../../tables/audit/entries";
import type { Language } from "../../tables/schema";
import { nameText } from "./name-text";
import { words } from "./words";

/** What a deed is called: its kind, and what it was about. */
export function deedTitle(
  { kind, about }: Pick<DeedFacts, "kind" | "about">,
  language: Language,
): string {
  const title = deedKinds.find(({ code }) => code === kind)?.title[language] ?? kind;
  return about === "" ? title : words[language].notice.deed(title, nameText(about));
}
