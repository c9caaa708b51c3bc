import { dayOf, type Day, type NotADay } from "./day";
import { err, ok, type Result } from "./result";

// 2024-04-07 · 2024/4/7 · 2024年4月7日: one separator throughout, the year in four digits.
const dayPart =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)/u;
const weekdayPart = /^\s*(?:星期|周|礼拜)[日天一二三四五六]/u;
// A time that follows the day is read only to see that it is one; the day is what is kept.
const timePart =
  /^(?:T|\s+|(?<=日))\s*(?:(?:上午|下午|凌晨|晚上)\s*)?(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d+)?)?|时(?:(\d{1,2})分(?:(\d{1,2})秒)?)?)(?:\s*[AaPp][Mm])?$/u;

/**
 * Reads a day written as text: "2024-04-07", "2024/4/7" or "2024年4月7日", also with a weekday or a time after it.
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
  // Full-width digits and signs come from Chinese input methods.
  const plain = text.normalize("NFKC").trim();
  const match = dayPart.exec(plain);
  if (!match) return failure;
  const month = match[2] ?? match[4] ?? match[6];
  const dayOfMonth = match[3] ?? match[5] ?? match[7];
  const parsed = dayOf(Number(match[1]), Number(month), Number(dayOfMonth));
  if (!parsed.ok || !isTimeOrNothing(plain, match[0].length)) return failure;
  return ok(parsed.value);
}

function isTimeOrNothing(text: string, from: number): boolean {
  const afterDay = text.slice(from);
  const weekdayName = weekdayPart.exec(afterDay);
  const rest = weekdayName ? ` ${afterDay.slice(weekdayName[0].length)}` : afterDay;
  if (rest.trim() === "") return true;
  // The character before the rest decides whether a time may follow without a space, so it is kept in front.
  const lead = text.charAt(from - 1);
  const time = timePart.exec(lead === "日" && !weekdayName ? ` ${rest}` : rest);
  if (!time) return false;
  const [hour, minute, second] = [time[1], time[2] ?? time[4], time[3] ?? time[5]].map((part) =>
    Number(part ?? 0),
  ) as [number, number, number];
  return hour <= 24 && minute < 60 && second < 60;
}

/**
 * Reads a day that puts its year first but is written as `parseDay` does not accept it: "2024.4.7", "20240407",
 * "2024 4 7", "2024年4月7号". Only where nothing but that day can be meant; for proposing, never for counting.
 *
 * @returns the day; null where another order, a short year or no day is possible
 *
 * @example
 * parseLooseDay("2024.4.7") //=> day("2024-04-07")
 * parseLooseDay("4.7.2024") //=> null
 */
export function parseLooseDay(text: string): Day | null {
  const plain = text.normalize("NFKC").trim();
  const match = looseDay.exec(plain) ?? bareDigits.exec(plain);
  if (match === null) return null;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return null;
  const found = dayOf(year, Number(match[2]), Number(match[3]));
  return found.ok ? found.value : null;
}

const looseDay = /^(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*[日号.]?$/u;
const bareDigits = /^(\d{4})(\d{2})(\d{2})$/u;
