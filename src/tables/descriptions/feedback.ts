import type { TableDescription } from "../description";
import type { feedbackTable } from "../specs/feedback";
import { customerId, customerName, notes, ownId } from "./common";

export const feedbackDescription: TableDescription<typeof feedbackTable> = {
  table: {
    zh: "投诉、建议与满意度，每次一行。",
    en: "Complaints, suggestions and satisfaction, one row each.",
    rules: ["I4", "K1"],
  },
  columns: {
    id: ownId,
    customerId,
    customerName,
    day: { zh: "哪一天提出的。", en: "The day it came." },
    channel: { zh: "怎样提出的。", en: "How it came." },
    kind: { zh: "投诉、建议、表扬等。", en: "Complaint, suggestion, praise ….", rules: ["I4"] },
    said: { zh: "客户说了什么。", en: "What the customer said." },
    expected: { zh: "期望的水平，1 到 5。", en: "What was expected, 1 to 5.", rules: ["I4"] },
    satisfaction: {
      zh: "实际的满意度，1 到 5。",
      en: "How satisfied, 1 to 5.",
      rules: ["I4", "K1"],
    },
    gap: { zh: "期望减满意度。", en: "Expected less actual.", rules: ["I4"] },
    recommend: {
      zh: "0 到 10，用于净推荐值。",
      en: "0 to 10, for the net promoter score.",
      rules: ["K1"],
    },
    handler: { zh: "由谁处理。", en: "Who sees to it." },
    state: {
      zh: "待处理、处理中或已解决；没有解决的会列出。",
      en: "Open, in hand or resolved; what is not resolved is listed.",
      rules: ["I4"],
    },
    resolvedDay: { zh: "哪一天解决的。", en: "The day it was resolved." },
    result: { zh: "怎样解决的。", en: "What came of it." },
    notes,
  },
};
