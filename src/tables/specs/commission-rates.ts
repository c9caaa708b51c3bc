import { commissionRoles } from "../../domain/commission-role";
import { contractKinds } from "../../domain/contract-kind";
import { contractTiers } from "../../domain/contract-tier";
import { notesColumn, ownIdColumn } from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

const columns = [
  ownIdColumn({ zh: "比例编号", en: "Rate ID" }),
  {
    id: "tier",
    title: { zh: "客户分级", en: "Tier" },
    kind: "choice",
    choices: contractTiers,
    synonyms: spellings("分级, 客户级别, customer tier, level"),
    width: 10,
    essential: true,
    description: {
      zh: "公司级、重点、大客户或一般（T1）；空白为任何级别。",
      en: "Corporate, key, major or regular (T1); blank is any.",
    },
  },
  {
    id: "role",
    title: { zh: "角色", en: "Role" },
    kind: "choice",
    choices: commissionRoles,
    synonyms: spellings("部门, 提成角色, department"),
    width: 12,
    essential: true,
    description: {
      zh: "责任部门或运维部门；空白为两者相同。",
      en: "The responsible or the operations department; blank is both alike.",
    },
  },
  {
    id: "kind",
    title: { zh: "合同类型", en: "Contract kind" },
    kind: "choice",
    choices: contractKinds,
    synonyms: spellings("类型, 新签续签, contract type, new or renewal"),
    width: 10,
    essential: true,
    description: {
      zh: "新签、续签或订单；空白为任何类型。",
      en: "New, renewal or order; blank is any.",
    },
  },
  {
    id: "changeFrom",
    title: { zh: "续签增幅从", en: "Change from" },
    kind: "percent",
    synonyms: spellings("增幅下限, 变动从, change at least"),
    width: 12,
    essential: true,
    description: {
      zh: "续签金额比上年变动多少起（含），减少写负数；空白为不限。",
      en: "The least change of the renewed amount, inclusive; below zero it fell; blank is no limit.",
    },
  },
  {
    id: "changeBelow",
    title: { zh: "续签增幅到", en: "Change below" },
    kind: "percent",
    synonyms: spellings("增幅上限, 变动到, change less than"),
    width: 12,
    essential: true,
    description: {
      zh: "变动低于多少为止（不含）；空白为不限。",
      en: "Up to which change, exclusive; blank is no limit.",
    },
  },
  {
    id: "rate",
    title: { zh: "提成比例", en: "Rate" },
    kind: "percent",
    synonyms: spellings("比例, 提成率, commission rate, commission"),
    width: 10,
    essential: true,
    description: {
      zh: "首年合同额减费用后，提成占多少。",
      en: "The share of the first year's amount less expenses.",
    },
  },
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 提成比例: what share is earned, by tier, role, kind of contract and change of amount (T4). */
export const commissionRatesTable = {
  id: "commissionRates",
  title: { zh: "提成比例", en: "Commission rates" },
  excelName: "CrmCommissionRates",
  idPrefix: "T",
  columns,
  onFirstUse: true,
  description: {
    zh: "按分级、角色、合同类型与续签变动定的提成比例；默认没有（T4）。",
    en: "The rate by tier, role, kind of contract and change on renewal; empty by default (T4).",
  },
} as const satisfies TableSpec;
