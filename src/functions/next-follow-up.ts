import { nextFollowUp } from "../domain/cadence";
import { dayArgument } from "./arguments";
import { CellFailure } from "./cell-failure";
import { serialAnswer } from "./serial-answer";
import { argumentMessage, argumentNames } from "./messages";
import { cadencesArgument, holidaysArgument } from "./settings-arguments";
import { gradeArgument } from "./word-arguments";

/**
 * Day a customer is to be followed up next, as a date serial number. Blank when there is no day to count from.
 *
 * Rules F1, F3 and F4.
 *
 * @customfunction NEXTFOLLOWUP
 * @param grade Grade A to E. Blank gives a blank, unless a day was agreed.
 * @param lastFollowup Day of the latest follow-up. Blank gives a blank, unless a day was agreed.
 * @param [agreedDay] Day agreed with the customer; it goes before the cadence.
 * @param [cadences] Rows of grade (A to E), amount, unit (day, month, year) and =DATE(2000,1,1); 1, 7, 15, 30 days and 1 year if omitted.
 * @param [holidays] Rows of day and kind (off or work): moves the day to the next working day. Natural days if omitted.
 * @returns the day's serial number, or a blank
 * @zh 客户的下次跟进日（日期序列号，请设为日期格式）；无从算起时为空白。
 * @zhParam grade 等级 A 至 E。空白则结果为空白，有约定日期除外。
 * @zhParam lastFollowup 最近跟进日。空白则结果为空白，有约定日期除外。
 * @zhParam agreedDay 与客户约定的日期，优先于跟进周期。
 * @zhParam cadences 各行为 等级（A 至 E）、数值、单位（天、月、年）和 =DATE(2000,1,1)；省略时为 1、7、15、30 天和 1 年。
 * @zhParam holidays 各行为 日期 和 休 或 班：遇休息日顺延到下一个工作日。省略时按自然日。
 */
export function nextFollowup(
  grade: unknown,
  lastFollowup: unknown,
  agreedDay?: unknown,
  cadences?: unknown[][],
  holidays?: unknown[][],
): number | string | CellFailure {
  const limits = cadencesArgument(cadences);
  if (limits instanceof CellFailure) return limits;
  const letter = gradeArgument(grade);
  if (letter instanceof CellFailure) return letter;
  const agreed = dayArgument(argumentNames.agreedDay, agreedDay, limits.dateSystem);
  if (agreed instanceof CellFailure) return agreed;
  const calendar = holidaysArgument(holidays, limits.dateSystem);
  if (calendar instanceof CellFailure) return calendar;
  // Nothing is counted from the last follow-up beside an agreed day or without a grade, so nobody need be able to read it.
  const counts = agreed === null && letter !== null;
  const last = counts
    ? dayArgument(argumentNames.lastFollowup, lastFollowup, limits.dateSystem)
    : null;
  if (last instanceof CellFailure) return last;

  const next = nextFollowUp({
    grade: letter,
    lastFollowUp: last,
    createdDay: null,
    agreedDay: agreed,
    cadences: limits.cadences,
    calendar,
  });
  if (!next.ok) return yearMissing(next.error.year);
  return next.value === null ? "" : serialAnswer(next.value, limits.dateSystem);
}

function yearMissing(year: number): CellFailure {
  return new CellFailure(
    "notAvailable",
    argumentMessage(
      argumentNames.holidays,
      `没有 ${year} 年的节假日，请在节假日表中补上，或不用工作日顺延`,
      `holds nothing for ${year}; add that year's holidays, or do without working days`,
    ),
  );
}
