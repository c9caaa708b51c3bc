import type { CodeList } from "./code-list";

/** How much a customer's contracts come to in a year, from the largest down; rule T1. 客户分级 */
export type ContractTier = "corporate" | "key" | "major" | "regular";

export const contractTiers: CodeList<ContractTier> = [
  {
    code: "corporate",
    title: { zh: "公司级", en: "Corporate" },
    synonyms: ["公司级客户", "战略客户", "strategic"],
  },
  { code: "key", title: { zh: "重点", en: "Key" }, synonyms: ["重点客户", "keyaccount"] },
  { code: "major", title: { zh: "大客户", en: "Major" }, synonyms: ["大", "majoraccount"] },
  {
    code: "regular",
    title: { zh: "一般", en: "Regular" },
    synonyms: ["一般客户", "普通", "普通客户", "ordinary"],
  },
];
