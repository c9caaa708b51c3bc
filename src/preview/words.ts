import { errorWords } from "./words/errors";
import { pageWords } from "./words/page";
import { stepWords } from "./words/steps";
import { workWords } from "./words/work";

/** Everything the preview says, in both languages. */

export type Language = "zh" | "en";

const table = { ...pageWords, ...workWords, ...stepWords, ...errorWords };

export type WordKey = keyof typeof table;
export type Say = (key: WordKey, facts?: Readonly<Record<string, string | number>>) => string;

/** What an act the host tells of by its label is called: for undo and redo. */
export function stepName(say: Say, label: string): string {
  const key = `step ${label}`;
  return say(isWord(key) ? key : "step act");
}

/** What an error in a cell usually means, for those that bring no words of their own. */
export function errorHint(say: Say, error: string): string {
  const key = `error ${error}`;
  return isWord(key) ? say(key) : "";
}

function isWord(key: string): key is WordKey {
  return key in table;
}

/** Text with letters or marks that run from right to left, which would turn round what stands beside it. */
const rightToLeft = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufefc]/;

/** A name from outside among words of ours: it keeps its own direction to itself. */
function isolated(fact: string | number): string {
  const text = String(fact);
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/** `{name}` in a text is replaced by the fact of that name. */
export function fillIn(
  text: string,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const fact = facts[name];
    return fact === undefined ? whole : isolated(fact);
  });
}

/** The page's voice in one language. */
export function sayIn(language: Language): Say {
  return (key, facts) => fillIn(table[key][language === "zh" ? 0 : 1], facts);
}

/** `?lang=` wins over the browser's own language; anything Chinese is zh, everything else en. */
export function pageLanguage(search: string, browserLanguage: string): Language {
  const asked = new URLSearchParams(search).get("lang") ?? browserLanguage;
  return asked.toLowerCase().startsWith("zh") ? "zh" : "en";
}
