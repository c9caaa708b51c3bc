import type { CodeList } from "./code-list";

/** Where a contract stands; rule T5 queues those in force by their end. 合同状态 */
export type ContractState = "draft" | "inForce" | "ended" | "terminated";

export const contractStates: CodeList<ContractState> = [
  { code: "draft", title: { zh: "拟定中", en: "Draft" }, synonyms: ["草稿", "待签", "pending"] },
  {
    code: "inForce",
    title: { zh: "执行中", en: "In force" },
    synonyms: ["履行中", "生效", "有效", "active", "signed"],
  },
  {
    code: "ended",
    title: { zh: "已结束", en: "Ended" },
    synonyms: ["已到期", "完成", "expired", "done"],
  },
  {
    code: "terminated",
    title: { zh: "已终止", en: "Terminated" },
    synonyms: ["终止", "解除", "作废", "cancelled", "canceled"],
  },
];
