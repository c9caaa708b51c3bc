import type { Language } from "../../tables/schema";
import type { ImportWords } from "./import-words";
import { enImport } from "./en-import";
import { zhImport } from "./zh-import";

export const importWords: Readonly<Record<Language, ImportWords>> = {
  zh: zhImport,
  en: enImport,
};
