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
  },
  {
    ...dayColumn("day", { zh: "日期", en: "Day" }),
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
  },
  {
    id: "title",
    title: { zh: "名称", en: "Holiday" },
    kind: "text",
    synonyms: [],
    width: 16,
    essential: false,
  },
  {
    id: "source",
    title: { zh: "来源", en: "Source" },
    kind: "text",
    synonyms: [],
    width: 40,
    essential: false,
  },
] as const satisfies readonly ColumnSpec[];

/** 节假日: public holidays and make-up working days, for people to keep up (F3). */
export const holidaysTable = {
  id: "holidays",
  title: { zh: "节假日", en: "Holidays" },
  excelName: "CrmHolidays",
  idPrefix: "H",
  columns,
} as const satisfies TableSpec;
