import type { TableDescription } from "../description";
import type { receiptsTable } from "../specs/receipts";
import { customerId, customerName, notes, ownId } from "./common";

export const receiptsDescription: TableDescription<typeof receiptsTable> = {
  table: {
    zh: "应收与到账，每期一行，逾期天数自动得出。",
    en: "What is due and what came, one row per instalment, with the days late.",
    rules: ["T6"],
  },
  columns: {
    id: ownId,
    customerId,
    customerName,
    contractId: { zh: "属于哪份合同。", en: "The contract it belongs to." },
    instalment: { zh: "首付款、尾款等。", en: "Which part of the sum." },
    dueDay: { zh: "应该在哪一天收到。", en: "The day it is to be paid by.", rules: ["T6"] },
    dueAmount: { zh: "应收（元）。", en: "To be received, in yuan." },
    receivedDay: { zh: "款项到账的日子。", en: "The day the money came." },
    receivedAmount: { zh: "实际到账（元）。", en: "What came, in yuan." },
    openAmount: { zh: "应收减已收（元）。", en: "Due less received, in yuan." },
    daysLate: {
      zh: "付清的按到账日算，未付清的按今天算；没有逾期为 0。",
      en: "By the day it came once paid in full, else by today; 0 when not late.",
      rules: ["T6"],
    },
    owner: { zh: "谁负责收款。", en: "Who sees to it." },
    notes,
  },
};
