import { needKinds } from "../../domain/need-kind";
import {
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
  ownIdColumn({ zh: "需求编号", en: "Need ID" }),
  customerIdColumn,
  customerNameColumn,
  dayColumn("day", { zh: "日期", en: "Day" }, "记录日期, 了解日期, date, noted on"),
  {
    id: "kind",
    title: { zh: "类型", en: "Kind" },
    kind: "choice",
    choices: needKinds,
    synonyms: spellings("需求类型, type"),
    width: 8,
    essential: true,
  },
  {
    id: "said",
    title: { zh: "内容", en: "What it is" },
    kind: "text",
    prose: true,
    synonyms: spellings("需求内容, 需求, 描述, content, text, description, need"),
    width: 44,
    essential: true,
  },
  {
    id: "source",
    title: { zh: "来源", en: "Source" },
    kind: "text",
    synonyms: spellings("怎样得知, 信息来源, learnt from, origin"),
    width: 16,
    essential: true,
  },
  personColumn("who", { zh: "记录人", en: "Noted by" }, "负责人, 业务员, owner, author, by"),
  followUpIdColumn,
  notesColumn,
] as const satisfies readonly ColumnSpec[];

/** 需求动机: what a customer needs, wants and is moved by, as dated history; only ever added to (R2). */
export const needsTable = {
  id: "needs",
  title: { zh: "需求动机", en: "Needs" },
  excelName: "CrmNeeds",
  idPrefix: "N",
  columns,
  onFirstUse: true,
} as const satisfies TableSpec;
