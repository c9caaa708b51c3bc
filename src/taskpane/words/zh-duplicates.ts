import type { DuplicatesWords, NewCustomerWords } from "./duplicates-words";
import { zh } from "./zh";

const shared = (what: string) => (common: string) => (common === "" ? what : `${what}：${common}`);

export const zhDuplicates: DuplicatesWords = {
  ...zh.views.duplicates,
  find: "查找重复客户",
  finding: "正在比对……",
  stop: "停止",
  none: (customers) =>
    customers < 2
      ? "客户表里还没有可以比对的客户。"
      : `比对了 ${customers.toLocaleString("zh-CN")} 位客户，没有发现重复。`,
  found: (groups, customers) =>
    `比对了 ${customers.toLocaleString("zh-CN")} 位客户，有 ${groups.toLocaleString("zh-CN")} 组可能重复。`,
  listedFrom: (score) => `相似度达到 ${score} 分的会列出；分数在“设置”表中，可以修改。`,
  score: (score) => `相似度 ${score}`,
  sure: "基本确定",
  likely: "可能",
  fact: {
    "same-credit-code": shared("信用代码相同"),
    "different-credit-code": () => "但信用代码不同",
    "same-mobile": shared("手机相同"),
    "same-landline": shared("电话相同"),
    "same-name": shared("公司名称相同"),
    "same-name-elsewhere": shared("名称相同但地区不同"),
    "same-short-name": shared("姓名或简称相同"),
    "same-sound": () => "名称读音相同",
    "one-letter-off": () => "名称只差一个字母",
    "same-contact": shared("联系人相同"),
  },
  heldBy: (owner) => `负责人：${owner}`,
  heldByNobody: "没有负责人",
  merge: "合并",
  mergeOf: (one, other) => `合并：${one} 和 ${other}`,
  more: (left) => `再显示一些（还有 ${left.toLocaleString("zh-CN")} 组）`,

  mergeTitle: "合并客户",
  keepWhich: "保留哪一位",
  differences: "逐项选择",
  oneSided: (fields) => `只有一位填了的 ${fields} 项，自动保留`,
  noDifferences: "两位客户的内容完全相同。",
  from: { survivor: "保留的", other: "并入的", both: "都留下" },
  rows: (table, count) => `${count} 条${table}`,
  rowsMove: (rows) =>
    rows === "" ? "没有跟进记录或合同要转移。" : `会转到保留的客户名下：${rows}。`,
  mergeHint:
    "并入的一行会从客户表移除，整行内容（包括您自己的列）记在“合并记录”表中，以后随时可以拆分。拆分后该行回到表的末尾，颜色、字体和批注也一同恢复；注释（旧式批注）不会回来，您自己的公式由表重新填入。",
  doMerge: "合并这两位客户",
  merging: "正在合并……",
  merged: (kept) => `已合并到“${kept}”。`,

  past: "合并过的客户",
  pastHint: "随时可以拆分：两位客户恢复为合并前的样子，跟进记录、合同等各归各位。",
  pastMerge: (removed, kept) => `${removed} 并入 ${kept}`,
  split: "拆分",
  splitOf: (removed, kept) => `拆分：${removed} 和 ${kept}`,
  splitting: "正在拆分……",
  splitDone: (removed, rows) =>
    rows === "" ? `“${removed}”已恢复。` : `“${removed}”已恢复，带回 ${rows}。`,
  changedSince: (kept) => `合并之后，“${kept}”又有改动`,
  changedSinceLead: "还没有拆分。请逐处选择：保留表中现值，或恢复为合并前的内容。",
  changedLabels: { read: "合并时写入", theirs: "表中现值", mine: "合并前" },
  movedAway: "这一行已归到别处，不再移动。",
  keptAsNow: (columns) => `合并后有人改过，保持现状：${columns}`,
  unreadable: (count) => `“合并记录”表中有 ${count} 行被改动过，无法据此拆分。`,
};

export const zhNewCustomer: NewCustomerWords = {
  ...zh.views["new-customer"],
  checking: "正在读取已有客户……",
  clear: "没有人登记过相同的公司、电话或信用代码。",
  overlap: (count) => `可能撞单：${count} 位已有客户`,
  held: (owner) => `已由 ${owner} 负责`,
  heldByNobody: "已登记，未写明负责人",
  hint: { phone: "+86、空格和横线不影响比对", creditCode: "18 位，可不填" },
  add: "登记",
  addAnyway: "仍然登记",
  adding: "正在登记……",
  added: (name) => `已登记“${name}”。`,
  open: "打开",
};
