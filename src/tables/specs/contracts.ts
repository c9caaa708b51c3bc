import { contractKinds } from "../../domain/contract-kind";
import { contractStates } from "../../domain/contract-state";
import {
  customerIdColumn,
  customerNameColumn,
  dayColumn,
  notesColumn,
  ownIdColumn,
  personColumn,
} from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

// T5: what is in force queues for renewal by how near its end is.
const daysToEnd =
  '=IF(AND(ISNUMBER({endDay}),OR({state}="",{state}="执行中",{state}="In force")),{endDay}-TODAY(),"")';

const columns = [
  ownIdColumn({ zh: "合同编号", en: "Contract ID" }, "合同id"),
  customerIdColumn,
  customerNameColumn,
  {
    id: "number",
    title: { zh: "合同号", en: "Contract number" },
    kind: "id",
    synonyms: spellings("纸质合同号, 订单号, 订单编号, contract no, order number, po number"),
    width: 16,
    essential: false,
    description: {
      zh: "合同或订单上印的号码。",
      en: "The number printed on the contract or order.",
    },
  },
  {
    id: "kind",
    title: { zh: "类型", en: "Kind" },
    kind: "choice",
    choices: contractKinds,
    synonyms: spellings("合同类型, 合同性质, contract type, type"),
    width: 8,
    essential: true,
    description: { zh: "新签、续签或订单（T4、L1）。", en: "New, renewal or order (T4, L1)." },
  },
  {
    id: "product",
    title: { zh: "产品", en: "Product" },
    kind: "text",
    synonyms: spellings("产品名称, 服务内容, 合同内容, product name, item, subject"),
    width: 20,
    essential: false,
    description: { zh: "签的是什么。", en: "What it is about." },
  },
  dayColumn(
    "signedDay",
    { zh: "签订日", en: "Signed on" },
    { zh: "哪一天签订或下单。", en: "The day it was signed or ordered." },
    "签订日期, 签约日期, 下单日期, 订单日期, signed, order date, date signed",
  ),
  {
    ...dayColumn(
      "startDay",
      { zh: "开始日", en: "Start" },
      { zh: "从哪一天起。", en: "The first day of its term." },
      "开始日期, 生效日期, 起始日期, start date, effective date",
    ),
    essential: false,
  },
  dayColumn(
    "endDay",
    { zh: "结束日", en: "End" },
    {
      zh: "到哪一天为止；续约按它排队（T5）。",
      en: "The last day; renewals queue by it (T5).",
    },
    "结束日期, 到期日, 到期日期, 截止日期, end date, expiry date, expires",
  ),
  {
    id: "amount",
    title: { zh: "合同金额", en: "Amount" },
    kind: "amountYuan",
    synonyms: spellings(
      "金额, 总金额, 订单金额, 销售额, contract amount, contract value, total, value",
    ),
    width: 14,
    essential: true,
    description: { zh: "合同总金额（元）。", en: "The whole amount, in yuan." },
  },
  {
    id: "annualAmount",
    title: { zh: "年合同额", en: "Annual amount" },
    kind: "amountYuan",
    synonyms: spellings("年金额, 首年合同额, annual contract amount, annual value"),
    width: 14,
    essential: false,
    description: {
      zh: "每年的金额（元），决定客户分级（T1）。",
      en: "Yuan per year; decides the tier (T1).",
    },
  },
  {
    id: "expenses",
    title: { zh: "费用", en: "Expenses" },
    kind: "amountYuan",
    synonyms: spellings("成本, 支出, cost, costs"),
    width: 12,
    essential: false,
    description: {
      zh: "计提成前扣除的费用（元，T4）。",
      en: "Deducted before commission, in yuan (T4).",
    },
  },
  personColumn(
    "owner",
    { zh: "负责人", en: "Owner" },
    { zh: "谁签的、谁负责。", en: "Who signed it and looks after it." },
    "签约人, 业务员, 销售, sales rep, salesperson",
  ),
  {
    id: "department",
    title: { zh: "责任部门", en: "Department" },
    kind: "text",
    synonyms: spellings("部门, 所属部门"),
    width: 14,
    essential: false,
    description: { zh: "只有一个责任部门（T2）。", en: "Exactly one is responsible (T2)." },
  },
  {
    id: "supportDepartment",
    title: { zh: "运维部门", en: "Operations department" },
    kind: "text",
    synonyms: spellings("运维部, 运维, 技术支持部门, support department, operations"),
    width: 14,
    essential: false,
    description: {
      zh: "负责技术支持与维护，也享受一部分提成（T4、T5）。",
      en: "Gives technical support, and has a part of the commission (T4, T5).",
    },
  },
  {
    id: "state",
    title: { zh: "状态", en: "State" },
    kind: "choice",
    choices: contractStates,
    synonyms: spellings("合同状态, contract status, status"),
    width: 10,
    essential: true,
    description: {
      zh: "拟定中、执行中、已结束或已终止。",
      en: "Draft, in force, ended or terminated.",
    },
  },
  {
    id: "renews",
    title: { zh: "续签自", en: "Renews" },
    kind: "id",
    references: "contracts",
    synonyms: spellings("原合同编号, previous contract"),
    width: 14,
    essential: false,
    description: { zh: "续签的是哪份合同（T4）。", en: "The contract it renews (T4)." },
  },
  {
    id: "daysToEnd",
    title: { zh: "距到期天数", en: "Days to end" },
    kind: "computed",
    result: "number",
    formula: { zh: daysToEnd, en: daysToEnd },
    synonyms: spellings("剩余天数, days left"),
    width: 11,
    essential: false,
    description: {
      zh: "执行中的合同还有几天到期，负数为已过（T5）。",
      en: "Days until a contract in force ends; below zero it is past (T5).",
    },
  },
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 合同: contracts and orders, one row each (T1, T4, T5, L1). */
export const contractsTable = {
  id: "contracts",
  title: { zh: "合同", en: "Contracts" },
  excelName: "CrmContracts",
  idPrefix: "K",
  columns,
  onFirstUse: true,
  description: {
    zh: "合同与订单，每份一行（T1、T4、T5、L1）。",
    en: "Contracts and orders, one row each (T1, T4, T5, L1).",
  },
} as const satisfies TableSpec;
