import type { FileFailure, FileWarning, KeptKind, LostKind } from "../../host/file/failure";
import type { Language } from "../words";

type Pair = readonly [string, string];

const kept: Readonly<Record<KeptKind, Pair>> = {
  "chart-or-picture": ["图表或图片", "charts or pictures"],
  "pivot-table": ["数据透视表", "pivot tables"],
  slicer: ["切片器", "slicers"],
  "external-link": ["外部链接", "links to other workbooks"],
  "threaded-comment": ["会话批注", "threaded comments"],
  sparkline: ["迷你图", "sparklines"],
  "form-control": ["表单控件", "form controls"],
  query: ["查询连接", "queries"],
  other: ["其他内容", "other content"],
};

const lost: Readonly<Record<LostKind, Pair>> = {
  macros: ["宏", "macros"],
  "chart-sheet": ["图表工作表", "chart sheets"],
  "data-table": ["模拟运算表", "what-if data tables"],
  "rich-value": ["单元格内的图片和关联数据", "pictures in cells and linked data types"],
  signature: ["数字签名", "digital signatures"],
  binding: ["加载项的绑定", "bindings of add-ins"],
  "order-by-colours": [
    "按颜色排序的记录（各行保持现在的顺序）",
    "by which colours tables were sorted (the rows stay in order)",
  ],
  "conditional-format": ["一部分条件格式", "some conditional formats"],
};

const oldFormats: Readonly<Record<string, string>> = {
  xls: ".xls (97–2003)",
  xlsb: ".xlsb",
  ods: ".ods (OpenDocument)",
  "xml-2003": "XML 2003",
};

const lookalikes: Readonly<Record<string, Pair>> = {
  pdf: ["PDF 文件", "a PDF"],
  image: ["图片", "a picture"],
  docx: ["Word 文档", "a Word document"],
  pptx: ["PowerPoint 演示文稿", "a PowerPoint presentation"],
  doc: ["旧版 Office 文档", "an old Office document"],
  zip: ["ZIP 压缩包", "a ZIP archive"],
  archive: ["压缩包", "an archive"],
  html: ["网页", "a web page"],
  rtf: ["RTF 文档", "an RTF document"],
  program: ["程序", "a program"],
  binary: ["二进制文件", "a binary file"],
};

const megabytes = (bytes: number): string => String(Math.round(bytes / 1_048_576));

