import { dealStatuses } from "../domain/deal-status";
import { demands } from "../domain/demand";
import { importances } from "../domain/importance";
import type { RecordOf } from "./records";
import { spellings, type ColumnSpec, type TableSpec, type Words } from "./schema";

const [important, ordinary] = ["important", "ordinary"].map(
  (code) => importances.find((entry) => entry.code === code)?.title,
) as [Words, Words];

const grade = "=CRM.GRADE({demand},{expectedClose},crm_as_of,crm_horizons)";

// F2: one never followed up is due on the day it was created. That day goes where an agreed one would, because both
// stand as they are, without a roll to a working day; and the function understands a day written as text.
const nextFollowUp =
  "=CRM.NEXTFOLLOWUP({grade},{lastFollowUp}," +
  'IF({agreedDay}<>"",{agreedDay},IF(AND({grade}<>"",{lastFollowUp}=""),{createdDay},"")),' +
  'crm_cadences,IF(OR(crm_workday_roll="on",crm_workday_roll="开"),crm_holidays,""))';

const state: Words = {
  zh: stateFormula({
    unreadable: "无法计算",
    ungraded: "未定级",
    unscheduled: "未排期",
    overdue: ["逾期 ", " 天", " 天"],
    today: "今天",
    soon: "即将",
    later: "以后",
    reestimate: " · 需重估",
  }),
  en: stateFormula({
    unreadable: "Cannot be worked out",
    ungraded: "Ungraded",
    unscheduled: "Not scheduled",
    overdue: ["", " day overdue", " days overdue"],
    today: "Today",
    soon: "Soon",
    later: "Later",
    reestimate: " · re-estimate",
  }),
};

