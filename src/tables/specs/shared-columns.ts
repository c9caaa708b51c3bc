import { customersTable } from "./customers";
import { customerTwins } from "../native/twins";
import type { ColumnSpec, Language } from "../schema";

/**
 * How the calculated columns stand in a workbook: as cell functions of this add-in, as native formulas (原生分身), or as
 * values. Another state than "functions" is meant for colleagues without the add-in.
 */
export type ShareMode = "functions" | "native" | "values";

/** A column whose formula calls the add-in's functions, with that formula and its twin; `{columnId}` as in schema.ts. */
export interface SharedColumn {
  readonly column: string;
  readonly functions: Readonly<Record<Language, string>>;
  readonly native: string;
}

/** The customers columns that need the add-in to be calculated. */
export const sharedColumns: readonly SharedColumn[] = Object.entries(customerTwins).map(
  ([column, native]) => {
    const columns: readonly ColumnSpec[] = customersTable.columns;
    const formula = columns.find(({ id }) => id === column)?.formula;
    if (formula === undefined) throw new Error(`${column} has a twin and no formula`);
    return { column, functions: formula, native };
  },
);

/** The formulas by which a cell of such a column is recognised at sight. */
export function knownFormulas({ functions, native }: SharedColumn): readonly string[] {
  return [...new Set([functions.zh, functions.en, native])];
}

/**
 * What a formula in a calculated column is. `stale`: the function's formula as a program without the add-in has kept
 * it, `_xldudf_…`, which Excel does not calculate until it is entered again.
 */
export type FormulaKind = "function" | "stale" | "native" | "own";

/**
 * Tells our formulas from a person's own, also after the file went through other programs: names that point to the
 * file they once stood in, other spaces, case and function prefixes.
 *
 * @param formula - with `{columnId}` for cells of the same row
 *
 * @example
 * formulaKind(grade, "=_xldudf_CRM_GRADE({demand},{expectedClose},crm_as_of,crm_horizons)") //=> "stale"
 */
export function formulaKind(column: SharedColumn, formula: string): FormulaKind {
  if (formula === column.native) return "native";
  if (formula === column.functions.zh || formula === column.functions.en) return "function";
  const plain = plainFormula(formula);
  if (plain === plainFormula(column.native)) return "native";
  if (plain !== plainFormula(column.functions.zh) && plain !== plainFormula(column.functions.en))
    return "own";
  return /_xldudf_|_xludf\./iu.test(formula) ? "stale" : "function";
}

const plainFormulas = new Map<string, string>();

/** A formula without what programs change when they keep it: outside texts, no spaces, capitals, paths and prefixes. */
function plainFormula(formula: string): string {
  const known = plainFormulas.get(formula);
  if (known !== undefined) return known;
  // Texts and quoted sheets alternate with the rest; an apostrophe within quotes is doubled, and so is a quote.
  const parts = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')*'!)/u);
  const plain = parts
    .map((part, index) => {
      if (index % 2 === 1) return part.startsWith('"') ? part : "";
      return (
        part
          // 'C:\…\[Book.xlsx]Settings'! is quoted and gone; [1]! and Book.xlsx! are not, and #REF! is no sheet.
          .replaceAll(/(?:\[[^\]]*\])?(?<![#\w])[\w.\p{Script=Han}-]*!/gu, "")
          .replaceAll(/_xldudf_CRM_(\w+)\(/giu, "CRM.$1(")
          .replaceAll(/_xl(?:fn|ws|udf)\./giu, "")
          .replaceAll(/[\s@]/gu, "")
          .replaceAll(/\b(TRUE|FALSE)\(\)/giu, "$1")
          .toUpperCase()
      );
    })
    .join("");
  if (plainFormulas.size > 200) plainFormulas.clear();
  plainFormulas.set(formula, plain);
  return plain;
}
