import { activityKinds } from "../../domain/activity-kind";
import { dayColumn, notesColumn, ownIdColumn, personColumn } from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

const columns = [
  ownIdColumn({ zh: "活动编号", en: "Activity ID" }, "campaign id"),
  {
    id: "title",
    title: { zh: "活动名称", en: "Activity" },
    kind: "text",
    synonyms: spellings("名称, 主题, 活动, title, name, campaign, subject"),
    width: 26,
    essential: true,
    description: { zh: "活动或通知叫什么。", en: "What it is called." },
  },
  {
    id: "kind",
    title: { zh: "类型", en: "Kind" },
    kind: "choice",
    choices: activityKinds,
    synonyms: spellings("活动类型, 类别, type, category"),
    width: 12,
    essential: true,
    description: {
      zh: "促销、政策通知、客户活动等（I5）。",
      en: "Promotion, policy notice, event … (I5).",
    },
  },
  dayColumn(
    "startDay",
    { zh: "开始日", en: "Start" },
    { zh: "从哪一天起。", en: "The first day." },
    "开始日期, 活动日期, 日期, start date, date",
  ),
  dayColumn(
    "endDay",
    { zh: "结束日", en: "End" },
    { zh: "到哪一天为止。", en: "The last day." },
    "结束日期, 截止日期, end date",
  ),
  personColumn(
    "owner",
    { zh: "负责人", en: "Owner" },
    { zh: "由谁组织。", en: "Who runs it." },
    "组织者, 经办人, organiser, organizer",
  ),
  {
    id: "budget",
    title: { zh: "预算", en: "Budget" },
    kind: "amountYuan",
    synonyms: spellings("活动预算, planned cost"),
    width: 14,
    essential: true,
    description: { zh: "计划花多少（元）。", en: "What it may cost, in yuan." },
  },
  {
    id: "cost",
    title: { zh: "费用", en: "Cost" },
    kind: "amountYuan",
    synonyms: spellings("实际费用, 成本, actual cost, expenses"),
    width: 14,
    essential: true,
    description: { zh: "实际花了多少（元）。", en: "What it did cost, in yuan." },
  },
  {
    id: "expectedEffect",
    title: { zh: "预期效果", en: "Expected effect" },
    kind: "text",
    prose: true,
    synonyms: spellings("目标, 预期, goal, target"),
    width: 26,
    essential: true,
    description: { zh: "希望达到什么。", en: "What it is to bring." },
  },
  {
    id: "discount",
    title: { zh: "折扣", en: "Discount" },
    kind: "percent",
    synonyms: spellings("优惠幅度, 让利, rebate"),
    width: 9,
    essential: true,
    description: {
      zh: "让利的百分比：九折写 10%。",
      en: "What is taken off the price, in percent.",
    },
  },
  {
    id: "profit",
    title: { zh: "利润", en: "Profit" },
    kind: "amountYuan",
    synonyms: spellings("收益, 毛利, margin, gain"),
    width: 14,
    essential: true,
    description: { zh: "带来的利润（元）。", en: "What it earned, in yuan." },
  },
  {
    id: "told",
    title: { zh: "已告知客户", en: "Customers told" },
    kind: "text",
    prose: true,
    synonyms: spellings("通知客户, 告知客户, 参与客户, informed, participants"),
    width: 30,
    essential: true,
    description: {
      zh: "通知了哪些客户：客户编号，用空格隔开。",
      en: "Which customers were told: their ids, with spaces between.",
    },
  },
  {
    id: "result",
    title: { zh: "结果", en: "Result" },
    kind: "text",
    prose: true,
    synonyms: spellings("活动结果, 效果, outcome, effect"),
    width: 30,
    essential: true,
    description: { zh: "实际效果如何。", en: "What came of it." },
  },
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 活动: promotions and policy notices, one row each (I5). */
export const activitiesTable = {
  id: "activities",
  title: { zh: "活动", en: "Activities" },
  excelName: "CrmActivities",
  idPrefix: "E",
  columns,
  onFirstUse: true,
  description: {
    zh: "促销与政策通知，每次一行（I5）。",
    en: "Promotions and policy notices, one row each (I5).",
  },
} as const satisfies TableSpec;
