import { wordReader, type CodeList } from "./code-list";

/** How far the deal is; rule D1. 成交状态 */
export type DealStatus = "won" | "negotiating" | "prospect";

// 潜在 here is a deal not begun. In demand.ts it is a need to come: two lists, never one.
export const dealStatuses: CodeList<DealStatus> = [
  {
    code: "won",
    title: { zh: "已成交", en: "Won" },
    synonyms: ["成交", "已成交客户", "成交客户", "已签约", "签约", "deal", "closed", "closedwon"],
  },
  {
    code: "negotiating",
    title: { zh: "正在谈判", en: "Negotiating" },
    synonyms: [
      "谈判",
      "谈判中",
      "洽谈",
      "洽谈中",
      "正在谈判客户",
      "innegotiation",
      "negotiation",
      "engaging",
    ],
  },
  {
    code: "prospect",
    title: { zh: "潜在", en: "Prospect" },
    synonyms: ["潜在客户", "未成交", "意向", "意向客户", "prospective", "prospecting", "open"],
  },
];

/** Reads a deal status cell; blank is null, other words are `unknown-word`. */
export const readDealStatus = wordReader(dealStatuses);
