import type { TableDescription } from "../description";
import type { settingsTable } from "../specs/settings";

export const settingsDescription: TableDescription<typeof settingsTable> = {
  table: {
    zh: "所有门槛、期限与周期；数值可改。",
    en: "All thresholds, horizons and cadences; yours to change.",
  },
  columns: {
    id: { zh: "设置项的固定名，请勿修改。", en: "The setting's fixed name; leave it as it is." },
    title: { zh: "设置的是什么。", en: "What is set." },
    item: { zh: "等级或程度。", en: "The grade or degree." },
    amount: { zh: "可以修改；表格会随之重算。", en: "Yours to change; the sheets recalculate." },
    unit: { zh: "天、月、年、元或分。", en: "Day, month, year, yuan or points." },
    base: {
      zh: "本工作簿怎样给日期编号（1900 或 1904 日期系统），供公式使用。",
      en: "How this workbook numbers days (1900 or 1904 date system), for the formulas.",
    },
    note: { zh: "这项设置的含义。", en: "What the setting means." },
  },
};
