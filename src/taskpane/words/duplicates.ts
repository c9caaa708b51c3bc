import type { Language } from "../../tables/schema";
import type { DuplicatesWords, NewCustomerWords } from "./duplicates-words";
import { enDuplicates, enNewCustomer } from "./en-duplicates";
import { zhDuplicates, zhNewCustomer } from "./zh-duplicates";

export const duplicatesWords: Readonly<Record<Language, DuplicatesWords>> = {
  zh: zhDuplicates,
  en: enDuplicates,
};

export const newCustomerWords: Readonly<Record<Language, NewCustomerWords>> = {
  zh: zhNewCustomer,
  en: enNewCustomer,
};
