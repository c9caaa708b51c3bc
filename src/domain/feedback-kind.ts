import type { CodeList } from "./code-list";

/** What a customer came back with; rule I4. 反馈类型 */
export type FeedbackKind = "complaint" | "suggestion" | "praise" | "question" | "survey" | "other";

export const feedbackKinds: CodeList<FeedbackKind> = [
  {
    code: "complaint",
    title: { zh: "投诉", en: "Complaint" },
    synonyms: ["抱怨", "不满", "claim"],
  },
  {
    code: "suggestion",
    title: { zh: "建议", en: "Suggestion" },
    synonyms: ["意见", "proposal", "idea"],
  },
  { code: "praise", title: { zh: "表扬", en: "Praise" }, synonyms: ["好评", "感谢", "compliment"] },
  {
    code: "question",
    title: { zh: "咨询", en: "Question" },
    synonyms: ["询问", "问题", "inquiry", "enquiry"],
  },
  {
    code: "survey",
    title: { zh: "满意度调查", en: "Survey" },
    synonyms: ["调查", "回访", "csat", "nps"],
  },
  { code: "other", title: { zh: "其他", en: "Other" }, synonyms: ["其它", "others"] },
];
