/** Everything the preview says, in both languages. */

export type Language = "zh" | "en";

const table = {
  app: ["客户簿 · 预览", "Keepsheet · Preview"],
  previewNote: [
    "这是预览：内置的电子表格代替 Excel，任务窗格是真的。",
    "A preview: a built-in spreadsheet stands in for Excel; the task pane is the real one.",
  ],
  open: ["打开", "Open"],
  openHint: [
    "打开 .xlsx 或 .csv 文件（也可拖放到页面上）",
    "Open an .xlsx or .csv file (or drop it on the page)",
  ],
  save: ["另存为 .xlsx", "Save as .xlsx"],
  saving: ["正在保存…", "Saving…"],
  savingShare: ["正在保存…… {percent}%", "Saving… {percent}%"],
  saveAnyway: ["照样保存", "Save anyway"],
  saved: ["已保存 {name}", "Saved {name}"],
  copyName: ["副本 - {name}", "Copy of {name}"],
  copyOpened: [
    "加载项打开了另一个工作簿：预览把它下载为 {name}",
    "The add-in opened another workbook: the preview downloads it as {name}",
  ],
  saveFailed: ["没有保存成功：{reason}", "It could not be saved: {reason}"],
  opening: ["正在打开 {name}…", "Opening {name}…"],
  opened: ["已打开 {name}", "Opened {name}"],
  openedWith: ["已打开 {name}，有 {count} 处说明", "Opened {name}, with {count} remarks"],
  cancel: ["取消", "Cancel"],
  ok: ["确定", "OK"],
  yes: ["是", "Yes"],
  no: ["否", "No"],
  retry: ["重试", "Retry"],
  sample: ["示例工作簿", "Sample workbook"],
  language: ["English", "中文"],
  languageHint: ["Switch to English", "切换到中文"],
  home: ["开始", "Home"],
  ribbon: ["功能区", "Ribbon"],
  undo: ["撤销", "Undo"],
  redo: ["恢复", "Redo"],
  copy: ["复制", "Copy"],
  paste: ["粘贴", "Paste"],
  pasteHint: ["按 Ctrl+V 粘贴", "Press Ctrl+V to paste"],
  bold: ["加粗", "Bold"],
  italic: ["倾斜", "Italic"],
  fill: ["填充颜色", "Fill colour"],
  fontColor: ["字体颜色", "Font colour"],
  noFill: ["无填充", "No fill"],
  automatic: ["自动", "Automatic"],
  alignLeft: ["左对齐", "Align left"],
  alignCenter: ["居中", "Centre"],
  alignRight: ["右对齐", "Align right"],
  wrap: ["自动换行", "Wrap text"],
  numberFormat: ["数字格式", "Number format"],
  general: ["常规", "General"],
  number: ["数值", "Number"],
  currency: ["货币", "Currency"],
  percent: ["百分比", "Percentage"],
  shortDate: ["短日期", "Short date"],
  textFormat: ["文本", "Text"],
  insertRows: ["插入行", "Insert rows"],
  deleteRows: ["删除行", "Delete rows"],
  insertColumns: ["插入列", "Insert columns"],
  deleteColumns: ["删除列", "Delete columns"],
  sortUp: ["升序", "Sort ascending"],
  sortDown: ["降序", "Sort descending"],
  filter: ["筛选", "Filter"],
  clearFilter: ["清除筛选", "Clear filter"],
  freeze: ["冻结窗格", "Freeze panes"],
  unfreeze: ["取消冻结", "Unfreeze panes"],
  closedByAddIn: [
    "加载项关闭了工作簿。请打开文件继续。",
    "The add-in closed the workbook. Open a file to go on.",
  ],
  chartLabel: ["图表：{title}。系列：{names}", "Chart: {title}. Series: {names}"],
  chartSimplified: ["按平面显示", "shown flat"],
  chartNotDrawn: [
    "此处不绘制 {type} 图表，文件中保留",
    "{type} charts are kept, but not drawn here",
  ],
  groupClipboard: ["剪贴板", "Clipboard"],
  groupFont: ["字体", "Font"],
  groupAlign: ["对齐方式", "Alignment"],
  groupNumber: ["数字", "Number"],
  groupCells: ["单元格", "Cells"],
  groupData: ["数据", "Data"],
  groupView: ["视图", "View"],
  groupUndo: ["撤销", "Undo"],
  clearContents: ["清除内容", "Clear contents"],
  nameBox: ["名称框", "Name box"],
  formulaBar: ["编辑栏", "Formula bar"],
  grid: ["工作表", "Worksheet"],
  cellEditor: ["单元格 {address}，{text}", "Cell {address}, {text}"],
  empty: ["空", "empty"],
  addSheet: ["新建工作表", "New sheet"],
  renameSheet: ["重命名", "Rename"],
  deleteSheet: ["删除", "Delete"],
  sheets: ["工作表标签", "Sheet tabs"],
  ready: ["就绪", "Ready"],
  average: ["平均值", "Average"],
  count: ["计数", "Count"],
  sum: ["求和", "Sum"],
  filtered: ["筛选出 {shown} / {all} 条记录", "{shown} of {all} records found"],
  pane: ["任务窗格", "Task pane"],
  paneTitle: ["客户簿", "Keepsheet"],
  closePane: ["关闭任务窗格", "Close the task pane"],
  paneWidth: ["任务窗格宽度", "Task pane width"],
  list: ["选择清单", "Pick from list"],
  selectAll: ["（全选）", "(Select all)"],
  blanks: ["（空白）", "(Blanks)"],
  search: ["搜索", "Search"],
  tooMany: [
    "只列出前 {count} 个值；请用搜索缩小范围。",
    "Only the first {count} values are listed; search to narrow them.",
  ],
  dropHere: ["松开以打开此文件", "Drop to open this file"],
  dragOne: ["请一次只打开一个文件。", "Please open one file at a time."],
  notDone: ["没有执行", "Not done"],
  continueAnyway: ["是否继续？", "Continue?"],
  commandFailed: [
    "命令“{name}”没有完成：{reason}",
    "The command “{name}” did not finish: {reason}",
  ],
  manifestMissing: ["没有找到加载项的清单。", "The add-in's manifest was not found."],
  noSuchPlace: [
    "“{text}”不是这本工作簿里的地址或名称。",
    "“{text}” is no address or name in this workbook.",
  ],
  noteBy: ["{author} 的备注", "Note by {author}"],
  discard: [
    "当前工作簿有未保存的更改。要放弃并打开另一个吗？",
    "This workbook has unsaved changes. Discard them and open another one?",
  ],
  discardTitle: ["放弃更改？", "Discard changes?"],
  discardYes: ["放弃", "Discard"],
} as const satisfies Record<string, readonly [string, string]>;

export type WordKey = keyof typeof table;
export type Say = (key: WordKey, facts?: Readonly<Record<string, string | number>>) => string;

/** `{name}` in a text is replaced by the fact of that name. */
export function fillIn(
  text: string,
  facts: Readonly<Record<string, string | number>> = {},
): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** The page's voice in one language. */
export function sayIn(language: Language): Say {
  return (key, facts) => fillIn(table[key][language === "zh" ? 0 : 1], facts);
}

/** `?lang=` wins over the browser's own language; anything Chinese is zh, everything else en. */
export function pageLanguage(search: string, browserLanguage: string): Language {
  const asked = new URLSearchParams(search).get("lang") ?? browserLanguage;
  return asked.toLowerCase().startsWith("zh") ? "zh" : "en";
}
