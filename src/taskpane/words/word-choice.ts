import type { Language } from "../../tables/schema";

/** Saying once what a word no list has means, for all rows it stands in. */
export interface WordChoiceWords {
  readonly title: string;
  readonly all: (count: number, word: string, column: string) => string;
  readonly becomes: (choice: string) => string;
  readonly asItIs: string;
}

export const wordChoiceWords: Readonly<Record<Language, WordChoiceWords>> = {
  zh: {
    title: "列表之外的词，一次改完",
    all: (count, word, column) => `${column}：全部 ${count.toLocaleString("zh-CN")} 处“${word}”`,
    becomes: (choice) => `改为“${choice}”`,
    asItIs: "先不改",
  },
  en: {
    title: "Words not in the list, all rows at once",
    all: (count, word, column) => `${column}: all ${count.toLocaleString("en-US")} × “${word}”`,
    becomes: (choice) => `Change to “${choice}”`,
    asItIs: "Leave for now",
  },
};
