import type { Language } from "../../tables/schema";

export type LanguageChoice = "auto" | Language;

/**
 * The language to speak: the person's own choice, else that of Excel's menus, Chinese for any kind of Chinese.
 *
 * @example languageOf("auto", "zh-HK") //=> "zh"
 */
export function languageOf(choice: LanguageChoice, displayLanguage: string): Language {
  if (choice !== "auto") return choice;
  return displayLanguage.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** Reads a stored choice; anything unknown counts as "auto". */
export function readLanguageChoice(stored: string | null): LanguageChoice {
  return stored === "zh" || stored === "en" ? stored : "auto";
}
