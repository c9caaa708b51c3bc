import type { FirstFailureWords } from "./failure-words";
import { longestMessage, nameText } from "./name-text";
import { count } from "./plural";

/** Failures in English: what happened, where, and what to do next. */
export const enFailures: FirstFailureWords = {
  "older-version": ({ found }) => ({
    what: `An earlier version of Keepsheet made this workbook (layout ${found}).`,
    remedy: "Back it up and upgrade it, then go on.",
  }),
  "not-set-up": () => ({
    what: "This workbook has no customers table yet.",
    remedy: "Choose “Set up”: create one, or use the sheet you already have.",
  }),
  "newer-version": ({ found }) => ({
    what: `This workbook was made by a newer Keepsheet (layout ${found}); this version can show it, but not write to it.`,
    remedy: "Update the add-in, then open it again. Nothing in the workbook was changed.",
  }),
  "already-set-up": () => ({
    what: "This workbook already has a customers table.",
    remedy: "Go back to Today to use it; type new customers in the row below the table.",
  }),
  "read-only": () => ({
    what: "The workbook is open read-only; nothing was written.",
    remedy:
      "Save an editable copy, or choose “Enable Editing” at the top of Excel, then try again.",
  }),
  protected: ({ sheet }) => ({
    what:
      sheet === null
        ? "The workbook, or a sheet of it, is protected and cannot be written."
        : `The sheet “${sheet}” is protected and cannot be written.`,
    remedy: "Remove the protection under Review, then try again.",
  }),
  "busy-editing": () => ({
    what: "A cell is being edited, and Excel accepts nothing else meanwhile.",
    remedy: "Press Enter or Esc to finish editing, then try again.",
  }),
  "table-missing": ({ table }, names) => ({
    what: `The table “${names.table(table)}” cannot be found; it may have been deleted.`,
    remedy:
      "Bring it back with Ctrl+Z. If that does not help, choose “Recreate”; the other tables are not affected.",
  }),
  "column-missing": (failure, names) => ({
    what: `The column “${names.column(failure.column, "table" in failure ? failure.table : undefined)}” is missing from the table.`,
    remedy: "Bring it back with Ctrl+Z, or insert a column with this header, then try again.",
  }),
  "too-large": () => ({
    what: "This is more than Excel takes in one go.",
    remedy: "Select a smaller range, or move very long cell texts elsewhere, then try again.",
  }),
  "not-supported": ({ requirement }) => ({
    what: `This version of Excel lacks something that is needed (${requirement}).`,
    remedy: "Update Excel, or open the workbook in Excel on the web.",
  }),
  "no-selection": () => ({
    what: "Nothing usable is selected.",
    remedy: "Click any cell of your customer data in the sheet, then try again.",
  }),
  host: ({ hostCode, message }) => ({
    what: `Excel did not finish: ${nameText(message, longestMessage)} (${hostCode})`,
    remedy: "Try again; if it happens again, save and reopen the workbook.",
  }),
  "not-fetched": () => ({
    what: "This part of the add-in could not be fetched: you are offline, or a new version has just been published.",
    remedy: "Connect and try again; if that does not help, save and reopen the workbook.",
  }),
  conflict: ({ conflicts }) => ({
    what: `While you were at work, ${count(conflicts.length, "cell was", "cells were")} changed in the sheet. Nothing was written, so nothing was overwritten.`,
    remedy: "Compare it with what is there now, then try again; what you entered is still here.",
  }),
  "row-missing": ({ table, id }, names) => ({
    what: `No row with the ID ${id} in “${names.table(table)}”; it may have been deleted.`,
    remedy: "Bring the row back with Ctrl+Z, or choose “Refresh” in Today and pick it again.",
  }),
  "id-taken": ({ table, id }, names) => ({
    what: `“${names.table(table)}” already has a row with the ID ${id}; nothing was written.`,
    remedy: "Save once more: another ID will be used.",
  }),
  "no-room-below": ({ table, sheet, address }, names) => ({
    what: `There is something below the table “${names.table(table)}” (${sheet}!${address}), so a new row does not fit.`,
    remedy: "Move it away, or insert a row in the table, then try again.",
  }),
  "sheet-full": ({ table, sheet, count: rows }, names) => ({
    what: `The table “${names.table(table)}” reaches the end of the sheet “${sheet}”: there is no room for ${count(rows, "new row", "new rows")}.`,
    remedy:
      "Take blank rows off its end by Table Design > Resize Table, or move rows away, then try again.",
  }),
  "no-room": ({ sheet, address }) => ({
    what: `${sheet}!${address} is not empty; it was not overwritten.`,
    remedy: "Move what is there, then try again.",
  }),
  "half-written": ({ restored, cause }, names) => ({
    what: restored
      ? `Excel failed midway; everything was put back. Cause: ${names.failure(cause).what}`
      : `Excel failed midway; part of it may have been written. Cause: ${names.failure(cause).what}`,
    remedy: restored
      ? names.failure(cause).remedy
      : "Check the rows that were to be written, press Ctrl+Z if need be, then try again.",
  }),
  "nothing-to-take-back": () => ({
    what: "There is nothing to take back here.",
    remedy:
      "What Keepsheet wrote earlier can be taken back under Changes; what was typed into the sheet, with Ctrl+Z.",
  }),
  "changed-since-deed": ({ columns }, names) => ({
    what: `Not taken back: ${columns.map((column) => `“${names.column(column)}”`).join(", ")} changed again since then. Nothing was written, so nothing was overwritten.`,
    remedy: "You can choose cell by cell: keep what stands there now, or put back what was before.",
  }),
  "deed-gone": () => ({
    what: "Not taken back: the row written then is no longer in the table; perhaps Ctrl+Z took it back already.",
    remedy: "Nothing more to do. If the row was deleted by mistake, bring it back with Ctrl+Z.",
  }),
  "record-gone": ({ found, count: all }) => ({
    what: `Not taken back: ${count(all, "change was", "changes were")} recorded then, and only ${found} of them ${found === 1 ? "is" : "are"} left in the table of changes. Nothing was written, so that it is not taken back by half.`,
    remedy:
      "If rows of that table were deleted by mistake, bring them back with Ctrl+Z first. What is left can be taken back under Changes.",
  }),
  "structure-in-use": () => ({
    what: "Not taken back: those columns hold something by now, or were changed since.",
    remedy:
      "“Take back” in the list of changes gives the reasons one by one, and can take back the rest.",
  }),
  cancelled: () => ({
    what: "Cancelled. The workbook is as it was.",
    remedy: "You can start again at any time.",
  }),
  "partly-applied": ({ applied, cause, because }, names) => ({
    what: `Not finished, and not all of it could be put back: ${count(applied.length, "batch is", "batches are")} still in the table. Reason: ${names.failure(cause).what} Putting back failed: ${names.failure(because).what}`,
    remedy:
      "Once that is solved, import the same data again: it completes what is missing and creates no duplicates. Or press Ctrl+Z step by step.",
  }),
  "nothing-to-import": ({ name }) => ({
    what:
      name === "" ? "What was pasted holds no rows to import." : `${name} holds no rows to import.`,
    remedy: "It takes one row of headers and at least one row of data below it.",
  }),
  "imports-itself": ({ sheet }) => ({
    what: `The table to import into is itself selected (sheet “${sheet}”).`,
    remedy: "Go to another sheet, select any cell of the data to import and try again.",
  }),
  "no-key": () => ({
    what: "No column identifies the rows yet.",
    remedy:
      "Choose an ID, a name or a phone for the column that holds it; deals take an ID, or customer, product and engage day.",
  }),
  "own-formula": ({ header, cell }) => ({
    what: `The column “${header}” is calculated (${cell}); an import would write over its formulas.`,
    remedy: "Set what goes there to “Not imported” and run again.",
  }),
  "customer-missing": () => ({
    what: "This customer is no longer in the table.",
    remedy: "Go back to Today and choose again.",
  }),
  "not-identified": ({ row }) => ({
    what: `Customer no. ${row + 1} has no ID of its own, so nothing can be logged for it.`,
    remedy: "Type an ID that no other row has in the ID column, then try again.",
  }),
  "in-the-future": ({ day, asOf }, names) => ({
    what: `The follow-up day ${names.day(day)} is after today (${names.day(asOf)}).`,
    remedy: "Use today or an earlier day; put a coming day under “Agreed next”.",
  }),
  "agreed-before-follow-up": ({ agreedDay, day }, names) => ({
    what: `The agreed next day ${names.day(agreedDay)} is before the follow-up on ${names.day(day)}.`,
    remedy: "Choose a later day, or clear it.",
  }),
  "too-long": ({ field, limit }, names) => ({
    what: `“${names.column(field, "followUps")}” is longer than the ${limit} characters a cell can hold.`,
    remedy: "Shorten it, or log it in two parts.",
  }),
  "name-unmapped": () => ({
    what: "It is not yet said which column holds the customer’s name.",
    remedy: "Choose “Customer” on that column.",
  }),
  "mapped-twice": ({ header, columns }, names) => ({
    what: `The column “${header}” is used as ${columns.map((column) => `“${names.column(column)}”`).join(" and ")} at once.`,
    remedy: "A column has one meaning: change one of them.",
  }),
  "amount-unit": ({ column, header, unit }, names) => ({
    what: `“${header}” counts in units of ${unit.toLocaleString("en-US")} yuan, “${names.column(column)}” in yuan.`,
    remedy:
      "Set the column to “My own column”; or turn the numbers into yuan, correct the header and choose “Look again”.",
  }),
  "merged-cells": ({ sheet, addresses }) => ({
    what: `There are merged cells on “${sheet}”: ${addresses.join(", ")}. A table cannot hold them.`,
    remedy: "Select them, choose Home → Merge & Center to unmerge, then choose “Look again”.",
  }),
  "total-row": ({ sheet, row, found }) => ({
    what: `Row ${row} on “${sheet}” says “${found}” and would be taken for a customer.`,
    remedy:
      "Move the total elsewhere, or leave a blank row above it and select the customers only, then choose “Look again”.",
  }),
  "no-header-row": ({ sheet, address }) => ({
    what: `No header row was recognised in ${sheet}!${address}.`,
    remedy:
      "Insert a row of column names above the data (such as Customer, Phone, Demand), then choose “Look again”; if they are in another row, choose it as “Header row” above.",
  }),
  "duplicate-id": ({ header, ids, count: doubled }) => ({
    what: `The column “${header}” holds ${count(doubled, "ID", "IDs")} more than once: ${ids
      .map(({ id, rows }) => `${id} (rows ${rows.join(", ")})`)
      .join("; ")}.`,
    remedy:
      "Make them unique, or set this column to “My own column”, and Keepsheet gives IDs in another.",
  }),
  "formula-in-written-column": ({ column, header, cell }, names) => ({
    what: `${cell} in the column “${header}” is a formula, but “${names.column(column)}” is written by Keepsheet.`,
    remedy:
      "Set the column to “My own column” (another is added), or turn its formulas into values first.",
  }),
  "rows-without-id": ({ table, count }, names) => ({
    what: `${count} of the rows of ${names.table(table)} that would move have no ID and could not be found again after the merge.`,
    remedy: "Give each of these rows an ID of its own first, then merge.",
  }),
  "merge-too-large": ({ limit }) => ({
    what: `A cell would exceed Excel’s limit of ${limit.toLocaleString("en-US")} characters, and the merge could not be split again. Nothing was merged.`,
    remedy: "Move the longest note to a follow-up and try again.",
  }),
  "name-blank": () => ({
    what: "The customer has no name yet.",
    remedy: "Type a name, then add the customer.",
  }),
  "field-too-long": ({ column, limit }, names) => ({
    what: `“${names.column(column)}” is longer than the ${limit.toLocaleString("en-US")} characters a cell holds.`,
    remedy: "Shorten it, then add the customer.",
  }),
  "not-a-credit-code": ({ because }) => ({
    what: {
      length: "A credit code has 18 characters.",
      characters: "A credit code has digits and capitals only, without I, O, S, V and Z.",
      "check-character":
        "The credit code’s check character does not fit: one character may be wrong.",
    }[because],
    remedy: "Compare it with the business licence.",
  }),
  filtered: ({ table, sheet }, names) => ({
    what: `The table “${sheet ?? names.table(table)}” is filtered, so some rows are not shown.`,
    remedy: "Clear the filter under Data, then try again. Nothing was changed.",
  }),
  "changed-meanwhile": ({ table }, names) => ({
    what: `Rows of “${names.table(table)}” were added or deleted since you looked. Nothing was changed.`,
    remedy: "Look at what would change once more, then go on.",
  }),
  "nothing-to-share": () => ({
    what: "The customers table has none of the columns the add-in calculates (grade, next follow-up, urgency).",
    remedy: "The file can be sent as it is; Repair brings the columns back when you want them.",
  }),
  "changed-since-shown": () => ({
    what: "Cells were changed after this was shown. Nothing was written.",
    remedy: "Go back, open it again and decide by what stands there now.",
  }),
};
