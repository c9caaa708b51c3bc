import type { TableDescription } from "../description";
import type { quotesTable } from "../specs/quotes";
import { customerId, customerName, notes, ownId } from "./common";

export const quotesDescription: TableDescription<typeof quotesTable> = {
  table: {
    zh: "给客户报的价，每项一行，金额自动得出。",
    en: "What was offered to customers, one row per item, with its amount.",
    rules: ["N1", "T5"],
  },
  columns: {
    id: ownId,
    customerId,
    customerName,
    contactId: { zh: "报给谁。", en: "Who it was sent to." },
    number: {
      zh: "报价单上印的号码；一张单上有几项，就有几行。",
      en: "The number printed on the quote; a quote of several items has several rows.",
    },
    dealId: { zh: "为哪笔商机报的价。", en: "The deal it is for." },
    product: { zh: "报的是什么。", en: "What is offered." },
    quantity: { zh: "多少件、多少套。", en: "How many." },
    unitPrice: { zh: "每件的价格（元）。", en: "Yuan for one." },
    amount: { zh: "数量乘单价（元）。", en: "Quantity by unit price, in yuan." },
    quotedDay: { zh: "哪一天报出的。", en: "The day it was sent." },
    validDay: { zh: "到哪一天为止有效。", en: "The last day it holds." },
    state: {
      zh: "拟定中、已报出、已接受、未接受或已撤回。",
      en: "Draft, sent, accepted, declined or withdrawn.",
    },
    owner: { zh: "谁报的价。", en: "Who made the quote.", rules: ["T5"] },
    notes,
  },
};
