import { channels } from "../../domain/channel";
import { demands } from "../../domain/demand";
import { grades } from "../../domain/grade";
import { dayColumn, personColumn, ownIdWidth } from "./common-columns";
import type { RecordOf } from "../records";
import type { ColumnSpec, TableSpec } from "../schema";

const columns = [
  {
    id: "id",
    title: { zh: "记录编号", en: "Follow-up ID" },
    kind: "id",
    synonyms: ["跟进编号", "log id"],
    width: ownIdWidth,
    essential: true,
  },
  {
    id: "customerId",
    references: "customers",
    title: { zh: "客户编号", en: "Customer ID" },
    kind: "id",
    synonyms: ["客户id", "client id"],
    width: ownIdWidth,
    essential: true,
  },
  {
    id: "customerName",
    title: { zh: "客户名称", en: "Customer" },
    kind: "text",
    synonyms: ["客户", "customer name"],
    width: 24,
    essential: true,
  },
  {
    ...dayColumn("day", { zh: "跟进日期", en: "Day" }, "日期, date, follow up date"),
    width: 12,
  },
  {
    id: "time",
    title: { zh: "时间", en: "Time" },
    kind: "time",
    synonyms: ["跟进时间", "time of day"],
    width: 8,
    essential: false,
  },
  {
    id: "channel",
    title: { zh: "渠道", en: "Channel" },
    kind: "choice",
    synonyms: ["跟进方式", "联系方式", "方式", "method"],
    choices: channels,
    width: 8,
    essential: true,
  },
  personColumn("who", { zh: "跟进人", en: "By" }, "业务员, 记录人, owner, author"),
  {
    id: "said",
    prose: true,
    title: { zh: "沟通内容", en: "What was said" },
    kind: "text",
    synonyms: ["跟进内容", "内容", "跟进情况", "content", "summary"],
    width: 44,
    essential: true,
  },
  {
    id: "result",
    prose: true,
    title: { zh: "结果", en: "Result" },
    kind: "text",
    synonyms: ["跟进结果", "outcome"],
    width: 20,
    essential: false,
  },
  {
    id: "nextStep",
    prose: true,
    title: { zh: "下一步", en: "Next step" },
    kind: "text",
    synonyms: ["下步计划", "后续计划", "next action"],
    width: 20,
    essential: false,
  },
  {
    id: "demandBefore",
    title: { zh: "原需求", en: "Demand before" },
    kind: "choice",
    synonyms: [],
    choices: demands,
    width: 8,
    essential: false,
  },
  {
    id: "demandAfter",
    title: { zh: "新需求", en: "Demand after" },
    kind: "choice",
    synonyms: [],
    choices: demands,
    width: 8,
    essential: false,
  },
  {
    id: "gradeBefore",
    title: { zh: "原等级", en: "Grade before" },
    kind: "choice",
    synonyms: [],
    choices: grades,
    width: 8,
    essential: true,
  },
  {
    id: "gradeAfter",
    title: { zh: "新等级", en: "Grade after" },
    kind: "choice",
    synonyms: [],
    choices: grades,
    width: 8,
    essential: true,
  },
  {
    ...dayColumn("agreedDay", { zh: "约定日期", en: "Agreed day" }, "下次跟进日期, agreed date"),
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
} as const satisfies TableSpec;
