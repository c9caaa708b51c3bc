import type { Language } from "../../tables/schema";
import type { FieldsWords, UpgradeWords } from "./fields-words";
import { enFields, enUpgrade } from "./en-fields";
import { zhFields, zhUpgrade } from "./zh-fields";

export const fieldsWords: Readonly<Record<Language, FieldsWords>> = {
  zh: zhFields,
  en: enFields,
};

export const upgradeWords: Readonly<Record<Language, UpgradeWords>> = {
  zh: zhUpgrade,
  en: enUpgrade,
};
