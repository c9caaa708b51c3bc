import type { CodeList } from "./code-list";

/** How a customer works with us; rule L4 values agents and franchisees differently. 合作类型 */
export type PartnerKind = "agent" | "franchisee" | "direct" | "other";

export const partnerKinds: CodeList<PartnerKind> = [
  {
    code: "agent",
    title: { zh: "代理", en: "Agent" },
    synonyms: ["代理商", "总代", "经销商", "distributor", "dealer"],
  },
  {
    code: "franchisee",
    title: { zh: "特许经营", en: "Franchisee" },
    synonyms: ["加盟", "加盟商", "特许", "特许经营商", "franchise"],
  },
  {
    code: "direct",
    title: { zh: "直接客户", en: "Direct" },
    synonyms: ["直客", "直销", "终端客户", "enduser"],
  },
  { code: "other", title: { zh: "其他", en: "Other" }, synonyms: ["其它", "others"] },
];
