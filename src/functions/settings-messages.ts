import { grades } from "../domain/grade";
import { longestSpanDays, type LimitsFailure } from "../domain/limits";
import { urgencies } from "../domain/urgency";
import type { HolidaysFailure } from "../domain/workdays";
import type { CellFailure } from "./cell-failure";
import { argumentNames, invalidArgument, quoted, type ArgumentName } from "./messages";

/** An item in both languages: a grade is its letter, an urgency its word. */
function itemTitle(item: string): { readonly zh: string; readonly en: string } {
  const entry = [...grades, ...urgencies].find(({ code }) => code === item);
  return entry?.title ?? { zh: item, en: item };
}

/** #VALUE! that says which row of a settings area cannot be used and what belongs there. */
export function limitsFailure(argument: ArgumentName, failure: LimitsFailure): CellFailure {
  switch (failure.code) {
    case "unknown-item":
      return invalidArgument(
        argument,
        `第一列有不认识的项目 ${quoted(failure.found)}`,
        `the first column holds ${quoted(failure.found)}, which is not an item of these settings`,
      );
    case "missing-item": {
      const { zh, en } = itemTitle(failure.item);
      return invalidArgument(argument, `缺少“${zh}”一行`, `the row for ${en} is missing`);
    }
    case "repeated-item": {
      const { zh, en } = itemTitle(failure.item);
      return invalidArgument(argument, `“${zh}”出现了两次`, `${en} is given twice`);
    }
    case "not-an-amount": {
      const { zh, en } = itemTitle(failure.item);
      return invalidArgument(
        argument,
        `“${zh}”的数值应为正整数且不超过 ${longestSpanDays} 天，现为 ${quoted(failure.found)}`,
        `the amount of ${en} must be a whole number from 1, at most ${longestSpanDays} days long; found ${quoted(failure.found)}`,
      );
    }
    case "unknown-unit": {
      const { zh, en } = itemTitle(failure.item);
      return invalidArgument(
        argument,
        `“${zh}”的单位应为 天、月 或 年，现为 ${quoted(failure.found)}`,
        `the unit of ${en} must be day, month or year; found ${quoted(failure.found)}`,
      );
    }
    case "out-of-order": {
      const shorter = itemTitle(failure.shorter);
      const longer = itemTitle(failure.longer);
      return invalidArgument(
        argument,
        `“${shorter.zh}”的期限不能长于“${longer.zh}”`,
        `${shorter.en} must not reach further than ${longer.en}`,
      );
    }
    case "unknown-base":
      return invalidArgument(
        argument,
        `第四列应为 =DATE(2000,1,1)，现为 ${quoted(failure.found)}`,
        `the fourth column must be =DATE(2000,1,1); found ${quoted(failure.found)}`,
      );
    case "too-many-cells":
      return invalidArgument(
        argument,
        `区域过大（${failure.rows} 行 ${failure.columns} 列），每行应为 项目、数值、单位、基准`,
        `the area is too large (${failure.rows} rows, ${failure.columns} columns); rows are item, amount, unit, base`,
      );
  }
}

/** #VALUE! that says which row of the holidays area cannot be used. */
export function holidaysFailure(failure: HolidaysFailure): CellFailure {
  const argument = argumentNames.holidays;
  switch (failure.code) {
    case "not-a-day":
      return invalidArgument(
        argument,
        `第一列的 ${quoted(failure.found)} 不是日期`,
        `${quoted(failure.found)} in the first column is not a day`,
      );
    case "kind-missing":
      return invalidArgument(
        argument,
        `${failure.day} 没有写 休 或 班`,
        `${failure.day} says neither off nor work`,
      );
    case "unknown-kind":
      return invalidArgument(
        argument,
        `${failure.day} 应写 休 或 班，现为 ${quoted(failure.found)}`,
        `${failure.day} must say off or work; found ${quoted(failure.found)}`,
      );
    case "both-kinds":
      return invalidArgument(
        argument,
        `${failure.day} 既写了休又写了班`,
        `${failure.day} is given both as off and as work`,
      );
  }
}
