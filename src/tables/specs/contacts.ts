import { contactRoles } from "../../domain/contact-role";
import { sexes } from "../../domain/sex";
import { yesNo } from "../../domain/yes-no";
import {
  customerIdColumn,
  customerNameColumn,
  dayColumn,
  emailColumn,
  identityNumberColumn,
  notesColumn,
  ownIdColumn,
} from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec, type Words } from "../schema";

/** R3: what business hardly ever needs to know of a person. */
function sensitiveText<const Id extends string>(id: Id, title: Words, synonyms: string) {
  return {
    id,
    title,
    kind: "text",
    sensitive: true,
    synonyms: spellings(synonyms),
    width: 20,
    essential: false,
  } as const satisfies ColumnSpec;
}

const columns = [
  ownIdColumn({ zh: "联系人编号", en: "Contact ID" }, "人员编号, contact no, person id"),
  customerIdColumn,
  customerNameColumn,
  {
    id: "name",
    title: { zh: "姓名", en: "Name" },
    kind: "text",
    synonyms: spellings("联系人, 联系人姓名, 对接人, contact, contact name, full name, person"),
    width: 12,
    essential: true,
  },
  {
    id: "position",
    title: { zh: "职务", en: "Position" },
    kind: "text",
    synonyms: spellings("职位, 岗位, 头衔, job title, title, function"),
    width: 14,
    essential: false,
  },
  {
    id: "role",
    title: { zh: "决策角色", en: "Role" },
    kind: "choice",
    choices: contactRoles,
    synonyms: spellings("角色, 决策作用, buying role, decision role"),
    width: 10,
    essential: false,
  },
  {
    id: "main",
    title: { zh: "主要联系人", en: "Main contact" },
    kind: "choice",
    choices: yesNo,
    synonyms: spellings("是否主要联系人, 首要联系人, primary, primary contact"),
    width: 11,
    essential: false,
  },
  {
    id: "phone",
    title: { zh: "电话", en: "Phone" },
    kind: "phone",
    synonyms: spellings("手机, 手机号, 联系电话, 电话号码, tel, mobile, phone number"),
    width: 16,
    essential: true,
  },
  emailColumn,
  {
    id: "wechat",
    title: { zh: "微信", en: "WeChat" },
    kind: "text",
    synonyms: spellings("微信号, 企业微信, wechat id, weixin"),
    width: 16,
    essential: false,
  },
  {
    id: "sex",
    title: { zh: "性别", en: "Sex" },
    kind: "choice",
    choices: sexes,
    synonyms: spellings("gender"),
    width: 8,
    essential: false,
    onRequest: true,
  },
  {
    ...dayColumn(
      "birthday",
      { zh: "生日", en: "Birthday" },
      "出生日期, 出生年月日, date of birth, birth date",
    ),
    onRequest: true,
    essential: false,
  },
  {
    id: "interests",
    title: { zh: "兴趣爱好", en: "Interests" },
    kind: "text",
    synonyms: spellings("爱好, 兴趣, hobbies"),
    width: 20,
    essential: false,
    onRequest: true,
  },
  identityNumberColumn("id number"),
  sensitiveText("family", { zh: "家庭情况", en: "Family" }, "家庭背景, 家庭, family background"),
  {
    ...sensitiveText("occupation", { zh: "职业", en: "Occupation" }, "工作, profession"),
    width: 16,
  },
  {
    id: "annualIncome",
    title: { zh: "年收入", en: "Annual income" },
    kind: "amountYuan",
    sensitive: true,
    synonyms: spellings("收入, 资金情况, income, salary"),
    width: 14,
    essential: false,
  },
  {
    ...sensitiveText(
      "education",
      { zh: "教育程度", en: "Education" },
      "教育水平, 学历, 文化程度, degree",
    ),
    width: 14,
  },
  sensitiveText(
    "personality",
    { zh: "性格偏好", en: "Personality" },
    "性格, 偏好, 性格特点, character, preferences",
  ),
  sensitiveText("connections", { zh: "人脉关系", en: "Connections" }, "人脉, 社会关系, network"),
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 联系人: one row per person at a customer (R1, R3). */
export const contactsTable = {
  id: "contacts",
  title: { zh: "联系人", en: "Contacts" },
  excelName: "CrmContacts",
  idPrefix: "P",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;
