import type { TableDescription } from "../description";
import type { customersTable } from "../specs/customers";
import { email, identityNumber, notes } from "./common";

export const customersDescription: TableDescription<typeof customersTable> = {
  table: {
    zh: "每行一个客户；等级、下次跟进和状态由公式得出。",
    en: "One row per customer; grade, next follow-up and state are formulas.",
  },
  columns: {
    id: {
      zh: "唯一且不变的编号，跟进记录凭它找到客户；请勿修改或重复使用。",
      en: "Unique and lasting: the follow-up log finds the customer by it. Do not change or reuse it.",
    },
    name: { zh: "客户或公司的名称。", en: "The customer's or company's name." },
    contact: { zh: "客户方的联系人。", en: "Whom to speak to." },
    phone: {
      zh: "按文本保存，开头的 0 和 + 不会丢失。",
      en: "Kept as text, so that a leading 0 or + survives.",
    },
    creditCode: {
      zh: "18 位，按 GB 32100-2015 校验；用于查重。",
      en: "18 characters, checked by GB 32100-2015; tells duplicates.",
      rules: ["T3"],
    },
    owner: { zh: "由谁跟进。谁开发谁管理。", en: "Who follows up." },
    dealStatus: {
      zh: "已成交、正在谈判或潜在。",
      en: "Won, negotiating or prospect.",
      rules: ["D1"],
    },
    demand: {
      zh: "目标（有明确需求）、潜在或死亡（无需求）；决定等级。",
      en: "Clear, latent or none; decides the grade.",
      rules: ["G1"],
    },
    expectedClose: {
      zh: "离它越近等级越高；目标客户缺少它就无法定级。",
      en: "The nearer, the higher the grade; without it a customer with clear demand is ungraded.",
      rules: ["G4", "G5"],
    },
    potentialAmount: {
      zh: "可能成交的金额（元），用于重要性。",
      en: "What it may be worth, in yuan.",
      rules: ["D2"],
    },
    grade: {
      zh: "A 到 E，由需求状况和预计成交日算出。",
      en: "A to E, from demand and expected close.",
      rules: ["G1", "G2", "G3", "G4", "G5", "G6"],
    },
    lastFollowUp: {
      zh: "最近一次跟进的日子，记一次跟进就会更新。",
      en: "Day of the latest follow-up; moves when one is logged.",
      rules: ["F6"],
    },
    agreedDay: {
      zh: "与客户约好的下次日子，在下一次跟进之前优先于周期。",
      en: "The next day agreed with the customer; beats the cadence until the next follow-up.",
      rules: ["F4"],
    },
    nextFollowUp: {
      zh: "约定日期，否则上次跟进加等级的周期。",
      en: "The agreed day, else the last follow-up plus the grade's cadence.",
      rules: ["F1", "F2", "F3", "F4"],
    },
    state: {
      zh: "逾期、今天、即将或以后；没有加载项也会更新。",
      en: "Overdue, today, soon or later; also updates without the add-in.",
      rules: ["F5"],
    },
    urgency: { zh: "按下次跟进的远近。", en: "By how near the next follow-up is.", rules: ["D3"] },
    importance: {
      zh: "潜在金额达到设置中的门槛为重要；门槛未配置时为空。",
      en: "Important when the potential amount reaches the threshold in Settings; blank while that is not configured.",
      rules: ["D2"],
    },
    region: { zh: "省、市或销售区域。", en: "Province, city or sales region." },
    source: { zh: "从哪里认识的客户。", en: "How the customer was found." },
    email,
    address: { zh: "到哪里拜访或寄送。", en: "Where to visit or send things.", rules: ["I2"] },
    industry: {
      zh: "做什么生意，用于细分。",
      en: "What business they are in, for segments.",
      rules: ["L2"],
    },
    tags: {
      zh: "随意的标签，用空格隔开。",
      en: "Free tags with spaces between them.",
      rules: ["L2"],
    },
    createdDay: {
      zh: "从未跟进的客户从这一天起应跟进。",
      en: "A customer never followed up is due from this day.",
      rules: ["F2"],
    },
    confirmedDay: {
      zh: "最近一次核实资料的日子；太久没有核实的会列出。",
      en: "The day the data was last confirmed; those not confirmed for long are listed.",
      rules: ["I3"],
    },
    notes,
    annualAmount: {
      zh: "每年的合同额（元），决定客户分级。",
      en: "Yuan per year; decides the tier.",
      rules: ["T1"],
    },
    department: { zh: "只有一个责任部门。", en: "Exactly one is responsible.", rules: ["T2"] },
    ownerReason: {
      zh: "为什么换了负责人；变更记录里留有每一次。",
      en: "Why somebody else owns it by now; the changes tell of each time.",
      rules: ["T2"],
    },
    firstContactDay: {
      zh: "第一次打交道的日子；关系的长度从这一天算起。",
      en: "The day they were first dealt with; the relationship's length counts from it.",
      rules: ["R1"],
    },
    standing: { zh: "跟进中、公海或已丢弃。", en: "Owned, pool or discarded.", rules: ["H2"] },
    partnerKind: {
      zh: "代理、特许经营或直接客户。",
      en: "Agent, franchisee or direct.",
      rules: ["L4"],
    },
    annualSales: { zh: "今年的销售额（元）。", en: "Sales of this year, in yuan.", rules: ["L4"] },
    formerSales: { zh: "去年的销售额（元）。", en: "Sales of last year, in yuan.", rules: ["L4"] },
    cooperation: { zh: "合作得怎么样。", en: "How well they work with us.", rules: ["L4"] },
    loyalty: { zh: "有多忠诚。", en: "How loyal they are.", rules: ["L4"] },
    sex: { zh: "个人客户用于细分。", en: "For segments of private customers.", rules: ["L2"] },
    birthday: {
      zh: "个人客户的出生日期，用于细分。",
      en: "Day of birth of a private customer, for segments.",
      rules: ["L2"],
    },
    interests: { zh: "喜欢什么。", en: "What the customer likes.", rules: ["L2"] },
    identityNumber,
  },
};
