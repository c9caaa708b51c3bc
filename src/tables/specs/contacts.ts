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
    description: { zh: "敏感信息，默认不启用（R3）。", en: "Sensitive, off by default (R3)." },
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
    description: { zh: "联系人的姓名。", en: "The person's name." },
  },
  {
    id: "position",
    title: { zh: "职务", en: "Position" },
    kind: "text",
    synonyms: spellings("职位, 岗位, 头衔, job title, title, function"),
    width: 14,
    essential: false,
    description: { zh: "在客户方担任什么。", en: "What the person is there." },
  },
  {
    id: "role",
    title: { zh: "决策角色", en: "Role" },
    kind: "choice",
    choices: contactRoles,
    synonyms: spellings("角色, 决策作用, buying role, decision role"),
    width: 10,
    essential: false,
    description: {
      zh: "在购买决定中起什么作用。",
      en: "What part the person has in the decision.",
    },
  },
  {
    id: "main",
    title: { zh: "主要联系人", en: "Main contact" },
    kind: "choice",
    choices: yesNo,
    synonyms: spellings("是否主要联系人, 首要联系人, primary, primary contact"),
    width: 11,
    essential: false,
    description: { zh: "有事先找谁。", en: "Whom to ask first." },
  },
  {
    id: "phone",
    title: { zh: "电话", en: "Phone" },
    kind: "phone",
    synonyms: spellings("手机, 手机号, 联系电话, 电话号码, tel, mobile, phone number"),
    width: 16,
    essential: true,
    description: {
      zh: "按文本保存，开头的 0 和 + 不会丢失。",
      en: "Kept as text, so that a leading 0 or + survives.",
    },
  },
  emailColumn,
  {
    id: "wechat",
    title: { zh: "微信", en: "WeChat" },
    kind: "text",
    synonyms: spellings("微信号, 企业微信, wechat id, weixin"),
    width: 16,
    essential: false,
    description: { zh: "微信号。", en: "The WeChat id." },
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
    description: { zh: "用于细分（L2）。", en: "For segments (L2)." },
  },
  {
    ...dayColumn(
      "birthday",
      { zh: "生日", en: "Birthday" },
      { zh: "出生日期，用于细分（L2）。", en: "Day of birth, for segments (L2)." },
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
    description: { zh: "喜欢什么（L2）。", en: "What the person likes (L2)." },
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
    description: {
      zh: "元。敏感信息，默认不启用（R3）。",
      en: "Yuan. Sensitive, off by default (R3).",
    },
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
  description: {
    zh: "每行一个联系人，一个客户可以有多个；敏感资料默认不启用（R1、R3）。",
    en: "One row per person, several for a customer where need be; sensitive columns are off (R1, R3).",
  },
} as const satisfies TableSpec;
