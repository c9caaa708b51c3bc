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
  dayColumn(
    "day",
    { zh: "日期", en: "Day" },
    { zh: "哪一天了解到的（R2）。", en: "The day it was learnt (R2)." },
    "记录日期, 了解日期, date, noted on",
  ),
  {
    id: "kind",
    title: { zh: "类型", en: "Kind" },
    kind: "choice",
    choices: needKinds,
    synonyms: spellings("需求类型, type"),
    width: 8,
    essential: true,
    description: { zh: "需要、期望或动机（R2）。", en: "Need, want or motive (R2)." },
  },
  {
    id: "said",
    title: { zh: "内容", en: "What it is" },
    kind: "text",
    prose: true,
    synonyms: spellings("需求内容, 需求, 描述, content, text, description, need"),
    width: 44,
    essential: true,
    description: { zh: "客户想要什么、为什么。", en: "What the customer wants, and why." },
  },
  {
    id: "source",
    title: { zh: "来源", en: "Source" },
    kind: "text",
    synonyms: spellings("怎样得知, 信息来源, learnt from, origin"),
    width: 16,
    essential: true,
    description: { zh: "从哪里得知的。", en: "How it was learnt." },
  },
  personColumn(
    "who",
    { zh: "记录人", en: "Noted by" },
    { zh: "谁记下的。", en: "Who wrote it down." },
    "负责人, 业务员, owner, author, by",
  ),
  followUpIdColumn({ zh: "在哪次跟进中得知的。", en: "The follow-up in which it came up." }),
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
  description: {
    zh: "需要、期望与动机的历史，每次了解一行，不覆盖旧的（R2）。",
    en: "The history of needs, wants and motives: a row each time, nothing overwritten (R2).",
  },
} as const satisfies TableSpec;
