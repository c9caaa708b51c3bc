import { dayOf, type Day, type NotADay } from "./day";
import { err, ok, type Result } from "./result";

/**
 * What counts as something plainer in a day's text, lower case: each is put in place of the other all through the text, in
 * this order, first the words, then, without needless blanks, the gaps. The native twins do the same with the same list, so
 * that both read the same texts.
 */
export const plainer: {
  /** Blanks of web pages and of Chinese typing. */
  readonly blanks: readonly (readonly [from: string, to: string])[];
  /** Weekdays and parts of the day tell nothing about which day is meant; they are skipped. */
  readonly words: readonly (readonly [from: string, to: string])[];
  /** 年, 月 and 日 may stand apart from their numbers, and a time right behind 日. */
  readonly gaps: readonly (readonly [from: string, to: string])[];
} = {
  blanks: [
    ["\u3000", " "],
    ["\u00a0", " "],
  ],
  words: [
    ["星期", "周"],
    ["礼拜", "周"],
    ...Array.from("日天一二三四五六", (day) => [`周${day}`, " "] as const),
    ...["上午", "下午", "凌晨", "晚上", "am", "pm"].map((part) => [part, " "] as const),
  ],
  gaps: [
    [" 年", "年"],
    ["年 ", "年"],
    [" 月", "月"],
    ["月 ", "月"],
    [" 日", "日"],
    ["日", "日 "],
  ],
};

function inPlainer(text: string, steps: readonly (readonly [string, string])[]): string {
  const plain = steps.reduce((each, [from, to]) => each.replaceAll(from, to), text);
  return plain.replaceAll(/ +/gu, " ").replaceAll(/^ | $/gu, "");
}

// 2024-04-07 · 2024/4/7 · 2024年4月7日: one separator throughout, the year in four digits.
const dayPart =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?:[ t](.+))?$/u;
// A time that follows the day is read only to see that it is one; the day is what is kept.
const timePart =
  /^(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?|时(?:(\d{1,2})分(?:(\d{1,2})秒)?)?)$/u;
/** Most days written as text: nothing in them has a plainer form. */
const plainAlready = /^\d{4}([-/])\d{1,2}\1\d{1,2}$/u;

/**
 * Reads a day that stands in a cell as text: "2024-04-07", "2024/4/7" or "2024年4月7日", also with a time behind it and with
 * its weekday or part of the day (上午, pm).
 *
 * This much and no more can be asked of a formula in plain Excel, and a cell must not be a day here and none there. Where
 * days are brought in or mended, `parseLooseDay` reads more.
 *
 * Other orders ("4/7/2024") and two-digit years are refused, because they mean different days to different people.
 *
 * @returns the day, or `not-a-day` with the text, also for days no calendar has
 *
 * @example
 * parseDay("2024年4月7日") //=> ok(day("2024-04-07"))
 * parseDay("2024-02-30")  //=> err({ code: "not-a-day", found: "2024-02-30" })
 */
export function parseDay(text: string): Result<Day, NotADay> {
  const failure = err<NotADay>({ code: "not-a-day", found: text });
  const match = dayPart.exec(plainAlready.test(text) ? text : inPlainWords(text));
  if (!match) return failure;
  const month = match[2] ?? match[4] ?? match[6];
  const dayOfMonth = match[3] ?? match[5] ?? match[7];
  const parsed = dayOf(Number(match[1]), Number(month), Number(dayOfMonth));
  if (!parsed.ok || !isTimeOrNothing(match[8])) return failure;
  return ok(parsed.value);
}

function inPlainWords(text: string): string {
  const plain = inPlainer(text.toLowerCase(), [...plainer.blanks, ...plainer.words]);
  return inPlainer(plain, plainer.gaps);
}

function isTimeOrNothing(text: string | undefined): boolean {
  if (text === undefined) return true;
  const time = timePart.exec(text);
  if (!time) return false;
  const [hour, minute, second] = [time[1], time[2] ?? time[4], time[3] ?? time[5]].map((part) =>
    Number(part ?? 0),
  ) as [number, number, number];
  return hour <= 24 && minute < 60 && second < 60;
}

/**
 * Reads a day that puts its year first but is written as `parseDay` does not accept it: "2024.4.7", "20240407",
 * "2024 4 7", "2024年4月7号", "２０２４-4-7". Only where nothing but that day can be meant; for proposing, never for counting.
 *
 * @returns the day; null where another order, a short year or no day is possible
 *
 * @example
 * parseLooseDay("2024.4.7") //=> day("2024-04-07")
 * parseLooseDay("4.7.2024") //=> null
 */
export function parseLooseDay(text: string): Day | null {
  const plain = text.normalize("NFKC").trim();
  const inUsualSigns = parseDay(plain);
  if (inUsualSigns.ok) return inUsualSigns.value;
  const match = looseDay.exec(plain) ?? bareDigits.exec(plain);
  if (match === null) return null;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return null;
  const found = dayOf(year, Number(match[2]), Number(match[3]));
  return found.ok ? found.value : null;
}

const looseDay = /^(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*[日号.]?$/u;
const bareDigits = /^(\d{4})(\d{2})(\d{2})$/u;
