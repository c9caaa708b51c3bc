import { dealStatuses } from "../../domain/deal-status";
import { demands } from "../../domain/demand";
import { dayColumn } from "./common-columns";
import {
  gradeFormula,
  importanceFormulas,
  nextFollowUpFormula,
  stateFormulas,
  urgencyFormula,
} from "./customer-formulas";
import { spellings, type ColumnSpec } from "../schema";

/** What decides the grade and the next follow-up, and what the formulas make of it (G, F, D). */
export const followUpColumns = [
  {
    id: "dealStatus",
    title: { zh: "成交状态", en: "Deal status" },
    kind: "choice",
    synonyms: spellings(
      "客户状态, 交易状态, 成交情况, 跟进阶段, 销售阶段, 阶段, deal stage, stage",
      "sales stage, opportunity stage, pipeline stage, lead status, customer status",
    ),
    choices: dealStatuses,
    width: 12,
    essential: false,
    description: {
      zh: "已成交、正在谈判或潜在（D1）。",
      en: "Won, negotiating or prospect (D1).",
    },
  },
  {
    id: "demand",
    title: { zh: "需求状况", en: "Demand" },
    kind: "choice",
    synonyms: spellings(
      "需求, 客户需求, 需求状态, 需求情况, 需求程度, 需求类型, 购买需求, 意向",
      "购买意向, 意向程度, need, needs, customer demand, demand status, interest",
    ),
    choices: demands,
    width: 12,
    essential: true,
    description: {
      zh: "目标（有明确需求）、潜在或死亡（无需求）；决定等级（G1）。",
      en: "Clear, latent or none; decides the grade (G1).",
    },
  },
  dayColumn(
    "expectedClose",
    { zh: "预计成交日", en: "Expected close" },
    {
      zh: "离它越近等级越高（G4）；目标客户缺少它就无法定级（G5）。",
      en: "The nearer, the higher the grade (G4); without it a customer with clear demand is ungraded (G5).",
    },
    "预计成交, 成交预计, 预计签单, 预计成交日期, 预计成交时间, 预计签约日期, 预计签单日期, 预计签单时间",
    "预计签约时间, 预计下单时间, 预计下单日, 预计采购时间, 成交日期, 预期成交日",
    "expected close date, close date, closing date, expected closing",
    "estimated close, estimated close date, target close date, forecast date, close date forecast",
  ),
  {
    id: "potentialAmount",
    title: { zh: "潜在金额", en: "Potential amount" },
    kind: "amountYuan",
    synonyms: spellings(
      "预计金额, 预计成交金额, 意向金额, 商机金额, 潜在销售额, 金额, 预算, 合同金额",
      "amount, deal value, deal size, close value, opportunity amount",
      "opportunity value, expected revenue, potential, budget, value",
    ),
    width: 14,
    essential: false,
    description: {
      zh: "可能成交的金额（元），用于重要性（D2）。",
      en: "What it may be worth, in yuan (D2).",
    },
  },
  {
    id: "grade",
    title: { zh: "等级", en: "Grade" },
    kind: "computed",
    synonyms: spellings("跟进等级, 客户等级, 客户级别, 级别, follow up grade, customer grade"),
    width: 7,
    result: "text",
    formula: { zh: gradeFormula, en: gradeFormula },
    essential: true,
    description: {
      zh: "A 到 E，由需求状况和预计成交日算出（G1–G6）。",
      en: "A to E, from demand and expected close (G1–G6).",
    },
  },
  dayColumn(
    "lastFollowUp",
    { zh: "上次跟进", en: "Last follow-up" },
    {
      zh: "最近一次跟进的日子，记一次跟进就会更新（F6）。",
      en: "Day of the latest follow-up; moves when one is logged (F6).",
    },
    "上次跟进日期, 上次跟进时间, 上次跟进日, 最近跟进, 最近跟进日期, 最近跟进时间",
    "最后跟进, 最后跟进日期, 最后跟进时间, 最近联系, 最近联系日期, 最近联系时间",
    "上次联系, 上次联系日期, 上次联系时间, 最后联系时间, 最后联系日期, 跟进日期",
    "跟进时间, 回访日期, last follow up date, last followup, last followup date",
    "last contact, last contacted, last contact date, last activity",
    "last activity date, last touch, last call, followup date",
  ),
  dayColumn(
    "agreedDay",
    { zh: "约定日期", en: "Agreed day" },
    {
      zh: "与客户约好的下次日子，在下一次跟进之前优先于周期（F4）。",
      en: "The next day agreed with the customer; beats the cadence until the next follow-up (F4).",
    },
    "约定日, 约定时间, 约定跟进日期, 预约日期, 预约时间, 约访日期, 下次约定",
    "agreed date, appointment, appointment date, snooze, snoozed until",
    "callback date, call back on",
  ),
  {
    id: "nextFollowUp",
    title: { zh: "下次跟进", en: "Next follow-up" },
    kind: "computed",
    synonyms: spellings(
      "下次跟进日期, 下次跟进时间, 下次联系, 下次联系日期, 下次联系时间, 计划跟进日期",
      "next follow up date, next followup, next contact, next contact date",
      "next activity, next step date, next touch",
    ),
    width: 13,
    result: "day",
    formula: { zh: nextFollowUpFormula, en: nextFollowUpFormula },
    essential: true,
    description: {
      zh: "约定日期，否则上次跟进加等级的周期（F1–F4）。",
      en: "The agreed day, else the last follow-up plus the grade's cadence (F1–F4).",
    },
  },
  {
    id: "state",
    title: { zh: "状态", en: "State" },
    kind: "computed",
    synonyms: ["跟进状态", "follow up state", "follow up status"],
    width: 26,
    result: "text",
    formula: stateFormulas,
    essential: true,
    description: {
      zh: "逾期、今天、即将或以后（F5）；没有加载项也会更新。",
      en: "Overdue, today, soon or later (F5); also updates without the add-in.",
    },
  },
  {
    id: "urgency",
    title: { zh: "紧急程度", en: "Urgency" },
    kind: "computed",
    synonyms: ["紧急度", "priority by day"],
    width: 10,
    result: "text",
    formula: { zh: urgencyFormula, en: urgencyFormula },
    essential: false,
    description: { zh: "按下次跟进的远近（D3）。", en: "By how near the next follow-up is (D3)." },
  },
  {
    id: "importance",
    title: { zh: "重要性", en: "Importance" },
    kind: "computed",
    synonyms: ["重要程度", "customer importance"],
    width: 10,
    result: "text",
    formula: importanceFormulas,
    essential: false,
    description: {
      zh: "潜在金额达到设置中的门槛为重要（D2）；门槛未配置时为空。",
      en: "Important when the potential amount reaches the threshold in Settings (D2); blank while that is not configured.",
    },
  },
] as const satisfies readonly ColumnSpec[];
