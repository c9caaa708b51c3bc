import type { CodeList } from "./code-list";

/** What moves a customer: needs, wants and motives are told apart; rule R2. 需求类型 */
export type NeedKind = "need" | "want" | "motive";

export const needKinds: CodeList<NeedKind> = [
  { code: "need", title: { zh: "需要", en: "Need" }, synonyms: ["需求", "刚需", "needs"] },
  {
    code: "want",
    title: { zh: "期望", en: "Want" },
    synonyms: ["欲望", "想要", "愿望", "wants", "wish"],
  },
  {
    code: "motive",
    title: { zh: "动机", en: "Motive" },
    synonyms: ["购买动机", "原因", "motives", "why"],
  },
];
