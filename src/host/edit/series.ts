import { dateFromSerial, dateToSerial } from "numfmt";
import type { Scalar } from "../model/cell";
import { formatCategory } from "../format/format-category";

/** https://learn.microsoft.com/javascript/api/excel/excel.autofilltype */
export const fillTypes = [
  "FillDefault",
  "FillCopy",
  "FillSeries",
  "FillFormats",
  "FillValues",
  "FillDays",
  "FillWeekdays",
  "FillMonths",
  "FillYears",
  "LinearTrend",
  "GrowthTrend",
  "FlashFill",
] as const;
export type FillType = (typeof fillTypes)[number];

interface Filled {
  readonly value: Scalar;
  readonly numberFormat: string;
}

/** What stands at an offset from the first of the given cells; offsets before 0 continue backwards. */
type Series = (offset: number, backwards: boolean) => Scalar;

/**
 * How Excel's fill handle continues cells. Numbers alone are copied, two or more go on in a straight line; days and months
 * go on by one; a text's last number counts on; names of days and months follow each other.
 * https://support.microsoft.com/office/fill-data-automatically-in-worksheet-cells-74e31bdd-d993-45da-aa82-35a236c5b5db
 */
export function seriesOf(cells: readonly Filled[], type: FillType, date1904: boolean): Series {
  const length = cells.length;
  const copied: Series = (offset) => cells[((offset % length) + length) % length]?.value ?? null;
  const values = cells.map(({ value }) => value);
  const [first] = cells;
  if (first === undefined || type === "FillCopy" || type === "FillValues") return copied;
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length === length) {
    const isDay = formatCategory(first.numberFormat) === "Date";
    const byCalendar = calendarStep(type);
    if (byCalendar !== null) return byCalendar(numbers[0] ?? 0, date1904);
    if (type === "GrowthTrend") return growth(numbers);
    if (length > 1 || isDay || type === "FillSeries" || type === "LinearTrend") {
      return line(numbers);
    }
    return copied;
  }
  const texts = values.filter((value) => typeof value === "string");
  if (texts.length === length && length === 1) {
    return counted(texts[0] ?? "") ?? named(texts[0] ?? "") ?? copied;
  }
  return copied;
}

/** The straight line of least squares; one number goes on by one. */
function line(numbers: readonly number[]): Series {
  const count = numbers.length;
  const [first = 0] = numbers;
  if (count === 1) return (offset) => first + offset;
  const middle = (count - 1) / 2;
  const mean = numbers.reduce((sum, value) => sum + value, 0) / count;
  let above = 0;
  let below = 0;
  numbers.forEach((value, at) => {
    above += (at - middle) * (value - mean);
    below += (at - middle) ** 2;
  });
  const step = above / below;
  // Decimal steps such as 0.1 would otherwise gather binary dust.
  return (offset) => Number((mean + step * (offset - middle)).toPrecision(15));
}

function growth(numbers: readonly number[]): Series {
  const last = numbers.length - 1;
  const first = numbers[0] ?? 0;
  const ratio = last === 0 ? 1 : ((numbers[last] ?? first) / first) ** (1 / last);
  return (offset) => Number((first * ratio ** offset).toPrecision(15));
}

type Calendar = (serial: number, date1904: boolean) => Series;

function calendarStep(type: FillType): Calendar | null {
  switch (type) {
    case "FillDays":
      return (serial) => (offset) => serial + offset;
    case "FillWeekdays":
      return (serial, date1904) => (offset) => weekday(serial, offset, date1904);
    case "FillMonths":
      return (serial, date1904) => (offset) => months(serial, offset, date1904);
    case "FillYears":
      return (serial, date1904) => (offset) => months(serial, offset * 12, date1904);
    default:
      return null;
  }
}

/** Days between the two date systems. */
const systemGap = 1462;

function weekday(serial: number, offset: number, date1904: boolean): number {
  const gap = date1904 ? systemGap : 0;
  let day = serial;
  for (let left = Math.abs(offset); left > 0;) {
    day += Math.sign(offset);
    // Serial 1 of the 1900 system counts as a Sunday: 0 and 1 modulo 7 are the weekend.
    if ((Math.floor(day) + gap) % 7 > 1) left -= 1;
  }
  return day;
}

function months(serial: number, offset: number, date1904: boolean): number {
  const gap = date1904 ? systemGap : 0;
  const found = dateFromSerial(Math.floor(serial) + gap);
  const [year = 1900, month = 1, day = 1] = found;
  const at = year * 12 + month - 1 + offset;
  const lastDay = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  const moved =
    dateToSerial([Math.floor(at / 12), (at % 12) + 1, Math.min(day, lastDay)]) ?? serial;
  return moved - gap + (serial - Math.floor(serial));
}

/** "Item 9" → "Item 10"; "Q4" → "Q1", as quarters start again. */
function counted(text: string): Series | null {
  const match = /^(.*?)(\d+)$/s.exec(text);
  if (match === null) return null;
  const [, stem = "", digits = ""] = match;
  if (/^(q|qtr ?|quarter ?)$/i.test(stem) && /^[1-4]$/.test(digits)) {
    return (offset) => `${stem}${((((Number(digits) - 1 + offset) % 4) + 4) % 4) + 1}`;
  }
  return (offset) =>
    `${stem}${String(Math.abs(Number(digits) + offset)).padStart(digits.length, "0")}`;
}

/** Excel's built-in lists in English and Chinese. */
const lists: readonly (readonly string[])[] = [
  ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  ["日", "一", "二", "三", "四", "五", "六"],
  ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
  ["第一季", "第二季", "第三季", "第四季"],
  [
    "一月",
    "二月",
    "三月",
    "四月",
    "五月",
    "六月",
    "七月",
    "八月",
    "九月",
    "十月",
    "十一月",
    "十二月",
  ],
];

function named(text: string): Series | null {
  for (const list of lists) {
    const at = list.findIndex((one) => one.toLowerCase() === text.toLowerCase());
    if (at < 0) continue;
    return (offset) => list[(((at + offset) % list.length) + list.length) % list.length] ?? null;
  }
  return null;
}
