import { dealStages } from "../../domain/deal-stage";
import {
  customerIdColumn,
  customerNameColumn,
  dayColumn,
  notesColumn,
  ownIdColumn,
  personColumn,
} from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

const columns = [
  ownIdColumn(
    { zh: "商机编号", en: "Deal ID" },
    "商机id, opportunity id, deal no, opportunity number",
  ),
  customerIdColumn,
  customerNameColumn,
  {
    id: "product",
    title: { zh: "产品", en: "Product" },
    kind: "text",
    synonyms: spellings("产品名称, 意向产品, product name, item"),
    width: 20,
    essential: true,
  },
  {
    id: "stage",
    title: { zh: "阶段", en: "Stage" },
    kind: "choice",
    choices: dealStages,
    synonyms: spellings(
      "商机阶段, 销售阶段, 状态, deal stage, opportunity stage, sales stage, status",
    ),
    width: 12,
    essential: true,
  },
  {
    id: "amount",
    title: { zh: "金额", en: "Amount" },
    kind: "amountYuan",
    synonyms: spellings("商机金额, 成交金额, 预计金额, close value, deal value, value, deal size"),
    width: 14,
    essential: true,
  },
  {
    id: "probability",
    title: { zh: "赢率", en: "Win probability" },
    kind: "percent",
    synonyms: spellings("成交概率, 把握, win rate, likelihood"),
    width: 10,
    essential: false,
  },
  dayColumn(
    "engageDay",
    { zh: "接触日", en: "Engaged on" },
    "接触日期, 立项日期, 创建日期, engage date, opened on, created date",
  ),
  dayColumn(
    "closeDay",
    { zh: "成交日", en: "Closed on" },
    "成交日期, 结束日期, 关闭日期, 预计成交日, close date, closing date",
  ),
  {
    ...personColumn(
      "owner",
      { zh: "负责人", en: "Owner" },
      "业务员, 销售, 销售代表, sales agent, agent, sales rep, salesperson",
    ),
    width: 14,
    essential: true,
  },
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 商机: what is being negotiated with customers, one row per deal (N1, K1). */
export const dealsTable = {
  id: "deals",
  title: { zh: "商机", en: "Deals" },
  excelName: "CrmDeals",
  idPrefix: "D",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;
