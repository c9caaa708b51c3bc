import type { HistoryWords } from "./history-words";
import { count as counted } from "./plural";
import { en } from "./en";

export const enHistory: HistoryWords = {
  ...en.views.history,

  whoMissing: "Please enter your name",
  whoHint:
    "Excel does not tell add-ins who is working. Your changes will be recorded under this name, which is kept on this computer only.",
  whoLabel: "Name",
  whoSave: "Save",
  whoIs: (name) => `Your changes are recorded under “${name}”`,
  whoChange: "Change name",

  none: "No changes yet",
  noneHint:
    "The first follow-up, import or edit made here sets up the table “Changes”. What is changed in the sheet itself is not in it.",
  extent: (entries, since) =>
    `${counted(entries, "entry", "entries")}${since === null ? "" : ` since ${since}`}. What is changed in the sheet itself is not among them.`,
  search: "Find a customer, a person or a text",
  nothingFound: (query) => `Nothing with “${query}” among the entries read so far.`,
  routine: "Show routine steps",
  onlyOf: (name) => `Only “${name}”`,
  everything: "Show all",
  older: "Earlier changes",
  notices: (count) => `Notices since the pane was opened (${count})`,
  sortedOtherwise:
    "The sheet “Changes” has been sorted by another column; here they stand by time, and taking back works as ever.",
  unreadable: (rows) =>
    `${counted(rows, "entry was", "entries were")} edited by hand and can no longer be read or taken back.`,

  noName: "no name given",
  entries: (count) => counted(count, "entry", "entries"),
  state: { all: "taken back", part: "partly taken back" },
  place: (row, column) => (row === "" ? column : `${row} · ${column}`),
  rowAdded: (table, row) => (row === "" ? `${table}: row added` : `${table}: “${row}” added`),
  rowRemoved: (table, row) => (row === "" ? `${table}: row removed` : `${table}: “${row}” removed`),
  noted: "This changed no cell contents; the opposite command puts it right.",
  before: "before",
  after: "after",
  moreEntries: (count) => `Show ${count} more`,

  takeBack: "Take back",
  takeBackOf: (what) => `Take back: ${what}`,
  takeBackShown: "Take these back",
  switchBack: "Switch back",
  switchBackOf: (what) => `Switch back: ${what}`,
  bringBack: "Bring back",
  bringBackOf: (what) => `Bring back: ${what}`,
  looking: "Checking the workbook…",
  cannot: (refused, all) => `${refused} of ${all} cannot be taken back`,
  noneCan: "It cannot be taken back; nothing was changed",
  takeRest: (count) => (count === 1 ? "Take the other one back" : `Take the other ${count} back`),
  leave: "Leave as is",
  chooseCells:
    "These were changed again since. Choose for each: keep what stands in the sheet now, or put back what was there before.",
  cellLabels: { read: "Written then", theirs: "In the sheet now", mine: "Before that change" },
  takeCells: (number) => `Take back ${number.toLocaleString("en-US")}`,
  notTheseEither: (number) =>
    `${counted(number, "other entry", "other entries")} cannot be taken back`,
  moreRefused: (count) => `And ${count} more.`,
  obstacle: {
    "as-before": "It is already as it was before.",
    "row-gone": "The row is no longer in the table.",
    "row-is-back": "A row with this ID is in the table again.",
    "column-gone": "The column was deleted.",
    "table-gone": "The table was deleted.",
    "id-comes-anew": "The row gets a new ID by itself; the old one need not come back.",
  },
  inputGone: (header) =>
    `The formula reads the column “${header}”, which is gone; add a column with that header, then take it back.`,
  changedSince: (found, expected) => `It is “${found}” now; “${expected}” was written.`,
  changedBy: (who, when, deed) => `Changed by ${who}, ${when} (${deed}).`,
  changedInSheet: "Changed in the sheet itself.",
  rowInUse: (table) => `“${table}” has rows that belong to this customer.`,
  idInUse: (table) =>
    `“${table}” has rows that refer to this ID. Delete or change those rows first, then take it back.`,

  trim: "Delete old entries",
  trimHint:
    "When there are many, old ones can go. What they tell of can no longer be taken back; customers stay as they are.",
  trimBefore: "Delete entries before",
  trimCount: (entries, day) => `${counted(entries, "entry", "entries")} before ${day}.`,
  trimNothing: (day) => `No entries before ${day}.`,
  trimLook: "Count them",
  trimDo: (entries) => `Delete ${counted(entries, "entry", "entries")}`,
  trimmed: (entries) => `${counted(entries, "old entry", "old entries")} deleted.`,
};
