import type { TableDescription } from "../description";
import type { visitsTable } from "../specs/visits";
import { customerId, customerName, notes, ownId } from "./common";

export const visitsDescription: TableDescription<typeof visitsTable> = {
  table: {
    zh: "拜访计划与结果：目的，听、找、处理。",
    en: "Visits planned and made: aim, heard, found, solved.",
    rules: ["I2"],
  },
  columns: {
    id: ownId,
    customerId,
    customerName,
    contactId: { zh: "拜访哪位联系人。", en: "Whom the visit is to." },
    plannedDay: { zh: "打算哪一天去。", en: "The day it is planned for.", rules: ["I2"] },
    time: { zh: "几点，可不填。", en: "The time of day, if agreed." },
    day: { zh: "实际哪一天去的。", en: "The day it was made." },
    state: { zh: "计划、已拜访或取消。", en: "Planned, made or cancelled." },
    owner: { zh: "由谁去。", en: "Who goes." },
    region: { zh: "按地区排一天的路线。", en: "A day's route goes by region.", rules: ["I2"] },
    address: { zh: "到哪里去。", en: "Where to go." },
    aim: { zh: "为什么去。", en: "What the visit is for.", rules: ["I2"] },
    heard: { zh: "听到客户说了什么。", en: "What the customer said.", rules: ["I2"] },
    found: { zh: "找出了什么问题。", en: "The problems that were found.", rules: ["I2"] },
    solved: { zh: "处理了什么。", en: "What was put right.", rules: ["I2"] },
    followUpId: { zh: "这次拜访记成了哪条跟进。", en: "The follow-up it was logged as." },
    notes,
  },
};
