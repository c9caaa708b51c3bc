import fc from "fast-check";
import { addDays, day, isoDay, type Day } from "../../../src/domain/day";
import { chineseHolidays } from "../../../src/domain/holidays-cn";
import { baseOf, serialFromDay, type DateSystem } from "../../../src/domain/serial";
import type { Scalar } from "../../../src/host/model/cell";
import { today, type TwinRow, type TwinSettings } from "./twin-book";

/** Settings and rows for comparing the twins with the functions: usual ones, edges and slips. */

/** The settings as they are first laid out. */
export const usual = (system: DateSystem): TwinSettings => {
  const base = baseOf[system];
  return {
    title: `the usual settings, ${system} date system`,
    system,
    asOf: serialFromDay(today, system),
    horizons: [
      ["A", 1, "月", base],
      ["B", 3, "月", base],
      ["C", 6, "月", base],
    ],
    cadences: [
      ["A", 1, "天", base],
      ["B", 7, "天", base],
      ["C", 15, "天", base],
      ["D", 30, "天", base],
      ["E", 1, "年", base],
    ],
    urgency: [
      ["紧急", 7, "天", base],
      ["缓急", 1, "月", base],
      ["不紧急", 3, "月", base],
    ],
    roll: "off",
    holidays: holidays(system),
  };
};

function holidays(system: DateSystem): (readonly Scalar[])[] {
  return chineseHolidays.map((entry) => [
    serialFromDay(entry.day, system),
    entry.kind === "off" ? "休" : "班",
  ]);
}

const bothSystems: readonly DateSystem[] = [1900, 1904];

/** The variants rows are spread over, in both date systems. */
export const settingsVariants: readonly TwinSettings[] = bothSystems.flatMap((system) => {
  const base = baseOf[system];
  const plain = usual(system);
  const variant = (title: string, change: Partial<TwinSettings>): TwinSettings => ({
    ...plain,
    ...change,
    title: `${title}, ${system} date system`,
  });
  return [
    plain,
    variant("English, the as-of day at a month's end, written as text with a time", {
      asOf: "2024-01-31 08:30",
      horizons: [
        ["C级", 2, "Years", base],
        [" a ", 30, "days", base],
        ["grade B", 1, "month", base],
      ],
      cadences: [
        ["E", 13, "months", base],
        ["D", 1, "month", base],
        ["C", 2, null, base],
        ["B", 7, "D", base],
        ["A", 1, null, base],
      ],
      urgency: [
        ["Unhurried", 90, "day", base],
        ["urgent", 3, "", base],
        ["SOON", 1, "mo", base],
      ],
    }),
    variant("working days switched on", { roll: "on" }),
    variant("working days switched on in Chinese, with text days and other words", {
      roll: "开",
      asOf: null,
      holidays: [
        ...holidays(system).slice(0, 60),
        [null, null],
        ["2027-01-01", "Holiday"],
        ["2027年1月3日", "补班"],
        ["2027/1/3", "班"],
        ["2027/12/31 09:00", "off"],
      ],
      cadences: [
        ["A", 1, "day", base],
        ["B", 1, "个月", base],
        ["C", 3, "month", base],
        ["D", 6, "月", base],
        ["E", 5, "年", base],
      ],
    }),
    variant("a leap day as of", {
      asOf: serialFromDay(day("2024-02-29"), system) + 0.75,
      urgency: [
        ["Urgent", 1, "day", base],
        ["Soon", 1, "year", base],
        ["Unhurried", 12, "months", base],
      ].map((row, index) => (index === 2 ? ["Unhurried", 2, "years", base] : row)),
    }),
  ];
});

