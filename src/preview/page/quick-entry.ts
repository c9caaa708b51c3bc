import { areaAddress } from "../../host/model/address";
import type { Desk } from "./desk";

/** Ctrl+; and Ctrl+Shift+;: the day or the time as it is now, as a value that stays. */
export function enterNow(desk: Desk, what: "day" | "time"): void {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, "0");
  const text =
    what === "time"
      ? `${now.getHours()}:${two(now.getMinutes())}`
      : desk.language === "zh"
        ? `${now.getFullYear()}/${now.getMonth() + 1}/${now.getDate()}`
        : `${now.getMonth() + 1}/${now.getDate()}/${now.getFullYear()}`;
  void desk.type(desk.selection.active, text);
}

/** Alt+=: the sum of the numbers above, or else on the left. */
export function enterSum(desk: Desk): void {
  const { row, column } = desk.selection.active;
  const { cells } = desk.sheet;
  const isNumber = (r: number, c: number): boolean =>
    r >= 0 && c >= 0 && typeof cells.value(r, c) === "number";
  let top = row;
  while (isNumber(top - 1, column)) top--;
  let left = column;
  if (top === row) while (isNumber(row, left - 1)) left--;
  if (top === row && left === column) return;
  const area =
    top < row
      ? { top, bottom: row - 1, left: column, right: column }
      : { top: row, bottom: row, left, right: column - 1 };
  void desk.type({ row, column }, `=SUM(${areaAddress(area)})`);
}
