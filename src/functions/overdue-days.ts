import { overdueDays as daysOverdue } from "../domain/follow-up-state";
import { asOfArgument, dayArgument } from "./arguments";
import { CellFailure } from "./cell-failure";
import { argumentNames } from "./messages";

/**
 * Days a follow-up is overdue; 0 when it is due today or later. Blank without a day.
 *
 * Rule F5. Both days as numbers make the same difference in either date system.
 *
 * @customfunction OVERDUEDAYS
 * @param nextFollowup Day the follow-up is due. Blank gives a blank.
 * @param [asOf] Day to count to; today on this computer if omitted. In a workbook of the 1904 date system always give it.
 * @returns days overdue, or a blank
 * @zh 跟进逾期的天数；今天或以后到期为 0，没有日期则为空白。
 * @zhParam nextFollowup 下次跟进日。空白则结果为空白。
 * @zhParam asOf 基准日；省略时为本机今天。使用 1904 日期系统的工作簿请务必填写。
 */
export function overdueDays(nextFollowup: unknown, asOf?: unknown): number | string | CellFailure {
  const today = asOfArgument(asOf, "unknown");
  if (today instanceof CellFailure) return today;
  const next = dayArgument(argumentNames.nextFollowup, nextFollowup, "unknown");
  if (next instanceof CellFailure) return next;
  return next === null ? "" : daysOverdue(next, today);
}
