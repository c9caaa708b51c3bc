import type { CodeList } from "./code-list";

/** What has become of a quote; rule N1. 报价状态 */
export type QuoteState = "draft" | "sent" | "accepted" | "declined" | "withdrawn";

export const quoteStates: CodeList<QuoteState> = [
  {
    code: "draft",
    title: { zh: "拟定中", en: "Draft" },
    synonyms: ["草稿", "待报", "待审核", "pending"],
  },
  {
    code: "sent",
    title: { zh: "已报出", en: "Sent" },
    synonyms: ["已报价", "已发送", "已发出", "待回复", "open"],
  },
  {
    code: "accepted",
    title: { zh: "已接受", en: "Accepted" },
    synonyms: ["接受", "同意", "中标", "approved", "won"],
  },
  {
    code: "declined",
    title: { zh: "未接受", en: "Declined" },
    synonyms: ["拒绝", "已拒绝", "未中标", "rejected", "lost"],
  },
  {
    code: "withdrawn",
    title: { zh: "已撤回", en: "Withdrawn" },
    synonyms: ["撤回", "作废", "取消", "cancelled", "canceled"],
  },
];
