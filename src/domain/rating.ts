import type { CodeList } from "./code-list";

/** How high a person rates cooperation or loyalty; rule L4 asks for high. 评价 */
export type Rating = "high" | "medium" | "low";

export const ratings: CodeList<Rating> = [
  { code: "high", title: { zh: "高", en: "High" }, synonyms: ["很高", "好", "优", "h"] },
  { code: "medium", title: { zh: "中", en: "Medium" }, synonyms: ["一般", "中等", "m", "mid"] },
  { code: "low", title: { zh: "低", en: "Low" }, synonyms: ["很低", "差", "l"] },
];
