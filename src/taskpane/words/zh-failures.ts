import type { FirstFailureWords } from "./failure-words";
import { longestMessage, nameText } from "./name-text";

/** 失败的说法：发生了什么、在哪里、下一步怎么做。 */
export const zhFailures: FirstFailureWords = {
  "older-version": ({ found }) => ({
    what: `这个工作簿由较早的客户簿版本（格式 ${found}）建立。`,
    remedy: "请先备份并升级，然后即可使用。",
  }),
  "not-set-up": () => ({
    what: "这个工作簿还没有客户表。",
    remedy: "点“建立客户表”：新建一张，或沿用您已有的表。",
  }),
  "newer-version": ({ found }) => ({
    what: `这个工作簿由更新的客户簿版本（格式 ${found}）建立，当前版本只能查看，不能写入。`,
    remedy: "请更新加载项后再打开。工作簿未做任何改动。",
  }),
  "already-set-up": () => ({
    what: "这个工作簿里已经有客户表。",
    remedy: "回到“今日跟进”即可使用；新客户直接写在客户表的下一行。",
  }),
  "read-only": () => ({
    what: "工作簿以只读方式打开，什么也没有写入。",
    remedy: "另存为一份可编辑的副本，或点 Excel 顶部的“启用编辑”，再试一次。",
  }),
  protected: ({ sheet }) => ({
    what:
      sheet === null ? "工作簿或工作表受保护，无法写入。" : `工作表“${sheet}”受保护，无法写入。`,
    remedy: "在“审阅”中撤消保护，再试一次。",
  }),
  "busy-editing": () => ({
    what: "有单元格正在编辑，Excel 暂时不接受写入。",
    remedy: "按 Enter 或 Esc 结束编辑，再试一次。",
  }),
  "table-missing": ({ table }, names) => ({
    what: `找不到“${names.table(table)}”表，它可能被删除了。`,
    remedy: "用 Ctrl+Z 恢复；恢复不了时点“重新建立”，其他表不受影响。",
  }),
  "column-missing": (failure, names) => ({
    what: `表中缺少“${names.column(failure.column, "table" in failure ? failure.table : undefined)}”列。`,
    remedy: "用 Ctrl+Z 恢复该列，或插入一列并写上这个列名，再试一次。",
  }),
  "too-large": () => ({
    what: "一次要传输的内容超过了 Excel 的上限。",
    remedy: "缩小所选范围，或把很长的单元格内容移到别处，再试一次。",
  }),
  "not-supported": ({ requirement }) => ({
    what: `这个版本的 Excel 不支持所需功能（${requirement}）。`,
    remedy: "更新 Excel，或改用网页版 Excel 打开。",
  }),
  "no-selection": () => ({
    what: "没有选中可以使用的区域。",
    remedy: "在工作表中点选客户数据里的任意一格，再试一次。",
  }),
  host: ({ hostCode, message }) => ({
    what: `Excel 没有完成操作：${nameText(message, longestMessage)}（${hostCode}）`,
    remedy: "请再试一次；若仍然出现，保存后重新打开工作簿。",
  }),
  "not-fetched": () => ({
    what: "加载项的这一部分没有取到：当前离线，或加载项刚发布了新版本。",
    remedy: "连上网络再试一次；若仍然不行，保存后重新打开工作簿。",
  }),
  conflict: ({ conflicts }) => ({
    what: `您操作期间，表中有 ${conflicts.length} 处已被改动。为免覆盖，什么也没有写入。`,
    remedy: "请按现在的内容核对后再试一次；您填写的内容还在。",
  }),
  "row-missing": ({ table, id }, names) => ({
    what: `“${names.table(table)}”中找不到编号 ${id} 的行，它可能被删除了。`,
    remedy: "用 Ctrl+Z 恢复该行，或回到“今日跟进”点“刷新”，再重新选择。",
  }),
  "id-taken": ({ table, id }, names) => ({
    what: `“${names.table(table)}”中已有编号 ${id}，没有写入。`,
    remedy: "再保存一次，会换用新的编号。",
  }),
  "no-room-below": ({ table, sheet, address }, names) => ({
    what: `“${names.table(table)}”表下方有内容（${sheet}!${address}），放不下新的一行。`,
    remedy: "把那里的内容移开，或在表内插入一行，再试一次。",
  }),
  "sheet-full": ({ table, sheet, count: rows }, names) => ({
    what: `“${names.table(table)}”表已到工作表“${sheet}”的最后一行，放不下新的 ${rows} 行。`,
    remedy: "用“表设计 > 调整大小”缩掉表末尾的空行，或把旧的行移到别处，再试一次。",
  }),
  "no-room": ({ sheet, address }) => ({
    what: `${sheet}!${address} 里已有内容，没有覆盖。`,
    remedy: "把那里的内容移开，再试一次。",
  }),
  "half-written": ({ restored, cause }, names) => ({
    what: restored
      ? `写到一半时 Excel 出错，已全部复原。原因：${names.failure(cause).what}`
      : `写到一半时 Excel 出错，部分内容可能已写入。原因：${names.failure(cause).what}`,
    remedy: restored
      ? names.failure(cause).remedy
      : "请核对刚才要写的那些行，必要时按 Ctrl+Z，再试一次。",
  }),
  "nothing-to-take-back": () => ({
    what: "没有可以撤销的操作。",
    remedy: "客户簿之前写入的内容可以到“变更记录”里撤销；直接在表格里的改动请用 Ctrl+Z。",
  }),
  "changed-since-deed": ({ columns }, names) => ({
    what: `没有撤销：那次操作之后，${columns.map((column) => `“${names.column(column)}”`).join("")}又有改动。为免覆盖，什么也没有改。`,
    remedy: "可以逐处选择：保留现值，或恢复为改动之前的内容。",
  }),
  "deed-gone": () => ({
    what: "没有撤销：那次写入的行已不在表中，可能已用 Ctrl+Z 撤销。",
    remedy: "无需再做什么；如果那一行是误删的，用 Ctrl+Z 恢复。",
  }),
  "record-gone": ({ found, count }) => ({
    what: `没有撤销：那次操作记下了 ${count} 条变更，“变更记录”表里只剩 ${found} 条，其余已被删除或改写。为免只撤销一半，什么也没有改。`,
    remedy: "如果是刚刚误删的，用 Ctrl+Z 恢复后再撤销；也可以在“变更记录”里撤销剩下的部分。",
  }),
  "structure-in-use": () => ({
    what: "没有撤销：那些列已有内容，或之后又改过。",
    remedy: "在“变更记录”里点它的“撤销”，会逐项说明原因，也可以只撤销其余部分。",
  }),
  cancelled: () => ({
    what: "已取消，工作簿保持原样。",
    remedy: "需要时可以重新开始。",
  }),
  "partly-applied": ({ applied, cause, because }, names) => ({
    what: `没有完成，也没能全部复原：还有 ${applied.length} 批内容留在表中。原因：${names.failure(cause).what}复原失败：${names.failure(because).what}`,
    remedy: "解决后重新导入同一份数据即可补齐，不会重复；或按 Ctrl+Z 逐步撤销。",
  }),
  "nothing-to-import": ({ name }) => ({
    what: name === "" ? "粘贴的内容里没有可导入的行。" : `${name} 里没有可导入的行。`,
    remedy: "需要一行列名，下面至少一行数据。",
  }),
  "imports-itself": ({ sheet }) => ({
    what: `选中的是要导入到的表本身（工作表“${sheet}”）。`,
    remedy: "请到另一张工作表，点选要导入的数据中的任意一格，再试一次。",
  }),
  "no-key": () => ({
    what: "还没有可以用来辨认各行的列。",
    remedy: "在对应的列上选择编号、名称或电话；商机需要编号，或客户、产品和接触日。",
  }),
  "own-formula": ({ header, cell }) => ({
    what: `“${header}”列由公式计算（${cell}），导入会覆盖公式。`,
    remedy: "把对应的列改为“不导入”，再试运行。",
  }),
  "customer-missing": () => ({
    what: "表中已没有这位客户。",
    remedy: "回到“今日跟进”，点“刷新”后重新选择。",
  }),
  "not-identified": ({ row }) => ({
    what: `第 ${row + 1} 条客户没有唯一的编号，无法把跟进记到他名下。`,
    remedy: "在编号列填一个不重复的编号，再试一次。",
  }),
  "in-the-future": ({ day, asOf }, names) => ({
    what: `跟进日 ${names.day(day)} 晚于今天（${names.day(asOf)}）。`,
    remedy: "跟进日改为今天或更早；将来的日子请填在“约定下次”。",
  }),
  "agreed-before-follow-up": ({ agreedDay, day }, names) => ({
    what: `约定的下次 ${names.day(agreedDay)} 早于跟进日 ${names.day(day)}。`,
    remedy: "请选跟进日当天或以后的日子，或清除约定。",
  }),
  "too-long": ({ field, limit }, names) => ({
    what: `“${names.column(field, "followUps")}”超过单元格的上限 ${limit} 个字符。`,
    remedy: "请缩短内容，或分两次记录。",
  }),
  "name-unmapped": () => ({
    what: "还没有指明哪一列是客户名称。",
    remedy: "在对应的列上选择“客户名称”。",
  }),
  "mapped-twice": ({ header, columns }, names) => ({
    what: `“${header}”列被同时用作 ${columns.map((column) => `“${names.column(column)}”`).join("和")}。`,
    remedy: "每一列只能有一个含义，请改其中一个。",
  }),
  "amount-unit": ({ column, header, unit }, names) => ({
    what: `“${header}”列以 ${unit.toLocaleString("zh-CN")} 元为单位，而“${names.column(column)}”按元计算。`,
    remedy: "把该列设为“保留为自有列”；或把数字换算成元、改好标题，再点“重新查看”。",
  }),
  "merged-cells": ({ sheet, addresses }) => ({
    what: `工作表“${sheet}”中有合并单元格：${addresses.join("、")}。表格里不能有合并单元格。`,
    remedy: "选中它们，点“开始 → 合并后居中”取消合并，再点“重新查看”。",
  }),
  "total-row": ({ sheet, row, found }) => ({
    what: `工作表“${sheet}”第 ${row} 行是“${found}”，会被当成一个客户。`,
    remedy: "把合计行移到别处，或在它上面空出一行后重新选择客户区域，再点“重新查看”。",
  }),
  "no-header-row": ({ sheet, address }) => ({
    what: `在 ${sheet}!${address} 里没有认出标题行。`,
    remedy:
      "在数据上面插入一行，写上列名（如 客户名称、电话、需求状况），再点“重新查看”；列名在别的行时，在上面选那一行作“标题行”。",
  }),
  "duplicate-id": ({ header, ids, count }) => ({
    what: `“${header}”列有 ${count} 个编号重复：${ids
      .map(({ id, rows }) => `${id}（第 ${rows.join("、")} 行）`)
      .join("；")}。`,
    remedy: "改成不重复的编号，或把该列设为“保留为自有列”，由客户簿另给编号。",
  }),
  "formula-in-written-column": ({ column, header, cell }, names) => ({
    what: `“${header}”列的 ${cell} 是公式，而“${names.column(column)}”要由客户簿写入。`,
    remedy: "把该列设为“保留为自有列”（会另加一列），或先把公式转成值。",
  }),
  "rows-without-id": ({ table, count }, names) => ({
    what: `“${names.table(table)}”里有 ${count} 行属于要并入的客户，但没有编号，合并后会找不到它们。`,
    remedy: "请先给这些行填上各自的编号，再合并。",
  }),
  "merge-too-large": ({ limit }) => ({
    what: `其中一格的内容超过 Excel 的上限（${limit.toLocaleString("zh-CN")} 个字符），合并后将无法拆分，所以没有合并。`,
    remedy: "把最长的备注移到跟进记录里，再试一次。",
  }),
  "name-blank": () => ({
    what: "还没有填客户名称。",
    remedy: "填上名称后再登记。",
  }),
  "field-too-long": ({ column, limit }, names) => ({
    what: `“${names.column(column)}”超过单元格的上限 ${limit.toLocaleString("zh-CN")} 个字符。`,
    remedy: "请缩短后再登记。",
  }),
  "not-a-credit-code": ({ because }) => ({
    what: {
      length: "统一社会信用代码应为 18 位。",
      characters: "统一社会信用代码只有数字和大写字母，不用 I、O、S、V、Z。",
      "check-character": "统一社会信用代码的校验位不符，可能有一位写错。",
    }[because],
    remedy: "请对照营业执照核对。",
  }),
  filtered: ({ table, sheet }, names) => ({
    what: `“${sheet ?? names.table(table)}”表正在筛选，有些行没有显示。`,
    remedy: "在“数据”里点“清除”筛选，再试一次；什么也没有改动。",
  }),
  "changed-meanwhile": ({ table }, names) => ({
    what: `查看之后，“${names.table(table)}”表里有行被增加或删除。什么也没有改动。`,
    remedy: "再看一次会改动什么，然后继续。",
  }),
  "nothing-to-share": () => ({
    what: "客户表里没有由加载项计算的列（等级、下次跟进、紧急程度）。",
    remedy: "文件现在就可以直接发给同事；需要这些列时，用“修复”加回来。",
  }),
  "changed-since-shown": () => ({
    what: "显示之后，表中有单元格被改动。什么也没有写入。",
    remedy: "返回后重新打开，按现在的内容再做一次。",
  }),
};
