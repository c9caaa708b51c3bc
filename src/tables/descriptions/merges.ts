import type { TableDescription } from "../description";
import type { mergesTable } from "../specs/merges";

export const mergesDescription: TableDescription<typeof mergesTable> = {
  table: {
    zh: "每次合并一行，随时可以凭它拆分；拆分后该行移除。",
    en: "One row per merge, by which it can be split at any time; splitting removes the row.",
  },
  columns: {
    id: { zh: "唯一且不变的编号。", en: "Unique and lasting." },
    day: { zh: "哪一天合并的。", en: "The day of the merge." },
    survivorId: { zh: "合并后保留的客户。", en: "The customer that was kept." },
    survivorName: { zh: "它当时的名称。", en: "Its name at that time." },
    removedId: { zh: "并入后移除的客户。", en: "The customer that was merged into it." },
    removedName: { zh: "它当时的名称。", en: "Its name at that time." },
    survivorCells: {
      zh: "保留的客户被改动的单元格，改动前后；拆分时用，请勿修改。",
      en: "The kept customer's cells before and after; needed to split, leave as they are.",
    },
    removedCells: {
      zh: "并入客户的整行内容；拆分时用，请勿修改。",
      en: "The merged customer's whole row; needed to split, leave it as it is.",
    },
    followUpIds: {
      zh: "改到保留客户名下的跟进记录、合同等行的编号；拆分时用，请勿修改。",
      en: "Ids of the follow-ups, contracts and other rows moved to the kept customer; needed to split, leave them as they are.",
    },
  },
};
