import type { Language, TableId } from "../../tables/schema";
import { duplicatesWords } from "./duplicates";
import { tableTitle } from "./failure-text";
import type { PaneWords } from "./pane-words";

/**
 * Rows of several tables in one phrase; "" for none.
 *
 * @example
 * rowCounts([{ table: "followUps", count: 3 }], words.zh, "zh") //=> "3 条跟进记录"
 */
export function rowCounts(
  counts: readonly { readonly table: TableId; readonly count: number }[],
  words: PaneWords,
  language: Language,
): string {
  return counts
    .map(({ table, count }) => duplicatesWords[language].rows(tableTitle(table, language), count))
    .join(words.list);
}
