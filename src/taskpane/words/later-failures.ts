import type { Language } from "../../tables/schema";
import { enLaterFailures } from "./en-later-failures";
import type { LaterFailureWords } from "./failure-words";
import { zhLaterFailures } from "./zh-later-failures";

export const laterFailures: Readonly<Record<Language, LaterFailureWords>> = {
  zh: zhLaterFailures,
  en: enLaterFailures,
};
