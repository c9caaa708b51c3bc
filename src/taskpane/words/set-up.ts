import type { Language } from "../../tables/schema";
import type { SetUpWords } from "./set-up-words";
import { enSetUp } from "./en-set-up";
import { zhSetUp } from "./zh-set-up";

export const setUpWords: Readonly<Record<Language, SetUpWords>> = {
  zh: zhSetUp,
  en: enSetUp,
};
