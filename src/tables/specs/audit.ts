import { dayColumn, personColumn, ownIdWidth } from "./common-columns";
import type { Choice, ColumnSpec, TableSpec } from "../schema";

/** What was done: one kind for each way in which the add-in writes into the workbook. */
export const deedKinds = [
  kind("follow-up", "跟进", "Follow-up"),
  kind("customer-added", "新建客户", "New customer"),
  kind("import", "导入", "Import"),
  kind("merge", "合并", "Merge"),
  kind("split", "拆分", "Split"),
  kind("health", "数据体检", "Health check"),
  kind("field", "字段", "Field"),
  kind("take-back", "撤销", "Take back"),
  kind("day", "更新基准日", "New as-of day"),
  kind("identify", "补编号", "IDs given"),
  kind("share", "分享副本", "Share copy"),
  kind("repair", "修复", "Repair"),
  kind("migrate", "升级", "Upgrade"),
  kind("set-up", "建立客户表", "Set up"),
  kind("trim", "清理旧记录", "Old entries deleted"),
] as const satisfies readonly Choice[];

export type DeedKind = (typeof deedKinds)[number]["code"];

/** What an entry tells of: one cell, a whole row that came or went, a step of a change of structure, or only a word. */
export const entryKinds = [
  kind("cell", "修改", "Changed"),
  kind("added", "新增行", "Row added"),
  kind("removed", "删除行", "Row removed"),
  kind("column-added", "新增列", "Column added"),
  kind("column-removed", "删除列", "Column removed"),
  kind("placed", "列位置", "Column's place"),
  kind("renamed", "改列名", "Header"),
  kind("list", "下拉选项", "List"),
  kind("formula", "公式", "Formula"),
  kind("field", "字段类型", "Field kind"),
  kind("words", "用语", "Words"),
  kind("language", "表格语言", "Language"),
  kind("table-added", "新增表", "Table added"),
  kind("table-adopted", "区域变为表", "Range became a table"),
  kind("filled", "填入空白", "Blanks filled"),
  kind("named", "定义名称", "Name"),
  kind("version", "版式版本", "Layout version"),
  kind("mode", "计算方式", "Calculated by"),
  kind("as-of", "基准日", "As-of day"),
  kind("own-values", "自己的公式变为数值", "Own formula as values"),
  kind("own-left", "自己的公式未放回", "Own formula not put back"),
  kind("refilled", "补回公式", "Formulas put back"),
  kind("highlight", "高亮规则", "Highlight rules"),
  kind("setting-added", "补回设置", "Setting put back"),
  kind("rows-joined", "并入表格", "Rows joined"),
  kind("width", "列宽", "Column width"),
  kind("note", "说明", "Noted"),
] as const satisfies readonly Choice[];

function kind<const Code extends string>(code: Code, zh: string, en: string): Choice<Code> {
  return { code, title: { zh, en }, synonyms: [] };
}

const columns = [
  {
    id: "id",
    title: { zh: "记录编号", en: "Entry ID" },
    kind: "id",
    synonyms: [],
    width: 18,
    essential: true,
  },
  {
    ...dayColumn("day", { zh: "日期", en: "Day" }),
    width: 12,
  },
  {
    id: "time",
    title: { zh: "时间", en: "Time" },
    kind: "time",
    synonyms: [],
    width: 8,
    essential: true,
  },
  {
    ...personColumn("who", { zh: "操作人", en: "By" }),
    essential: true,
  },
  {
    id: "kind",
    title: { zh: "操作", en: "Deed" },
    kind: "choice",
    synonyms: [],
    choices: deedKinds,
    width: 12,
    essential: true,
  },
  {
    id: "deed",
    title: { zh: "操作编号", en: "Deed ID" },
    kind: "id",
    synonyms: [],
    width: ownIdWidth,
    essential: true,
  },
  {
    id: "about",
    title: { zh: "事由", en: "About" },
    kind: "text",
    synonyms: [],
    width: 24,
    essential: true,
  },
  {
    id: "entry",
    title: { zh: "改动", en: "Entry" },
    kind: "choice",
    synonyms: [],
    choices: entryKinds,
    width: 10,
    essential: true,
  },
  {
    id: "table",
    title: { zh: "表", en: "Table" },
    kind: "text",
    synonyms: [],
    width: 12,
    essential: true,
  },
  {
    id: "rowId",
    title: { zh: "行编号", en: "Row ID" },
    kind: "id",
    synonyms: [],
    width: ownIdWidth,
    essential: true,
  },
  {
    id: "rowName",
    title: { zh: "行名称", en: "Row" },
    kind: "text",
    synonyms: [],
    width: 24,
    essential: true,
  },
  {
    id: "customerId",
    title: { zh: "客户编号", en: "Customer ID" },
    kind: "id",
    synonyms: [],
    width: ownIdWidth,
    essential: true,
  },
  {
    id: "column",
    title: { zh: "列代号", en: "Column code" },
    kind: "text",
    synonyms: [],
    width: 14,
    essential: true,
  },
  {
    id: "header",
    title: { zh: "列", en: "Column" },
    kind: "text",
    synonyms: [],
    width: 14,
    essential: true,
  },
  {
    id: "before",
    title: { zh: "改前", en: "Before" },
    kind: "mixed",
    synonyms: [],
    width: 24,
    essential: true,
  },
  {
    id: "after",
    title: { zh: "改后", en: "After" },
    kind: "mixed",
    synonyms: [],
    width: 24,
    essential: true,
  },
  {
    id: "refersTo",
    title: { zh: "撤销的记录", en: "Takes back" },
    kind: "id",
    synonyms: [],
    width: 18,
    essential: true,
  },
] as const satisfies readonly ColumnSpec[];

/** Columns that only say more: where a person deleted one, the rest goes on. */
export const optionalAuditColumns: ReadonlySet<string> = new Set([
  "day",
  "time",
  "who",
  "about",
  "rowName",
  "customerId",
  "header",
  "refersTo",
]);

/** 变更记录: one row per cell the add-in changed, only ever added to; rule P4. */
export const auditTable = {
  id: "audit",
  title: { zh: "变更记录", en: "Changes" },
  excelName: "CrmAudit",
  columns,
  onFirstUse: true,
  appendOnly: true,
} as const satisfies TableSpec;
