import type { WorkbookFacts } from "../../app/workbook/facts";
import type { Conflict } from "../../app/workbook/rows";
import type { Day } from "../../domain/day";
import type { Cell } from "../../tables/change";
import type { Language } from "../../tables/schema";
import { specIn } from "./column-in";
import { asText, movedText } from "./moved-text";

/** The three contents of a cell in conflict, as a person reads them. */
export interface ConflictTexts {
  readonly read: string;
  readonly theirs: string;
  /** null where ours is not a content of its own. */
  readonly mine: string | null;
}

/**
 * What was read, what stands there now and what is ours, in ours and in their own fields; a formula as it stands, and a
 * text that begins like one called a text. Contents that read alike are told apart.
 */
export function conflictTexts(
  { table, column, expected, found, formula }: Conflict,
  own: Cell | undefined,
  facts: WorkbookFacts,
  asOf: Day,
  language: Language,
): ConflictTexts {
  const spec = specIn(facts, table, column);
  const style = { dateSystem: facts.dateSystem, asOf };
  const told = (cell: Cell, text: string): string =>
    typeof cell === "string" && cell.startsWith("=") && text === cell
      ? asText[language](text)
      : text;
  const toldFound = (text: string): string => (formula === true ? text : told(found, text));
  const { before, after: now } = movedText(spec, expected, found, style, language);
  const read = told(expected, before);
  if (own === undefined) return { read, theirs: toldFound(now), mine: null };
  const { before: theirs, after: mine } = movedText(spec, found, own, style, language);
  return { read, theirs: toldFound(theirs), mine: told(own, mine) };
}
