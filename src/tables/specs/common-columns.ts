import { spellings, type ColumnSpec, type Words } from "../schema";

/** Columns that several tables have, so that one thing is called the same everywhere. */

/** The lasting id of a table's rows. */
export function ownIdColumn(title: Words, ...synonyms: readonly string[]) {
  return {
    id: "id",
    title,
    kind: "id",
    synonyms: spellings(...synonyms),
    width: 14,
    essential: true,
    description: {
      zh: "唯一且不变的编号，请勿修改。",
      en: "Unique and lasting; leave it as it is.",
    },
  } as const satisfies ColumnSpec;
}

/** The customer a row belongs to. */
export const customerIdColumn = {
  id: "customerId",
  title: { zh: "客户编号", en: "Customer ID" },
  kind: "id",
  references: "customers",
  synonyms: spellings("客户id, 客户号, 客户代码, client id, account id, customer no"),
  width: 14,
  essential: true,
  description: { zh: "这一行属于哪个客户。", en: "The customer the row belongs to." },
} as const satisfies ColumnSpec;

export const customerNameColumn = {
  id: "customerName",
  title: { zh: "客户名称", en: "Customer" },
  kind: "text",
  synonyms: spellings(
    "客户, 公司, 公司名称, 单位, customer name, client, account, account name, company",
  ),
  width: 24,
  essential: true,
  description: {
    zh: "记录时的客户名称，方便阅读；以客户编号为准。",
    en: "The customer's name at that time, for reading; the id counts.",
  },
} as const satisfies ColumnSpec;

export const notesColumn = {
  id: "notes",
  title: { zh: "备注", en: "Notes" },
  kind: "text",
  prose: true,
  synonyms: spellings("说明, note, remark, remarks, comment, comments, memo"),
  width: 30,
  essential: false,
  description: { zh: "想记的任何内容。", en: "Anything worth keeping." },
} as const satisfies ColumnSpec;
