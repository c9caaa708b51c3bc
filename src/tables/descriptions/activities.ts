import type { TableDescription } from "../description";
import type { activitiesTable } from "../specs/activities";
import { notes, ownId } from "./common";

export const activitiesDescription: TableDescription<typeof activitiesTable> = {
  table: {
    zh: "促销与政策通知，每次一行。",
    en: "Promotions and policy notices, one row each.",
    rules: ["I5"],
  },
  columns: {
    id: ownId,
    title: { zh: "活动或通知叫什么。", en: "What it is called." },
    kind: {
      zh: "促销、政策通知、客户活动等。",
      en: "Promotion, policy notice, event ….",
      rules: ["I5"],
    },
    startDay: { zh: "从哪一天起。", en: "The first day." },
    endDay: { zh: "到哪一天为止。", en: "The last day." },
    owner: { zh: "由谁组织。", en: "Who runs it." },
    budget: { zh: "计划花多少（元）。", en: "What it may cost, in yuan." },
    cost: { zh: "实际花了多少（元）。", en: "What it did cost, in yuan." },
    expectedEffect: { zh: "希望达到什么。", en: "What it is to bring." },
    discount: { zh: "让利的百分比：九折写 10%。", en: "What is taken off the price, in percent." },
    profit: { zh: "带来的利润（元）。", en: "What it earned, in yuan." },
    told: {
      zh: "通知了哪些客户：客户编号，用空格隔开。",
      en: "Which customers were told: their ids, with spaces between.",
    },
    result: { zh: "实际效果如何。", en: "What came of it." },
    notes,
  },
};
