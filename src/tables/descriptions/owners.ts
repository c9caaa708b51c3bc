import type { TableDescription } from "../description";
import type { ownersTable } from "../specs/owners";
import { email, notes, ownId } from "./common";

export const ownersDescription: TableDescription<typeof ownersTable> = {
  table: {
    zh: "谁负责客户、归谁管、在哪个地区。",
    en: "Who looks after customers, under whom and where.",
    rules: ["H1", "K2"],
  },
  columns: {
    id: ownId,
    name: {
      zh: "与客户表“负责人”一列写法相同。",
      en: "Spelt as in the Owner column of the customers.",
    },
    manager: { zh: "向谁汇报；逾期也会提醒主管。", en: "Whom they report to.", rules: ["F7"] },
    department: { zh: "商务服务部、运维部等。", en: "Sales, support ….", rules: ["T5"] },
    region: { zh: "负责哪个地区。", en: "The region they look after." },
    phone: { zh: "怎样联系。", en: "How to reach them." },
    email,
    active: {
      zh: "离职时改为“否”，客户应当交接。",
      en: "No once they have left: customers are to be handed over.",
      rules: ["H1"],
    },
    leftDay: { zh: "最后一天。", en: "The last day.", rules: ["H1"] },
    notes,
  },
};
