import type { TableDescription } from "../description";
import type { needsTable } from "../specs/needs";
import { customerId, customerName, notes, ownId } from "./common";

export const needsDescription: TableDescription<typeof needsTable> = {
  table: {
    zh: "需要、期望与动机的历史，每次了解一行，不覆盖旧的。",
    en: "The history of needs, wants and motives: a row each time, nothing overwritten.",
    rules: ["R2"],
  },
  columns: {
    id: ownId,
    customerId,
    customerName,
    day: { zh: "哪一天了解到的。", en: "The day it was learnt.", rules: ["R2"] },
    kind: { zh: "需要、期望或动机。", en: "Need, want or motive.", rules: ["R2"] },
    said: { zh: "客户想要什么、为什么。", en: "What the customer wants, and why." },
    source: { zh: "从哪里得知的。", en: "How it was learnt." },
    who: { zh: "谁记下的。", en: "Who wrote it down." },
    followUpId: { zh: "在哪次跟进中得知的。", en: "The follow-up in which it came up." },
    notes,
  },
};
