import type { ColumnSpec, TableSpec } from "../schema";

const columns = [
  {
    id: "id",
    title: { zh: "键", en: "Key" },
    kind: "id",
    synonyms: [],
    width: 18,
    essential: true,
  },
  {
    id: "title",
    title: { zh: "设置", en: "Setting" },
    kind: "text",
    synonyms: [],
    width: 24,
    essential: false,
  },
  {
    id: "item",
    title: { zh: "项目", en: "Item" },
    kind: "text",
    synonyms: [],
    width: 10,
    essential: true,
  },
  {
    id: "amount",
    title: { zh: "数值", en: "Amount" },
    kind: "mixed",
    synonyms: [],
    width: 13,
    essential: true,
  },
  {
    id: "unit",
    title: { zh: "单位", en: "Unit" },
    kind: "text",
    synonyms: [],
    width: 8,
    essential: true,
  },
  {
    id: "base",
    title: { zh: "基准", en: "Base" },
    kind: "computed",
    synonyms: [],
    width: 8,
    result: "number",
    formula: { zh: "=DATE(2000,1,1)", en: "=DATE(2000,1,1)" },
    essential: true,
  },
  {
    id: "note",
    title: { zh: "说明", en: "Note" },
    kind: "text",
    synonyms: [],
    width: 60,
    essential: false,
  },
] as const satisfies readonly ColumnSpec[];

/** 设置: every threshold, horizon and cadence, for people to change. */
export const settingsTable = {
  id: "settings",
  title: { zh: "设置", en: "Settings" },
  excelName: "CrmSettings",
  columns,
} as const satisfies TableSpec;