const columns = [
  {
    id: "id",
    title: { zh: "客户编号", en: "Customer ID" },
    kind: "id",
    synonyms: spellings(
      "编号, 客户id, 客户号, 客户代码, 客户编码, 客户代号, 档案号, 会员号, id",
      "customer no, customer number, customer code, client id, account id",
      "account number, opportunity id, record id, lead id",
    ),
    width: 14,
    essential: true,
    description: {
      zh: "唯一且不变的编号，跟进记录凭它找到客户；请勿修改或重复使用。",
      en: "Unique and lasting: the follow-up log finds the customer by it. Do not change or reuse it.",
    },
  },
  {
    id: "name",
    title: { zh: "客户名称", en: "Customer" },
    kind: "text",
    synonyms: spellings(
      "客户, 客户名, 客户姓名, 客户全称, 名称, 姓名, 公司, 公司名, 公司名称, 单位",
      "单位名称, 企业名称, 客户单位, 企业, name, customer name, company, company name",
      "client, client name, account, account name, organization, organisation",
      "business name",
    ),
    width: 26,
    essential: true,
    description: { zh: "客户或公司的名称。", en: "The customer's or company's name." },
  },
  {
    id: "contact",
    title: { zh: "联系人", en: "Contact" },
    kind: "text",
    synonyms: spellings(
      "联系人姓名, 对接人, 负责联系人, 主要联系人, 联络人, contact name",
      "contact person, primary contact, key contact",
    ),
    width: 12,
    essential: false,
    description: { zh: "客户方的联系人。", en: "Whom to speak to." },
  },
  {
    id: "phone",
    title: { zh: "电话", en: "Phone" },
    kind: "phone",
    synonyms: spellings(
      "手机, 手机号, 手机号码, 电话号码, 联系电话, 联系方式, 移动电话, 座机, 客户电话",
      "tel, telephone, mobile, cell, phone number, mobile number, contact number",
      "contact phone",
    ),
    width: 16,
    essential: false,
    description: {
      zh: "按文本保存，开头的 0 和 + 不会丢失。",
      en: "Kept as text, so that a leading 0 or + survives.",
    },
  },
  {
    id: "creditCode",
    title: { zh: "统一社会信用代码", en: "Credit code" },
    kind: "text",
    synonyms: spellings(
      "信用代码, 社会信用代码, 统一信用代码, 税号, 纳税人识别号, uscc",
      "unified social credit code, social credit code, tax id",
    ),
    width: 22,
    essential: false,
    description: {
      zh: "18 位，按 GB 32100-2015 校验；用于查重（T3）。",
      en: "18 characters, checked by GB 32100-2015; tells duplicates (T3).",
    },
  },
  {
    id: "owner",
    title: { zh: "负责人", en: "Owner" },
    kind: "text",
    synonyms: spellings(
      "业务员, 销售, 销售员, 销售人员, 销售代表, 客户经理, 跟进人, 归属人, 所属人",
      "所属销售, 销售负责人, 责任人, 开发人, owner name, account owner, sales rep",
      "sales representative, salesperson, sales agent, agent, rep, assigned to",
      "account manager, responsible",
    ),
    width: 12,
    essential: false,
    description: { zh: "由谁跟进。谁开发谁管理。", en: "Who follows up." },
  },
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
  {
    id: "expectedClose",
    title: { zh: "预计成交日", en: "Expected close" },
    kind: "day",
    synonyms: spellings(
      "预计成交, 成交预计, 预计签单, 预计成交日期, 预计成交时间, 预计签约日期, 预计签单日期, 预计签单时间",
      "预计签约时间, 预计下单时间, 预计下单日, 预计采购时间, 成交日期, 预期成交日",
      "expected close date, close date, closing date, expected closing",
      "estimated close, estimated close date, target close date, forecast date, close date forecast",
    ),
    width: 13,
    essential: true,
    description: {
      zh: "离它越近等级越高（G4）；目标客户缺少它就无法定级（G5）。",
      en: "The nearer, the higher the grade (G4); without it a customer with clear demand is ungraded (G5).",
    },
  },
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
    formula: { zh: grade, en: grade },
    essential: true,
    description: {
      zh: "A 到 E，由需求状况和预计成交日算出（G1–G6）。",
      en: "A to E, from demand and expected close (G1–G6).",
    },
  },
  {
    id: "lastFollowUp",
    title: { zh: "上次跟进", en: "Last follow-up" },
    kind: "day",
    synonyms: spellings(
      "上次跟进日期, 上次跟进时间, 上次跟进日, 最近跟进, 最近跟进日期, 最近跟进时间",
      "最后跟进, 最后跟进日期, 最后跟进时间, 最近联系, 最近联系日期, 最近联系时间",
      "上次联系, 上次联系日期, 上次联系时间, 最后联系时间, 最后联系日期, 跟进日期",
      "跟进时间, 回访日期, last follow up date, last followup, last followup date",
      "last contact, last contacted, last contact date, last activity",
      "last activity date, last touch, last call, followup date",
    ),
    width: 13,
    essential: true,
    description: {
      zh: "最近一次跟进的日子，记一次跟进就会更新（F6）。",
      en: "Day of the latest follow-up; moves when one is logged (F6).",
    },
  },
  {
    id: "agreedDay",
    title: { zh: "约定日期", en: "Agreed day" },
    kind: "day",
    synonyms: spellings(
      "约定日, 约定时间, 约定跟进日期, 预约日期, 预约时间, 约访日期, 下次约定",
      "agreed date, appointment, appointment date, snooze, snoozed until",
      "callback date, call back on",
    ),
    width: 13,
    essential: true,
    description: {
      zh: "与客户约好的下次日子，在下一次跟进之前优先于周期（F4）。",
      en: "The next day agreed with the customer; beats the cadence until the next follow-up (F4).",
    },
  },
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
    formula: { zh: nextFollowUp, en: nextFollowUp },
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
    width: 18,
    result: "text",
    formula: state,
    essential: true,
    description: {
      zh: "逾期、今天、即将或以后（F5）；没有插件也会更新。",
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
    formula: {
      zh: "=CRM.URGENCY({nextFollowUp},crm_as_of,crm_urgency)",
      en: "=CRM.URGENCY({nextFollowUp},crm_as_of,crm_urgency)",
    },
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
    formula: {
      zh: importanceFormula(important.zh, ordinary.zh),
      en: importanceFormula(important.en, ordinary.en),
    },
    essential: false,
    description: {
      zh: "潜在金额达到设置中的门槛为重要（D2）；门槛未配置时为空。",
      en: "Important when the potential amount reaches the threshold in Settings (D2); blank while that is not configured.",
    },
  },
  {
    id: "region",
    title: { zh: "地区", en: "Region" },
    kind: "text",
    synonyms: spellings(
      "区域, 所在地, 省份, 城市, 省市, 所属地区, 所在地区, 所在城市, 客户地区, area",
      "city, province, territory, location, office location, regional office, country",
    ),
    width: 12,
    essential: false,
    description: { zh: "省、市或销售区域。", en: "Province, city or sales region." },
  },
  {
    id: "source",
    title: { zh: "来源", en: "Source" },
    kind: "text",
    synonyms: spellings(
      "客户来源, 线索来源, 渠道来源, 来源渠道, lead source, customer source, origin",
      "channel source",
    ),
    width: 12,
    essential: false,
    description: { zh: "从哪里认识的客户。", en: "How the customer was found." },
  },
  {
    id: "createdDay",
    title: { zh: "创建日", en: "Created" },
    kind: "day",
    synonyms: spellings(
      "创建日期, 创建时间, 建档日期, 建档时间, 录入日期, 录入时间, 登记日期, 添加日期",
      "添加时间, 首次联系日期, created date, create date, date created, creation date",
      "created on, created at, engage date, date added, entry date",
    ),
    width: 13,
    essential: true,
    description: {
      zh: "从未跟进的客户从这一天起应跟进（F2）。",
      en: "A customer never followed up is due from this day (F2).",
    },
  },
  {
    id: "notes",
    title: { zh: "备注", en: "Notes" },
    kind: "text",
    synonyms: spellings(
      "说明, 备注信息, 客户备注, note, remark, remarks, comment, comments",
      "description, memo",
    ),
    width: 30,
    essential: false,
    description: { zh: "想记的任何内容。", en: "Anything worth keeping." },
  },
] as const satisfies readonly ColumnSpec[];

