import { UTCDateMini } from "@date-fns/utc/date/mini";
import { format } from "date-fns/format";
import { enUS } from "date-fns/locale/en-US";
import { zhCN } from "date-fns/locale/zh-CN";
import type { Day } from "../../domain/day";
import type { Language } from "../../tables/schema";

const locales = { zh: zhCN, en: enUS } as const;
const millisecondsPerDay = 86_400_000;

const patterns = {
  zh: { year: "yyyy年M月d日", near: "M月d日 EEE" },
  en: { year: "d MMM yyyy", near: "EEE, d MMM" },
} as const;

function write(day: Day, language: Language, pattern: string): string {
  // A Day has no time zone; midnight UTC keeps the formatter from adding one.
  return format(new UTCDateMini(day * millisecondsPerDay), pattern, { locale: locales[language] });
}

/**
 * A day as short as it can be said without doubt: with its weekday when within half a year of `asOf`, else with its year.
 *
 * @example shortDay(day("2026-11-25"), asOf, "en") //=> "Wed, 25 Nov"
 */
export function shortDay(day: Day, asOf: Day, language: Language): string {
  const near = Math.abs(day - asOf) <= 182;
  return write(day, language, near ? patterns[language].near : patterns[language].year);
}
