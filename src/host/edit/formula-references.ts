import {
  areaAddress,
  columnIndex,
  columnLetters,
  maxColumns,
  maxRows,
  quoteSheet,
  type Area,
} from "../model/address";
import { shiftArea, type Shift } from "./shift";

/** A reference inside a formula's text, with which of its corners are fixed by `$`. */
interface FoundReference {
  readonly start: number;
  readonly end: number;
  /** Null where the formula names no sheet. */
  readonly sheet: string | null;
  readonly area: Area;
  readonly fixed: { top: boolean; left: boolean; bottom: boolean; right: boolean };
  readonly shape: "cells" | "columns" | "rows";
  readonly single: boolean;
}

const cellReference =
  /(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})(?::(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7}))?(?![\w.(!])/y;
const columnReference = /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\w.(!$])/y;
const rowReference = /(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!$])/y;
const sheetPrefix = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/uy;

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** Finds the A1 references of a formula; texts, structured references and names are passed over. */
function* references(formula: string): Iterable<FoundReference> {
  let at = 0;
  let brackets = 0;
  while (at < formula.length) {
    const letter = formula.charAt(at);
    if (letter === '"') {
      const close = /"(?:[^"]|"")*"/y;
      at += matchAt(close, formula, at)?.[0].length ?? formula.length;
      continue;
    }
    if (letter === "[") brackets++;
    if (letter === "]") brackets--;
    if (brackets > 0) {
      // An apostrophe inside a structured reference escapes the next sign.
      at += letter === "'" ? 2 : 1;
      continue;
    }
    const prefix = matchAt(sheetPrefix, formula, at);
    const sheet = prefix === null ? null : (prefix[1]?.replaceAll("''", "'") ?? prefix[2] ?? null);
    const from = at + (prefix?.[0].length ?? 0);
    const found = referenceAt(formula, from);
    if (found !== null) {
      yield { ...found, start: at, sheet };
      at = found.end;
      continue;
    }
    if (prefix !== null) {
      at = from;
      continue;
    }
    const word = matchAt(
      /[\p{L}_\\$][\p{L}\p{N}_.$]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/uy,
      formula,
      at,
    );
    at += word?.[0].length ?? 1;
  }
}

function referenceAt(
  formula: string,
  from: number,
): Omit<FoundReference, "start" | "sheet"> | null {
  const cells = matchAt(cellReference, formula, from);
  if (cells !== null) {
    const [whole, fixLeft, letters, fixTop, digits, fixRight, lastLetters, fixBottom, lastDigits] =
      cells;
    const left = columnIndex(letters ?? "");
    const top = Number(digits) - 1;
    const single = lastLetters === undefined;
    const right = single ? left : columnIndex(lastLetters);
    const bottom = single ? top : Number(lastDigits) - 1;
    if (left >= 0 && right >= 0 && inSheet(top) && inSheet(bottom)) {
      return {
        end: from + whole.length,
        area: {
          top: Math.min(top, bottom),
          left: Math.min(left, right),
          bottom: Math.max(top, bottom),
          right: Math.max(left, right),
        },
        fixed: {
          left: fixLeft === "$",
          top: fixTop === "$",
          right: single ? fixLeft === "$" : fixRight === "$",
          bottom: single ? fixTop === "$" : fixBottom === "$",
        },
        shape: "cells",
        single,
      };
    }
  }
  const columns = matchAt(columnReference, formula, from);
  if (columns !== null) {
    const left = columnIndex(columns[2] ?? "");
    const right = columnIndex(columns[4] ?? "");
    if (left >= 0 && right >= 0) {
      return {
        end: from + columns[0].length,
        area: {
          top: 0,
          bottom: maxRows - 1,
          left: Math.min(left, right),
          right: Math.max(left, right),
        },
        fixed: { left: columns[1] === "$", right: columns[3] === "$", top: true, bottom: true },
        shape: "columns",
        single: false,
      };
    }
  }
  const rows = matchAt(rowReference, formula, from);
  if (rows !== null) {
    const top = Number(rows[2]) - 1;
    const bottom = Number(rows[4]) - 1;
    if (inSheet(top) && inSheet(bottom)) {
      return {
        end: from + rows[0].length,
        area: {
          left: 0,
          right: maxColumns - 1,
          top: Math.min(top, bottom),
          bottom: Math.max(top, bottom),
        },
        fixed: { top: rows[1] === "$", bottom: rows[3] === "$", left: true, right: true },
        shape: "rows",
        single: false,
      };
    }
  }
  return null;
}

