import { dayOf, type Day } from "./day";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const fullNames =
  "january february march april may june july august september october november december".split(
    " ",
  );

const weekday = "(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|[a-z]{3,6}day)\\.?,? +)?";
const dayFirst = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th)?(?: +| ?[-/] ?)([a-z]+)\\.?,?(?: +| ?[-/] ?)(\\d{4})$`,
  "u",
);
const monthFirst = new RegExp(
  `^${weekday}([a-z]+)\\.?(?: +| ?[-/] ?)(\\d{1,2})(?:st|nd|rd|th)?(?:,| ) *(\\d{4})$`,
  "u",
);

/**
 * Reads a day whose month is an English word, as English workbooks show days: "1 May 2026", "1-May-2026", "May 1, 2026",
 * "Fri, 1 May 2026". No order of day and month has to be known for it. For proposing, as `parseLooseDay`.
 *
 * @returns the day; null for other texts, for short years and for days no calendar has
 *
 * @example
 * parseNamedMonth("1 Dec 2026") //=> day("2026-12-01")
 * parseNamedMonth("1-Dec-26")   //=> null
 */
export function parseNamedMonth(text: string): Day | null {
  const plain = text.normalize("NFKC").trim().toLowerCase();
  const [, first = "", second = "", year = ""] = dayFirst.exec(plain) ?? [];
  if (first !== "") return dayIn(year, second, first);
  const [, month = "", day = "", itsYear = ""] = monthFirst.exec(plain) ?? [];
  return dayIn(itsYear, month, day);
}

function dayIn(yearText: string, monthText: string, dayText: string): Day | null {
  const short = monthText === "sept" ? "sep" : monthText;
  const month = Math.max(months.indexOf(short), fullNames.indexOf(short)) + 1;
  const year = Number(yearText);
  if (month === 0 || year < 1900 || year > 2199) return null;
  const found = dayOf(year, month, Number(dayText));
  return found.ok ? found.value : null;
}
