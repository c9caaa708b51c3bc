import {
  customerIdColumn,
  customerNameColumn,
  dayColumn,
  notesColumn,
  ownIdColumn,
  personColumn,
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
    width: 14,
    essential: true,
    description: { zh: "属于哪份合同。", en: "The contract it belongs to." },
  },
  {
    id: "instalment",
    title: { zh: "期次", en: "Instalment" },
    kind: "text",
    synonyms: spellings("款项, 第几期, payment, stage"),
    width: 12,
    essential: false,
    description: { zh: "首付款、尾款等。", en: "Which part of the sum." },
  },
  dayColumn(
    "dueDay",
    { zh: "应收日", en: "Due on" },
    { zh: "应该在哪一天收到（T6）。", en: "The day it is to be paid by (T6)." },
    "应收日期, 应回款日期, 付款截止日, due date, due day",
  ),
  {
    id: "dueAmount",
    title: { zh: "应收金额", en: "Amount due" },
    kind: "amountYuan",
    synonyms: spellings("应收, 应收款, 应回款, due, receivable"),
    width: 14,
    essential: true,
    description: { zh: "应收（元）。", en: "To be received, in yuan." },
  },
  dayColumn(
    "receivedDay",
    { zh: "回款日", en: "Received on" },
    { zh: "款项到账的日子。", en: "The day the money came." },
    "回款日期, 到账日期, 收款日期, paid on, payment date, date received",
  ),
  {
    id: "receivedAmount",
    title: { zh: "回款金额", en: "Received" },
    kind: "amountYuan",
    synonyms: spellings("已收金额, 实收, 到账金额, 回款, amount received, paid"),
    width: 14,
    essential: true,
    description: { zh: "实际到账（元）。", en: "What came, in yuan." },
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
    description: { zh: "应收减已收（元）。", en: "Due less received, in yuan." },
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
    description: {
      zh: "付清的按到账日算，未付清的按今天算；没有逾期为 0（T6）。",
      en: "By the day it came once paid in full, else by today; 0 when not late (T6).",
    },
  },
  personColumn(
    "owner",
    { zh: "催收人", en: "Owner" },
    { zh: "谁负责收款。", en: "Who sees to it." },
    "负责人, 经办人, collector",
  ),
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
  description: {
    zh: "应收与到账，每期一行，逾期天数自动得出（T6）。",
    en: "What is due and what came, one row per instalment, with the days late (T6).",
  },
} as const satisfies TableSpec;
