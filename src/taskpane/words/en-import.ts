import type { ImportWords } from "./import-words";
import { count } from "./plural";
import { en } from "./en";

const rows = (n: number): string => count(n, "row", "rows");

export const enImport: ImportWords = {
  ...en.views.import,
  selection: "From another sheet of this workbook",
  selectionHint: "Choose a sheet or table, or go there and select any cell of the data.",
  useSelection: "Use the selection",
  place: "Sheet or table",
  placeName: (sheet, table, of) =>
    `${table === null ? sheet : `${sheet} · ${table}`} (${rows(of)})`,
  usePlace: "Use this one",
  paste: "Paste",
  pasteHint: "Copy cells from anywhere, with their headers, and paste them into the box.",
  pasted: "Pasted cells",
  usePasted: "Use what is pasted",
  file: "From a file",
  fileHint: "An Excel workbook (.xlsx), CSV or text: press the button or drop it here.",
  chooseFile: "Choose a file",
  reading: "Reading…",
  found: (n, columns, name) =>
    `${name === "" ? "Pasted cells" : name}: ${rows(n)}, ${count(columns, "column", "columns")}`,
  otherSource: "Other data",
  fileSheet: "Sheet in the file",
  hiddenSheet: (name) => `${name} (hidden)`,
  encoding: "Text encoding",
  encodingHint: "Try another one when the text looks garbled.",
  encodingName: {
    "utf-8": "UTF-8",
    gb18030: "GBK / GB18030",
    "utf-16le": "UTF-16 (Unicode text)",
    "utf-16be": "UTF-16 BE",
  },
  hiddenRows: (of) => `${rows(of)} hidden in the file will be imported as well.`,
  uncalculated: (of) =>
    `${count(of, "formula has", "formulas have")} no saved result and count as blank. Open and save the file in Excel once.`,
  target: "Import as",
  noHeaders: (first) =>
    `No header row was recognised: the first row, “${first}”, is taken as headers and not imported.`,
  noHeadersHint:
    "If it is data, put a row of headers above it first (Customer, Phone …), then choose it again.",
  products: "These rows look like a list of products, which Keepsheet does not manage.",
  productsHint: "To bring in customers, deals or owners, choose another sheet or file.",
  dayOrder: "How dates are written",
  dayOrderHint: "In dates like 3/4/2017, which part is the month?",
  dayOrderName: {
    unclear: "Not sure; leave such dates out",
    "month-first": "Month/day/year (3/4 is March 4)",
    "day-first": "Day/month/year (3/4 is 3 April)",
  },
  dayQuestions: "Dates to check",
  unanswered: "Not answered yet",
  daysOut: "Keep them out",
  answerFirst: "First say whether the dates were swapped.",
  createCustomers: "Add customers that are not in the table yet",
  createCustomersHint: "Otherwise their deals are not imported.",
  mappingHint: "Change anything guessed wrong. Columns set to “Not imported” are ignored.",
  leaveOut: "Not imported",
  lost: (titles) => `No longer in the table: ${titles}.`,
  lostHint:
    "What was to fill it is set to “Not imported” now. Choose another column for it, or add the column again.",
  addColumn: (title) => `Add the column “${title}”`,
  addField: (kind) => `Add as a new field: ${kind}`,
  key: "Recognise a row by",
  keyHint: "Rows that match are updated, others are added; importing again creates no duplicates.",
  keyName: {
    id: "ID",
    creditCode: "Credit code",
    nameRegion: "Name and region",
    phone: "Phone (spaces, dashes and +86 aside)",
    deal: "Customer, product and engage day",
    person: "Name",
  },
  withoutUnreadable: "Leave unreadable cells blank and import the rest of the row",
  withoutUnreadableHint: "Otherwise the whole row is not imported.",
  check: "Dry run",
  checking: "Comparing…",
  nothingWritten: "A dry run writes nothing.",
  result: "Dry run",
  fate: { added: "New", updated: "Updated", unchanged: "Unchanged", rejected: "Rejected" },
  fateHint: {
    added: "Written below the last row",
    updated: "Only these cells change; blanks erase nothing",
    unchanged: "The same as in the table, not written",
    rejected:
      "Correct them here and check again, or save them to a sheet; the other rows can be imported without them",
  },
  rows,
  blankRows: (n) => `${count(n, "blank row", "blank rows")} skipped`,
  leftOut: (n) => `${rows(n)} with unreadable cells, which are left blank`,
  newCustomers: (of) => `${count(of, "customer is", "customers are")} added with them`,
  withoutCustomer: (of) => `${rows(of)} that name no customer and will belong to none`,
  row: (n) => `Row ${n}`,
  move: (title, from, to) => `${title}: ${from} → ${to}`,
  reason: {
    "unknown-word": (found) => `“${found}” is not in the list`,
    "not-a-day": (found) => `“${found}” is not a clear date; write 2026-04-07`,
    "not-a-number": (found) => `“${found}” is not a number`,
    "not-a-time": (found) => `“${found}” is not a time`,
    "error-value": (found) => `A formula failed: ${found}`,
    "too-long": () => "More than the 32,767 characters a cell holds",
    unprintable: (found) => `Damaged characters: “${found}”`,
    "day-in-the-future": (found) => `The last follow-up “${found}” is after today`,
    "digits-lost": (found) =>
      `A spreadsheet has lost the last digits of ${found}; enter it as text`,
    "name-missing": () => "a new row must have one",
    "unknown-customer": (found) => `There is no customer “${found}”`,
    "several-customers": (found) => `Several customers are called “${found}”; use the customer ID`,
    "key-missing": () => "The cell that identifies the row is blank",
    "twice-in-source": (found, otherRow) => `“${found}” is also in row ${otherRow}`,
    "matches-several": () =>
      "Several rows match; which one is meant cannot be told. Merge them in the table first, or recognise rows in another way",
    "key-part-missing": (found) =>
      `The table has “${found}”, but this is blank, so which row is meant cannot be told. Fill it in`,
    "like-another-row": (found, otherRow) =>
      `This is blank, so “${found}” cannot be told from row ${otherRow}. Fill it in, or keep only one of them`,
    "shared-match": (found, otherRow) =>
      `This is blank for “${found}” in the table, and row ${otherRow} matches that row, too. Fill it in there first`,
    "row-without-id": () => "The row it matches has no ID of its own",
    "other-id": (found) => `The ID “${found}” is not that of the row it matches`,
    "other-identifier": (found, _, there) =>
      `This says “${found}”, the row it matches in the table “${there}”. Both are valid, so they may be two customers. Check and correct one of them, or recognise rows in another way`,
    "id-taken": (found) => `The ID “${found}” belongs to another row`,
    "total-row": (found) => `“${found}” is a row of totals`,
    remark: (found) => `“${found}” is a note below the data`,
  },
  mend: (title, row) => `Correct ${title} in row ${row}`,
  between: ", ",
  knownInPart: (of, titles, which, isMore) =>
    `${count(of, "row is", "rows are")} recognised although ${titles} is blank on one side (${of === 1 ? "row" : "rows"} ${which}${isMore ? ", …" : ""})`,
  overlaps: (of) => `May overlap · ${count(of, "row", "rows")}`,
  overlapsHint:
    "These new rows look like customers who are there already. They can be imported all the same, and merged under Duplicates later.",
  overlapsSought: "Looking whether the new rows overlap with customers who are there…",
  seekOverlaps: "See whether new rows overlap",
  otherKey: (chosen, other, of) =>
    `Of the rows that are new by “${chosen}”, ${count(of, "is", "are")} recognised by “${other}”. As it stands they would come in twice.`,
  useOtherKey: "Use that and check again",
  checkAgain: "Check again",
  correctedHint: "Your corrections count once they are checked.",
  left: (name) =>
    name === ""
      ? "An import was left before it was written"
      : `The import of “${name}” was left before it was written`,
  goOn: "Go on with it",
  saveRejected: "Save to a new sheet",
  rejectedSheet: { sheet: "Rejected rows", reason: "Why it stays out", row: "Row" },
  rejectedSaved: (sheet) =>
    `Saved to the sheet “${sheet}”. Correct the rows there and import them again.`,
  earlier: "Previous",
  further: "Next",
  page: (first, last, of) => `${n(first)}–${n(last)} of ${n(of)}`,
  more: (n) => count(n, "more row", "more rows"),
  change: "Go back and change",
  start: (n) => `Import ${rows(n)}`,
  nothingToDo: "There is nothing to write.",
  applying: (percent) => `Writing, ${percent}% done`,
  cancelling: "Cancelling and putting back…",
  another: "Import more",
};

function n(value: number): string {
  return value.toLocaleString("en-US");
}
