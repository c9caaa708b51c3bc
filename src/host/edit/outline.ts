import { maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { HostError, invalidArgument } from "../protocol/host-error";
import { refuseWhileProtected } from "./protection";
import type { Workspace } from "./workspace";

type Axis = "rows" | "columns";

/** Excel nests groups eight deep. */
const deepest = 8;

/** Adds to the outline level of each row or column of an area; what was hidden and leaves its group is shown. */
export function changeOutline(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  axis: Axis,
  by: 1 | -1,
): void {
  refuseWhileProtected(workspace, sheet);
  const { levels, hidden, first, last } = side(sheet, area, axis);
  const now = Array.from({ length: last - first + 1 }, (_, at) => levels.get(first + at) ?? 0);
  if (by === 1 && now.some((level) => level >= deepest)) {
    throw invalidArgument("groupOption", `groups nest ${deepest} deep at most`);
  }
  if (by === -1 && now.every((level) => level === 0)) {
    throw new HostError("InvalidOperation", "The rows or columns are in no group.");
  }
  workspace.history.layers(sheet);
  now.forEach((level, at) => {
    const next = level + by;
    if (next > 0) levels.set(first + at, next);
    else {
      levels.delete(first + at);
      if (level > 0) hidden.delete(first + at);
    }
  });
}

/** Shows levels up to the number given, and hides what lies deeper; 0 leaves the axis alone. */
export function showLevels(
  workspace: Workspace,
  sheet: Sheet,
  rows: number,
  columns: number,
): void {
  const whole: Area = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };
  refuseWhileProtected(workspace, sheet);
  workspace.history.layers(sheet);
  for (const [axis, shown] of [
    ["rows", rows],
    ["columns", columns],
  ] as const) {
    if (shown === 0) continue;
    const { levels, hidden } = side(sheet, whole, axis);
    for (const [at, level] of levels) {
      if (level >= shown) hidden.add(at);
      else hidden.delete(at);
    }
  }
}

/** Shows or hides the rows or columns of an area that are in a group. */
export function showDetails(
  workspace: Workspace,
  sheet: Sheet,
  area: Area,
  axis: Axis,
  shown: boolean,
): void {
  refuseWhileProtected(workspace, sheet);
  workspace.history.layers(sheet);
  const { levels, hidden, first, last } = side(sheet, area, axis);
  for (const at of levels.keys()) {
    if (at < first || at > last) continue;
    if (shown) hidden.delete(at);
    else hidden.add(at);
  }
}

function side(
  sheet: Sheet,
  area: Area,
  axis: Axis,
): { levels: Map<number, number>; hidden: Set<number>; first: number; last: number } {
  return axis === "rows"
    ? { levels: sheet.rowOutline, hidden: sheet.hiddenRows, first: area.top, last: area.bottom }
    : {
        levels: sheet.columnOutline,
        hidden: sheet.hiddenColumns,
        first: area.left,
        last: area.right,
      };
}
