import { dayColumn, notesColumn, ownIdColumn, personColumn } from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

const columns = [
  ownIdColumn({ zh: "客群编号", en: "Segment ID" }),
  {
    id: "name",
    title: { zh: "客群", en: "Segment" },
    kind: "text",
    synonyms: spellings("客群名称, 分群, 细分, 细分名称, segment name, name"),
    width: 18,
    essential: true,
  },
  {
    id: "criteria",
    title: { zh: "条件", en: "Criteria" },
    kind: "text",
    prose: true,
    synonyms: spellings("划分条件, 筛选条件, 标准, filter, conditions, rule"),
    width: 40,
    essential: true,
  },
  {
    id: "strategy",
    title: { zh: "策略", en: "Strategy" },
    kind: "text",
    prose: true,
    synonyms: spellings("营销策略, 对策, 做法, approach, plan"),
    width: 40,
    essential: true,
  },
  personColumn("owner", { zh: "负责人", en: "Owner" }, "经办人, responsible"),
  {
    ...dayColumn("setDay", { zh: "制定日", en: "Set on" }, "制定日期, 日期, date"),
    essential: false,
  },
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 客群策略: groups of customers by any columns, saved by name, each with its strategy (L2). */
export const segmentsTable = {
  id: "segments",
  title: { zh: "客群策略", en: "Segments" },
  excelName: "CrmSegments",
  idPrefix: "S",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;
