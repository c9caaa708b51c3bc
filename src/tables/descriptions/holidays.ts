import type { TableDescription } from "../description";
import type { holidaysTable } from "../specs/holidays";

export const holidaysDescription: TableDescription<typeof holidaysTable> = {
  table: {
    zh: "节假日与调休；没有登记的年份会明说，不会当作没有节假日。",
    en: "Holidays and make-up days; a year without entries is said to be missing, never taken as free of holidays.",
  },
  columns: {
    id: { zh: "唯一且不变的编号。", en: "Unique and lasting." },
    day: { zh: "放假或调休上班的日子。", en: "A public holiday or a make-up working day." },
    kind: { zh: "休：放假；班：调休上班。", en: "Off: a holiday; Work: a make-up working day." },
    title: { zh: "哪个节日。", en: "Which holiday it belongs to." },
    source: { zh: "由哪份通知公布。", en: "The notice that published it." },
  },
};