export type CustomerColumn = (typeof columns)[number]["id"];

/** A customer as the rules see it; computed columns are not part of it. */
export type CustomerRecord = RecordOf<typeof columns>;

/** 客户: one row per customer. */
export const customersTable = {
  id: "customers",
  title: { zh: "客户", en: "Customers" },
  excelName: "CrmCustomers",
  columns,
  description: {
    zh: "每行一个客户；等级、下次跟进和状态由公式得出。",
    en: "One row per customer; grade, next follow-up and state are formulas.",
  },
} as const satisfies TableSpec;

/** The columns a person's own column can be used as; computed ones are always added. */
export const adoptableColumns: readonly ColumnSpec[] = columns.filter(
  ({ kind }) => kind !== "computed",
);

/** The columns that decide when to follow up, and the only ones Today reads. */
export const todayColumns = [
  "id",
  "name",
  "owner",
  "dealStatus",
  "demand",
  "expectedClose",
  "lastFollowUp",
  "agreedDay",
  "createdDay",
] as const satisfies readonly CustomerColumn[];

/** The columns a logged follow-up writes: a formula there would be overwritten. */
export const writtenColumns = [
  "id",
  "demand",
  "expectedClose",
  "lastFollowUp",
  "agreedDay",
] as const satisfies readonly CustomerColumn[];

interface StateWords {
  readonly unreadable: string;
  readonly ungraded: string;
  readonly unscheduled: string;
  /** Before the number of days, after one day, after several. */
  readonly overdue: readonly [before: string, one: string, several: string];
  readonly today: string;
  readonly soon: string;
  readonly later: string;
  readonly reestimate: string;
}

/** F5 and G6 in native functions, by Excel's own clock: right on any morning, with or without the add-in. */
function stateFormula(words: StateWords): string {
  const next = "{nextFollowUp}";
  const [before, one, several] = words.overdue;
  const days = `(TODAY()-${next})`;
  const afterDays = one === several ? `"${one}"` : `IF(${days}=1,"${one}","${several}")`;
  const overdue = `${before === "" ? "" : `"${before}"&`}${days}&${afterDays}`;
  const scheduled =
    `IF(${next}<TODAY(),${overdue},IF(${next}=TODAY(),"${words.today}",` +
    `IF(${next}<=TODAY()+N(crm_due_soon),"${words.soon}","${words.later}")))`;
  // "--" reads a day written as text, as the rules do; what is no day at all asks for no new estimate.
  const closePast = "IFERROR(--{expectedClose}<TODAY(),FALSE)";
  const reestimate = `IF({grade}<>"A","",IF({expectedClose}="","",IF(${closePast},"${words.reestimate}","")))`;
  return (
    `=IF({name}="","",IF(OR(ISERROR({grade}),ISERROR(${next})),"${words.unreadable}",` +
    `IF({grade}="","${words.ungraded}",IF(${next}="","${words.unscheduled}",${scheduled})&${reestimate})))`
  );
}

/** D2; a blank amount or an unconfigured threshold leaves it blank. */
function importanceFormula(importantWord: string, ordinaryWord: string): string {
  return (
    "=IF(AND(ISNUMBER({potentialAmount}),ISNUMBER(crm_importance))," +
    `IF({potentialAmount}>=crm_importance,"${importantWord}","${ordinaryWord}"),"")`
  );
}
