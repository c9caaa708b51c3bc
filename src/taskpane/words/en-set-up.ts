import { count } from "./plural";
import type { SetUpWords } from "./set-up-words";
import { en } from "./en";

export const enSetUp: SetUpWords = {
  ...en.views["set-up"],
  adopt: "Use the sheet I have",
  adoptHint:
    "First click any cell of your customer data in the sheet, then come here. Your columns, formats and order stay.",
  create: "Create an empty customer sheet",
  createHint: "Adds five sheets: Customers, Follow-ups, Settings, Holidays, Changes.",
  createStart: "Create",
  useSelection: "Use the selection",
  lacking: (titles) => `Missing: ${titles}`,
  restoreHint:
    "These sheets were deleted. They are made again, empty or with the default settings; customers and everything else stay as they are.",
  looking: "Looking at the selection…",
  reading: "Reading the rows…",
  planning: "Checking the rows…",
  working: "Setting up…",
  workingHint: "Many rows take a moment; please don’t edit the sheet meanwhile.",
  cancelling: "Cancelling and putting back…",
  found: (columns, place) => `${count(columns, "column", "columns")} found in ${place}`,
  foundTable: (table, place) => `Found the table “${table}” (${place})`,
  headerRow: "Header row",
  headerRowHint: "The row with the column names; rows above it are left alone",
  rowNumber: (row) => `Row ${row}`,
  mapping: "What each column means",
  mappingHint: "Change anything guessed wrong. Columns without a meaning stay as they are.",
  meaningOf: (header) => `Meaning of “${header}”`,
  ownColumn: "My own column",
  rowsBelow: (rows) =>
    `Below a blank row the sheet goes on for ${count(rows, "row", "rows")}; they are not included.`,
  rowsBelowHint: "If they are customers, too, select the whole area, then choose “Look again”.",
  otherSheet: {
    owners: {
      what: "This sheet looks like a list of people (owners, teams), not of customers.",
      remedy:
        "Open the sheet with your customers and choose “Look again”; if there is none, create an empty customer sheet below. Once set up, bring this sheet in as owners with “Import data”.",
    },
    deals: {
      what: "This sheet looks like deals or orders: each row is one deal, and a customer comes many times.",
      remedy:
        "Open the sheet with your customers and choose “Look again”; if there is none, create an empty customer sheet below. Once set up, bring this sheet in as deals with “Import data”, adding the customers that are missing.",
    },
    products: {
      what: "This sheet looks like a list of products, not of customers.",
      remedy:
        "Keepsheet does not manage products; leave this sheet as it is. Open the sheet with your customers and choose “Look again”; if there is none, create an empty customer sheet below.",
    },
  },
  amountUnit: (unit) =>
    `In units of ${unit.toLocaleString("en-US")} yuan; an import turns them into yuan.`,
  keptForUnit: (unit) =>
    `In units of ${unit.toLocaleString("en-US")} yuan, while amounts are counted in yuan: kept as your own column.`,
  noHeader: (index) => `(column ${index + 1}, no header)`,
  because: {
    header: "by its header",
    content: "by its content",
    "header-and-content": "by header and content",
    "own-formula": "holds a formula",
  },
  chosen: "your choice",
  confidence: { sure: "Sure", likely: "Likely", unsure: "Please check" },
  samples: "e.g.",
  renamed: (to) => `The header becomes “${to}”`,
  plan: "What will be done",
  planCustomers: (n) => `${count(n, "customer", "customers")}, all kept where they are`,
  planBlankRows: (n) => `${count(n, "blank row", "blank rows")} left alone`,
  planUsed: (headers) => `Your columns that are used: ${headers}`,
  planAdded: (headers) => `Columns added on the right: ${headers}`,
  planKept: (headers) => `Left as they are: ${headers}`,
  planTables: (sheets) => `Sheets added: ${sheets}`,
  planBecomesTable:
    "The selection becomes an Excel table: new rows get their formulas by themselves",
  planIds: (n) => `${count(n, "blank ID cell gets", "blank ID cells get")} an ID`,
  planRenamed: (from, to) => `The header “${from}” becomes “${to}”`,
  nothingLost: "Your cells are never overwritten; only blanks and new columns are filled in.",
  cellsToMend: (n) => `${count(n, "cell", "cells")} could not be read; you can fix them later`,
  cellsToMendHint: "They stay as they are and do not get in the way.",
  more: (n) => `${n.toLocaleString("en-US")} more`,
  problems: (n) => `${count(n, "problem", "problems")} to solve first`,
  start: "Set up now",
  again: "Look again",
  done: "Your customer sheet is ready",
  doneHint: "Grades and next follow-up days are worked out; overdue customers are highlighted.",
  doneBlankHint:
    "Type customers into the table, import or add them; grades and next follow-ups appear by themselves.",
  doneTable: (title, sheet) => `${title} on the sheet “${sheet}”`,
  toToday: "Go to Today",
};
