import type { TableDescription } from "../description";
import type { consentsTable } from "../specs/consents";
import { customerId, customerName, notes, ownId } from "./common";

export const consentsDescription: TableDescription<typeof consentsTable> = {
  table: {
    zh: "个人信息处理的用途与依据，每人每项一行。",
    en: "Purpose and basis of keeping personal data, one row per person and purpose.",
    rules: ["P3"],
  },
  columns: {
    id: ownId,
    customerId,
    customerName,
    contactId: { zh: "哪位联系人。", en: "Which person at the customer." },
    person: { zh: "谁的个人信息。", en: "Whose data it is about." },
    purpose: { zh: "为了什么使用。", en: "What the data is used for.", rules: ["P3"] },
    basis: { zh: "凭什么可以保存。", en: "Why it may be kept.", rules: ["P3"] },
    day: { zh: "哪一天取得的。", en: "The day it was given." },
    withdrawnDay: {
      zh: "哪一天撤回的；撤回后不得再用。",
      en: "The day it was withdrawn; then it must not be used.",
    },
    keepUntil: {
      zh: "到哪一天为止应当删除。",
      en: "The day by which it is to be erased.",
      rules: ["P3"],
    },
    evidence: { zh: "在哪里可以查到。", en: "Where it can be looked up." },
    standing: { zh: "有效、已撤回或已过期。", en: "Valid, withdrawn or expired." },
    notes,
  },
};
