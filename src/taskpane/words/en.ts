import { enConflicts } from "./conflict-words";
import type { Span } from "../../domain/span";
import { enDoubtRemedies, enDoubts } from "./en-doubts";
import { enFailures } from "./en-failures";
import type { PaneWords } from "./pane-words";
import { count } from "./plural";

function every({ amount, unit }: Span): string {
  if (amount === 1) return `every ${unit}`;
  if (amount === 7 && unit === "day") return "every week";
  return `every ${amount} ${unit}s`;
}

const n = (number: number): string => number.toLocaleString("en-US");

/** A sentence with its full stop, which the name of a company at its end may bring along. */
const stopped = (sentence: string): string => (sentence.endsWith(".") ? sentence : `${sentence}.`);

export const en: PaneWords = {
  product: "Keepsheet",
  back: "Back",
  cancel: "Cancel",
  retry: "Try again",
  startAnew: "Start over",
  loading: "Reading…",
  waitForExcel: (seconds) =>
    `Waiting for Excel · ${seconds.toFixed(1)} s${seconds < 5 ? "" : " (is a cell being edited? Press Enter)"}`,
  copied: "Copied",
  dismiss: "Dismiss",
  takeBack: "Take back",
  blank: "(blank)",
  sentences: (first, second) => `${first} ${second}`,
  clauses: "; ",
  colon: ": ",
  list: ", ",
  record: (n) => `record ${n}`,
  alike: (n) => `${n.toLocaleString("en-US")} more like it`,
  yes: "yes",
  no: "no",

  tools: "Data tools",
  views: {
    import: {
      title: "Import data",
      lead: "A dry run first shows what is new, what changes and what cannot be imported; then you decide.",
    },
    duplicates: {
      title: "Duplicates",
      lead: "Finds customers that may be in the table twice, by company name, phone and credit code, and says why. You decide what to merge.",
    },
    "new-customer": {
      title: "Add a customer",
      lead: "Checked as you type: you are told at once when the same company, phone or credit code is there already.",
    },
    health: {
      title: "Health check",
      lead: "Checks every cell of every table for what cannot be read or looks wrong. Click an entry to go to its cell; what is certain can be fixed in bulk, after a preview.",
    },
    history: {
      title: "Changes",
      lead: "Who changed what and when; changes can be taken back, whole or in part.",
    },
    fields: {
      title: "Fields",
      lead: "The columns of the customers and what they hold. Fields of your own are used like the built-in ones: on cards, in search, import, health check and merge.",
    },
    share: {
      title: "Share a copy",
      lead: "For colleagues without this add-in: grade, next follow-up and urgency become something they can see without it, in a copy; your own workbook stays as it is.",
    },
    repair: {
      title: "Repair",
      lead: "Lost formulas, #NAME?, broken colours, deleted columns or settings: see what was found, then choose what to put right. Customers’ data is not touched.",
    },
    "set-up": {
      title: "Set up",
      lead: "In two minutes the sheet grades your customers, works out each next follow-up and highlights who is overdue.",
    },
  },
  restore: "Recreate",
  notice: {
    imported: (added, updated) => `Imported: ${n(added)} new, ${n(updated)} updated`,
    importTakenBack: (added, updated) =>
      `Import taken back: ${[
        added > 0 ? `${n(added)} new removed` : "",
        updated > 0 ? `${n(updated)} updated put back` : "",
      ]
        .filter(Boolean)
        .join(", ")}.`,
    undressed:
      "The colours and comments the row had could not be brought back: Excel refused. Everything else is back.",
    emptied: (table) =>
      `The empty table ${table} stays: the next import goes on with it, or delete it yourself.`,
    takingBackCancelled: "Not taken back: you cancelled. The workbook is as it was before.",
    did: (deed) => stopped(`Done: ${deed}`),
    takenBack: (deed) => stopped(`Taken back: ${deed}`),
    partOf: (deed, entries) => `${deed} (${n(entries)} of its entries)`,
    broughtBack: (what) => stopped(`Brought back: ${what}`),
    deed: (kind, about) => `${kind}: ${about}`,
    chooseCells: "Choose cell by cell",
  },

  today: {
    title: "Today",
    section: {
      overdue: "Overdue",
      dueToday: "Due today",
      soon: "Due soon",
      ungraded: "Ungraded",
      issues: "Data issues",
    },
    sectionHint: {
      overdue: null,
      dueToday: null,
      soon: null,
      ungraded: "Fill in what is missing and the grade appears",
      issues: "Choose one to fix it in the sheet",
    },
    summary: "Summary",
    customers: (n) => count(n, "customer", "customers"),
    cells: (n) => count(n, "cell", "cells"),
    search: "Find a customer",
    results: (n) => `${count(n, "customer", "customers")} found`,
    nothingFound: (query) =>
      `Nothing found for “${query}”. Try other words, or enter it as a new customer.`,
    owner: "Owner",
    everyOwner: "All owners",
    withoutOwner: "(no owner)",
    later: (n) =>
      `${count(n, "more customer", "more customers")} due later; search above to see them.`,
    allDone: "Nobody to follow up today",
    allDoneHint: "Find any customer to get in touch early, or add a new one below the table.",
    noCustomers: "The customers table is empty",
    noCustomersHint:
      "Type a customer’s name, demand and expected close in its first row; grade and next follow-up appear by themselves.",
    noneOfThese: "None of these customers is due today",
    findAmongAll: "Look among all",
    log: "Log",
    logFor: (name) => `Log a follow-up with ${name}`,
    unnamed: (id) => `${id} (no name)`,
    step: (step, days) => `Reminder step ${step}: ${days} days overdue or more`,
    refresh: "Refresh",
    notSetUp: "First, set up your customer sheet",
    needsTables: (view) =>
      `“${view}” works on your customer sheet: create one, or use the one you already have.`,
    readOnly: "This workbook is read-only: you can look, but not change anything.",
    readOnlyRemedy:
      "To change it, save an editable copy, or choose “Enable Editing” at the top of Excel.",
  },

  why: {
    graded: (grade, cadence) => `Grade ${grade}, ${every(cadence)}`,
    gradeOnly: (grade) => `Grade ${grade}`,
    ungraded: "Ungraded",
    agreed: (day) => `agreed for ${day}`,
    created: (day) => `never followed up, added ${day}`,
    noStart: "no follow-up and no creation day to count from",
    since: (day) => `last ${day}`,
    reestimate: "expected close has passed, re-estimate it",
    closeDayMissing: "expected close is missing",
    demandMissing: "demand is missing",
    calendarMissing: (year) => `holidays of ${year} are missing, not moved to a working day`,
    overdue: (days) => `${count(days, "day", "days")} overdue`,
    dueToday: "due today",
    due: (days) => (days === 1 ? "due tomorrow" : `due in ${count(days, "day", "days")}`),
  },

  customer: {
    grade: "Grade",
    next: "Next follow-up",
    facts: "Details",
    recent: "Recent follow-ups",
    noRecent: "No follow-up has been logged yet.",
    showInSheet: "Show in sheet",
    log: "Log a follow-up",
    call: (number) => `Call ${number}`,
    mail: (address) => `Mail ${address}`,
    copyValue: (title) => `Copy ${title}`,
    gradeMove: (before, after) => `Grade ${before} → ${after}`,
    ungraded: "ungraded",
    gone: "This customer is no longer in the table",
    complete: (percent, filled, fields) => `Profile ${percent}% complete (${filled}/${fields})`,
    resultLabel: "Result",
    nextStepLabel: "Next step",
    notSet: "not set",
  },

  log: {
    title: "Log a follow-up",
    channel: "Channel",
    channelKeys: "Keys 1–6 choose (Alt+number while writing)",
    said: "What was said",
    saidHint: "What they said, what you promised",
    day: "Follow-up day",
    demand: "Demand",
    demandTitle: { clear: "Clear (now)", latent: "Latent (later)", none: "None" },
    demandUnknown: "Not stated",
    expectedClose: "Expected close",
    more: "Result, next step, earlier day",
    result: "Result",
    nextStep: "Next step",
    agreed: "Agreed next",
    agreedHint: "If empty, the grade’s cadence decides",
    chip: { day: "+1d", threeDays: "+3d", week: "+1w", month: "+1m" },
    chipLabel: {
      day: "in 1 day",
      threeDays: "in 3 days",
      week: "in 1 week",
      month: "in 1 month",
    },
    clearAgreed: "Clear the agreed day",
    preview: "After saving",
    previewGrade: (before, after) => `Grade ${before} → ${after}`,
    previewSameGrade: (grade) => `Grade ${grade} (unchanged)`,
    previewNext: (day, distance) => `Next follow-up ${day}, ${distance}`,
    previewAgreed: (day, distance) => `Agreed next ${day}, ${distance}`,
    previewNoNext: "No next follow-up day",
    previewBackDated: "An earlier follow-up: kept in the log; last and next day do not move",
    save: "Save",
    saving: "Saving…",
    saveKeys: "Ctrl+Enter",
    saved: (name, grade, next) => `Logged ${name}: grade ${grade}, next ${next}`,
    savedUngraded: (name) => `Logged ${name}. No grade yet: add demand and expected close.`,
    takenBack: (name) => `Taken back: the log for ${name} is gone and the sheet is as it was.`,
    takingBack: "Taking back…",
    keeping: "Cancelling; what was taken back comes again…",
    distance: (days) =>
      days === 0
        ? "today"
        : days === 1
          ? "tomorrow"
          : days < 0
            ? `${count(-days, "day", "days")} ago`
            : `in ${count(days, "day", "days")}`,
    draftKept: "Your unsaved text is back",
    goOn: "Go on with these",
    conflictLead:
      "What you wrote is still here. Choose for each: keep what stands in the sheet now, or use yours.",
    decideFirst: "Choose above what to keep, then save.",
  },

  settings: "Settings and help",

  conflicts: enConflicts,

  earlyDay: (found) => `“${found}” is too early for Excel to count with; a text column can hold it`,
  issue: {
    ...enDoubts,
    "unknown-word": (found) => `“${found}” is not in the list`,
    "not-a-day": (found) => `“${found}” is not a date`,
    "not-a-number": (found) => `“${found}” is not a number`,
    "not-a-time": (found) => `“${found}” is not a time`,
    "text-day": (found) => `“${found}” is a date written as text (understood)`,
    "day-in-the-future": (found) => `The last follow-up “${found}” lies after today`,
    "text-number": (found) => `“${found}” is a number written as text (understood)`,
    "error-value": (found) => `The formula gives ${found}`,
    "id-missing": () => "No ID",
    "id-duplicate": (found) => `The ID “${found}” occurs more than once`,
    "id-number": (found) => `The ID ${found} is stored as a number and loses digits beyond 15`,
    "name-missing": () => "No customer name",
    "close-day-missing": () => "Expected close is missing",
    "demand-missing": () => "Demand is missing",
    "column-missing": () => "This column is gone",
    "setting-unreadable": (found) =>
      `The setting “${found}” cannot be read; the default is used meanwhile`,
    "setting-missing": (found) => `Settings has no row “${found}”; the default is used meanwhile`,
    "calendar-unknown": (found) =>
      `No holidays are recorded for ${found}; calendar days are used meanwhile`,
  },
  remedy: {
    ...enDoubtRemedies,
    "pick-from-list": "Pick one from the drop-down list",
    "type-a-day": "Type a date such as 2026-04-07",
    "type-a-number": "Type a number",
    "type-a-time": "Type a time such as 14:30",
    "turn-into-day": "Type it again so that Excel recognises it as a date",
    "turn-into-number": "Use “Convert to Number”",
    "turn-into-text": "Format the column as text and type the ID again",
    "mend-formula": "Fix the formula in that cell",
    "give-id": "Type an ID that no other row has",
    "give-name": "Type the customer’s name",
    "give-close-day": "Type the expected close day",
    "give-demand": "Choose the demand",
    "restore-column": "Bring the column back with Ctrl+Z, or add its header",
    "mend-setting": "Correct it on the Settings sheet",
    "restore-setting": "Put it back with “Repair”",
    "add-holidays": "Add the year on the Holidays sheet",
  },
  failure: enFailures,
};
