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
  },
  {
    id: "department",
    title: { zh: "责任部门", en: "Department" },
    kind: "text",
    onRequest: true,
    synonyms: spellings("部门, 所属部门, 归属部门, responsible department"),
    width: 14,
    essential: false,
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
  },
  {
    ...dayColumn(
      "firstContactDay",
      { zh: "首次接触日", en: "First contact" },
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
  },
  {
    id: "annualSales",
    title: { zh: "本年销售额", en: "Sales this year" },
    kind: "amountYuan",
    onRequest: true,
    synonyms: spellings("年销售额, 今年销售额, 本年度销售额, annual sales, yearly sales"),
    width: 14,
    essential: false,
  },
  {
    id: "formerSales",
    title: { zh: "上年销售额", en: "Sales last year" },
    kind: "amountYuan",
    onRequest: true,
    synonyms: spellings("去年销售额, 上年度销售额, previous sales, prior year sales"),
    width: 14,
    essential: false,
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
  },
  {
    ...dayColumn(
      "birthday",
      { zh: "生日", en: "Birthday" },
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
  },
  identityNumberColumn("id card number"),
] as const satisfies readonly ColumnSpec[];