/** Settings no one can work with: every function that needs them answers an error, and so must its twin. */
export const brokenSettings: readonly TwinSettings[] = bothSystems.flatMap((system) => {
  const base = baseOf[system];
  const plain = usual(system);
  const cadences = (place: number, row: readonly Scalar[]) => ({
    cadences: plain.cadences.map((cells, index) => (index === place ? row : cells)),
  });
  const changes: readonly (readonly [string, Partial<TwinSettings>])[] = [
    ["a grade twice", cadences(1, ["A", 7, "天", base])],
    ["a word for a grade", cadences(1, ["Z", 7, "天", base])],
    ["no amount", cadences(2, ["C", null, "天", base])],
    ["an amount as text", cadences(2, ["C", "15", "天", base])],
    ["half a day", cadences(2, ["C", 1.5, "天", base])],
    ["nothing", cadences(2, ["C", 0, "天", base])],
    ["365 years", cadences(4, ["E", 365, "年", base])],
    ["a week", cadences(4, ["E", 1, "周", base])],
    ["an error", cadences(4, ["E", { error: "#N/A" }, "年", base])],
    ["another base", cadences(4, ["E", 1, "年", 1])],
    ["a blank row", cadences(4, [null, null, null, null])],
    [
      "horizons out of order",
      {
        horizons: [
          ["A", 4, "月", base],
          ["B", 3, "月", base],
          ["C", 6, "月", base],
        ],
      },
    ],
    [
      "bounds out of order",
      {
        urgency: [
          ["紧急", 31, "天", base],
          ["缓急", 1, "月", base],
          ["不紧急", 3, "月", base],
        ],
      },
    ],
    ["no as-of day", { asOf: "someday" }],
    ["an error for the as-of day", { asOf: { error: "#N/A" } }],
    [
      "no years",
      {
        roll: "on",
        holidays: [
          [null, null],
          [null, null],
        ],
      },
    ],
    ["a bad holiday", { roll: "on", holidays: [["2026-02-30", "休"]] }],
    ["a holiday of no kind", { roll: "on", holidays: [[base, null]] }],
    ["a holiday of another kind", { roll: "on", holidays: [[base, "调休"]] }],
    ["a kind without a day", { roll: "on", holidays: [[null, "休"]] }],
    [
      "a day off and worked",
      {
        roll: "on",
        holidays: [
          [base, "休"],
          [base, "班"],
        ],
      },
    ],
    ["an error in holidays", { roll: "on", holidays: [[base, { error: "#N/A" }]] }],
  ];
  return changes.map(([title, change]) => ({ ...plain, ...change, title: `${title}, ${system}` }));
});

const edgeDays = ["-01-31", "-02-28", "-02-29", "-03-31", "-04-30", "-12-31", "-01-01", "-10-01"];

function someDay(): fc.Arbitrary<Day> {
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.integer({ min: -200, max: 250 }).map((count) => addDays(today, count)),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom(2020, 2023, 2024, 2025, 2026, 2028), fc.constantFrom(...edgeDays))
        .filter(([year, rest]) => rest !== "-02-29" || year % 4 === 0)
        .map(([year, rest]) => day(`${year}${rest}`)),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: day("1905-01-01"), max: day("2399-12-31") })
        .map((count) => count as Day),
    },
  );
}

/** What may stand behind a day: nothing, a time, a weekday or a part of the day, and several of them. */
const behindDays: readonly string[] = [
  ...["", "", "", "", " 9:30", " 09:30:15", "  23:59", " 24:00", " "],
  ...[" 星期日", " 周三", "  礼拜天", " 星期二 9:30", " 周五 下午 3:30", "  礼拜一  09:30:15 PM"],
  ...[
    "星期二",
    "周六",
    "周四9:30",
    " 上午9:30",
    " 下午 3:05",
    " 凌晨0:15",
    " 晚上11:59:59",
    "上午",
  ],
  ...[
    " 9:30 AM",
    " 12:00PM",
    " 3:27:09 pm",
    " 9:30am",
    " 9时",
    " 9时30分",
    " 09时5分7秒",
    " 下午3时05分",
  ],
  ...[
    " 09:30:15.5",
    " 9:30:15.123",
    " 23:59:59.999999999",
    " 09:30:15.5 AM",
    "\u00a09:30",
    "\u300008:00",
  ],
];

