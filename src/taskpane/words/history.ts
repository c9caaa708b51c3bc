import type { Language } from "../../tables/schema";
import type { HistoryWords } from "./history-words";
import { enHistory } from "./en-history";
import { zhHistory } from "./zh-history";

export const historyWords: Readonly<Record<Language, HistoryWords>> = {
  zh: zhHistory,
  en: enHistory,
};
