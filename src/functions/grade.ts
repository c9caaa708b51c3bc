import type { Day } from "../domain/day";
import { gradeBands, gradeWithin, type GradeBands, type Horizons } from "../domain/grade";
import { asOfArgument, dayArgument } from "./arguments";
import { CellFailure } from "./cell-failure";
import { argumentNames } from "./messages";
import { horizonsArgument } from "./settings-arguments";
import { demandArgument } from "./word-arguments";

/**
 * Follow-up grade A to E of a customer, from demand and expected close day. Blank when it cannot be graded yet.
 *
 * Rules G1–G6.
 *
 * @customfunction GRADE
 * @param demand Demand: clear, latent or none (目标, 潜在, 死亡). Blank gives a blank.
 * @param [expectedClose] Day the deal is expected to close. Clear demand without it is not graded.
 * @param [asOf] Day to grade as of; today on this computer if omitted.
 * @param [horizons] Rows of grade (A, B, C), amount, unit (day, month, year) and =DATE(2000,1,1); 1, 3 and 6 months if omitted.
 * @returns the grade's letter, or a blank
 * @zh 客户的跟进等级 A 至 E，依需求状况和预计成交日而定；尚不能定级时为空白。
 * @zhParam demand 需求状况：目标、潜在 或 死亡。空白则结果为空白。
 * @zhParam expectedClose 预计成交日。目标客户缺少此日则不定级。
 * @zhParam asOf 基准日；省略时为本机今天。
 * @zhParam horizons 各行为 等级（A、B、C）、数值、单位（天、月、年）和 =DATE(2000,1,1)；省略时为 1、3、6 个月。
 */
export function grade(
  demand: unknown,
  expectedClose?: unknown,
  asOf?: unknown,
  horizons?: unknown[][],
): string | CellFailure {
  const limits = horizonsArgument(horizons);
  if (limits instanceof CellFailure) return limits;
  const today = asOfArgument(asOf, limits.dateSystem);
  if (today instanceof CellFailure) return today;
  const need = demandArgument(demand);
  if (need instanceof CellFailure) return need;
  const close = dayArgument(argumentNames.expectedClose, expectedClose, limits.dateSystem);
  if (close instanceof CellFailure) return close;
  return gradeWithin(bandsAsOf(today, limits.horizons), need, close).grade ?? "";
}

let lastBands: { readonly horizons: Horizons; readonly bands: GradeBands } | null = null;

/** The bands of the last call are kept: a whole column is graded as of one day within the same horizons. */
function bandsAsOf(asOf: Day, horizons: Horizons): GradeBands {
  if (lastBands === null || lastBands.horizons !== horizons || lastBands.bands.asOf !== asOf)
    lastBands = { horizons, bands: gradeBands(asOf, horizons) };
  return lastBands.bands;
}
