import { corners } from "../../tables/a1";
import { quotedSheet } from "../address";

/** A reference to cells in a formula's text: "$K2", "'My sheet'!B2:C9". */
interface ReferenceToken {
  readonly start: number;
  readonly text: string;
  /** Whether it names its sheet. */
  readonly isQualified: boolean;
}

/** Texts, quoted books and what stands in brackets are passed over; a reference is not part of a longer word. */
const pattern =
  /"(?:[^"]|"")*"|\[(?:[^[\]]|\[[^[\]]*\])*\](?:[^!"']*!)?|((?:'(?:[^'[]|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.:$\]])(\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?)(?![\p{L}\p{N}_.(!:])/giu;

/**
 * The references to cells and areas in a formula, from the left; whole columns and rows, names and tables are none.
 *
 * @example
 * referencesIn("=CRM.CADENCE($K2,crm_cadences)").map(({ text }) => text) //=> ["$K2"]
 */
export function referencesIn(formula: string): readonly ReferenceToken[] {
  return [...formula.matchAll(pattern)].flatMap((match): readonly ReferenceToken[] => {
    const [text, sheet, cells] = match;
    return cells === undefined
      ? []
      : [{ start: match.index, text, isQualified: sheet !== undefined }];
  });
}

/** A formula that Excel keeps pointed at one cell, and that is filled down for those below it: "=ROW(…)". */
export function trackingCell(cell: string, sheet: string): string {
  return `=ROW(${quotedSheet(sheet)}!${cell})`;
}

/** A formula that Excel keeps pointed at the same cells, whatever becomes of rows, columns and sheets: "=ROWS(…)". */
export function tracking(reference: string, sheet: string): string {
  return `=ROWS(${reference.includes("!") ? reference : `${quotedSheet(sheet)}!${reference}`})`;
}

/** Where such a formula points now; null where what it pointed at is gone. */
export function tracked(
  formula: unknown,
): { readonly sheet: string; readonly cells: string } | null {
  if (typeof formula !== "string") return null;
  const inner = /^=ROWS?\((.*)\)$/iu.exec(formula)?.[1];
  if (inner === undefined || inner.includes("#REF!")) return null;
  const end = inner.lastIndexOf("!");
  if (end === -1) return null;
  const name = inner.slice(0, end);
  const sheet = name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, cells: inner.slice(end + 1) };
}

/**
 * A formula with its references pointed to where those cells are now.
 *
 * @param places - where each reference's tracking formula points now
 * @param sheet - the sheet the formula stands in now
 * @returns null where cells it refers to are gone
 */
export function pointedAfresh(
  formula: string,
  places: readonly ReturnType<typeof tracked>[],
  sheet: string,
): string | null {
  let text = "";
  let copied = 0;
  for (const [at, token] of referencesIn(formula).entries()) {
    const place = places[at] ?? null;
    if (place === null) return null;
    const isElsewhere = token.isQualified || place.sheet !== sheet;
    const now = isElsewhere ? `${quotedSheet(place.sheet)}!${place.cells}` : place.cells;
    // As it was written, where nothing has moved: Excel quotes names in its own way.
    const before = token.text.replaceAll("'", "").toUpperCase();
    const same = now.replaceAll("'", "").toUpperCase() === before;
    text += formula.slice(copied, token.start) + (same ? token.text : now);
    copied = token.start + token.text.length;
  }
  return text + formula.slice(copied);
}

/**
 * A formula's references as they stand to its cell, in a spelling of our own: the same for two cells exactly where one
 * formula was filled over both.
 *
 * @param row - of the formula's cell, zero-based, like its column
 */
export function relativeTo(formula: string, row: number, column: number): string {
  let text = "";
  let copied = 0;
  for (const token of referencesIn(formula)) {
    const from = token.text.lastIndexOf("!") + 1;
    const cells = token.text
      .slice(from)
      .split(":")
      .map((cell) => offsetOf(cell, row, column));
    text += formula.slice(copied, token.start) + token.text.slice(0, from) + cells.join(":");
    copied = token.start + token.text.length;
  }
  return text + formula.slice(copied);
}

/**
 * A formula of one row as it reads in another, when it was moved along with its row: references to its own row follow, as
 * when Excel sorts, others stay.
 *
 * @param from - zero-based, like `to`
 *
 * @example
 * inRow("=$B2&$B$1", 1, 4) //=> "=$B5&$B$1"
 */
export function inRow(formula: string, from: number, to: number): string {
  if (from === to) return formula;
  let text = "";
  let copied = 0;
  for (const { start, text: token, isQualified } of referencesIn(formula)) {
    const moved = isQualified
      ? token
      : token.replaceAll(/([A-Z])(\d+)/giu, (cell, letter: string, row: string) =>
          Number(row) === from + 1 ? `${letter}${to + 1}` : cell,
        );
    text += formula.slice(copied, start) + moved;
    copied = start + token.length;
  }
  return text + formula.slice(copied);
}

/**
 * Whether every reference is to cells of its own row, or to fixed ones: then it means the same in a row that was moved
 * apart from its neighbours.
 */
export function staysInRow(formula: string, row: number): boolean {
  return referencesIn(formula).every(({ text, isQualified }) =>
    text
      .slice(text.lastIndexOf("!") + 1)
      .split(":")
      .every((cell) => {
        const [, fixed, number] = /^\$?[A-Z]+(\$?)(\d+)$/iu.exec(cell) ?? [];
        return fixed === "$" || (!isQualified && Number(number) === row + 1);
      }),
  );
}

function offsetOf(cell: string, row: number, column: number): string {
  const { top, left } = corners(cell.toUpperCase());
  const [, columnFixed, rowFixed] = /^(\$?)[A-Z]+(\$?)/iu.exec(cell) ?? [];
  const across = columnFixed === "$" ? `C${left}` : `C[${left - column}]`;
  return (rowFixed === "$" ? `R${top}` : `R[${top - row}]`) + across;
}
