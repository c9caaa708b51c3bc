import { personColumn, ownIdWidth } from "./common-columns";
import { spellings, type ColumnSpec } from "../schema";

/** Who the customer is and who looks after it. */
export const identityColumns = [
  {
    id: "id",
    title: { zh: "客户编号", en: "Customer ID" },
    kind: "id",
    synonyms: spellings(
      "编号, 客户id, 客户号, 客户代码, 客户编码, 客户代号, 档案号, 会员号, id",
      "customer no, customer number, customer code, client id, account id",
      "account number, opportunity id, record id, lead id",
    ),
    width: ownIdWidth,
    essential: true,
  },
  {
    id: "name",
    title: { zh: "客户名称", en: "Customer" },
    kind: "text",
    synonyms: spellings(
      "客户, 客户名, 客户姓名, 客户全称, 名称, 姓名, 公司, 公司名, 公司名称, 单位",
      "单位名称, 企业名称, 客户单位, 企业, name, customer name, company, company name",
      "client, client name, account, account name, organization, organisation",
      "business name",
    ),
    width: 26,
    essential: true,
  },
  {
    id: "contact",
    title: { zh: "联系人", en: "Contact" },
    kind: "text",
    synonyms: spellings(
      "联系人姓名, 对接人, 负责联系人, 主要联系人, 联络人, contact name",
      "contact person, primary contact, key contact",
    ),
    width: 12,
    essential: false,
  },
  {
    id: "phone",
    title: { zh: "电话", en: "Phone" },
    kind: "phone",
    synonyms: spellings(
      "手机, 手机号, 手机号码, 电话号码, 联系电话, 联系方式, 移动电话, 座机, 客户电话",
      "tel, telephone, mobile, cell, phone number, mobile number, contact number",
      "contact phone",
    ),
    width: 16,
    essential: false,
  },
  {
    id: "creditCode",
    title: { zh: "统一社会信用代码", en: "Credit code" },
    kind: "creditCode",
    synonyms: spellings(
      "信用代码, 社会信用代码, 统一信用代码, 税号, 纳税人识别号, uscc",
      "unified social credit code, social credit code, tax id",
    ),
    width: 22,
    essential: false,
  },
  personColumn(
    "owner",
    { zh: "负责人", en: "Owner" },
    "业务员, 销售, 销售员, 销售人员, 销售代表, 客户经理, 跟进人, 归属人, 所属人",
    "所属销售, 销售负责人, 责任人, 开发人, owner name, account owner, sales rep",
    "sales representative, salesperson, sales agent, agent, rep, assigned to",
    "account manager, responsible",
  ),
] as const satisfies readonly ColumnSpec[];
