import { writeInputs } from "../edit/cells";
import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { word, optionalTruth, record } from "./arguments";
import { textOf } from "./range-cells";
import type { Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.searchcriteria */
export interface SearchCriteria {
  readonly completeMatch: boolean;
  readonly matchCase: boolean;
  readonly backwards: boolean;
}

export function searchCriteria(value: unknown): SearchCriteria {
  const given = value === undefined || value === null ? {} : record(value, "criteria");
  const direction = given["searchDirection"] ?? "Forward";
  return {
    completeMatch: optionalTruth(given["completeMatch"], "completeMatch", false),
    matchCase: optionalTruth(given["matchCase"], "matchCase", false),
    backwards: word(direction, "searchDirection", ["Forward", "Backwards"]) === "Backwards",
  };
}

/** All cells of an area whose shown text matches, row by row; an area of one cell searches nothing but that cell. */
export function findCells(
  session: Session,
  sheet: Sheet,
  area: Area,
  wanted: string,
  criteria: Omit<SearchCriteria, "backwards">,
): { row: number; column: number }[] {
  const fold = (text: string): string => (criteria.matchCase ? text : text.toLowerCase());
  const sought = fold(wanted);
  const found = [...sheet.cells.filled(area)].filter(({ row, column }) => {
    const value = sheet.cells.value(row, column);
    const texts = [textOf(session, sheet, row, column)];
    if (typeof value === "number" || typeof value === "string") texts.push(String(value));
    const formula = sheet.cells.formula(row, column);
    if (formula !== undefined) texts.push(formula.text);
    return texts.some((text) =>
      criteria.completeMatch ? fold(text) === sought : fold(text).includes(sought),
    );
  });
  return found.sort((one, other) => one.row - other.row || one.column - other.column);
}

/**
 * Replaces a text wherever it stands in what was entered: formulas, texts and numbers, not in what formulas show.
 *
 * @returns how many cells were changed
 */
export function replaceCells(
  session: Session,
  sheet: Sheet,
  area: Area,
  wanted: string,
  replacement: string,
  criteria: Omit<SearchCriteria, "backwards">,
): number {
  const literal = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(
    criteria.completeMatch ? `^${literal}$` : literal,
    criteria.matchCase ? "gu" : "giu",
  );
  let changed = 0;
  for (const { row, column } of [...sheet.cells.filled(area)]) {
    const value = sheet.cells.value(row, column);
    const plain = typeof value === "string" || typeof value === "number" ? String(value) : null;
    const entered = sheet.cells.formula(row, column)?.text ?? plain;
    if (entered === null) continue;
    const replaced = entered.replace(pattern, () => replacement);
    if (replaced === entered) continue;
    const cell: Area = { top: row, bottom: row, left: column, right: column };
    writeInputs(session.workspace, sheet, cell, () => replaced);
    changed++;
  }
  return changed;
}

/** The block of filled cells around an area, bounded by blank rows and columns, as Ctrl+Shift+* selects it. */
export function surroundingRegion(sheet: Sheet, area: Area): Area {
  const used = sheet.cells.usedArea(true);
  if (used === null) return area;
  const filled = (row: number, column: number): boolean =>
    sheet.cells.value(row, column) !== null || sheet.cells.formula(row, column) !== undefined;
  const rowFilled = (row: number, left: number, right: number): boolean => {
    for (let column = Math.max(left, 0); column <= right; column++) {
      if (filled(row, column)) return true;
    }
    return false;
  };
  const columnFilled = (column: number, top: number, bottom: number): boolean => {
    for (let row = Math.max(top, 0); row <= bottom; row++) if (filled(row, column)) return true;
    return false;
  };
  let { top, left, bottom, right } = area;
  for (let grown = true; grown;) {
    grown = false;
    while (top > used.top && rowFilled(top - 1, left - 1, right + 1))
      [top, grown] = [top - 1, true];
    while (bottom < used.bottom && rowFilled(bottom + 1, left - 1, right + 1)) {
      [bottom, grown] = [bottom + 1, true];
    }
    while (left > used.left && columnFilled(left - 1, top - 1, bottom + 1)) {
      [left, grown] = [left - 1, true];
    }
    while (right < used.right && columnFilled(right + 1, top - 1, bottom + 1)) {
      [right, grown] = [right + 1, true];
    }
  }
  return { top, left, bottom, right };
}
