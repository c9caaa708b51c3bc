import { partnerKinds } from "../../domain/partner-kind";
import { ratings } from "../../domain/rating";
import { sexes } from "../../domain/sex";
import { standings } from "../../domain/standing";
import { dayColumn, identityNumberColumn } from "./common-columns";
import { spellings, type ColumnSpec } from "../schema";

/** Columns only some businesses keep: for contracts (T), segments and value classes (L), length (R1), the pool (H). */
export const furtherColumns = [
  {
    id: "annualAmount",
    title: { zh: "年合同额", en: "Annual contract amount" },
    kind: "amountYuan",
    onRequest: true,
    synonyms: spellings(
      "年合同金额, 年度合同额, 年签约额, annual amount, annual contract value, acv",
    ),
    width: 14,
    essential: false,
    description: {
      zh: "每年的合同额（元），决定客户分级（T1）。",
      en: "Yuan per year; decides the tier (T1).",
    },
  },
  {
    id: "department",
    title: { zh: "责任部门", en: "Department" },
    kind: "text",
    onRequest: true,
    synonyms: spellings("部门, 所属部门, 归属部门, responsible department"),
    width: 14,
    essential: false,
    description: { zh: "只有一个责任部门（T2）。", en: "Exactly one is responsible (T2)." },
  },
  {
    id: "ownerReason",
    title: { zh: "负责人变更原因", en: "Why another owner" },
    kind: "text",
    onRequest: true,
    synonyms: spellings(
      "变更原因, 改派原因, 转交原因, 转移原因, transfer reason, reassignment reason",
    ),
    width: 24,
    essential: false,
    description: {
      zh: "为什么换了负责人；变更记录里留有每一次（T2）。",
      en: "Why somebody else owns it by now; the changes tell of each time (T2).",
    },
  },
  {
    ...dayColumn(
      "firstContactDay",
      { zh: "首次接触日", en: "First contact" },
      {
        zh: "第一次打交道的日子；关系的长度从这一天算起（R1）。",
        en: "The day they were first dealt with; the relationship's length counts from it (R1).",
      },
      "首次接触日期, 首次接触时间, 认识日期, 合作起始日, first contact date, customer since",
    ),
    onRequest: true,
    essential: false,
  },
  {
    id: "standing",
    title: { zh: "归属状态", en: "Standing" },
    kind: "choice",
    choices: standings,
    onRequest: true,
    synonyms: spellings("归属, 公海状态, 是否公海, ownership status"),
    width: 10,
    essential: false,
    description: { zh: "跟进中、公海或已丢弃（H2）。", en: "Owned, pool or discarded (H2)." },
  },
  {
    id: "partnerKind",
    title: { zh: "合作类型", en: "Partner kind" },
    kind: "choice",
    choices: partnerKinds,
    onRequest: true,
    synonyms: spellings(
      "合作方式, 合作性质, 客户类型, 客户性质, 代理类型, partner type, customer type, relationship type",
    ),
    width: 12,
    essential: false,
    description: {
      zh: "代理、特许经营或直接客户（L4）。",
      en: "Agent, franchisee or direct (L4).",
    },
  },
  {
    id: "annualSales",
    title: { zh: "本年销售额", en: "Sales this year" },
    kind: "amountYuan",
    onRequest: true,
    synonyms: spellings("年销售额, 今年销售额, 本年度销售额, annual sales, yearly sales"),
    width: 14,
    essential: false,
    description: { zh: "今年的销售额（元，L4）。", en: "Sales of this year, in yuan (L4)." },
  },
  {
    id: "formerSales",
    title: { zh: "上年销售额", en: "Sales last year" },
    kind: "amountYuan",
    onRequest: true,
    synonyms: spellings("去年销售额, 上年度销售额, previous sales, prior year sales"),
    width: 14,
    essential: false,
    description: { zh: "去年的销售额（元，L4）。", en: "Sales of last year, in yuan (L4)." },
  },
  {
    id: "cooperation",
    title: { zh: "合作度", en: "Cooperation" },
    kind: "choice",
    choices: ratings,
    onRequest: true,
    synonyms: spellings("合作程度, 配合度, 合作评价, cooperation rating"),
    width: 10,
    essential: false,
    description: { zh: "合作得怎么样（L4）。", en: "How well they work with us (L4)." },
  },
  {
    id: "loyalty",
    title: { zh: "忠诚度", en: "Loyalty" },
    kind: "choice",
    choices: ratings,
    onRequest: true,
    synonyms: spellings("忠诚程度, 客户忠诚度, 忠诚评价, loyalty rating"),
    width: 10,
    essential: false,
    description: { zh: "有多忠诚（L4）。", en: "How loyal they are (L4)." },
  },
  {
    id: "sex",
    title: { zh: "性别", en: "Sex" },
    kind: "choice",
    choices: sexes,
    onRequest: true,
    synonyms: spellings("客户性别, gender"),
    width: 8,
    essential: false,
    description: { zh: "个人客户用于细分（L2）。", en: "For segments of private customers (L2)." },
  },
  {
    ...dayColumn(
      "birthday",
      { zh: "生日", en: "Birthday" },
      {
        zh: "个人客户的出生日期，用于细分（L2）。",
        en: "Day of birth of a private customer, for segments (L2).",
      },
      "出生日期, 出生年月, 出生年月日, date of birth, birth date",
    ),
    onRequest: true,
    essential: false,
  },
  {
    id: "interests",
    title: { zh: "兴趣爱好", en: "Interests" },
    kind: "text",
    onRequest: true,
    synonyms: spellings("爱好, 兴趣, hobbies"),
    width: 20,
    essential: false,
    description: { zh: "喜欢什么（L2）。", en: "What the customer likes (L2)." },
  },
  identityNumberColumn("id card number"),
] as const satisfies readonly ColumnSpec[];
