import type { Language } from "../../tables/schema";

/** What settings and help say. */
export interface SettingsWords {
  readonly language: string;
  readonly languageChoice: Readonly<Record<"auto" | "zh" | "en", string>>;
  readonly highlightHint: string;
  readonly setUpHint: string;
  readonly rules: string;
  readonly rulesHint: (sheet: string) => string;
  readonly functions: string;
  readonly functionsLead: string;
  readonly keys: string;
  readonly keyList: readonly (readonly [keys: string, does: string])[];
  readonly privacy: string;
  readonly privacyText: readonly string[];
  readonly about: string;
  readonly version: (version: string) => string;
}

const zh: SettingsWords = {
  language: "语言 Language",
  languageChoice: { auto: "跟随 Excel", zh: "中文", en: "English" },
  highlightHint: "颜色不对、公式显示 #NAME? 或丢了、列被删时，先检查，再修复。",
  setUpHint: "新建一套表，或沿用您已有的客户表。",
  rules: "等级与周期",
  rulesHint: (sheet) => `等级期限、跟进周期、提醒天数都在工作表“${sheet}”里，改了立即生效。`,
  functions: "单元格函数",
  functionsLead:
    "在任何单元格里键入 =CRM. 就能使用。方括号里的参数可以省略，省略时用默认值；写上 crm_ 开头的名称，就按“设置”表里的数值计算。写错时单元格显示 #VALUE!，它旁边的提示说明原因和改法。",
  keys: "快捷键",
  keyList: [
    ["↑ ↓ Home End", "在名单中移动"],
    ["Enter", "打开客户并在表中选中"],
    ["→", "到“记录”按钮"],
    ["1–6", "选择跟进方式"],
    ["Ctrl+Enter", "保存跟进"],
    ["Esc", "返回上一页"],
    ["/", "查找客户"],
  ],
  privacy: "隐私",
  privacyText: [
    "客户数据只在这个工作簿里。客户簿不联网、不上传、不统计，页面的安全策略也禁止任何连接。",
    "隐藏或保护工作表不是保密措施：拿到文件的人就能看到内容。需要保密时，请给文件加密码或用 SharePoint 权限。",
  ],
  about: "关于",
  version: (version) => `客户簿 Keepsheet ${version} · MIT 许可`,
};

const en: SettingsWords = {
  language: "Language 语言",
  languageChoice: { auto: "Same as Excel", zh: "中文", en: "English" },
  highlightHint:
    "When colours are wrong, formulas show #NAME? or are lost, or columns were deleted: look first, then repair.",
  setUpHint: "Create the tables, or use the customer sheet you already have.",
  rules: "Grades and cadences",
  rulesHint: (sheet) =>
    `Grade horizons, cadences and reminder days are on the sheet “${sheet}”; changes take effect at once.`,
  functions: "Functions for cells",
  functionsLead:
    "Type =CRM. into any cell. Arguments in brackets can be left out and then have their defaults; with a name that begins with crm_ the numbers of the Settings sheet count. A wrong argument gives #VALUE!, and the sign beside the cell says why and what to do.",
  keys: "Keys",
  keyList: [
    ["↑ ↓ Home End", "move in the list"],
    ["Enter", "open the customer and select its row"],
    ["→", "to the Log button"],
    ["1–6", "choose the channel"],
    ["Ctrl+Enter", "save the follow-up"],
    ["Esc", "go back"],
    ["/", "find a customer"],
  ],
  privacy: "Privacy",
  privacyText: [
    "Nothing leaves the workbook. Keepsheet makes no connections, uploads nothing and tracks nothing; the page’s security policy forbids any connection.",
    "Hiding or protecting a sheet keeps no secrets: whoever has the file can read it. For secrecy use a file password or SharePoint permissions.",
  ],
  about: "About",
  version: (version) => `Keepsheet 客户簿 ${version} · MIT licence`,
};

export const settingsWords: Readonly<Record<Language, SettingsWords>> = { zh, en };
