import type { FailureWords, FieldFailureCode } from "./failure-words";

/** 字段与升级的失败说法。 */
export const zhFieldFailures: Pick<FailureWords, FieldFailureCode> = {
  "older-version": ({ found }) => ({
    what: `这个工作簿由较早的客户簿版本（格式 ${found}）建立。`,
    remedy: "请先备份并升级，然后即可使用。",
  }),
  "already-upgraded": () => ({
    what: "这个工作簿已经是最新格式。",
    remedy: "回到“今日跟进”，点“刷新”即可使用。",
  }),
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
};
