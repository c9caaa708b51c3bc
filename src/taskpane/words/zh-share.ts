import { mostFollowing } from "../../app/share/as-of";
import type { ShareWords } from "./share-words";
import { zh } from "./zh";

const number = (count: number): string => count.toLocaleString("zh-CN");

export const zhShare: ShareWords = {
  ...zh.views.share,
  mode: { functions: "加载项函数", native: "原生公式", values: "数值" },
  modeHint: {
    native: `同事改了需求或日期，等级跟着变，也一天天重算。另填过基准日，或超过 ${number(mostFollowing)} 位客户时，按“设置”里的基准日算。Excel 2010 以上、WPS、LibreOffice 都能用。`,
    values: "只留下现在的结果，文件最小；同事改了需求，等级也不会变。",
  },
  choose: "同事拿到的是",
  truth: {
    what: "隐藏不是安全。",
    remedy:
      "拿到文件的人看得到里面的每一位客户，隐藏的列和工作表也打得开。不想给的行，请在副本里删除，并给文件设密码。",
  },
  look: "先看会改动什么",
  reading: "正在读公式……",
  willChange: (cells, columns) => `会换 ${number(cells)} 个单元格：${columns}。其他内容不动。`,
  nothingToChange: "没有要换的单元格。",
  keptTitle: "这些单元格不是我们的公式，会原样留下：",
  kept: (header, kind, count, who) =>
    `“${header}”列 ${number(count)} 格${kind === "formula" ? "是您自己的公式" : "是手工填写的"}（${who}${count > 3 ? " 等" : ""}）`,
  unready: (count) => `有 ${number(count)} 个公式还没有结果或显示 #NAME?。`,
  unreadyRemedy: "换成数值会把它们原样留下。请等计算完成，或先到“修复”处理，再换。",
  own: (cells) => `您自己的公式里也用了加载项函数，共 ${number(cells)} 处：`,
  ownAsValues: "我自己的公式也换成结果",
  ownAsValuesHint:
    "同事看到的和您现在看到的一样。公式会记住，换回加载项函数时一起恢复；其间有人改过的单元格不动。",
  ownHint: "不换的话，没有加载项的同事先看到上次的结果，重新计算后是 #NAME?。",
  ownStays: {
    protected: "仍是公式：工作表受保护",
    filtered: "仍是公式：工作表有筛选，请先清除筛选",
    spills: "仍是公式：它是数组公式",
    complex: "仍是公式：引用的单元格太多",
  },
  ownLeft: (places) => `有 ${number(places)} 处没有恢复成您自己的公式，仍是数值：`,
  ownLeftWhy: {
    changed: "其间有人改过",
    "lost-cells": "它引用的单元格已被删除",
    moved: "其间插入或删除过行，引用已对不上",
    sorted: "其间排过序或改过旁边的内容，无法确定属于哪一行",
    gone: "单元格已被删除",
    filtered: "工作表有筛选；清除筛选后到“修复”里恢复",
    protected: "工作表受保护；取消保护后到“修复”里恢复",
  },
  ownName: (name) => `名称 ${name}`,
  ownMore: (places) => `还有 ${number(places)} 处`,
  showCells: (place) => `转到 ${place}`,
  switchTo: { functions: "换回加载项函数", native: "换成原生公式", values: "换成数值" },
  openCopy: "做好副本并打开",
  openCopyHint: "副本会作为另一个工作簿打开，保存后发给同事就行；这个工作簿保持原样。",
  copyStep: {
    switching: "正在换……",
    taking: "正在取副本……",
    "going-back": "正在换回……",
    opening: "正在打开副本……",
  },
  copyOutcome: {
    opened: {
      what: "副本已经打开。",
      remedy: "请在打开的副本里保存、起个名字，再发给同事。这个工作簿和原来一样。",
    },
    "not-taken": {
      what: "Excel 没有给出副本；这个工作簿和原来一样。",
      remedy: "请再试一次，或点“只换公式，自己另存”。",
    },
    "not-opened": {
      what: "副本没能打开；这个工作簿和原来一样。",
      remedy: "文件太大时会这样。请点“只换公式，自己另存”。",
    },
    "still-switched": {
      what: "没能换回来：这个工作簿现在就是共享副本。",
      remedy: "可以照下面的步骤另存；或者点“换回加载项函数”。",
    },
  },
  switchInstead: "只换公式，自己另存",
  switching: "正在换……",
  following: "正在更新今日跟进……",
  cancelling: "正在取消，工作簿会恢复原样……",
  undoHint: "在“变更记录”里也可以换回。",
  done: {
    functions: "已换回加载项函数，工作簿和原来一样。",
    native: "已换成原生公式。请照下面的步骤另存副本。",
    values: "已换成数值。请照下面的步骤另存副本。",
  },
  backExcept: "已换回加载项函数，但您自己的公式没有全部恢复。",
  unrecorded: "这一步没能写进变更记录。",
  stepsTitle: "接下来",
  steps: [
    "点 Excel 的“文件 › 保存副本”（没有这一项时用“另存为”），换一个文件名。",
    "把那份副本发给同事。",
    "回到这里，点“换回加载项函数”。",
  ],
  saveAsHint:
    "用“另存为”之后，打开着的就是副本：关掉它，再打开原来的文件。副本以后拿回来，也可以在这里换回。",
  bar: {
    native: {
      what: "现在是共享副本：计算列是原生公式。",
      remedy: "另存副本后请换回加载项函数。",
    },
    values: {
      what: "现在是共享副本：计算列是固定的数值，不会再变。",
      remedy: "另存副本后请换回加载项函数。",
    },
  },
  howToSave: "怎样另存",
};
