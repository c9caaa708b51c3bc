import type { TableDescription } from "../description";
import type { followUpsTable } from "../specs/follow-ups";

export const followUpsDescription: TableDescription<typeof followUpsTable> = {
  table: {
    zh: "每次跟进一行，连同跟进前后的等级。",
    en: "One row per follow-up, with the grade before and after.",
  },
  columns: {
    id: { zh: "唯一且不变的编号。", en: "Unique and lasting." },
    customerId: { zh: "这次跟进的是哪个客户。", en: "Which customer was followed up." },
    customerName: { zh: "记录时的客户名称。", en: "The customer's name at that time." },
    day: { zh: "哪一天跟进的。", en: "The day of the follow-up." },
    time: { zh: "几点，可不填。", en: "The time of day, if known." },
    channel: {
      zh: "电话、邮件、短信、微信、拜访或其他。",
      en: "Phone, email, SMS, WeChat, visit or other.",
      rules: ["I1"],
    },
    who: { zh: "谁跟进的。", en: "Who followed up." },
    said: { zh: "说了什么。", en: "What was said." },
    result: { zh: "有什么结果。", en: "What came of it." },
    nextStep: { zh: "接下来做什么。", en: "What is to be done next." },
    demandBefore: { zh: "跟进前的需求状况。", en: "Demand before the follow-up." },
    demandAfter: { zh: "跟进后的需求状况。", en: "Demand after the follow-up." },
    gradeBefore: { zh: "跟进前的等级。", en: "Grade before the follow-up.", rules: ["G7"] },
    gradeAfter: { zh: "重新定级后的等级。", en: "Grade after re-grading.", rules: ["G7"] },
    agreedDay: {
      zh: "这次约好的下次日子。",
      en: "The next day agreed on this occasion.",
      rules: ["F4"],
    },
  },
};
