import type { CodeList } from "./code-list";

/** What was agreed: commission differs between new and renewed contracts (T4), an order counts for L1. 合同类型 */
export type ContractKind = "new" | "renewal" | "order";

export const contractKinds: CodeList<ContractKind> = [
  {
    code: "new",
    title: { zh: "新签", en: "New" },
    synonyms: ["新签合同", "首签", "新合同", "newcontract"],
  },
  {
    code: "renewal",
    title: { zh: "续签", en: "Renewal" },
    synonyms: ["续约", "续签合同", "renewed", "renew"],
  },
  {
    code: "order",
    title: { zh: "订单", en: "Order" },
    synonyms: ["单次订单", "采购订单", "purchaseorder", "po"],
  },
];