function spelled(d: Day): fc.Arbitrary<string> {
  const [year = "", month = "", dayOfMonth = ""] = isoDay(d).split("-");
  const [m, dd] = [String(Number(month)), String(Number(dayOfMonth))];
  return fc
    .tuple(
      fc.constantFrom(
        `${year}-${month}-${dayOfMonth}`,
        `${year}/${m}/${dd}`,
        `${year}/${month}/${dd}`,
        `${year}-${m}-${dayOfMonth}`,
        `${year}年${m}月${dd}日`,
        `${year}年${month}月${dayOfMonth}日`,
        `${year} 年 ${m} 月 ${dd} 日`,
        `${year}年 ${m}月 ${dd}日`,
        `${year}\u3000年${m}\u00a0月${dd} 日`,
      ),
      fc.constantFrom(...behindDays),
      fc.constantFrom("", "", " ", "\u3000", "\u00a0", "周三 ", "上午"),
    )
    .map(([text, behind, before]) => `${before}${text}${behind}`);
}

const badDays = [
  ..."someday|2024-02-30|2023-02-29|2024-13-01|2024-00-10|2024-04-00|2024-4/7|2024/4-7|4/7/2024".split(
    "|",
  ),
  ..."24-04-07|2024-04|2024-04-07-01|2024.4.7|20240407|2024年4月7|2024年4-7日|2024-4-7日|2024年4月日7".split(
    "|",
  ),
  ..."2024-04-07 25:00|2024-04-07 9:60|2024-04-07 9:3|2024-04-07 930|2024-04-07 -9:30|2024-04-07T|2024-04-07T周三|2024-04-07 星期|2024-04-07 周八|2024-02-30 周三".split(
    "|",
  ),
  ..."2024-04-07 noon|2024-04-07x|1e3|45000|*|?|2e03-04-07|+202-4-7|2024-04-07 9:30:60|2024--4-7".split(
    "|",
  ),
  // Full-width signs, which only those read who bring days in or mend them; as text what a calendar shows.
  ..."２０２６-04-07|2026－04－07|2026-04-07 ９:30|2026年４月7日|2026-04-07 9：30|2026-04-07 ＡＭ".split(
    "|",
  ),
  ..."2024-04-07 9时3|2024-04-07 9时30分75秒|2024-04-07 9时60分|2024-04-07 30分|2024-04-07 25时|2024-04-07T上午9:30".split(
    "|",
  ),
  ..."2024-04-07 AM9|202周三4-04-07|2024-04周三-07|2024年4月 7|2024 -04-07|2024-04-07 星期星期二|2024-04-07 9:30.5".split(
    "|",
  ),
  ..."2024-04-07 9:30:15.|2024-04-07 9:30:15.1234567890|2024-04-0709:30|2024-04-07 9 :30|2024-04-07 ?9:30|2024-04-07*".split(
    "|",
  ),
  ..."2024-?4-07|2024?04-07|2024-04-07~|2024-04-07 e1:30|2024-4%-07|2024-04-07 9:+3|2024-4.-07|12024-04-07|-2024-04-07".split(
    "|",
  ),
];

/** Where the calendars of programs begin and end. */
const outermostDays: readonly string[] = [
  ..."0001-01-01|0400-02-29|1582-10-10|1899-12-30|1899-12-31|1900-01-01|1900-02-28|1900-02-29|1900-03-01".split(
    "|",
  ),
  ..."1903-12-31|1904-01-01|1904-01-02|9898-12-31|9899-06-30|9999-11-30|9999-12-01|9999-12-30|9999-12-31".split(
    "|",
  ),
  ..."1899年12月31日 周日|1900/1/1|1900/3/1 9:30|1904年1月1日|9999/12/31 24:00".split("|"),
];

