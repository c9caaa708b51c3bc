import { quoteStates } from "../../domain/quote-state";
import {
  contactIdColumn,
  customerIdColumn,
  customerNameColumn,
  dayColumn,
  notesColumn,
  ownIdColumn,
  personColumn,
  ownIdWidth,
} from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

const amount = '=IF(AND(ISNUMBER({quantity}),ISNUMBER({unitPrice})),{quantity}*{unitPrice},"")';

const columns = [
  ownIdColumn({ zh: "报价编号", en: "Quote ID" }, "报价id"),
  customerIdColumn,
  customerNameColumn,
  contactIdColumn,
  {
    id: "number",
    title: { zh: "报价单号", en: "Quote number" },
    kind: "id",
    synonyms: spellings("报价号, 单号, quote no, quotation number, quotation no"),
    width: 16,
    essential: true,
  },
  {
    id: "dealId",
    title: { zh: "商机编号", en: "Deal ID" },
    kind: "id",
    references: "deals",
    synonyms: spellings("商机id, opportunity id"),
    width: ownIdWidth,
    essential: false,
  },
  {
    id: "product",
    title: { zh: "产品", en: "Product" },
    kind: "text",
    synonyms: spellings("产品名称, 项目, 服务内容, product name, item, description"),
    width: 24,
    essential: true,
  },
  {
    id: "quantity",
    title: { zh: "数量", en: "Quantity" },
    kind: "number",
    synonyms: spellings("件数, qty, units"),
    width: 9,
    essential: true,
  },
  {
    id: "unitPrice",
    title: { zh: "单价", en: "Unit price" },
    kind: "amountYuan",
    synonyms: spellings("报价, price, rate"),
    width: 14,
    essential: true,
  },
  {
    id: "amount",
    title: { zh: "报价金额", en: "Amount" },
    kind: "computed",
    result: "number",
    formula: { zh: amount, en: amount },
    synonyms: spellings("金额, 总价, 小计, 合价, total, subtotal"),
    width: 14,
    essential: true,
  },
  dayColumn("quotedDay", { zh: "报价日", en: "Quoted on" }, "报价日期, quote date, date"),
  dayColumn(
    "validDay",
    { zh: "有效期至", en: "Valid until" },
    "有效期, 截止日期, valid to, expiry date, expires",
  ),
  {
    id: "state",
    title: { zh: "状态", en: "State" },
    kind: "choice",
    choices: quoteStates,
    synonyms: spellings("报价状态, quote status, status"),
    width: 10,
    essential: true,
  },
  personColumn(
    "owner",
    { zh: "报价人", en: "Quoted by" },
    "负责人, 业务员, 销售, owner, sales rep, salesperson",
  ),
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 报价: what was offered to customers and at which price, one row per item (N1, T5). */
export const quotesTable = {
  id: "quotes",
  title: { zh: "报价", en: "Quotes" },
  excelName: "CrmQuotes",
  idPrefix: "B",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;
