import { urgencies } from "../../domain/urgency";
import type { Words } from "../schema";
import { settingBlocks } from "./setting-blocks";

const overdueStep: Words = {
  zh: "逾期达到这么多天，颜色加深一级（F7）；留空则不用这一级。",
  en: "So many days overdue deepen the colour by one step (F7); leave blank to do without it.",
};

/**
 * The notes of Settings that had rule numbers in their words, by the row's id. They stand in workbooks of that time and
 * are left alone; only a translation must know them, to turn them into their like and back again.
 */
export const formerNotes: ReadonlyMap<string, Words> = new Map<string, Words>([
  ...settingBlocks.horizon.map((letter): [string, Words] => [
    `horizon.${letter}`,
    {
      zh: `目标客户预计在此期限内成交为 ${letter} 级（G4，含当日）。`,
      en: `Clear demand that closes within this time is grade ${letter} (G4, inclusive).`,
    },
  ]),
  ...settingBlocks.cadence.map((letter): [string, Words] => [
    `cadence.${letter}`,
    {
      zh: `${letter} 级客户上次跟进后多久再跟进（F1）。`,
      en: `How long after the last follow-up grade ${letter} is due again (F1).`,
    },
  ]),
  ...settingBlocks.urgency.map((step, index): [string, Words] => [
    `urgency.${step}`,
    {
      zh: `须在此期限内处理为“${urgencies[index]?.title.zh}”（D3，含当日）。`,
      en: `To be handled within this time is "${urgencies[index]?.title.en}" (D3, inclusive).`,
    },
  ]),
  [
    "dueSoonDays",
    {
      zh: "下次跟进在这么多天以内显示为“即将”（F5）。",
      en: 'A next follow-up within so many days shows as "soon" (F5).',
    },
  ],
  ["highlight.1", overdueStep],
  ["highlight.2", overdueStep],
  ["highlight.3", overdueStep],
  [
    "importanceThreshold",
    {
      zh: "未配置：填入金额后，潜在金额达到它的客户为“重要”（D2）。",
      en: 'Not configured: enter an amount, and customers whose potential reaches it are "important" (D2).',
    },
  ],
  [
    "workdayRoll",
    {
      zh: "填“开”后，落在休息日的下次跟进顺延到下一个工作日，按节假日表（F3）。",
      en: 'Type "on" to move a next follow-up from a day off to the next working day, by the Holidays table (F3).',
    },
  ],
  [
    "verification.days",
    {
      zh: "资料超过这么多天没有核实的客户会列出（I3）。",
      en: "Customers whose data was last confirmed longer ago are listed (I3).",
    },
  ],
  [
    "profile.fields",
    {
      zh: "哪些列计入客户资料完整度（R1），用顿号隔开；也可以写自有字段的列名。",
      en: "Which columns count for the completeness of a customer (R1), with commas between; own fields count, too.",
    },
  ],
  [
    "duplicates.likely",
    {
      zh: "两行相似度达到这个分数就列为可能重复（T3），20 至 100；越低列出的越多。",
      en: "Two rows are listed as possible duplicates from this likeness on (T3), 20 to 100; the lower, the more.",
    },
  ],
  [
    "duplicates.notable",
    {
      zh: "新建客户时，与已有客户的相似度达到这个分数就提示由谁负责（T3），20 至 100。",
      en: "Adding a customer tells who holds one that is so much alike (T3), 20 to 100.",
    },
  ],
]);
