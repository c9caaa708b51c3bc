import type { Language } from "../../tables/schema";
import type { HealthWords } from "./health-words";
import { enHealth } from "./en-health";
import { zhHealth } from "./zh-health";

export const healthWords: Readonly<Record<Language, HealthWords>> = {
  zh: zhHealth,
  en: enHealth,
};
