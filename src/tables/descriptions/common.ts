import type { Description } from "../description";

/** What the columns that several tables have are for. */

export const notes: Description = { zh: "想记的任何内容。", en: "Anything worth keeping." };

export const email: Description = { zh: "电子邮箱地址。", en: "The email address." };

export const ownId: Description = {
  zh: "唯一且不变的编号，请勿修改。",
  en: "Unique and lasting; leave it as it is.",
};

export const customerId: Description = {
  zh: "这一行属于哪个客户。",
  en: "The customer the row belongs to.",
};

export const customerName: Description = {
  zh: "记录时的客户名称，方便阅读；以客户编号为准。",
  en: "The customer's name at that time, for reading; the id counts.",
};

export const identityNumber: Description = {
  zh: "18 位，按 GB 11643 校验。敏感信息：没有必要就不要记。",
  en: "18 characters, checked by GB 11643. Sensitive: keep it only where it is needed.",
  rules: ["R3"],
};
