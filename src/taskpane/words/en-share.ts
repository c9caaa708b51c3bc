import { mostFollowing } from "../../app/share/as-of";
import type { ShareWords } from "./share-words";
import { en } from "./en";

const number = (count: number): string => count.toLocaleString("en-US");

export const enShare: ShareWords = {
  ...en.views.share,
  mode: { functions: "Add-in functions", native: "Native formulas", values: "Values" },
  modeHint: {
    native: `Grades follow what colleagues change, and go on with the day. If you set another as-of day, or have more than ${number(mostFollowing)} customers, the day in Settings counts. For Excel 2010 and later, WPS and LibreOffice.`,
    values:
      "Only today’s results stay; the smallest file. Grades no longer change with the demand.",
  },
  choose: "Colleagues get",
  truth: {
    what: "Hiding is not security.",
    remedy:
      "Whoever has the file sees every customer in it; hidden columns and sheets can be opened. Delete rows they should not have from the copy, and give the file a password.",
  },
  look: "See what would change",
  reading: "Reading formulas…",
  willChange: (cells, columns) =>
    `${number(cells)} ${cells === 1 ? "cell" : "cells"} would change: ${columns}. Nothing else is touched.`,
  nothingToChange: "There is no cell to change.",
  keptTitle: "These cells do not hold our formula and stay as they are:",
  kept: (header, kind, count, who) =>
    `${number(count)} in “${header}”, ${kind === "formula" ? "with a formula of your own" : "typed by hand"} (${who}${count > 3 ? ", …" : ""})`,
  unready: (count) =>
    `${number(count)} ${count === 1 ? "formula has" : "formulas have"} no result yet, or show #NAME?.`,
  unreadyRemedy:
    "As values they would stay like that. Wait for the calculation, or go to Repair first, and then switch.",
  own: (cells) =>
    `${number(cells)} ${cells === 1 ? "formula" : "formulas"} of your own ${cells === 1 ? "calls" : "call"} the add-in’s functions, too:`,
  ownAsValues: "Turn my own formulas into their results as well",
  ownAsValuesHint:
    "Colleagues then see what you see. The formulas are remembered and come back with the add-in’s functions, except where somebody types over them.",
  ownHint:
    "Left as they are, they show the last results, and #NAME? once Excel calculates them again without the add-in.",
  ownStays: {
    protected: "stays a formula: its sheet is protected",
    filtered: "stays a formula: a filter hides rows of its sheet; clear it first",
    spills: "stays a formula: it is an array formula",
    complex: "stays a formula: it refers to too many cells",
  },
  ownLeft: (places) =>
    `${number(places)} ${places === 1 ? "place keeps" : "places keep"} values instead of your own formula:`,
  ownLeftWhy: {
    changed: "typed over meanwhile",
    "lost-cells": "cells it refers to are gone",
    moved: "rows came in or went, and its references no longer match",
    sorted: "its rows were sorted or what stands beside it changed, so its row is not certain",
    gone: "its cells are gone",
    filtered: "a filter hides rows of its sheet; clear it, then go to Repair",
    protected: "its sheet is protected; unprotect it, then go to Repair",
  },
  ownName: (name) => `Name ${name}`,
  ownMore: (places) => `and ${number(places)} more`,
  showCells: (place) => `Go to ${place}`,
  switchTo: {
    functions: "Back to add-in functions",
    native: "Switch to native formulas",
    values: "Switch to values",
  },
  openCopy: "Make the copy and open it",
  openCopyHint:
    "The copy opens as another workbook, ready to be saved and sent. This workbook stays as it is.",
  copyStep: {
    switching: "Switching…",
    taking: "Taking the copy…",
    "going-back": "Switching back…",
    opening: "Opening the copy…",
  },
  copyOutcome: {
    opened: {
      what: "The copy is open.",
      remedy: "Save it there under a name, and send it. This workbook is as it was.",
    },
    "not-taken": {
      what: "Excel did not hand out a copy; this workbook is as it was.",
      remedy: "Try again, or choose “Only switch, I save it myself”.",
    },
    "not-opened": {
      what: "The copy could not be opened; this workbook is as it was.",
      remedy: "Large files may be refused. Choose “Only switch, I save it myself”.",
    },
    "still-switched": {
      what: "It could not be switched back: this workbook itself is a share copy now.",
      remedy: "Save it by the steps below, or choose “Back to add-in functions”.",
    },
  },
  switchInstead: "Only switch, I save it myself",
  switching: "Switching…",
  following: "Reading Today again…",
  cancelling: "Cancelling; the workbook becomes as it was before…",
  undoHint: "Under Changes this can be switched back, too.",
  done: {
    functions: "The add-in’s functions are back; the workbook is as it was.",
    native: "The columns are native formulas now. Save a copy by the steps below.",
    values: "The columns are values now. Save a copy by the steps below.",
  },
  backExcept: "The add-in’s functions are back, but not every formula of your own.",
  unrecorded: "This step could not be noted in the changes.",
  stepsTitle: "What to do now",
  steps: [
    "In Excel choose File › Save a Copy (Save As where there is no such entry) and give it another name.",
    "Send that copy to your colleagues.",
    "Come back here and choose “Back to add-in functions”.",
  ],
  saveAsHint:
    "After Save As, the copy is the file that is open: close it and open the original again. A copy that comes back can be switched back here, too.",
  bar: {
    native: {
      what: "This is a share copy: the calculated columns are native formulas.",
      remedy: "Switch back to the add-in’s functions once the copy is saved.",
    },
    values: {
      what: "This is a share copy: the calculated columns are values and no longer change.",
      remedy: "Switch back to the add-in’s functions once the copy is saved.",
    },
  },
  howToSave: "How to save a copy",
};
