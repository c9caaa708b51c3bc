import { channels } from "../../domain/channel";
import { feedbackKinds } from "../../domain/feedback-kind";
import { feedbackStates } from "../../domain/feedback-state";
import {
  customerIdColumn,
  customerNameColumn,
  dayColumn,
  notesColumn,
  ownIdColumn,
  personColumn,
} from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

const gap = '=IF(AND(ISNUMBER({expected}),ISNUMBER({satisfaction})),{expected}-{satisfaction},"")';

const columns = [
  ownIdColumn({ zh: "反馈编号", en: "Feedback ID" }, "投诉编号, ticket id, case number"),
  customerIdColumn,
  customerNameColumn,
  dayColumn("day", { zh: "反馈日期", en: "Day" }, "日期, 投诉日期, 受理日期, date, received on"),
  {
    id: "channel",
    title: { zh: "渠道", en: "Channel" },
    kind: "choice",
    choices: channels,
    synonyms: spellings("反馈方式, 来源, method"),
    width: 8,
    essential: false,
  },
  {
    id: "kind",
    title: { zh: "类型", en: "Kind" },
    kind: "choice",
    choices: feedbackKinds,
    synonyms: spellings("反馈类型, 反馈类别, type, category"),
    width: 12,
    essential: true,
  },
  {
    id: "said",
    title: { zh: "反馈内容", en: "What was said" },
    kind: "text",
    prose: true,
    synonyms: spellings("内容, 投诉内容, 意见, content, description, details"),
    width: 44,
    essential: true,
  },
  {
    id: "expected",
    title: { zh: "期望", en: "Expected" },
    kind: "number",
    scale: { least: 1, most: 5 },
    synonyms: spellings("期望值, 期望满意度, expectation"),
    width: 8,
    essential: false,
  },
  {
    id: "satisfaction",
    title: { zh: "满意度", en: "Satisfaction" },
    kind: "number",
    scale: { least: 1, most: 5 },
    synonyms: spellings("评分, 满意程度, 实际感受, score, rating, csat"),
    width: 12,
    essential: true,
  },
  {
    id: "gap",
    title: { zh: "差距", en: "Gap" },
    kind: "computed",
    result: "number",
    formula: { zh: gap, en: gap },
    synonyms: spellings("满意度差距, satisfaction gap"),
    width: 8,
    essential: true,
  },
  {
    id: "recommend",
    title: { zh: "推荐意愿", en: "Would recommend" },
    kind: "number",
    scale: { least: 0, most: 10 },
    synonyms: spellings("推荐度, nps, recommendation"),
    width: 11,
    essential: false,
  },
  {
    ...personColumn(
      "handler",
      { zh: "处理人", en: "Handler" },
      "负责人, 受理人, 经办人, owner, assigned to",
    ),
    essential: true,
  },
  {
    id: "state",
    title: { zh: "处理状态", en: "State" },
    kind: "choice",
    choices: feedbackStates,
    synonyms: spellings("状态, 是否解决, status"),
    width: 10,
    essential: true,
  },
  dayColumn(
    "resolvedDay",
    { zh: "解决日", en: "Resolved on" },
    "解决日期, 办结日期, 完成日期, resolved date, closed on",
  ),
  {
    id: "result",
    title: { zh: "处理结果", en: "Result" },
    kind: "text",
    prose: true,
    synonyms: spellings("结果, 处理情况, outcome, resolution"),
    width: 30,
    essential: false,
  },
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 反馈: complaints, suggestions and satisfaction, one row each (I4). */
export const feedbackTable = {
  id: "feedback",
  title: { zh: "反馈", en: "Feedback" },
  excelName: "CrmFeedback",
  idPrefix: "Q",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;