function failurePair(failure: FileFailure): Pair {
  switch (failure.code) {
    case "empty-file":
      return [
        "文件是空的（0 字节）。请检查它是否下载或复制完整。",
        "The file is empty (0 bytes). Check that it was downloaded or copied completely.",
      ];
    case "too-large":
      return [
        `文件有 ${megabytes(failure.bytes)} MB，最多能打开 ${megabytes(failure.limit)} MB。请拆分后再打开。`,
        `The file has ${megabytes(failure.bytes)} MB; at most ${megabytes(failure.limit)} MB can be opened. Split it and try again.`,
      ];
    case "cell-too-long":
      return [
        `单元格 ${failure.column}${failure.row} 有 ${failure.characters.toLocaleString("zh-CN")} 个字符，Excel 的上限是 ${failure.limit.toLocaleString("zh-CN")} 个。请检查文件是否完整、引号是否成对。`,
        `Cell ${failure.column}${failure.row} has ${failure.characters.toLocaleString("en-US")} characters; Excel holds ${failure.limit.toLocaleString("en-US")}. Check that the file is complete and its quotation marks come in pairs.`,
      ];
    case "expands-too-much":
      return [
        `文件里的“${failure.part}”解压后超过 ${megabytes(failure.limit)} MB，可能已损坏或是恶意文件，没有打开。`,
        `“${failure.part}” in the file unpacks to more than ${megabytes(failure.limit)} MB. It is damaged or malicious and was not opened.`,
      ];
    case "too-many-cells":
      return [
        `工作表“${failure.sheet}”的单元格超过 ${failure.limit.toLocaleString("zh-CN")} 个。请删去用不到的部分后再打开。`,
        `Sheet “${failure.sheet}” has more than ${failure.limit.toLocaleString("en-US")} cells. Remove what is not needed and try again.`,
      ];
    case "too-many-rows":
      return [
        `工作表“${failure.sheet}”有 ${failure.rows} 行，最多 ${failure.limit} 行。请拆分后再打开。`,
        `Sheet “${failure.sheet}” has ${failure.rows} rows; at most ${failure.limit} fit. Split it and try again.`,
      ];
    case "too-many-columns":
      return [
        `工作表“${failure.sheet}”有 ${failure.columns} 列，最多 ${failure.limit} 列。`,
        `Sheet “${failure.sheet}” has ${failure.columns} columns; at most ${failure.limit} fit.`,
      ];
    case "broken-zip":
      return [
        "文件已损坏，无法解压。请向发送者重新索取，或在 Excel 里试“打开并修复”。",
        "The file is damaged and cannot be unpacked. Ask for it again, or try “Open and Repair” in Excel.",
      ];
    case "missing-part":
      return [
        `文件不完整：缺少“${failure.part}”。请在 Excel 里重新另存一次。`,
        `The file is incomplete: “${failure.part}” is missing. Save it again in Excel.`,
      ];
    case "broken-part":
      return [
        `文件里的“${failure.part}”已损坏，读不出来。请在 Excel 里试“打开并修复”。`,
        `“${failure.part}” in the file is damaged and cannot be read. Try “Open and Repair” in Excel.`,
      ];
    case "no-sheets":
      return ["文件里没有工作表。", "The file has no worksheets."];
    case "password-protected":
      return [
        "文件有打开密码。请先在 Excel 里去掉密码（文件 → 信息 → 保护工作簿），再打开副本。",
        "The file needs a password. Remove it in Excel first (File → Info → Protect Workbook) and open the copy.",
      ];
    case "old-format": {
      const format = oldFormats[failure.format] ?? failure.format;
      return [
        `这是 ${format} 格式。请在 Excel 或 WPS 里另存为 .xlsx 后再打开。`,
        `This is the ${format} format. Save it as .xlsx in Excel or WPS and open that.`,
      ];
    }
    case "not-a-spreadsheet": {
      const like = lookalikes[failure.looksLike] ?? lookalikes["binary"];
      if (failure.looksLike === "doc") {
        return [
          "这是旧版 Office 文档，不是 .xlsx。如果它是 Excel 表格，请在 Excel 或 WPS 里另存为 .xlsx 后再打开。",
          "This is an old Office document, not an .xlsx. If it is an Excel workbook, save it as .xlsx in Excel or WPS and open that.",
        ];
      }
      return [
        `这不是电子表格，看起来是${like?.[0] ?? ""}。请选择 .xlsx 或 .csv 文件。`,
        `This is not a spreadsheet; it looks like ${like?.[1] ?? ""}. Choose an .xlsx or .csv file.`,
      ];
    }
    case "unreadable-text":
      return [
        "看不出这个文本文件的编码。请另存为 UTF-8 的 .csv 后再打开。",
        "The text encoding of this file cannot be recognised. Save it as UTF-8 .csv and open that.",
      ];
  }
}

function warningPair(warning: FileWarning): Pair {
  switch (warning.code) {
    case "kept-unchanged": {
      const what = kept[warning.what];
      return [
        `${what[0]}在文件中原样保留，这里不显示（${warning.sheets.join("、")}）。`,
        `${sentence(what[1])} stay in the file unchanged and are not shown here (${warning.sheets.join(", ")}).`,
      ];
    }
    case "lost-on-save": {
      const what = lost[warning.what];
      return [
        `${what[0]}不会写入另存的副本（${warning.sheets.join("、")}）。`,
        `${sentence(what[1])} will not be in a saved copy (${warning.sheets.join(", ")}).`,
      ];
    }
    case "comments-as-notes":
      return [
        `批注会存为备注（${warning.sheets.join("、")}）：文字都在，但不能再逐条回复。`,
        `Comments are saved as notes (${warning.sheets.join(", ")}): the words stay, but nobody can reply to them any more.`,
      ];
    case "charts-written-anew":
      return [
        `改动过的图表会重新写入（${warning.sheets.join("、")}）：数据和设置都在，渐变和特效会变回默认样子。要保留它们，请在 Excel 中改动图表。`,
        `Charts you changed are written anew (${warning.sheets.join(", ")}): data and settings stay; gradients and effects return to the usual look. To keep those, change the chart in Excel.`,
      ];
    case "text-encoding": {
      const encoding = warning.encoding.toUpperCase();
      return [`文本按 ${encoding} 编码读取。`, `The text was read as ${encoding}.`];
    }
    case "quote-not-closed":
      return [
        `第 ${warning.row} 行的引号没有结束，其后的内容都在同一个单元格里。`,
        `A quotation mark in row ${warning.row} is never closed; everything after it is in one cell.`,
      ];
    case "no-rows":
      return ["文件里没有数据行。", "The file has no rows of data."];
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why a file was not opened, and what to do next. */
export function failureMessage(failure: FileFailure, language: Language): string {
  return failurePair(failure)[language === "zh" ? 0 : 1];
}

/** What to know about an opened file, or about a workbook before it is saved. */
export function warningMessage(warning: FileWarning, language: Language): string {
  return warningPair(warning)[language === "zh" ? 0 : 1];
}
