import type { TableDescription } from "../description";
import type { contactsTable } from "../specs/contacts";
import { customerId, customerName, email, identityNumber, notes, ownId } from "./common";

export const contactsDescription: TableDescription<typeof contactsTable> = {
  table: {
    zh: "每行一个联系人，一个客户可以有多个；敏感资料默认不启用。",
    en: "One row per person, several for a customer where need be; sensitive columns are off.",
    rules: ["R1", "R3"],
  },
  columns: {
    id: ownId,
    customerId,
    customerName,
    name: { zh: "联系人的姓名。", en: "The person's name." },
    position: { zh: "在客户方担任什么。", en: "What the person is there." },
    role: { zh: "在购买决定中起什么作用。", en: "What part the person has in the decision." },
    main: { zh: "有事先找谁。", en: "Whom to ask first." },
    phone: {
      zh: "按文本保存，开头的 0 和 + 不会丢失。",
      en: "Kept as text, so that a leading 0 or + survives.",
    },
    email,
    wechat: { zh: "微信号。", en: "The WeChat id." },
    sex: { zh: "用于细分。", en: "For segments.", rules: ["L2"] },
    birthday: { zh: "出生日期，用于细分。", en: "Day of birth, for segments.", rules: ["L2"] },
    interests: { zh: "喜欢什么。", en: "What the person likes.", rules: ["L2"] },
    identityNumber,
    family: { zh: "敏感信息，默认不启用。", en: "Sensitive, off by default.", rules: ["R3"] },
    occupation: { zh: "敏感信息，默认不启用。", en: "Sensitive, off by default.", rules: ["R3"] },
    annualIncome: {
      zh: "元。敏感信息，默认不启用。",
      en: "Yuan. Sensitive, off by default.",
      rules: ["R3"],
    },
    education: { zh: "敏感信息，默认不启用。", en: "Sensitive, off by default.", rules: ["R3"] },
    personality: { zh: "敏感信息，默认不启用。", en: "Sensitive, off by default.", rules: ["R3"] },
    connections: { zh: "敏感信息，默认不启用。", en: "Sensitive, off by default.", rules: ["R3"] },
    notes,
  },
};
