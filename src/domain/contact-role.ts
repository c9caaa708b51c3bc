import type { CodeList } from "./code-list";

/** What a contact has to say when the customer decides; rule R1. 决策角色 */
export type ContactRole = "decider" | "influencer" | "buyer" | "user" | "finance" | "other";

export const contactRoles: CodeList<ContactRole> = [
  {
    code: "decider",
    title: { zh: "决策人", en: "Decides" },
    synonyms: ["决策者", "拍板人", "decisionmaker", "decider"],
  },
  {
    code: "influencer",
    title: { zh: "影响人", en: "Influences" },
    synonyms: ["影响者", "推荐人", "influencer", "champion"],
  },
  { code: "buyer", title: { zh: "采购", en: "Buys" }, synonyms: ["采购人", "buyer", "purchasing"] },
  {
    code: "user",
    title: { zh: "使用人", en: "Uses" },
    synonyms: ["使用者", "用户", "user", "enduser"],
  },
  {
    code: "finance",
    title: { zh: "财务", en: "Pays" },
    synonyms: ["付款人", "finance", "accounting"],
  },
  { code: "other", title: { zh: "其他", en: "Other" }, synonyms: ["其它", "others"] },
];
