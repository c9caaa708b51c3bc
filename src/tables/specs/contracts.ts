import { contractKinds } from "../../domain/contract-kind";
import { contractStates } from "../../domain/contract-state";
import {
  customerIdColumn,
  customerNameColumn,
  dayColumn,
  notesColumn,
  ownIdColumn,
  personColumn,
  ownIdWidth,
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
  },
  {
    id: "kind",
    title: { zh: "类型", en: "Kind" },
    kind: "choice",
    choices: contractKinds,
    synonyms: spellings("合同类型, 合同性质, contract type, type"),
    width: 8,
    essential: true,
  },
  {
    id: "product",
    title: { zh: "产品", en: "Product" },
    kind: "text",
    synonyms: spellings("产品名称, 服务内容, 合同内容, product name, item, subject"),
    width: 20,
    essential: false,
  },
  dayColumn(
    "signedDay",
    { zh: "签订日", en: "Signed on" },
    "签订日期, 签约日期, 下单日期, 订单日期, signed, order date, date signed",
  ),
  {
    ...dayColumn(
      "startDay",
      { zh: "开始日", en: "Start" },
      "开始日期, 生效日期, 起始日期, start date, effective date",
    ),
    essential: false,
  },
  dayColumn(
    "endDay",
    { zh: "结束日", en: "End" },
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
  },
  {
    id: "annualAmount",
    title: { zh: "年合同额", en: "Annual amount" },
    kind: "amountYuan",
    synonyms: spellings("年金额, 首年合同额, annual contract amount, annual value"),
    width: 14,
    essential: false,
  },
  {
    id: "expenses",
    title: { zh: "费用", en: "Expenses" },
    kind: "amountYuan",
    synonyms: spellings("成本, 支出, cost, costs"),
    width: 12,
    essential: false,
  },
  personColumn(
    "owner",
    { zh: "负责人", en: "Owner" },
    "签约人, 业务员, 销售, sales rep, salesperson",
  ),
  {
    id: "department",
    title: { zh: "责任部门", en: "Department" },
    kind: "text",
    synonyms: spellings("部门, 所属部门"),
    width: 14,
    essential: false,
  },
  {
    id: "supportDepartment",
    title: { zh: "运维部门", en: "Operations department" },
    kind: "text",
    synonyms: spellings("运维部, 运维, 技术支持部门, support department, operations"),
    width: 14,
    essential: false,
  },
  {
    id: "state",
    title: { zh: "状态", en: "State" },
    kind: "choice",
    choices: contractStates,
    synonyms: spellings("合同状态, contract status, status"),
    width: 10,
    essential: true,
  },
  {
    id: "renews",
    title: { zh: "续签自", en: "Renews" },
    kind: "id",
    references: "contracts",
    synonyms: spellings("原合同编号, previous contract"),
    width: ownIdWidth,
    essential: false,
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
} as const satisfies TableSpec;
