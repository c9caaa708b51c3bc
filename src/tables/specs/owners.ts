import { yesNo } from "../../domain/yes-no";
import { dayColumn, emailColumn, notesColumn, ownIdColumn } from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

const columns = [
  ownIdColumn({ zh: "人员编号", en: "Owner ID" }, "员工编号, 工号, employee id, staff id"),
  {
    id: "name",
    title: { zh: "姓名", en: "Name" },
    kind: "text",
    synonyms: spellings(
      "负责人, 业务员, 销售, 销售代表, owner, owner name, sales agent, agent, sales rep, employee",
    ),
    width: 14,
    essential: true,
  },
  {
    id: "manager",
    title: { zh: "主管", en: "Manager" },
    kind: "text",
    synonyms: spellings("经理, 上级, 直属上级, 销售经理, supervisor, team lead"),
    width: 14,
    essential: true,
  },
  {
    id: "department",
    title: { zh: "部门", en: "Department" },
    kind: "text",
    synonyms: spellings("责任部门, 所属部门, 团队, team, division"),
    width: 14,
    essential: false,
  },
  {
    id: "region",
    title: { zh: "地区", en: "Region" },
    kind: "text",
    synonyms: spellings("区域, 大区, 办事处, regional office, office, territory, area"),
    width: 12,
    essential: true,
  },
  {
    id: "phone",
    title: { zh: "电话", en: "Phone" },
    kind: "phone",
    synonyms: spellings("手机, 联系电话, tel, mobile, phone number"),
    width: 16,
    essential: false,
  },
  emailColumn,
  {
    id: "active",
    title: { zh: "在职", en: "Active" },
    kind: "choice",
    choices: yesNo,
    synonyms: spellings("是否在职, 在岗, employed"),
    width: 8,
    essential: true,
  },
  {
    ...dayColumn("leftDay", { zh: "离职日", en: "Left on" }, "离职日期, leaving date, last day"),
    essential: false,
  },
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 负责人: the people who look after customers, with manager and region (H1, K2). */
export const ownersTable = {
  id: "owners",
  title: { zh: "负责人", en: "Owners" },
  excelName: "CrmOwners",
  idPrefix: "W",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;
