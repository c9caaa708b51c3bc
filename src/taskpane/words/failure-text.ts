import type { Day } from "../../domain/day";
import { ownHeader, type ColumnSpec, type Language, type TableId } from "../../tables/schema";
import { tableSpecs } from "../../tables/tables";
import { shortDay } from "./day-text";
import type { FirstFailure, LaterFailureWords, Message, Names, PaneFailure } from "./failure-words";
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
  const { failure: first } = words[language];
  if (isFirst(failure)) return worded(first, failure, names);
  return later === null
    ? first.host({ code: "host", hostCode: failure.code, message: "" }, names)
    : worded(later[language], failure, names);
}

let later: Readonly<Record<Language, LaterFailureWords>> | null = null;

/** Brings the words of what only later views can fail with; before they are here no such view is. */
export function addFailureWords(wording: Readonly<Record<Language, LaterFailureWords>>): void {
  later = wording;
}

function isFirst(failure: PaneFailure): failure is FirstFailure {
  return failure.code in words.en.failure;
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
