import type { CodeList } from "./code-list";

/** Whether a visit is still ahead; rule I2. 拜访状态 */
export type VisitState = "planned" | "made" | "cancelled";

export const visitStates: CodeList<VisitState> = [
  { code: "planned", title: { zh: "计划", en: "Planned" }, synonyms: ["待拜访", "已计划", "plan"] },
  {
    code: "made",
    title: { zh: "已拜访", en: "Made" },
    synonyms: ["完成", "已完成", "done", "visited"],
  },
  { code: "cancelled", title: { zh: "取消", en: "Cancelled" }, synonyms: ["已取消", "canceled"] },
];
