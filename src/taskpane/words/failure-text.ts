import type { Day } from "../../domain/day";
import { ownHeader, type ColumnSpec, type Language, type TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { shortDay } from "./day-text";
import type { Message, Names, PaneFailure } from "./failure-words";
import { words } from "./words";

/** The specification of a column; null for an id no table has. */
export function columnSpec(id: string, table: TableId = "customers"): ColumnSpec | null {
  return tableSpecs[table].columns.find((column) => column.id === id) ?? null;
}

export function tableTitle(id: TableId, language: Language): string {
  return tableSpecs[id].title[language];
}

/** What people know a column as; its id where no table has it, so that a message still names something. */
export function columnTitle(id: string, language: Language, table?: TableId): string {
  return columnSpec(id, table)?.title[language] ?? ownHeader(id) ?? id;
}

/** What happened, where, and what to do next, in the language asked for. `asOf` decides how days are written. */
export function failureText(failure: PaneFailure, asOf: Day, language: Language): Message {
  const names: Names = {
    table: (id) => tableTitle(id, language),
    column: (id, table) => columnTitle(id, language, table),
    day: (day) => shortDay(day, asOf, language),
    failure: (cause) => failureText(cause, asOf, language),
  };
  return worded(words[language].failure, failure, names);
}

type FailureByCode = {
  readonly [Code in PaneFailure["code"]]: Extract<PaneFailure, { readonly code: Code }>;
};

// Written over codes, so that the compiler sees that a code's wording takes that code's failure.
function worded<Code extends PaneFailure["code"]>(
  wording: {
    readonly [Of in Code]: (failure: FailureByCode[Of], names: Names) => Message;
  },
  failure: { readonly [Of in Code]: FailureByCode[Of] & { readonly code: Of } }[Code],
  names: Names,
): Message {
  return wording[failure.code](failure, names);
}
