import { dayKinds } from "../../domain/day-kind";
import { dayColumn } from "./common-columns";
import type { ColumnSpec, TableSpec } from "../schema";

const columns = [
  {
    id: "id",
    title: { zh: "编号", en: "ID" },
    kind: "id",
    synonyms: [],
    width: 14,
    essential: true,
    description: { zh: "唯一且不变的编号。", en: "Unique and lasting." },
  },
  {
    ...dayColumn(
      "day",
      { zh: "日期", en: "Day" },
      { zh: "放假或调休上班的日子。", en: "A public holiday or a make-up working day." },
    ),
    width: 12,
  },
  {
    id: "kind",
    title: { zh: "休/班", en: "Off/Work" },
    kind: "choice",
    synonyms: [],
    choices: dayKinds,
    width: 9,
    essential: true,
    description: {
      zh: "休：放假；班：调休上班。",
      en: "Off: a holiday; Work: a make-up working day.",
    },
  },
  {
    id: "title",
    title: { zh: "名称", en: "Holiday" },
    kind: "text",
    synonyms: [],
    width: 16,
    essential: false,
    description: { zh: "哪个节日。", en: "Which holiday it belongs to." },
  },
  {
    id: "source",
    title: { zh: "来源", en: "Source" },
    kind: "text",
    synonyms: [],
    width: 40,
    essential: false,
    description: { zh: "由哪份通知公布。", en: "The notice that published it." },
  },
] as const satisfies readonly ColumnSpec[];

/** 节假日: public holidays and make-up working days, for people to keep up (F3). */
export const holidaysTable = {
  id: "holidays",
  title: { zh: "节假日", en: "Holidays" },
  excelName: "CrmHolidays",
  idPrefix: "H",
  columns,
  description: {
    zh: "节假日与调休；没有登记的年份会明说，不会当作没有节假日。",
    en: "Holidays and make-up days; a year without entries is said to be missing, never taken as free of holidays.",
  },
} as const satisfies TableSpec;
