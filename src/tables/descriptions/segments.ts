import type { TableDescription } from "../description";
import type { segmentsTable } from "../specs/segments";
import { notes, ownId } from "./common";

export const segmentsDescription: TableDescription<typeof segmentsTable> = {
  table: {
    zh: "按任意几列划分的客群，各有名称与策略。",
    en: "Groups of customers by any columns, each with its name and strategy.",
    rules: ["L2"],
  },
  columns: {
    id: ownId,
    name: { zh: "怎样称呼这群客户。", en: "What these customers are called." },
    criteria: {
      zh: "哪些客户属于这一群：列名与要求，一行一条，例如“行业：制造”。",
      en: "Who belongs to it: a column and what it must hold, a line each, such as “Industry: manufacturing”.",
    },
    strategy: {
      zh: "怎样对待这群客户，例如专属优惠或加强沟通。",
      en: "How to treat them: an offer of their own, closer contact.",
    },
    owner: { zh: "谁负责这群客户的策略。", en: "Who sees to the strategy." },
    setDay: { zh: "哪一天定下的。", en: "The day it was settled." },
    notes,
  },
};
