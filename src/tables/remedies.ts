import { readEmail } from "../domain/email";
import { readIdentityNumber } from "../domain/identity-number";
import { readCreditCode } from "../domain/matching/credit-code";
import { nearestWord } from "../domain/nearest-word";
import { readPhones } from "../domain/phone-number";
import type { Day } from "../domain/day";
import { choiceTitle, dayCell, isErrorValue, readCell, textOf, type CellStyle } from "./cells";
import type { Cell } from "./change";
import { certainDay } from "./certain-day";
import { certainWord } from "./certain-word";
import {
  codeWithoutUnseen,
  isSuspect,
  narrowed,
  tidyCode,
  withoutUnseen,
  withPlainSpaces,
} from "./plain-text";
import type { ColumnSpec } from "./schema";

/** What a remedy does to a cell. */
export type RemedyKind =
  /** Text becomes the day it says. */
  | "day"
  /** Text with the year last becomes the day it says in the order its column is written in. */
  | "day-order"
  /** A day gets its month and its day of the month exchanged. */
  | "turned-day"
  /** Text becomes the number it says. */
  | "number"
  /** A number becomes the text of its digits. */
  | "as-text"
  /** Characters nobody sees go. */
  | "invisible"
  /** Full-width letters and digits become plain ones. */
  | "width"
  | "spaces"
  /** A code gets its usual form, such as capitals. */
  | "code-form"
  /** An unknown word becomes the known one that it says in traditional characters, or the nearest. */
  | "word"
  /** An unknown word becomes the one a person said it means, in all rows of its column. */
  | "said-word"
  /** An id becomes that of the row that is meant. */
  | "reference"
  /** F6: the last follow-up becomes the latest in the log. */
  | "log-day";

/** A cell as it could be. */
export interface Proposal {
  readonly to: Cell;
  readonly kind: RemedyKind;
  /** Nothing else can be meant; otherwise a guess, which a person must choose. */
  readonly sure: boolean;
}

/**
 * What a cell could be changed to: its safe remedy, else a guess at an unknown word of a list.
 *
 * @example
 * proposalFor(demandColumn, "目标客户（重点）", style) //=> { to: "目标", kind: "word", sure: false }
 */
export function proposalFor(column: ColumnSpec, cell: Cell, style: CellStyle): Proposal | null {
  const safe = safeRemedy(column, cell, style);
  if (safe !== null || column.kind !== "choice" || typeof cell !== "string") return safe;
  const choices = column.choices ?? [];
  if (isErrorValue(cell) || readCell(column, cell, style.dateSystem).issue === null) return null;
  const code = nearestWord(choices, cell);
  if (code === null) return null;
  return { to: choiceTitle(choices, code, style.language), kind: "word", sure: false };
}

/**
 * The form a cell can be given without asking: nothing that means something is lost, and what the rules read from it
 * stays the same, or can be read at last. Done twice it is as done once.
 *
 * Ids only become text of the same digits, for other rows speak of them; references are freed of spaces at their ends.
 *
 * @returns null where the cell is well as it is, or where a person has to decide
 *
 * @example
 * safeRemedy(dayColumn, "2024.4.7", style) //=> { to: 45389, kind: "day", sure: true }
 * safeRemedy(phoneColumn, 13812345678, style) //=> { to: "13812345678", kind: "as-text", sure: true }
 * safeRemedy(demandColumn, "目標客戶", style) //=> { to: "目标", kind: "word", sure: true }
 */
export function safeRemedy(column: ColumnSpec, cell: Cell, style: CellStyle): Proposal | null {
  if (cell === null || typeof cell === "boolean" || cell === "") return null;
  if (typeof cell === "number") return remedyOfNumber(column, cell, style);
  return isErrorValue(cell) ? null : remedyOfText(column, cell, style);
}

/** Beyond this a number of Excel has lost its last digits. */
export const firstUncertainNumber = 1e15;

function remedyOfNumber(column: ColumnSpec, cell: number, style: CellStyle): Proposal | null {
  if (column.kind === "day") {
    const isRead = readCell(column, cell, style.dateSystem).value !== null;
    const day = isRead ? null : certainDay(column, cell, null, style.dateSystem);
    return day === null ? null : sure(dayCell(day, style.dateSystem), "day");
  }
  const isExact = Number.isInteger(cell) && cell >= 0 && cell < firstUncertainNumber;
  if (!isExact) return null;
  const digits = textOf(cell);
  switch (column.kind) {
    case "id":
      return sure(digits, "as-text");
    case "phone":
      return readPhones(digits).ok ? sure(digits, "as-text") : null;
    case "identityNumber":
      return readIdentityNumber(digits).ok ? sure(digits, "as-text") : null;
    default:
      return null;
  }
}

