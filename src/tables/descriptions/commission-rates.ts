import type { TableDescription } from "../description";
import type { commissionRatesTable } from "../specs/commission-rates";
import { notes, ownId } from "./common";

export const commissionRatesDescription: TableDescription<typeof commissionRatesTable> = {
  table: {
    zh: "按分级、角色、合同类型与续签变动定的提成比例；默认没有。",
    en: "The rate by tier, role, kind of contract and change on renewal; empty by default.",
    rules: ["T4"],
  },
  columns: {
    id: ownId,
    tier: {
      zh: "公司级、重点、大客户或一般；空白为任何级别。",
      en: "Corporate, key, major or regular; blank is any.",
      rules: ["T1"],
    },
    role: {
      zh: "责任部门或运维部门；空白为两者相同。",
      en: "The responsible or the operations department; blank is both alike.",
    },
    kind: { zh: "新签、续签或订单；空白为任何类型。", en: "New, renewal or order; blank is any." },
    changeFrom: {
      zh: "续签金额比上年变动多少起（含），减少写负数；空白为不限。",
      en: "The least change of the renewed amount, inclusive; below zero it fell; blank is no limit.",
    },
    changeBelow: {
      zh: "变动低于多少为止（不含）；空白为不限。",
      en: "Up to which change, exclusive; blank is no limit.",
    },
    rate: {
      zh: "首年合同额减费用后，提成占多少。",
      en: "The share of the first year's amount less expenses.",
    },
    notes,
  },
};
