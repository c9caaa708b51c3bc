import { channels } from "../../domain/channel";
import { demands } from "../../domain/demand";
import { grades } from "../../domain/grade";
import { dayColumn, personColumn } from "./common-columns";
import type { RecordOf } from "../records";
import type { ColumnSpec, TableSpec } from "../schema";

const columns = [
  {
    id: "id",
    title: { zh: "记录编号", en: "Follow-up ID" },
    kind: "id",
    synonyms: ["跟进编号", "log id"],
    width: 14,
    essential: true,
    description: { zh: "唯一且不变的编号。", en: "Unique and lasting." },
  },
  {
    id: "customerId",
    references: "customers",
    title: { zh: "客户编号", en: "Customer ID" },
    kind: "id",
    synonyms: ["客户id", "client id"],
    width: 14,
    essential: true,
    description: { zh: "这次跟进的是哪个客户。", en: "Which customer was followed up." },
  },
  {
    id: "customerName",
    title: { zh: "客户名称", en: "Customer" },
    kind: "text",
    synonyms: ["客户", "customer name"],
    width: 24,
    essential: true,
    description: { zh: "记录时的客户名称。", en: "The customer's name at that time." },
  },
  {
    ...dayColumn(
      "day",
      { zh: "跟进日期", en: "Day" },
      { zh: "哪一天跟进的。", en: "The day of the follow-up." },
      "日期, date, follow up date",
    ),
    width: 12,
  },
  {
    id: "time",
    title: { zh: "时间", en: "Time" },
    kind: "time",
    synonyms: ["跟进时间", "time of day"],
    width: 8,
    essential: false,
    description: { zh: "几点，可不填。", en: "The time of day, if known." },
  },
  {
    id: "channel",
    title: { zh: "渠道", en: "Channel" },
    kind: "choice",
    synonyms: ["跟进方式", "联系方式", "方式", "method"],
    choices: channels,
    width: 8,
    essential: true,
    description: {
      zh: "电话、邮件、短信、微信、拜访或其他（I1）。",
      en: "Phone, email, SMS, WeChat, visit or other (I1).",
    },
  },
  personColumn(
    "who",
    { zh: "跟进人", en: "By" },
    { zh: "谁跟进的。", en: "Who followed up." },
    "业务员, 记录人, owner, author",
  ),
  {
    id: "said",
    prose: true,
    title: { zh: "沟通内容", en: "What was said" },
    kind: "text",
    synonyms: ["跟进内容", "内容", "跟进情况", "content", "summary"],
    width: 44,
    essential: true,
    description: { zh: "说了什么。", en: "What was said." },
  },
  {
    id: "result",
    prose: true,
    title: { zh: "结果", en: "Result" },
    kind: "text",
    synonyms: ["跟进结果", "outcome"],
    width: 20,
    essential: false,
    description: { zh: "有什么结果。", en: "What came of it." },
  },
  {
    id: "nextStep",
    prose: true,
    title: { zh: "下一步", en: "Next step" },
    kind: "text",
    synonyms: ["下步计划", "后续计划", "next action"],
    width: 20,
    essential: false,
    description: { zh: "接下来做什么。", en: "What is to be done next." },
  },
  {
    id: "demandBefore",
    title: { zh: "原需求", en: "Demand before" },
    kind: "choice",
    synonyms: [],
    choices: demands,
    width: 8,
    essential: false,
    description: { zh: "跟进前的需求状况。", en: "Demand before the follow-up." },
  },
  {
    id: "demandAfter",
    title: { zh: "新需求", en: "Demand after" },
    kind: "choice",
    synonyms: [],
    choices: demands,
    width: 8,
    essential: false,
    description: { zh: "跟进后的需求状况。", en: "Demand after the follow-up." },
  },
  {
    id: "gradeBefore",
    title: { zh: "原等级", en: "Grade before" },
    kind: "choice",
    synonyms: [],
    choices: grades,
    width: 8,
    essential: true,
    description: { zh: "跟进前的等级（G7）。", en: "Grade before the follow-up (G7)." },
  },
  {
    id: "gradeAfter",
    title: { zh: "新等级", en: "Grade after" },
    kind: "choice",
    synonyms: [],
    choices: grades,
    width: 8,
    essential: true,
    description: { zh: "重新定级后的等级（G7）。", en: "Grade after re-grading (G7)." },
  },
  {
    ...dayColumn(
      "agreedDay",
      { zh: "约定日期", en: "Agreed day" },
      {
        zh: "这次约好的下次日子（F4）。",
        en: "The next day agreed on this occasion (F4).",
      },
      "下次跟进日期, agreed date",
    ),
    width: 12,
    essential: false,
  },
] as const satisfies readonly ColumnSpec[];

/** A logged follow-up; rule I1. */
export type FollowUpRecord = RecordOf<typeof columns>;

/** 跟进记录: one row per interaction, only ever added to. */
export const followUpsTable = {
  id: "followUps",
  title: { zh: "跟进记录", en: "Follow-ups" },
  excelName: "CrmFollowUps",
  idPrefix: "F",
  columns,
  description: {
    zh: "每次跟进一行，连同跟进前后的等级。",
    en: "One row per follow-up, with the grade before and after.",
  },
} as const satisfies TableSpec;
