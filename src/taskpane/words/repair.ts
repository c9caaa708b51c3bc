import type { Language } from "../../tables/schema";
import type { RepairWords } from "./repair-words";
import { enRepair } from "./en-repair";
import { zhRepair } from "./zh-repair";

export const repairWords: Readonly<Record<Language, RepairWords>> = {
  zh: zhRepair,
  en: enRepair,
};
