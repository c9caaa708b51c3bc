import { wordReader, type CodeList } from "./code-list";

/** What a row of the Holidays table makes of its day; rule F3. 休 / 班 */
export type DayKind = "off" | "work";

// 调休 alone is understood by neither: people say it of the day off and of the day worked for it.
export const dayKinds: CodeList<DayKind> = [
  {
    code: "off",
    title: { zh: "休", en: "Off" },
    synonyms: ["休息", "放假", "假", "假日", "节假日", "holiday", "dayoff"],
  },
  {
    code: "work",
    title: { zh: "班", en: "Work" },
    synonyms: ["上班", "补班", "调休上班", "工作日", "workday", "workingday", "make-upday"],
  },
];

/** Reads a kind-of-day cell; blank is null, other words are `unknown-word`. */
export const readDayKind = wordReader(dayKinds);
