import { civil, weekday, type Day } from "../../domain/day";
import type { Language } from "../../tables/schema";

const weekdays = {
  zh: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
} as const;

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/**
 * A day as short as it can be said without doubt: with its weekday when within half a year of `asOf`, else with its year.
 *
 * @example shortDay(day("2026-11-25"), asOf, "en") //=> "Wed, 25 Nov"
 */
export function shortDay(day: Day, asOf: Day, language: Language): string {
  const { year, month, day: dayOfMonth } = civil(day);
  const near = Math.abs(day - asOf) <= 182;
  const weekdayText = weekdays[language][weekday(day)];
  if (language === "zh")
    return near ? `${month}月${dayOfMonth}日 ${weekdayText}` : `${year}年${month}月${dayOfMonth}日`;
  const short = `${dayOfMonth} ${months[month - 1] ?? ""}`;
  return near ? `${weekdayText}, ${short}` : `${short} ${year}`;
}
