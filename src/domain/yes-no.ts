import type { CodeList } from "./code-list";

/** A plain yes or no, for columns that hold nothing else. 是/否 */
export type YesNo = "yes" | "no";

export const yesNo: CodeList<YesNo> = [
  { code: "yes", title: { zh: "是", en: "Yes" }, synonyms: ["有", "对", "y", "true", "√", "1"] },
  { code: "no", title: { zh: "否", en: "No" }, synonyms: ["没有", "无", "不", "n", "false", "×"] },
];
