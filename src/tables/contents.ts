import { certainWord } from "./certain-word";
import { readCell, isBlankCell, isErrorValue, textOf } from "./cells";
import type { Cell } from "./change";
import type { DateSystem } from "../domain/serial";
import type { ColumnSpec } from "./schema";

/** A column's cells as content recognition sees them. */
export interface Contents {
  readonly cells: readonly Cell[];
  /** Number format of each cell, "General" where none. */
  readonly formats: readonly string[];
  readonly dateSystem: DateSystem;
}

/** Fewer filled cells than this prove nothing. */
const enough = 3;

const phone =
  /^(?:\+?\d{1,3}[-\s]?)?(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|[48]00-?\d{3}-?\d{4}|\(\d{3}\)\s?\d{3}-\d{4})$/u;
const companyName =
  /(?:公司|集团|厂|店|中心|学校|医院|银行|工作室|事务所|研究院|商行|\b(?:inc|ltd|llc|corp|corporation|company|co|gmbh|group|plc)\b\.?)$/iu;

/**
 * The share of filled cells that look like what the column holds, 0 to 1; null when too few are filled to tell, or
 * when the column could hold anything.
 */
export function contentShare(column: ColumnSpec, contents: Contents): number | null {
  const filled = contents.cells
    .map((cell, index) => ({ cell, format: contents.formats[index] ?? "General" }))
    .filter(({ cell }) => !isBlankCell(cell) && !isErrorValue(cell));
  if (filled.length < enough) return null;
  const looks = lookOf(column, contents.dateSystem);
  if (looks === null) return null;
  const share = filled.filter(({ cell, format }) => looks(cell, format)).length / filled.length;
  return column.kind === "id" ? share * uniqueShare(filled.map(({ cell }) => cell)) : share;
}

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const creditCode = /^[0-9A-Z]{18}$/iu;
/** How many calls there were, a rank: no number anybody could dial. */
const smallNumber = /^\d{1,4}$/u;

/** Whether the cells of a column by that name are mostly something else that can be told: addresses, codes, counts. */
export function looksLikeOther({ kind }: ColumnSpec, { cells }: Contents): boolean {
  const texts = cells
    .filter((cell) => !isBlankCell(cell) && !isErrorValue(cell))
    .map((cell) => textOf(cell).normalize("NFKC").trim());
  const others = [
    ...(kind === "phone" ? [] : [phone]),
    ...(kind === "email" ? [] : [email]),
    ...(kind === "creditCode" ? [] : [creditCode]),
    smallNumber,
  ];
  const count = texts.filter((text) => others.some((other) => other.test(text))).length;
  return count * 2 > texts.length;
}

type Look = (cell: Cell, format: string) => boolean;

function lookOf(column: ColumnSpec, dateSystem: DateSystem): Look | null {
  switch (column.kind) {
    case "email":
      return (cell) => email.test(textOf(cell).normalize("NFKC").trim());
    case "creditCode":
      return (cell) => creditCode.test(textOf(cell).normalize("NFKC").replace(/[\s-]/gu, ""));
    case "identityNumber":
      return (cell) => /^\d{17}[\dX]$/iu.test(textOf(cell).normalize("NFKC").trim());
    case "phone":
      return (cell) => phone.test(textOf(cell).normalize("NFKC").trim());
    case "day":
      return (cell, format) => looksLikeDay(column, cell, format, dateSystem);
    case "choice":
      return (cell) => certainWord(column, cell) !== null;
    case "number":
    case "percent":
    case "amountYuan":
      return (cell, format) =>
        !isDateFormat(format) && readCell(column, cell, dateSystem).issue !== "not-a-number";
    case "id":
      // No spaces and no Chinese: names are unique, too.
      return (cell) => /^[\w./#-]{1,40}$/u.test(textOf(cell).trim());
    case "text":
      if (column.id === "name") return (cell) => companyName.test(textOf(cell).trim());
      return null;
    case "time":
    case "mixed":
    case "computed":
      return null;
  }
}

/** A number counts as a day only when it is shown as one: amounts look like serial numbers. */
function looksLikeDay(
  column: ColumnSpec,
  cell: Cell,
  format: string,
  dateSystem: DateSystem,
): boolean {
  if (typeof cell === "number") return isDateFormat(format);
  const { value, issue } = readCell(column, cell, dateSystem);
  // "10/20/2016" cannot be trusted to mean one day, yet it was meant as one.
  return (
    (value !== null && issue === "text-day") ||
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/u.test(textOf(cell))
  );
}

/** Whether a number format shows days: a year, month or day part outside quotes, brackets and escapes. */
export function isDateFormat(format: string): boolean {
  const parts = format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, "").toLowerCase();
  return /y|d/u.test(parts) && !/^general/u.test(parts);
}

function uniqueShare(cells: readonly Cell[]): number {
  return new Set(cells.map((cell) => textOf(cell).trim())).size / cells.length;
}
