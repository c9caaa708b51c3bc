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
  },
  {
    id: "kind",
    title: { zh: "类型", en: "Kind" },
    kind: "choice",
    choices: activityKinds,
    synonyms: spellings("活动类型, 类别, type, category"),
    width: 12,
    essential: true,
  },
  dayColumn(
    "startDay",
    { zh: "开始日", en: "Start" },
    "开始日期, 活动日期, 日期, start date, date",
  ),
  dayColumn("endDay", { zh: "结束日", en: "End" }, "结束日期, 截止日期, end date"),
  personColumn("owner", { zh: "负责人", en: "Owner" }, "组织者, 经办人, organiser, organizer"),
  {
    id: "budget",
    title: { zh: "预算", en: "Budget" },
    kind: "amountYuan",
    synonyms: spellings("活动预算, planned cost"),
    width: 14,
    essential: true,
  },
  {
    id: "cost",
    title: { zh: "费用", en: "Cost" },
    kind: "amountYuan",
    synonyms: spellings("实际费用, 成本, actual cost, expenses"),
    width: 14,
    essential: true,
  },
  {
    id: "expectedEffect",
    title: { zh: "预期效果", en: "Expected effect" },
    kind: "text",
    prose: true,
    synonyms: spellings("目标, 预期, goal, target"),
    width: 26,
    essential: true,
  },
  {
    id: "discount",
    title: { zh: "折扣", en: "Discount" },
    kind: "percent",
    synonyms: spellings("优惠幅度, 让利, rebate"),
    width: 9,
    essential: true,
  },
  {
    id: "profit",
    title: { zh: "利润", en: "Profit" },
    kind: "amountYuan",
    synonyms: spellings("收益, 毛利, margin, gain"),
    width: 14,
    essential: true,
  },
  {
    id: "told",
    title: { zh: "已告知客户", en: "Customers told" },
    kind: "text",
    prose: true,
    synonyms: spellings("通知客户, 告知客户, 参与客户, informed, participants"),
    width: 30,
    essential: true,
  },
  {
    id: "result",
    title: { zh: "结果", en: "Result" },
    kind: "text",
    prose: true,
    synonyms: spellings("活动结果, 效果, outcome, effect"),
    width: 30,
    essential: true,
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
} as const satisfies TableSpec;
