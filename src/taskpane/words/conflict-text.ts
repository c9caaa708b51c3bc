import type { WorkbookFacts } from "../../app/workbook/facts";
import type { Conflict } from "../../app/workbook/rows";
import type { Day } from "../../domain/day";
import type { Cell } from "../../tables/change";
import type { Language } from "../../tables/schema";
import { specIn } from "./column-in";
import { movedText } from "./moved-text";

/** The three contents of a cell in conflict, as a person reads them. */
export interface ConflictTexts {
  readonly read: string;
  readonly theirs: string;
  /** null where ours is not a content of its own. */
  readonly mine: string | null;
}

/**
 * What was read, what stands there now and what is ours, in ours and in their own fields; what looks like a formula as
 * it stands. Contents that read alike are told apart.
 */
export function conflictTexts(
  { table, column, expected, found }: Conflict,
  own: Cell | undefined,
  facts: WorkbookFacts,
  asOf: Day,
  language: Language,
): ConflictTexts {
  const spec = specIn(facts, table, column);
  const style = { dateSystem: facts.dateSystem, asOf };
  const { before: read, after: now } = movedText(spec, expected, found, style, language);
  if (own === undefined) return { read, theirs: now, mine: null };
  const { before: theirs, after: mine } = movedText(spec, found, own, style, language);
  return { read, theirs, mine };
}
