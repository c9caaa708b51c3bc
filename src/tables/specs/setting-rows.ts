import {
  defaultCadences,
  defaultDueSoonDays,
  defaultHighlightSteps,
  defaultHorizons,
  defaultUrgencyBounds,
} from "../../domain/limits";
import { defaultLikenessLimits } from "../../domain/matching/limits";
import { spanUnits, type Span } from "../../domain/span";
import { urgencies } from "../../domain/urgency";
import type { Cell } from "../change";
import type { RuleNumber } from "../description";
import type { Language, Words } from "../schema";
import { settingBlocks } from "./setting-blocks";

/** One row of the Settings table as it is first laid out. */
export interface SettingRow {
  readonly id: string;
  readonly title: Words;
  readonly item: Words | null;
  /** null: not configured. asOf and language are filled in at set-up. */
  readonly amount: number | Words | null;
  readonly unit: Words | null;
  /** What it means, for people: without the numbers of rules, which are for the documents. */
  readonly note: Words;
  readonly rules?: readonly RuleNumber[];
}

/** The rows of Settings. Rows that share a name stand together, since a name is one area. */
export const settingRows: readonly SettingRow[] = [
  {
    id: "asOf",
    title: { zh: "基准日", en: "As-of day" },
    item: null,
    amount: null,
    unit: null,
    note: {
      zh: "等级按这一天计算；加载项每天更新一次，也可以手工填写。",
      en: "Grades are taken as of this day; the add-in moves it once a day, or type it yourself.",
    },
  },
  ...settingBlocks.horizon.map((letter) =>
    spanRow({
      id: `horizon.${letter}`,
      title: { zh: "定级期限", en: "Grade horizon" },
      item: { zh: letter, en: letter },
      span: defaultHorizons[letter],
      note: {
        zh: `目标客户预计在此期限内成交为 ${letter} 级（含当日）。`,
        en: `Clear demand that closes within this time is grade ${letter} (inclusive).`,
      },
      rules: ["G4"],
    }),
  ),
  ...settingBlocks.cadence.map((letter) =>
    spanRow({
      id: `cadence.${letter}`,
      title: { zh: "跟进周期", en: "Cadence" },
      item: { zh: letter, en: letter },
      span: defaultCadences[letter],
      note: {
        zh: `${letter} 级客户上次跟进后多久再跟进。`,
        en: `How long after the last follow-up grade ${letter} is due again.`,
      },
      rules: ["F1"],
    }),
  ),
  ...(["urgent", "soon", "unhurried"] as const).map((code, index) => {
    const title = urgencies.find((entry) => entry.code === code)?.title;
    if (title === undefined) throw new Error(`no urgency ${code}`);
    return spanRow({
      id: `urgency.${index + 1}`,
      title: { zh: "紧急程度", en: "Urgency" },
      item: title,
      span: defaultUrgencyBounds[code],
      note: {
        zh: `须在此期限内处理为“${title.zh}”（含当日）。`,
        en: `To be handled within this time is "${title.en}" (inclusive).`,
      },
      rules: ["D3"],
    });
  }),
  daysRow(
    "dueSoonDays",
    { zh: "即将到期", en: "Due soon" },
    defaultDueSoonDays,
    {
      zh: "下次跟进在这么多天以内显示为“即将”。",
      en: 'A next follow-up within so many days shows as "soon".',
    },
    "F5",
  ),
  ...([1, 2, 3] as const).map((step) =>
    daysRow(
      `highlight.${step}`,
      { zh: `逾期提醒 ${step}`, en: `Overdue step ${step}` },
      defaultHighlightSteps[step],
      {
        zh: "逾期达到这么多天，颜色加深一级；留空则不用这一级。",
        en: "So many days overdue deepen the colour by one step; leave blank to do without it.",
      },
      "F7",
    ),
  ),
  {
    id: "importanceThreshold",
    title: { zh: "重要客户门槛", en: "Importance threshold" },
    item: null,
    amount: null,
    unit: { zh: "元", en: "yuan" },
    note: {
      zh: "未配置：填入金额后，潜在金额达到它的客户为“重要”。",
      en: 'Not configured: enter an amount, and customers whose potential reaches it are "important".',
    },
    rules: ["D2"],
  },
  {
    id: "workdayRoll",
    title: { zh: "顺延到工作日", en: "Roll to workdays" },
    item: null,
    amount: { zh: "关", en: "off" },
    unit: null,
    note: {
      zh: "填“开”后，落在休息日的下次跟进顺延到下一个工作日，按节假日表。",
      en: 'Type "on" to move a next follow-up from a day off to the next working day, by the Holidays table.',
    },
    rules: ["F3"],
  },
  daysRow(
    "verification.days",
    { zh: "信息核实期限", en: "Confirm data after" },
    180,
    {
      zh: "资料超过这么多天没有核实的客户会列出。",
      en: "Customers whose data was last confirmed longer ago are listed.",
    },
    "I3",
  ),
  {
    id: "profile.fields",
    title: { zh: "资料完整度字段", en: "Profile columns" },
    item: null,
    amount: {
      zh: "联系人、电话、邮箱、统一社会信用代码、负责人、地区、来源、需求状况、成交状态、潜在金额",
      en: "Contact, Phone, Email, Credit code, Owner, Region, Source, Demand, Deal status, Potential amount",
    },
    unit: null,
    note: {
      zh: "哪些列计入客户资料完整度，用顿号隔开；也可以写自有字段的列名。",
      en: "Which columns count for the completeness of a customer, with commas between; own fields count, too.",
    },
    rules: ["R1"],
  },
  scoreRow(
    "duplicates.likely",
    { zh: "查重分数", en: "Duplicates from" },
    defaultLikenessLimits.likely,
    {
      zh: "两行相似度达到这个分数就列为可能重复，20 至 100；越低列出的越多。",
      en: "Two rows are listed as possible duplicates from this likeness on, 20 to 100; the lower, the more.",
    },
  ),
  scoreRow(
    "duplicates.notable",
    { zh: "撞单分数", en: "Overlap from" },
    defaultLikenessLimits.notable,
    {
      zh: "新建客户时，与已有客户的相似度达到这个分数就提示由谁负责，20 至 100。",
      en: "Adding a customer tells who holds one that is so much alike, 20 to 100.",
    },
  ),
  {
    id: "language",
    title: { zh: "表格语言", en: "Language of the sheets" },
    item: null,
    amount: { zh: "zh", en: "en" },
    unit: null,
    note: {
      zh: "加载项写入的文字用哪种语言：zh 或 en。",
      en: "The language of the words the add-in writes: zh or en.",
    },
  },
];

/** The first rows of Settings as cells in column order; the base column is a formula and holds null. */
export function settingCells(language: Language, asOfCell: Cell): readonly (readonly Cell[])[] {
  return settingRows.map(({ id, title, item, amount, unit, note }) => [
    id,
    title[language],
    item?.[language] ?? null,
    id === "asOf"
      ? asOfCell
      : amount !== null && typeof amount === "object"
        ? amount[language]
        : amount,
    unit?.[language] ?? null,
    null,
    note[language],
  ]);
}

function spanRow({
  span,
  ...row
}: Omit<SettingRow, "amount" | "unit"> & { span: Span }): SettingRow {
  const unit = spanUnits.find((entry) => entry.code === span.unit);
  return { ...row, amount: span.amount, unit: unit?.title ?? null };
}

function daysRow(
  id: string,
  title: Words,
  amount: number,
  note: Words,
  rule: RuleNumber,
): SettingRow {
  return { id, title, item: null, amount, unit: { zh: "天", en: "day" }, note, rules: [rule] };
}

function scoreRow(id: string, title: Words, amount: number, note: Words): SettingRow {
  return { id, title, item: null, amount, unit: { zh: "分", en: "points" }, note, rules: ["T3"] };
}
