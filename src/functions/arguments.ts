import type { CellArea, CellValue } from "../domain/cell";
import { isBlank } from "../domain/cell";
import type { WordReader } from "../domain/code-list";
import type { Day } from "../domain/day";
import { firstTextDay, readDay, type DateSystem } from "../domain/serial";
import { CellFailure } from "./cell-failure";
import { argumentNames, invalidArgument, quoted, type ArgumentName } from "./messages";

/**
 * How arguments arrive from Excel: an omitted one as null; a blank cell as 0 on the desktop, as null on the web and as
 * 0 or "" within an area; an error value as an object with a `code`.
 */

/** Reads an argument that is one word of a list; blank is null. */
export function wordArgument<Code extends string>(
  argument: ArgumentName,
  value: unknown,
  read: WordReader<Code>,
  accepted: { readonly zh: string; readonly en: string },
): Code | null | CellFailure {
  const cell = cellArgument(argument, value);
  if (cell instanceof CellFailure) return cell;
  const word = read(cell);
  if (word.ok) return word.value;
  return invalidArgument(
    argument,
    `不认识 ${quoted(word.error.found)}，请填 ${accepted.zh}`,
    `${quoted(word.error.found)} is not understood; use ${accepted.en}`,
  );
}

/**
 * Reads an argument that is a day, as a serial number or as text; blank is null.
 *
 * @param system - "unknown" where no settings tell it: numbers count as in the 1900 system, texts where they mean one day
 * in both
 */
export function dayArgument(
  argument: ArgumentName,
  value: unknown,
  system: DateSystem | "unknown",
): Day | null | CellFailure {
  const cell = cellArgument(argument, value);
  if (cell instanceof CellFailure) return cell;
  const read =
    system === "unknown" ? readDay(cell, 1900, firstTextDay[1904]) : readDay(cell, system);
  if (read.ok) return read.value;
  return invalidArgument(
    argument,
    `${quoted(read.error.found)} 不是日期，请填日期或 2024-04-07、2024/4/7、2024年4月7日 这样的文字`,
    `${quoted(read.error.found)} is not a day; use a date, or text such as 2024-04-07`,
  );
}

/** Reads the as-of day. `register.ts` has put today in place of an omitted one, so that a blank is a failure here. */
export function asOfArgument(value: unknown, system: DateSystem | "unknown"): Day | CellFailure {
  return (
    dayArgument(argumentNames.asOf, value, system) ??
    invalidArgument(argumentNames.asOf, "没有基准日", "there is no as-of day")
  );
}

/** Reads an argument that is an area of cells. Omitted, or one blank cell such as IF(…,"") gives, it is null. */
export function areaArgument(
  argument: ArgumentName,
  value: unknown,
): CellArea | null | CellFailure {
  if (value === null || value === undefined) return null;
  const rows: readonly unknown[] = Array.isArray(value) ? value : [value];
  const area: CellValue[][] = [];
  for (const row of rows) {
    const cells: CellValue[] = [];
    for (const value of Array.isArray(row) ? row : [row]) {
      const cell = cellArgument(argument, value);
      if (cell instanceof CellFailure) return cell;
      cells.push(cell);
    }
    area.push(cells);
  }
  const isOneBlank = area.length === 1 && area[0]?.length === 1 && isBlank(area[0][0]);
  return area.length === 0 || isOneBlank ? null : area;
}

/** One cell of an argument; an error value is refused by name. */
function cellArgument(argument: ArgumentName, value: unknown): CellValue | CellFailure {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return errorArgument(argument, value);
  return invalidArgument(argument, "是一片区域，请只给一个单元格", "is an area; give one cell");
}

function errorArgument(argument: ArgumentName, value: unknown): CellFailure {
  const code =
    typeof value === "object" && value !== null && "code" in value ? String(value.code) : "?";
  const failure = invalidArgument(
    argument,
    `是错误值 ${code}，请先更正该单元格`,
    `is the error ${code}; correct that cell first`,
  );
  // #N/A stays #N/A, so that IFNA works through these functions as through Excel's own.
  return code === "#N/A" ? new CellFailure("notAvailable", failure.message) : failure;
}
