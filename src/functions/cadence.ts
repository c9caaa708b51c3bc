import { cadenceDays } from "../domain/cadence";
import { CellFailure } from "./cell-failure";
import { cadencesArgument } from "./settings-arguments";
import { gradeArgument } from "./word-arguments";

/**
 * Days between follow-ups of a grade. A month counts as 30 days and a year as 365.
 *
 * Rule F1.
 *
 * @customfunction CADENCE
 * @param grade Grade A to E. Blank gives a blank.
 * @param [cadences] Rows of grade (A to E), amount, unit (day, month, year) and =DATE(2000,1,1); 1, 7, 15, 30 days and 1 year if omitted.
 * @returns days, or a blank
 * @zh 某等级的跟进周期天数。一个月按 30 天、一年按 365 天计。
 * @zhParam grade 等级 A 至 E。空白则结果为空白。
 * @zhParam cadences 各行为 等级（A 至 E）、数值、单位（天、月、年）和 =DATE(2000,1,1)；省略时为 1、7、15、30 天和 1 年。
 */
export function cadence(grade: unknown, cadences?: unknown[][]): number | string | CellFailure {
  const limits = cadencesArgument(cadences);
  if (limits instanceof CellFailure) return limits;
  const letter = gradeArgument(grade);
  if (letter instanceof CellFailure) return letter;
  return letter === null ? "" : cadenceDays(letter, limits.cadences);
}
