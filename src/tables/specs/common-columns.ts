import { spellings, type ColumnSpec, type Words } from "../schema";

/** Columns that several tables have, so that one thing is called the same everywhere. */

/** Eleven capitals and digits, as in C7V4KM9MAK9, also where a row is bold and W and M are among them. */
export const ownIdWidth = 18;

/** The lasting id of a table's rows. */
export function ownIdColumn(title: Words, ...synonyms: readonly string[]) {
  return {
    id: "id",
    title,
    kind: "id",
    synonyms: spellings(...synonyms),
    width: ownIdWidth,
    essential: true,
  } as const satisfies ColumnSpec;
}

/**
 * A day something happens on, begins or ends. What a table says otherwise it spreads over it.
 *
 * @param synonyms - as `spellings` takes them
 *
 * @example
 * { ...dayColumn("leftDay", { zh: "离职日", en: "Left on" }, "leaving date, last day"), essential: false }
 */
export function dayColumn<const Id extends string>(
  id: Id,
  title: Words,
  ...synonyms: readonly string[]
) {
  return {
    id,
    title,
    kind: "day",
    synonyms: spellings(...synonyms),
    width: 13,
    essential: true,
  } as const satisfies ColumnSpec;
}

/** One of our people, by name: who looks after it, logged it, sees to it. */
export function personColumn<const Id extends string>(
  id: Id,
  title: Words,
  ...synonyms: readonly string[]
) {
  return {
    id,
    title,
    kind: "text",
    synonyms: spellings(...synonyms),
    width: 12,
    essential: false,
  } as const satisfies ColumnSpec;
}

/** The customer a row belongs to. */
export const customerIdColumn = {
  id: "customerId",
  title: { zh: "客户编号", en: "Customer ID" },
  kind: "id",
  references: "customers",
  synonyms: spellings("客户id, 客户号, 客户代码, client id, account id, customer no"),
  width: ownIdWidth,
  essential: true,
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
} as const satisfies ColumnSpec;

/** The person at the customer a row is about. */
export const contactIdColumn = {
  id: "contactId",
  title: { zh: "联系人编号", en: "Contact ID" },
  kind: "id",
  references: "contacts",
  synonyms: spellings("人员编号, person id"),
  width: ownIdWidth,
  essential: false,
} as const satisfies ColumnSpec;

/** The follow-up a row came from or became. */
export const followUpIdColumn = {
  id: "followUpId",
  title: { zh: "跟进记录编号", en: "Follow-up ID" },
  kind: "id",
  references: "followUps",
  synonyms: spellings("跟进编号, log id"),
  width: ownIdWidth,
  essential: false,
} as const satisfies ColumnSpec;

export const emailColumn = {
  id: "email",
  title: { zh: "邮箱", en: "Email" },
  kind: "email",
  synonyms: spellings("电子邮箱, 电子邮件, 邮件, e-mail, mail, email address"),
  width: 24,
  essential: false,
} as const satisfies ColumnSpec;

/** R3: kept only where it is needed; spellings differ between people who are customers and people at customers. */
export function identityNumberColumn(...synonyms: readonly string[]) {
  return {
    id: "identityNumber",
    title: { zh: "身份证号", en: "Identity number" },
    kind: "identityNumber",
    sensitive: true,
    synonyms: spellings("身份证, 身份证号码, 公民身份号码, id card", ...synonyms, "identity card"),
    width: 22,
    essential: false,
  } as const satisfies ColumnSpec;
}

export const notesColumn = {
  id: "notes",
  title: { zh: "备注", en: "Notes" },
  kind: "text",
  prose: true,
  synonyms: spellings("说明, note, remark, remarks, comment, comments, memo"),
  width: 30,
  essential: false,
} as const satisfies ColumnSpec;
