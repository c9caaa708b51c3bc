import { visitStates } from "../../domain/visit-state";
import {
  contactIdColumn,
  customerIdColumn,
  customerNameColumn,
  dayColumn,
  followUpIdColumn,
  notesColumn,
  ownIdColumn,
  personColumn,
} from "./common-columns";
import { spellings, type ColumnSpec, type TableSpec } from "../schema";

const columns = [
  ownIdColumn({ zh: "拜访编号", en: "Visit ID" }),
  customerIdColumn,
  customerNameColumn,
  contactIdColumn,
  dayColumn(
    "plannedDay",
    { zh: "计划日期", en: "Planned for" },
    "计划拜访日期, 预约日期, planned date, plan date",
  ),
  {
    id: "time",
    title: { zh: "时间", en: "Time" },
    kind: "time",
    synonyms: spellings("拜访时间, time of day"),
    width: 8,
    essential: false,
  },
  dayColumn(
    "day",
    { zh: "拜访日期", en: "Made on" },
    "实际拜访日期, 日期, date, visit date, visited on",
  ),
  {
    id: "state",
    title: { zh: "拜访状态", en: "State" },
    kind: "choice",
    choices: visitStates,
    synonyms: spellings("状态, status"),
    width: 10,
    essential: true,
  },
  {
    ...personColumn(
      "owner",
      { zh: "拜访人", en: "By" },
      "负责人, 业务员, owner, visitor, sales rep",
    ),
    essential: true,
  },
  {
    id: "region",
    title: { zh: "地区", en: "Region" },
    kind: "text",
    synonyms: spellings("区域, 城市, city, area"),
    width: 12,
    essential: false,
  },
  {
    id: "address",
    title: { zh: "地址", en: "Address" },
    kind: "text",
    synonyms: spellings("拜访地点, 地点, place, location"),
    width: 30,
    essential: false,
  },
  {
    id: "aim",
    title: { zh: "拜访目的", en: "Aim" },
    kind: "text",
    prose: true,
    synonyms: spellings("目的, 目标, purpose, goal"),
    width: 26,
    essential: true,
  },
  {
    id: "heard",
    title: { zh: "听", en: "Heard" },
    kind: "text",
    prose: true,
    synonyms: spellings("听到, 客户意见, what was heard"),
    width: 26,
    essential: true,
  },
  {
    id: "found",
    title: { zh: "找", en: "Found" },
    kind: "text",
    prose: true,
    synonyms: spellings("找到, 发现问题, 问题, problems found, findings"),
    width: 26,
    essential: true,
  },
  {
    id: "solved",
    title: { zh: "处理", en: "Solved" },
    kind: "text",
    prose: true,
    synonyms: spellings("处理情况, 解决, what was solved, solution"),
    width: 26,
    essential: true,
  },
  followUpIdColumn,
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 拜访: planned and made visits, one row each (I2). */
export const visitsTable = {
  id: "visits",
  title: { zh: "拜访", en: "Visits" },
  excelName: "CrmVisits",
  idPrefix: "V",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;
