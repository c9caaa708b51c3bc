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
  },
  {
    id: "role",
    title: { zh: "角色", en: "Role" },
    kind: "choice",
    choices: commissionRoles,
    synonyms: spellings("部门, 提成角色, department"),
    width: 12,
    essential: true,
  },
  {
    id: "kind",
    title: { zh: "合同类型", en: "Contract kind" },
    kind: "choice",
    choices: contractKinds,
    synonyms: spellings("类型, 新签续签, contract type, new or renewal"),
    width: 10,
    essential: true,
  },
  {
    id: "changeFrom",
    title: { zh: "续签增幅从", en: "Change from" },
    kind: "percent",
    synonyms: spellings("增幅下限, 变动从, change at least"),
    width: 12,
    essential: true,
  },
  {
    id: "changeBelow",
    title: { zh: "续签增幅到", en: "Change below" },
    kind: "percent",
    synonyms: spellings("增幅上限, 变动到, change less than"),
    width: 12,
    essential: true,
  },
  {
    id: "rate",
    title: { zh: "提成比例", en: "Rate" },
    kind: "percent",
    synonyms: spellings("比例, 提成率, commission rate, commission"),
    width: 10,
    essential: true,
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
} as const satisfies TableSpec;
