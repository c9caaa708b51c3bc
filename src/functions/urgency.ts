import { urgencies, urgencyOf, type Urgency } from "../domain/urgency";
import { asOfArgument, dayArgument } from "./arguments";
import { CellFailure } from "./cell-failure";
import { argumentNames } from "./messages";
import { boundsArgument } from "./settings-arguments";

/**
 * Urgency of a customer by the day it must be handled: Urgent, Soon, Unhurried or Slow. Blank without a day.
 *
 * Rule D3. The answer is in the language of the first item of bounds; without bounds it is Chinese.
 *
 * @customfunction URGENCY
 * @param handleBy Day the customer must be handled by. Blank gives a blank.
 * @param [asOf] Day to judge as of; today on this computer if omitted.
 * @param [bounds] Rows of urgency (Urgent, Soon, Unhurried), amount, unit (day, month, year) and =DATE(2000,1,1); 7 days, 1 and 3 months if omitted. Its words choose the language of the answer.
 * @returns the urgency's word, or a blank
 * @zh 按需处理日判断的紧急程度：紧急、缓急、不紧急 或 可慢反应；没有日期则为空白。
 * @zhParam handleBy 必须处理的日期。空白则结果为空白。
 * @zhParam asOf 基准日；省略时为本机今天。
 * @zhParam bounds 各行为 紧急程度（紧急、缓急、不紧急）、数值、单位（天、月、年）和 =DATE(2000,1,1)；省略时为 7 天、1 个月、3 个月。其中文字的语言即结果的语言。
 */
export function urgency(
  handleBy: unknown,
  asOf?: unknown,
  bounds?: unknown[][],
): string | CellFailure {
  const limits = boundsArgument(bounds);
  if (limits instanceof CellFailure) return limits;
  const today = asOfArgument(asOf, limits.dateSystem);
  if (today instanceof CellFailure) return today;
  const day = dayArgument(argumentNames.handleBy, handleBy, limits.dateSystem);
  if (day instanceof CellFailure) return day;
  return day === null ? "" : titleOf(urgencyOf(day, today, limits.bounds), bounds);
}

function titleOf(urgency: Urgency, bounds: unknown[][] | undefined): string {
  const title = urgencies.find(({ code }) => code === urgency)?.title;
  if (title === undefined) throw new Error(`No title for the urgency ${urgency}`);
  return isEnglish(bounds?.[0]?.[0]) ? title.en : title.zh;
}

function isEnglish(item: unknown): boolean {
  return typeof item === "string" && /[a-z]/i.test(item);
}
