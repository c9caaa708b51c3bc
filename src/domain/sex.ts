import type { CodeList } from "./code-list";

/** A person's sex as people note it, for segments; rule L2. 性别 */
export type Sex = "female" | "male" | "unspecified";

export const sexes: CodeList<Sex> = [
  {
    code: "female",
    title: { zh: "女", en: "Female" },
    synonyms: ["女士", "女性", "f", "ms", "mrs"],
  },
  { code: "male", title: { zh: "男", en: "Male" }, synonyms: ["先生", "男性", "m", "mr"] },
  {
    code: "unspecified",
    title: { zh: "不详", en: "Not stated" },
    synonyms: ["未知", "保密", "unknown", "other"],
  },
];
