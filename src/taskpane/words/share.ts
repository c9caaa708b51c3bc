import type { Language } from "../../tables/schema";
import type { ShareWords } from "./share-words";
import { enShare } from "./en-share";
import { zhShare } from "./zh-share";

export const shareWords: Readonly<Record<Language, ShareWords>> = {
  zh: zhShare,
  en: enShare,
};
