import type { TableDescription } from "../description";
import type { dealsTable } from "../specs/deals";
import { customerId, customerName, notes, ownId } from "./common";

export const dealsDescription: TableDescription<typeof dealsTable> = {
  table: {
    zh: "与客户谈的每笔生意一行，从初步接触到赢单或输单。",
    en: "One row per deal, from the first word to won or lost.",
    rules: ["N1", "K1"],
  },
  columns: {
    id: ownId,
    customerId,
    customerName,
    product: { zh: "想买什么。", en: "What it is about." },
    stage: {
      zh: "初步接触、洽谈中、已报价、赢单或输单。",
      en: "Prospecting, engaging, quoted, won or lost.",
      rules: ["N1"],
    },
    amount: { zh: "成交或预计的金额（元）。", en: "What it is worth, in yuan." },
    probability: { zh: "估计的成交可能。", en: "How likely it is to be won.", rules: ["N1"] },
    engageDay: { zh: "从哪一天谈起。", en: "The day it began." },
    closeDay: { zh: "成交、结束或预计成交的日子。", en: "The day it was or should be decided." },
    owner: { zh: "谁在谈。", en: "Whose deal it is." },
    notes,
  },
};
