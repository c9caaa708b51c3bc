import { wordReader, type CodeList } from "./code-list";

/** Whether the customer needs something now, later, or not at all; rules G1, D4. 需求状况 */
export type Demand = "clear" | "latent" | "none";

// 潜在 here is a need to come. In deal-status.ts it is a deal not begun: two lists, never one.
export const demands: CodeList<Demand> = [
  {
    code: "clear",
    title: { zh: "目标", en: "Clear" },
    synonyms: [
      "目标客户",
      "目标需求",
      "明确",
      "明确需求",
      "明显",
      "明显需求",
      "有需求",
      "有明显需求",
      "现有需求",
      "clearneed",
      "cleardemand",
      "target",
      "now",
      "current",
    ],
  },
  {
    code: "latent",
    title: { zh: "潜在", en: "Latent" },
    synonyms: [
      "潜在客户",
      "潜在需求",
      "未来需求",
      "将来有需求",
      "latentneed",
      "latentdemand",
      "potential",
      "later",
      "future",
    ],
  },
  {
    code: "none",
    title: { zh: "死亡", en: "None" },
    synonyms: [
      "死亡客户",
      "无",
      "无需求",
      "没有需求",
      "没需求",
      "无机会",
      "noneed",
      "nodemand",
      "no",
      "dead",
    ],
  },
];

/** Reads a demand cell; blank is null, other words are `unknown-word`. */
export const readDemand = wordReader(demands);
