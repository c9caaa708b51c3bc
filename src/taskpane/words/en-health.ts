import type { HealthWords } from "./health-words";
import { count } from "./plural";
import { en } from "./en";

const n = (number: number) => number.toLocaleString("en-US");
const cells = (number: number) => count(number, "cell", "cells");

const orders = { "month-first": "month/day/year", "day-first": "day/month/year" } as const;

export const enHealth: HealthWords = {
  ...en.views.health,
  start: "Check now",
  again: "Check again",
  checking: (percent) => `Checking… ${percent}%`,
  stop: "Stop",
  stopped: "Stopped. Nothing in the workbook was changed.",
  tab: { issues: "Issues", profile: "Completeness", unconfirmed: "To confirm" },
  checked: (number, customers) =>
    `Looked at ${cells(number)} and ${count(customers, "customer", "customers")}.`,
  found: (extent) => `${extent} to look at.`,
  allWell: "All is well",
  allWellHint: "Every cell can be read, and none is doubtful.",
  formulasUnchecked: "This version of Excel cannot tell whether formulas were overwritten.",
  kind: {
    "unknown-word": "Words not in the list",
    "not-a-day": "Dates that cannot be read",
    "day-in-the-future": "Dates after today",
    "not-a-number": "Numbers that cannot be read",
    "not-a-time": "Times that cannot be read",
    "text-day": "Dates written as text",
    "text-number": "Numbers written as text",
    "error-value": "Formula errors",
    "id-missing": "Missing IDs",
    "id-duplicate": "Repeated IDs",
    "id-number": "IDs stored as numbers",
    "name-missing": "Customers without a name",
    "close-day-missing": "Expected close missing",
    "demand-missing": "Demand missing",
    "column-missing": "Columns that are gone",
    "setting-unreadable": "Settings that cannot be read",
    "setting-missing": "Settings whose row is missing",
    "calendar-unknown": "Years without holidays",
    "digits-lost": "Numbers that lost digits",
    "kept-as-number": "Phone numbers stored as numbers",
    "not-a-phone": "Wrong phone numbers",
    "not-an-email": "Wrong e-mail addresses",
    "not-a-credit-code": "Wrong credit codes",
    "not-an-identity-number": "Wrong identity numbers",
    "invisible-characters": "Invisible characters",
    "wide-characters": "Full-width characters",
    "stray-spaces": "Stray spaces",
    "code-form": "Codes not in their usual form",
    "damaged-text": "Garbled text",
    "reference-missing": "IDs that match no row",
    "behind-the-log": "Customers behind their log",
    "turned-day": "Dates with day and month perhaps swapped",
    "formula-overwritten": "Overwritten formulas",
    "formula-missing": "Missing formulas",
  },
  extent: (columns, number) =>
    [
      ...(columns > 0 ? [count(columns, "column", "columns")] : []),
      ...(number > 0 || columns === 0 ? [cells(number)] : []),
    ].join(", "),
  wholeColumns: (names) => `All of ${names}`,
  inAllRows: (rows) => `in all of the column’s ${n(rows)} rows`,
  inRows: (number, rows) => `in ${n(number)} of ${n(rows)} rows`,
  isEmpty: "Empty",
  suchAs: (found) => `such as “${found}”`,
  goToColumn: "Go to the column",
  wholeTable: "The whole table",
  dayOrder: {
    known: (column, order, proofs, example, others) =>
      `Dates in “${column}” are ${orders[order]}: ${n(proofs)} can only be read so, such as “${example}”, and none speaks against it` +
      (others > 0 ? `; ${n(others)} others are read likewise.` : "."),
    open: (column, number, example) =>
      `${count(number, "date", "dates")} in “${column}” can be read both ways, such as “${example}”; nothing in the column tells which part is the month.`,
    torn: (column, monthFirst, dayFirst, number, example) =>
      `“${column}” holds both: “${monthFirst}” can only be month/day/year, “${dayFirst}” only day/month/year` +
      (number > 0 ? `; ${n(number)} can be read both ways, such as “${example}”.` : "."),
    said: (order) => ` Read as ${orders[order]}, as you chose.`,
    question: (column) => `Which part is the month in “${column}”?`,
    answer: {
      "month-first": orders["month-first"],
      "day-first": orders["day-first"],
      none: "Leave as they are",
    },
    turned: (column, number, order, text, before, after) =>
      `Texts in “${column}” are ${orders[order]}, such as “${text}”; none of its ${n(number)} real dates is later than the 12th. ` +
      `Day and month were probably swapped when the file was opened: ${before} was meant as ${after}.`,
    turnedQuestion: (column) => `Were the dates in “${column}” swapped?`,
    turnedAnswer: {
      turned: "Yes, mend them all",
      right: "No, only the texts",
      none: "Leave as they are",
    },
  },
  fixable: (number) => `${n(number)} can be fixed`,
  guessable: (number) => count(number, "suggestion", "suggestions"),
  because: {
    "phone:no-digits": "no digits",
    "phone:digits-lost": "the last digits are lost",
    "phone:too-short": "too few digits",
    "phone:too-long": "too many digits; separate several numbers with “/”",
    "phone:not-a-mobile": "no mobile number starts like this",
    "phone:area-code": "wrong length or area code",
    "phone:not-a-number": "wrong number of digits",
    "email:no-at-sign": "no @",
    "email:several-at-signs": "more than one @",
    "email:spaces": "a space inside",
    "email:mailbox": "wrong before the @",
    "email:domain": "wrong after the @",
    "email:top-level-missing": "the domain has no ending such as .com",
    "email:too-long": "too long",
    "credit-code:length": "not 18 characters",
    "credit-code:characters": "a character no code has (never I O S V Z)",
    "credit-code:check-character": "the check character does not fit; perhaps miscopied",
    "identity-number:length": "not 18 characters (or the old 15)",
    "identity-number:characters": "a character no number has",
    "identity-number:region": "the first two digits name no province",
    "identity-number:birth-day": "no such day of birth",
    "identity-number:check-character": "the check character does not fit; perhaps miscopied",
  },
  becomes: (before, after) => `${before} → ${after}`,
  retyped: (content, isText) => `${content}: ${isText ? "number → text" : "text → number"}`,
  emptied: "(emptied)",
  whichRow: (row) => `row ${n(row)}`,
  choose: "Fix",
  chooseOf: (address) => `Fix ${address}`,
  toFix: (number) => `Fix in bulk (${cells(number)})…`,
  fixTitle: "Fix in bulk",
  fixLead:
    "See each cell before and after, then say which are to be fixed. It can be taken back afterwards.",
  guesses: "Suggestions: please look at each",
  oneByOne: "See and choose one by one",
  sayWords: "Choose for each word, all rows at once…",
  chosenOf: (chosen, all) => `${n(chosen)} of ${n(all)} chosen`,
  fix: (number) => `Fix ${cells(number)}`,
  nothingChosen: "No cell is chosen yet.",
  fixing: (percent) => `Fixing… ${percent}%`,
  cancelling: "Cancelling; everything is put back…",
  about: (number) => cells(number),
  skipped: (number) => `${cells(number)} left out: changed by somebody since the check.`,
  repair: "Open Repair",
  changedLead:
    "Nothing was written. Choose for each: keep what stands in the sheet now, or fix it all the same.",
  changedAction: (fixed, kept) =>
    kept === 0 ? `Fix ${cells(fixed)}` : `Go on: fix ${cells(fixed)}, keep ${cells(kept)}`,
  changedLabels: { read: "At the check", theirs: "In the sheet now", mine: "As fixed" },

  profileLead: (fields) => `Columns counted: ${fields}. Change them in the Settings table.`,
  noFields: "The Settings table names no columns that count for completeness.",
  average: (percent) => `${percent}% complete on average`,
  profileOf: (filled, fields) => `${filled} of ${fields} filled`,
  profileTitle: "The least complete first",
  profileHint: "Click one to go to its row",

  unconfirmedTitle: "Customers to confirm",
  unconfirmedHint: (days) => `Not confirmed for more than ${count(days, "day", "days")}`,
  noneUnconfirmed: (days) =>
    `Every customer’s data was confirmed within ${count(days, "day", "days")}.`,
  since: (day, overdue) => `Confirmed or entered ${day}, ${count(overdue, "day", "days")} overdue`,
  never: "Never confirmed, and no created day",
  confirm: "Confirmed",
  confirmOf: (name) => `Confirmed today: ${name}`,
  columnToCome:
    "The first confirmation adds the column “Confirmed on” at the right end of the customers table.",
  unidentified: "This row has no ID of its own; give it one first.",
};
