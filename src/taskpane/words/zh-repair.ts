import type { RepairWords } from "./repair-words";
import { zh } from "./zh";

const number = (count: number): string => count.toLocaleString("zh-CN");

export const zhRepair: RepairWords = {
  ...zh.views.repair,
  looking: "正在检查……",
  nothing: "没有发现要修复的地方。",
  found: (count) => `查出 ${number(count)} 处。打勾的会修复：`,
  tables: (tables) => `缺少表：${tables}`,
  tablesHint: "重新建立；原来的内容要用 Ctrl+Z 或旧文件找回。",
  settings: (rows) => `“设置”里少了：${rows}`,
  settingsHint: "按默认值补回原来的位置。",
  below: (table, rows) => `“${table}”表下面有 ${number(rows)} 行没有包括进去`,
  belowHint: "把表格扩到这些行，并补上公式。",
  columns: (table, columns) => `“${table}”表缺少列：${columns}`,
  columnsHint: "在最右边加回来；原来的内容要用 Ctrl+Z 或旧文件找回。",
  names: (names) => `名称丢失或指错：${names}`,
  namesHint: "公式靠这些名称读取设置；重新指向正确的单元格。",
  fault: {
    stale: (header, count) => `“${header}”列 ${number(count)} 个公式没有计算（#NAME?）`,
    lost: (header, count) => `“${header}”列 ${number(count)} 格没有公式`,
    mode: (header, count) => `“${header}”列 ${number(count)} 个公式和其他行不一致`,
    broken: (header, count) => `“${header}”列 ${number(count)} 个公式读的列不见了（#REF!）`,
    own: (header, count) => `“${header}”列 ${number(count)} 格是您自己的公式`,
    typed: (header, count) => `“${header}”列 ${number(count)} 格被手工填写盖住了公式`,
  },
  faultHint: {
    stale: () => "重新输入这些公式。",
    lost: () => "把公式填回去。",
    mode: () => "换成这本工作簿现在用的公式。",
    broken: () => "列补回来后，重新输入这些公式。",
    own: (customers) => `打勾会用加载项的公式替换：${customers}。`,
    typed: (customers) => `打勾会用公式替换：${customers}。`,
  },
  readings: "原生公式要读的隐藏工作表不见了",
  readingsHint: "重新建立，公式即可恢复计算。",
  leftovers: "还留着共享副本用过的隐藏工作表",
  leftoversHint: "删除它；不影响任何数据。",
  ownValues: "您自己的公式有的还是数值",
  ownValuesHint: "换回时它们的工作表有筛选或受保护：清除筛选、取消保护后，在这里恢复。",
  highlight: (found, whole) =>
    found === 0
      ? "逾期高亮的规则不见了"
      : whole < 6
        ? `逾期高亮的规则碎了或没有盖住整张表（${number(found)} 条）`
        : `逾期高亮的规则重复了（${number(found)} 条）`,
  highlightHint: "重建加载项自己的规则；您自己的规则不动。",
  widths: (columns) => `列太窄，日期显示成 ####：${columns}`,
  widthsHint: "加宽到能看清日期；单元格内容不动。",
  lists: (columns) => `没有下拉列表的列：${columns}`,
  listsHint: "加上可选的词；其他写法仍然可以填。",
  valuesMode: "现在是数值的共享副本，计算列本来就没有公式：要检查公式，请先换回加载项函数。",
  repair: (count) => `修复所选的 ${number(count)} 处`,
  repairing: "正在修复……",
  choose: "请选择要修复的地方",
  done: (count) => `已修复 ${number(count)} 处。`,
  about: (count) => `${number(count)} 处`,
  undoHint: "不合意可以到“变更记录”里撤销：原来的内容都记着。",
  staysHint: "这次修复不撤销；改前改后都记在“变更记录”里，那里写着原因。",
  unrecorded: "这次修复没能写进变更记录。",
  again: "再检查一次",
};
