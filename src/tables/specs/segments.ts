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
    description: { zh: "怎样称呼这群客户。", en: "What these customers are called." },
  },
  {
    id: "criteria",
    title: { zh: "条件", en: "Criteria" },
    kind: "text",
    prose: true,
    synonyms: spellings("划分条件, 筛选条件, 标准, filter, conditions, rule"),
    width: 40,
    essential: true,
    description: {
      zh: "哪些客户属于这一群：列名与要求，一行一条，例如“行业：制造”。",
      en: "Who belongs to it: a column and what it must hold, a line each, such as “Industry: manufacturing”.",
    },
  },
  {
    id: "strategy",
    title: { zh: "策略", en: "Strategy" },
    kind: "text",
    prose: true,
    synonyms: spellings("营销策略, 对策, 做法, approach, plan"),
    width: 40,
    essential: true,
    description: {
      zh: "怎样对待这群客户，例如专属优惠或加强沟通。",
      en: "How to treat them: an offer of their own, closer contact.",
    },
  },
  personColumn(
    "owner",
    { zh: "负责人", en: "Owner" },
    { zh: "谁负责这群客户的策略。", en: "Who sees to the strategy." },
    "经办人, responsible",
  ),
  {
    ...dayColumn(
      "setDay",
      { zh: "制定日", en: "Set on" },
      { zh: "哪一天定下的。", en: "The day it was settled." },
      "制定日期, 日期, date",
    ),
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
  description: {
    zh: "按任意几列划分的客群，各有名称与策略（L2）。",
    en: "Groups of customers by any columns, each with its name and strategy (L2).",
  },
} as const satisfies TableSpec;
