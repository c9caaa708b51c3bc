import type { Cell } from "../../tables/change";
import type { FormulaRun } from "./formulas";

/**
 * What a cell of a calculated column holds, as one text or number: a formula with `{columnId}`, or what was typed. Text
 * that begins like a formula is marked with an apostrophe, so that it never becomes one (P7).
 */
export function contentOf(runs: readonly FormulaRun[], row: number, shown: Cell): Cell {
  const run = runs.find(({ first, count }) => row >= first && row < first + count);
  if (run === undefined) return null;
  if (run.formula !== null) return run.formula;
  return typeof shown === "string" && /^'*=/u.test(shown) ? `'${shown}` : shown;
}

/** Whether such a content is a formula. */
export function isFormula(content: Cell): content is string {
  return typeof content === "string" && content.startsWith("=");
}

/** The text of a content that is none. */
export function typedIn(content: Cell): Cell {
  return typeof content === "string" && /^'+=/u.test(content) ? content.slice(1) : content;
}
