import type { CodeList } from "./code-list";

/** Whose a customer is: somebody's, anybody's, or nobody's any more; rule H2. 归属状态 */
export type Standing = "owned" | "pool" | "discarded";

export const standings: CodeList<Standing> = [
  { code: "owned", title: { zh: "跟进中", en: "Owned" }, synonyms: ["有主", "私海", "active"] },
  { code: "pool", title: { zh: "公海", en: "Pool" }, synonyms: ["公共池", "公海客户", "released"] },
  {
    code: "discarded",
    title: { zh: "已丢弃", en: "Discarded" },
    synonyms: ["丢弃", "作废", "无效客户", "dropped"],
  },
];
