import type { CodeList } from "./code-list";

/** On whose side of a contract commission is earned; rules T4 and T5. 提成角色 */
export type CommissionRole = "responsible" | "operations";

export const commissionRoles: CodeList<CommissionRole> = [
  {
    code: "responsible",
    title: { zh: "责任部门", en: "Responsible" },
    synonyms: ["商务服务部", "商务部", "销售部", "sales", "responsibledepartment"],
  },
  {
    code: "operations",
    title: { zh: "运维部门", en: "Operations" },
    synonyms: ["运维部", "运维", "技术支持", "support", "operationsdepartment"],
  },
];
