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

const openAmount = '=IF({dueAmount}="","",N({dueAmount})-N({receivedAmount}))';

// T6: what was paid in full is late by the day it came, what is open by today; never below zero.
const daysLate =
  "=IF(ISNUMBER({dueDay})," +
  "MAX(0,IF(AND(ISNUMBER({receivedDay}),N({receivedAmount})>=N({dueAmount})),{receivedDay},TODAY())-{dueDay})," +
  '"")';

const columns = [
  ownIdColumn({ zh: "回款编号", en: "Receipt ID" }, "收款编号"),
  customerIdColumn,
  customerNameColumn,
  {
    id: "contractId",
    title: { zh: "合同编号", en: "Contract ID" },
    kind: "id",
    references: "contracts",
    synonyms: spellings("合同id, contract no"),
    width: ownIdWidth,
    essential: true,
  },
  {
    id: "instalment",
    title: { zh: "期次", en: "Instalment" },
    kind: "text",
    synonyms: spellings("款项, 第几期, payment, stage"),
    width: 12,
    essential: false,
  },
  dayColumn(
    "dueDay",
    { zh: "应收日", en: "Due on" },
    "应收日期, 应回款日期, 付款截止日, due date, due day",
  ),
  {
    id: "dueAmount",
    title: { zh: "应收金额", en: "Amount due" },
    kind: "amountYuan",
    synonyms: spellings("应收, 应收款, 应回款, due, receivable"),
    width: 14,
    essential: true,
  },
  dayColumn(
    "receivedDay",
    { zh: "回款日", en: "Received on" },
    "回款日期, 到账日期, 收款日期, paid on, payment date, date received",
  ),
  {
    id: "receivedAmount",
    title: { zh: "回款金额", en: "Received" },
    kind: "amountYuan",
    synonyms: spellings("已收金额, 实收, 到账金额, 回款, amount received, paid"),
    width: 14,
    essential: true,
  },
  {
    id: "openAmount",
    title: { zh: "未收金额", en: "Open" },
    kind: "computed",
    result: "number",
    formula: { zh: openAmount, en: openAmount },
    synonyms: spellings("欠款, outstanding, balance"),
    width: 14,
    essential: true,
  },
  {
    id: "daysLate",
    title: { zh: "逾期天数", en: "Days late" },
    kind: "computed",
    result: "number",
    formula: { zh: daysLate, en: daysLate },
    synonyms: spellings("拖欠天数, days overdue"),
    width: 11,
    essential: true,
  },
  personColumn("owner", { zh: "催收人", en: "Owner" }, "负责人, 经办人, collector"),
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 回款: what is due and what came, one row per instalment (T6). */
export const receiptsTable = {
  id: "receipts",
  title: { zh: "回款", en: "Receipts" },
  excelName: "CrmReceipts",
  idPrefix: "R",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;
