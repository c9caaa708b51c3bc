import type { TableDescription } from "../description";
import type { contractsTable } from "../specs/contracts";
import { customerId, customerName, notes, ownId } from "./common";

export const contractsDescription: TableDescription<typeof contractsTable> = {
  table: {
    zh: "合同与订单，每份一行。",
    en: "Contracts and orders, one row each.",
    rules: ["T1", "T4", "T5", "L1"],
  },
  columns: {
    id: ownId,
    customerId,
    customerName,
    number: { zh: "合同或订单上印的号码。", en: "The number printed on the contract or order." },
    kind: { zh: "新签、续签或订单。", en: "New, renewal or order.", rules: ["T4", "L1"] },
    product: { zh: "签的是什么。", en: "What it is about." },
    signedDay: { zh: "哪一天签订或下单。", en: "The day it was signed or ordered." },
    startDay: { zh: "从哪一天起。", en: "The first day of its term." },
    endDay: {
      zh: "到哪一天为止；续约按它排队。",
      en: "The last day; renewals queue by it.",
      rules: ["T5"],
    },
    amount: { zh: "合同总金额（元）。", en: "The whole amount, in yuan." },
    annualAmount: {
      zh: "每年的金额（元），决定客户分级。",
      en: "Yuan per year; decides the tier.",
      rules: ["T1"],
    },
    expenses: {
      zh: "计提成前扣除的费用（元）。",
      en: "Deducted before commission, in yuan.",
      rules: ["T4"],
    },
    owner: { zh: "谁签的、谁负责。", en: "Who signed it and looks after it." },
    department: { zh: "只有一个责任部门。", en: "Exactly one is responsible.", rules: ["T2"] },
    supportDepartment: {
      zh: "负责技术支持与维护，也享受一部分提成。",
      en: "Gives technical support, and has a part of the commission.",
      rules: ["T4", "T5"],
    },
    state: { zh: "拟定中、执行中、已结束或已终止。", en: "Draft, in force, ended or terminated." },
    renews: { zh: "续签的是哪份合同。", en: "The contract it renews.", rules: ["T4"] },
    daysToEnd: {
      zh: "执行中的合同还有几天到期，负数为已过。",
      en: "Days until a contract in force ends; below zero it is past.",
      rules: ["T5"],
    },
    notes,
  },
};
