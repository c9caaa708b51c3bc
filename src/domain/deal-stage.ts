import type { CodeList } from "./code-list";

/** How far one deal has come, from the first word to its end; rule N1. 商机阶段 */
export type DealStage = "prospecting" | "engaging" | "quoted" | "won" | "lost";

// A stage is about one deal; the deal status of D1 is about the customer.
export const dealStages: CodeList<DealStage> = [
  {
    code: "prospecting",
    title: { zh: "初步接触", en: "Prospecting" },
    synonyms: ["线索", "初访", "立项", "lead", "prospect", "new"],
  },
  {
    code: "engaging",
    title: { zh: "洽谈中", en: "Engaging" },
    synonyms: ["洽谈", "谈判", "需求确认", "engaged", "negotiation", "negotiating"],
  },
  {
    code: "quoted",
    title: { zh: "已报价", en: "Quoted" },
    synonyms: ["报价", "方案报价", "proposal", "quote"],
  },
  {
    code: "won",
    title: { zh: "赢单", en: "Won" },
    synonyms: ["成交", "已成交", "签约", "closedwon"],
  },
  {
    code: "lost",
    title: { zh: "输单", en: "Lost" },
    synonyms: ["丢单", "失败", "未成交", "closedlost"],
  },
];
