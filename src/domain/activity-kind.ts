import type { CodeList } from "./code-list";

/** What customers are told about or invited to; rule I5. 活动类型 */
export type ActivityKind = "promotion" | "policy" | "event" | "other";

export const activityKinds: CodeList<ActivityKind> = [
  {
    code: "promotion",
    title: { zh: "促销", en: "Promotion" },
    synonyms: ["优惠", "促销活动", "sale"],
  },
  {
    code: "policy",
    title: { zh: "政策通知", en: "Policy notice" },
    synonyms: ["政策", "通知", "policy", "notice"],
  },
  {
    code: "event",
    title: { zh: "客户活动", en: "Event" },
    synonyms: ["活动", "沙龙", "展会", "培训", "fair"],
  },
  { code: "other", title: { zh: "其他", en: "Other" }, synonyms: ["其它", "others"] },
];
