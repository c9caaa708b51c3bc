import type { CodeList } from "./code-list";

/** What became of a feedback; rule I4 lists what is not resolved. 处理状态 */
export type FeedbackState = "open" | "inHand" | "resolved";

export const feedbackStates: CodeList<FeedbackState> = [
  {
    code: "open",
    title: { zh: "待处理", en: "Open" },
    synonyms: ["未处理", "未解决", "new", "todo"],
  },
  {
    code: "inHand",
    title: { zh: "处理中", en: "In hand" },
    synonyms: ["跟进中", "inprogress", "processing"],
  },
  {
    code: "resolved",
    title: { zh: "已解决", en: "Resolved" },
    synonyms: ["已处理", "已关闭", "closed", "done", "solved"],
  },
];
