import type { TableDescription } from "../description";
import type { auditTable } from "../specs/audit";

export const auditDescription: TableDescription<typeof auditTable> = {
  table: {
    zh: "加载项每改动一个单元格记一行：谁、何时、改了什么、改前改后；可以凭它撤销。",
    en: "One row per cell the add-in changed: who, when, what, before and after; by it a change is taken back.",
    rules: ["P4"],
  },
  columns: {
    id: {
      zh: "操作编号加序号；同一操作的记录按序号相连。",
      en: "The deed's ID and a number; the entries of one deed are counted up.",
    },
    day: { zh: "改动的日期（本机时间）。", en: "The day of the change, by the computer." },
    time: { zh: "改动的时间（本机时间）。", en: "The time of the change, by the computer." },
    who: {
      zh: "在本机设置里填写的姓名；Excel 不会告诉加载项是谁在操作。",
      en: "The name entered on that computer; Excel does not tell an add-in who is working.",
    },
    kind: { zh: "做了什么。", en: "What was done." },
    deed: {
      zh: "一次操作的全部记录共用一个编号，可以一起撤销。",
      en: "All entries of one deed share it; they can be taken back together.",
    },
    about: { zh: "关于什么：客户、文件等。", en: "What it was about: a customer, a file." },
    entry: {
      zh: "修改了一个单元格，新增或删除了一行，或只作说明。",
      en: "One cell changed, a row added or removed, a step of a change of structure, or only noted.",
    },
    table: { zh: "改动所在的表。", en: "The table that was changed." },
    rowId: { zh: "改动所在行的编号。", en: "The ID of the row that was changed." },
    rowName: { zh: "该行当时的名称。", en: "The row's name at that time." },
    customerId: { zh: "涉及哪个客户。", en: "The customer it concerns." },
    column: {
      zh: "列改名后仍能找到它；请勿修改。",
      en: "Finds the column under any header; leave it as it is.",
    },
    header: { zh: "该列当时的表头。", en: "The column's header at that time." },
    before: {
      zh: "改前的内容；删除行时是整行内容。撤销要用，请勿修改。",
      en: "What stood there; the whole row where one was removed. Needed to take it back.",
    },
    after: {
      zh: "改后的内容；新增行时是整行内容。撤销要用，请勿修改。",
      en: "What was written; the whole row where one was added. Needed to take it back.",
    },
    refersTo: {
      zh: "撤销时：被撤销的那条记录的编号。",
      en: "When taking back: the entry that is taken back.",
    },
  },
};
