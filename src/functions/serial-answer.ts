import { isoDay, type Day } from "../domain/day";
import { isSerialDay, serialFromDay, type DateSystem } from "../domain/serial";
import { CellFailure } from "./cell-failure";

/** A day as the cell holds it; #VALUE! for a day Excel has no number for. */
export function serialAnswer(day: Day, system: DateSystem): number | CellFailure {
  if (isSerialDay(day, system)) return serialFromDay(day, system);
  return new CellFailure(
    "invalidValue",
    `结果 ${isoDay(day)} 超出 Excel 的日期范围 · The result ${isoDay(day)} is outside Excel's calendar`,
  );
}
