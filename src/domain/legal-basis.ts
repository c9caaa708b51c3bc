import type { CodeList } from "./code-list";

/** Why personal data may be kept (个人信息保护法 art. 13, GDPR art. 6); rule P3. 处理依据 */
export type LegalBasis = "consent" | "contract" | "legalDuty" | "published" | "interest" | "other";

export const legalBases: CodeList<LegalBasis> = [
  {
    code: "consent",
    title: { zh: "本人同意", en: "Consent" },
    synonyms: ["同意", "授权", "agreed"],
  },
  {
    code: "contract",
    title: { zh: "履行合同", en: "Contract" },
    synonyms: ["合同", "订立合同", "performanceofcontract"],
  },
  {
    code: "legalDuty",
    title: { zh: "法定义务", en: "Legal duty" },
    synonyms: ["法定职责", "legalobligation"],
  },
  {
    code: "published",
    title: { zh: "本人公开", en: "Made public" },
    synonyms: ["已公开", "合法公开", "public"],
  },
  {
    code: "interest",
    title: { zh: "正当利益", en: "Legitimate interest" },
    synonyms: ["合法利益", "legitimateinterests"],
  },
  { code: "other", title: { zh: "其他", en: "Other" }, synonyms: ["其它", "others"] },
];
