import { addDays, civil, day, type Day } from "./day";
import type { DayKind } from "./day-kind";

/** A public holiday's day off or the working day that makes up for it, as published. */
export interface PublishedDay {
  readonly day: Day;
  readonly kind: DayKind;
  readonly title: { readonly zh: string; readonly en: string };
}

/** One holiday of a notice: days off from the first to the last, and days worked in return. */
interface Holiday {
  readonly title: PublishedDay["title"];
  readonly off: readonly [first: string, last: string];
  readonly work?: readonly string[];
}

const newYear = { zh: "元旦", en: "New Year's Day" };
const springFestival = { zh: "春节", en: "Spring Festival" };
const tombSweeping = { zh: "清明节", en: "Tomb-sweeping Day" };
const labourDay = { zh: "劳动节", en: "Labour Day" };
const dragonBoat = { zh: "端午节", en: "Dragon Boat Festival" };
const midAutumn = { zh: "中秋节", en: "Mid-autumn Festival" };
const nationalDay = { zh: "国庆节", en: "National Day" };
const nationalAndMidAutumn = {
  zh: "国庆节、中秋节",
  en: "National Day and Mid-autumn Festival",
};

const noticeOf = (year: number, number: string) => ({
  zh: `国务院办公厅关于${year}年部分节假日安排的通知（国办发明电〔${year - 1}〕${number}号）`,
  en: `State Council General Office notice on public holidays in ${year} (${year - 1}, no. ${number})`,
});

/** The notice each year's days come from. Years that are not here are not published, or not yet entered. */
export const holidaySources: Readonly<
  Record<number, { readonly zh: string; readonly en: string }>
> = { 2024: noticeOf(2024, "7"), 2025: noticeOf(2025, "12"), 2026: noticeOf(2026, "7") };

const holidays: readonly Holiday[] = [
  { title: newYear, off: ["2024-01-01", "2024-01-01"] },
  {
    title: springFestival,
    off: ["2024-02-10", "2024-02-17"],
    work: ["2024-02-04", "2024-02-18"],
  },
  { title: tombSweeping, off: ["2024-04-04", "2024-04-06"], work: ["2024-04-07"] },
  { title: labourDay, off: ["2024-05-01", "2024-05-05"], work: ["2024-04-28", "2024-05-11"] },
  { title: dragonBoat, off: ["2024-06-10", "2024-06-10"] },
  { title: midAutumn, off: ["2024-09-15", "2024-09-17"], work: ["2024-09-14"] },
  { title: nationalDay, off: ["2024-10-01", "2024-10-07"], work: ["2024-09-29", "2024-10-12"] },

  { title: newYear, off: ["2025-01-01", "2025-01-01"] },
  {
    title: springFestival,
    off: ["2025-01-28", "2025-02-04"],
    work: ["2025-01-26", "2025-02-08"],
  },
  { title: tombSweeping, off: ["2025-04-04", "2025-04-06"] },
  { title: labourDay, off: ["2025-05-01", "2025-05-05"], work: ["2025-04-27"] },
  { title: dragonBoat, off: ["2025-05-31", "2025-06-02"] },
  {
    title: nationalAndMidAutumn,
    off: ["2025-10-01", "2025-10-08"],
    work: ["2025-09-28", "2025-10-11"],
  },

  { title: newYear, off: ["2026-01-01", "2026-01-03"], work: ["2026-01-04"] },
  {
    title: springFestival,
    off: ["2026-02-15", "2026-02-23"],
    work: ["2026-02-14", "2026-02-28"],
  },
  { title: tombSweeping, off: ["2026-04-04", "2026-04-06"] },
  { title: labourDay, off: ["2026-05-01", "2026-05-05"], work: ["2026-05-09"] },
  { title: dragonBoat, off: ["2026-06-19", "2026-06-21"] },
  { title: midAutumn, off: ["2026-09-25", "2026-09-27"] },
  { title: nationalDay, off: ["2026-10-01", "2026-10-07"], work: ["2026-09-20", "2026-10-10"] },
];

/**
 * China's public holidays and make-up working days of 2024 to 2026, by day; rule F3. What the Holidays sheet is filled
 * with at first: from then on the sheet is what counts.
 */
export const chineseHolidays: readonly PublishedDay[] = holidays
  .flatMap(({ title, off: [first, last], work = [] }) => [
    ...daysFrom(day(first), day(last)).map((d): PublishedDay => ({ day: d, kind: "off", title })),
    ...work.map((iso): PublishedDay => ({ day: day(iso), kind: "work", title })),
  ])
  .sort((a, b) => a.day - b.day);

/** The notice that published a day, to be named in the Holidays sheet. */
export function holidaySource(published: PublishedDay): {
  readonly zh: string;
  readonly en: string;
} {
  const { year } = civil(published.day);
  const source = holidaySources[year];
  if (source === undefined) throw new Error(`No notice is named for ${year}`);
  return source;
}

function daysFrom(first: Day, last: Day): readonly Day[] {
  return Array.from({ length: last - first + 1 }, (_, index) => addDays(first, index));
}