function inSheet(row: number): boolean {
  return row >= 0 && row < maxRows;
}

function written(found: FoundReference, area: Area): string {
  const { fixed } = found;
  const column = (index: number, fix: boolean): string => (fix ? "$" : "") + columnLetters(index);
  const row = (index: number, fix: boolean): string => `${fix ? "$" : ""}${index + 1}`;
  if (found.shape === "columns") {
    return `${column(area.left, fixed.left)}:${column(area.right, fixed.right)}`;
  }
  if (found.shape === "rows")
    return `${row(area.top, fixed.top)}:${row(area.bottom, fixed.bottom)}`;
  const first = column(area.left, fixed.left) + row(area.top, fixed.top);
  if (found.single) return first;
  return `${first}:${column(area.right, fixed.right)}${row(area.bottom, fixed.bottom)}`;
}

function rewrite(formula: string, change: (found: FoundReference) => string | null): string {
  let result = "";
  let copied = 0;
  for (const found of references(formula)) {
    const replacement = change(found);
    if (replacement === null) continue;
    result += formula.slice(copied, found.start) + replacement;
    copied = found.end;
  }
  return copied === 0 ? formula : result + formula.slice(copied);
}

function withSheet(found: FoundReference, text: string): string {
  return found.sheet === null ? text : `${quoteSheet(found.sheet)}!${text}`;
}

/**
 * A formula after cells moved: references to the shifted sheet follow, those to deleted cells become #REF!.
 *
 * @param home - name of the sheet the formula stands on
 * @param shifted - name of the sheet on which the cells moved
 *
 * @example
 * shiftFormula("=SUM(A1:A3)", "S", "S", insertedRowAt1) //=> "=SUM(A1:A4)"
 */
export function shiftFormula(formula: string, home: string, shifted: string, shift: Shift): string {
  const wanted = shifted.toLowerCase();
  return rewrite(formula, (found) => {
    if ((found.sheet ?? home).toLowerCase() !== wanted) return null;
    const area = shiftArea(found.area, shift);
    if (area === null) return withSheet(found, "#REF!");
    return withSheet(found, written(found, area));
  });
}

/**
 * A formula as it reads when filled or copied `rows` down and `columns` to the right: parts without `$` move along.
 * A reference pushed off the sheet becomes #REF!.
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewrite(formula, (found) => {
    const { area, fixed } = found;
    const moved: Area = {
      top: area.top + (fixed.top ? 0 : rows),
      bottom: area.bottom + (fixed.bottom ? 0 : rows),
      left: area.left + (fixed.left ? 0 : columns),
      right: area.right + (fixed.right ? 0 : columns),
    };
    const inside =
      Math.min(moved.top, moved.bottom) >= 0 &&
      Math.max(moved.top, moved.bottom) < maxRows &&
      Math.min(moved.left, moved.right) >= 0 &&
      Math.max(moved.left, moved.right) < maxColumns;
    return withSheet(found, inside ? written(found, moved) : "#REF!");
  });
}

/** A formula after a sheet was renamed; a deleted sheet's references become #REF!. */
export function renameSheetInFormula(formula: string, from: string, to: string | null): string {
  const wanted = from.toLowerCase();
  return rewrite(formula, (found) => {
    if (found.sheet?.toLowerCase() !== wanted) return null;
    return to === null ? "#REF!" : `${quoteSheet(to)}!${written(found, found.area)}`;
  });
}

/** The one reference a formula like "='My sheet'!$A$1:$B$2" consists of; null for anything else. */
export function soleReference(formula: string): { sheet: string | null; area: Area } | null {
  const body = formula.startsWith("=") ? formula.slice(1).trim() : formula.trim();
  for (const found of references(body)) {
    if (found.start === 0 && found.end === body.length) {
      return { sheet: found.sheet, area: found.area };
    }
    return null;
  }
  return null;
}

/** An area as a formula writes it: "='My sheet'!$A$1:$B$2". */
export function fixedReference(sheet: string, area: Area): string {
  const dollars = areaAddress(area).replace(/([A-Z]+)|(\d+)/g, "$$$&");
  return `=${quoteSheet(sheet)}!${dollars}`;
}