/** A text with one sign too many, too few or another. */
function mistyped(text: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat({ max: text.length }),
      fc.nat({ max: 1 }),
      fc.constantFrom(...Array.from(" 0123456789-/:.年月日时分秒周星期二上午amPT?*~%+e０：　"), ""),
    )
    .map(([at, left, sign]) => text.slice(0, at) + sign + text.slice(at + left));
}

function dayCell(system: DateSystem): fc.Arbitrary<Scalar> {
  return fc.oneof<fc.MaybeWeightedArbitrary<Scalar>[]>(
    { weight: 10, arbitrary: someDay().map((d) => serialFromDay(d, system)) },
    { weight: 2, arbitrary: someDay().map((d) => serialFromDay(d, system) + 0.375) },
    { weight: 7, arbitrary: someDay().chain(spelled) },
    { weight: 1, arbitrary: fc.constantFrom<Scalar>(...outermostDays) },
    { weight: 1, arbitrary: someDay().chain(spelled).chain(mistyped) },
    {
      weight: 1,
      arbitrary: someDay().map((d) => `${isoDay(d)}T09:30`),
    },
    { weight: 3, arbitrary: fc.constantFrom<Scalar>(null, null, "", " ", "\u3000", "\u00a0", 0) },
    { weight: 2, arbitrary: fc.constantFrom<Scalar>(...badDays) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Scalar>(
        ...[1, 31, 59, 60, 61, 0.5, -3, 2_957_003, 2_957_004, 2_958_465, 2_958_466, 1e9],
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Scalar>(
        true,
        false,
        { error: "#N/A" },
        { error: "#DIV/0!" },
        { error: "#VALUE!" },
      ),
    },
  );
}

const demandWords: readonly Scalar[] = [
  ..."目标|潜在|死亡|clear|Latent|NONE|目标客户|有需求| 潜在 |no need|Clear Demand|ｃｌｅａｒ|无".split(
    "|",
  ),
  ...[null, "", " ", 0, "目 标", "目标？", "*", "潜?", "A", 1, true, { error: "#N/A" }],
  ...[{ error: "#NAME?" } as const, "目标", "目标", "目标", "目标", "clear", "潜在", "死亡"],
] as const;

const gradeWords: readonly Scalar[] = [
  ..."A|B|C|D|E|A|B|C|D|E|A|B|C|D|E|a|e级|B级客户|C类|Grade D|Ａ| B |F|AB|*|?|A*".split("|"),
  ...[null, "", " ", 0, 1, true, false, { error: "#N/A" } as const, { error: "#REF!" } as const],
];

function anyRow(system: DateSystem): fc.Arbitrary<TwinRow> {
  const cell = dayCell(system);
  const mostlyBlank = fc.oneof(
    { weight: 3, arbitrary: fc.constant<Scalar>(null) },
    { weight: 2, arbitrary: cell },
  );
  return fc.record({
    demand: fc.constantFrom(...demandWords),
    expectedClose: cell,
    gradeWord: fc.constantFrom(...gradeWords),
    lastFollowUp: cell,
    agreedDay: mostlyBlank,
    createdDay: cell,
    due: cell,
  });
}

/** So many rows for settings, the same in every run. */
export function sampleRows(settings: TwinSettings, count: number): readonly TwinRow[] {
  const variant = settingsVariants.indexOf(settings);
  return fc.sample(anyRow(settings.system), { seed: 20260101 + variant, numRuns: count });
}

const textsOfDays: readonly string[] = [
  ...badDays,
  ...outermostDays,
  ...behindDays.flatMap((behind) =>
    ["2026-04-07", "2026/4/7", "2026年4月7日", "2026 年 4 月 7 日"].map((day) => day + behind),
  ),
];

/** A row for each text a day cell may hold that is not left to chance. */
export const textRows: readonly TwinRow[] = textsOfDays.map((text) => ({
  demand: "目标",
  expectedClose: text,
  gradeWord: "E",
  lastFollowUp: text,
  agreedDay: null,
  createdDay: null,
  due: text,
}));
