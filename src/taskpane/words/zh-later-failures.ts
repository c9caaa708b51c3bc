import type { Damage } from "../../tables/import/file/file-problem";
import type { LaterFailureWords } from "./failure-words";
import { nameText } from "./name-text";

const damage: Readonly<Record<Damage, string>> = {
  "cut-off": "文件不完整",
  missing: "缺少一部分",
  altered: "有一部分与保存时不同",
  malformed: "含有工作簿里不该有的内容",
};

/** What only views that come later can fail with: fields, the upgrade, the reading of files. */
export const zhLaterFailures: LaterFailureWords = {
  "at-work-elsewhere": () => ({
    what: "另一个窗口，或一位同事，正在整理这个工作簿。这里什么也没有改动。",
    remedy: "等那边做完（最多十分钟），再看一次。",
  }),
  "already-upgraded": () => ({
    what: "这个工作簿已经是最新格式。",
    remedy: "回到“今日跟进”，点“刷新”即可使用。",
  }),
  "half-done": ({ words, tables, cause }, names) => {
    const done = [
      ...(words ? ["单元格里的词"] : []),
      ...tables.map((table) => `“${names.table(table)}”表的列名和列表`),
    ].join("、");
    const { what, remedy } = names.failure(cause);
    return {
      what: `只做了一部分，也没能复原：${done}已改，其余没有改。原因：${what}`,
      remedy: `${remedy}再做一次会接着做完；已改的部分也可以到“变更记录”里撤销。`,
    };
  },
  "header-changed": ({ found }) => ({
    what: `这一列的列名刚被改为“${found}”。什么也没有改动。`,
    remedy: "返回后重新打开“字段”，再试一次。",
  }),
  "header-taken": ({ header }) => ({
    what: `客户表里已经有“${header}”列。`,
    remedy: "换一个名称，或把那一列作为字段。",
  }),
  "column-filled": ({ header }) => ({
    what: `“${header}”列里有内容，没有删除。`,
    remedy: "选“移除，保留该列”，或先清空该列。",
  }),
  "nothing-to-translate": () => ({
    what: "没有可以替换的列名或选项。",
    remedy: "您改过的列名保持不变。",
  }),
  "header-blank": () => ({ what: "还没有填名称。", remedy: "填上字段名称后再添加。" }),
  "header-too-long": ({ limit }) => ({
    what: `名称超过 ${limit} 个字符。`,
    remedy: "请缩短后再添加。",
  }),
  "too-few-choices": () => ({
    what: "选项少于两个。",
    remedy: "每行写一个选项，至少两个。",
  }),
  "choice-twice": ({ word }) => ({
    what: `选项“${word}”重复（大小写、全半角和空格不算区别）。`,
    remedy: "去掉重复的选项。",
  }),
  "choice-with-comma": ({ word }) => ({
    what: `选项“${word}”里有逗号，Excel 的下拉列表会把它拆开。`,
    remedy: "换一种写法。",
  }),
  "choice-as-formula": ({ word }) => ({
    what: `选中“${word}”时，Excel 会把它当作公式。`,
    remedy: "请让它以文字或数字开头。",
  }),
  "choices-too-long": ({ limit }) => ({
    what: `选项合起来超过 Excel 下拉列表的上限 ${limit} 个字符。`,
    remedy: "缩短或减少选项。",
  }),
  "field-unreadable": ({ header, found }) => ({
    what: `“${header}”读不懂“${found}”。`,
    remedy: "按这一列的内容填写（日期、数字或选项），或留空。",
  }),
  "not-a-workbook": ({ name }) => ({
    what: `${name} 不是 Excel 工作簿，也不是文本文件。`,
    remedy: "请选择 .xlsx、.csv 或 .txt 文件。",
  }),
  "password-protected": ({ name }) => ({
    what: `${name} 设有打开密码，无法读取。`,
    remedy: "在 Excel 里打开它，在“文件 → 信息 → 保护工作簿”中取消密码并另存，再选择那份文件。",
  }),
  "other-format": ({ name, format }) => ({
    what: `${name} 是 .${format} 格式，这里读不了。`,
    remedy: "在 Excel 或 WPS 里打开它，另存为 .xlsx，再选择那份文件。",
  }),
  "damaged-file": ({ name, as, at }) => ({
    what: `${name} 已损坏，没有读取任何内容：${damage[as]}${at === "" ? "" : `（${nameText(at)}）`}。`,
    remedy: "在 Excel 里用“打开并修复”打开它，另存为 .xlsx；或重新获取这份文件。",
  }),
  "file-too-large": ({ name, of, limit }) => ({
    what: `${name} 太大：${of === "bytes" ? `展开后超过 ${Math.round(limit / 1_000_000)} MB` : `超过 ${limit.toLocaleString("zh-CN")} ${of === "cells" ? "个单元格" : "个部件"}`}。`,
    remedy: "请拆成几份，或删去不需要的工作表和列后再试。",
  }),
};