function remedyOfText(column: ColumnSpec, cell: string, style: CellStyle): Proposal | null {
  const { kind } = column;
  switch (kind) {
    case "computed":
    case "mixed":
      return null;
    case "day":
      return dayRemedy(column, cell, style);
    case "number":
    case "percent":
    case "amountYuan":
      return numberRemedy(column, cell, style);
    case "text":
      if (!isSuspect(cell)) return null;
      return column.prose === true
        ? textRemedy(cell, withoutUnseen(cell))
        : textRemedy(cell, withPlainSpaces(withoutUnseen(cell)));
    case "id":
      // A row is found by its own id as it stands, also when the remedy is taken back.
      return column.id === "id" ? null : textRemedy(cell, cell.trim());
    case "choice":
      return wordRemedy(column, cell, style);
    case "time": {
      if (!isSuspect(cell)) return null;
      const tidy = tidyCode(cell);
      const isRead = readCell(column, tidy, style.dateSystem).issue === null;
      return isRead ? textRemedy(cell, tidy) : null;
    }
    case "phone":
      return isSuspect(cell) || cell.startsWith("'") ? textRemedy(cell, tidyCode(cell)) : null;
    case "email":
      return textRemedy(cell, emailForm(tidyCode(cell)));
    case "creditCode": {
      const code = readCreditCode(tidyCode(cell));
      return textRemedy(cell, code.ok ? code.value : tidyCode(cell));
    }
    case "identityNumber": {
      const number = readIdentityNumber(tidyCode(cell));
      return textRemedy(cell, number.ok ? number.value.number : tidyCode(cell));
    }
  }
}

/** A word of the list gets rid of what nobody sees; one in traditional characters becomes the word it says. */
function wordRemedy(column: ColumnSpec, cell: string, style: CellStyle): Proposal | null {
  const tidy = isSuspect(cell) ? tidyCode(cell) : cell;
  if (readCell(column, tidy, style.dateSystem).issue === null) return textRemedy(cell, tidy);
  const word = certainWord(column, cell);
  return word === null
    ? null
    : sure(choiceTitle(column.choices ?? [], word, style.language), "word");
}

function dayRemedy(column: ColumnSpec, cell: string, style: CellStyle): Proposal | null {
  const tidy = tidyCode(cell);
  const read = readCell(column, tidy, style.dateSystem);
  if (typeof read.value !== "number") {
    const day = certainDay(column, cell, null, style.dateSystem);
    if (day !== null) return sure(dayCell(day, style.dateSystem), "day");
    return tidy === "" ? sure(null, "spaces") : null;
  }
  const day = dayCell(read.value as Day, style.dateSystem);
  // Before the date system's first day there is no number: the text stays.
  if (typeof day !== "number") return textRemedy(cell, tidy);
  const time = timeIn(tidy);
  // A time of day that is not understood for certain would be lost.
  return time === null ? null : sure(day + time, "day");
}

/** The time behind a day as a fraction of it: 0 without one, null where it may be told in another way. */
function timeIn(text: string): number | null {
  if (!/[:时]|[ap]m$|[上下]午/iu.test(text)) return /[T\s]\d{1,2}$/u.test(text) ? null : 0;
  const clock = /(?:T|\s)(\d{1,2}):(\d{2})(?::(\d{2}))?$/u.exec(text);
  if (clock === null) return null;
  const seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  return seconds < 86_400 ? seconds / 86_400 : null;
}

function numberRemedy(column: ColumnSpec, cell: string, style: CellStyle): Proposal | null {
  const tidy = tidyCode(cell);
  if (tidy === "") return sure(null, "spaces");
  const { value } = readCell(column, tidy, style.dateSystem);
  if (typeof value !== "number") return null;
  const digits = tidy.replace(/\D/gu, "").replace(/^0+/u, "");
  return digits.length > 15 ? null : sure(value, "number");
}

/** The address as it is delivered: without spaces around its signs and with real dots, where that makes it one. */
function emailForm(tidy: string): string {
  // A space within the name before the @ may stand for a dot or a hyphen: that is for a person to say.
  const squeezed = tidy.replace(/\s*([@.])\s*/gu, "$1");
  for (const text of [tidy, squeezed]) {
    const read = readEmail(text);
    // Capitals in a domain hurt nobody.
    if (read.ok) return text.toLowerCase() === read.value.toLowerCase() ? text : read.value;
  }
  return tidy;
}

function textRemedy(cell: string, to: string): Proposal | null {
  if (to === cell) return null;
  return sure(to === "" ? null : to, differenceOf(cell, to));
}

function differenceOf(cell: string, to: string): RemedyKind {
  const seen = codeWithoutUnseen(cell);
  if (seen !== cell && codeWithoutUnseen(to) === to) return "invisible";
  if (narrowed(seen) !== seen && narrowed(to) === to) return "width";
  const spaceless = (text: string) => text.replace(/\s/gu, "");
  return spaceless(seen) === spaceless(to) ? "spaces" : "code-form";
}

function sure(to: Cell, kind: RemedyKind): Proposal {
  return { to, kind, sure: true };
}
