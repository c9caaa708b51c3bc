import { count as plural } from "./plural";
import type { RepairWords } from "./repair-words";
import { en } from "./en";

const cells = (count: number): string => plural(count, "cell", "cells");

export const enRepair: RepairWords = {
  ...en.views.repair,
  looking: "Looking…",
  nothing: "There is nothing to repair.",
  found: (count) => `${plural(count, "thing", "things")} found. What is ticked will be fixed:`,
  tables: (tables) => `Missing tables: ${tables}`,
  tablesHint: "Recreated empty; what was in them comes back with Ctrl+Z or from an older file.",
  settings: (rows) => `Missing from Settings: ${rows}`,
  settingsHint: "Put back in their place with the default values.",
  below: (table, rows) =>
    `${plural(rows, "row", "rows")} below the table “${table}” do not belong to it`,
  belowHint: "The table is stretched over them, and they get their formulas.",
  columns: (table, columns) => `The table “${table}” lacks: ${columns}`,
  columnsHint: "Added on the right; what was in them comes back with Ctrl+Z or from an older file.",
  names: (names) => `Names that are lost or point elsewhere: ${names}`,
  namesHint:
    "Formulas read the settings by these names; they are pointed at the right cells again.",
  fault: {
    stale: (header, count) => `${cells(count)} of “${header}” not calculated (#NAME?)`,
    lost: (header, count) => `${cells(count)} of “${header}” without a formula`,
    mode: (header, count) => `${cells(count)} of “${header}” with another formula than the rest`,
    broken: (header, count) =>
      `${cells(count)} of “${header}” reading a column that is gone (#REF!)`,
    own: (header, count) => `${cells(count)} of “${header}” with a formula of your own`,
    typed: (header, count) => `${cells(count)} of “${header}” typed over the formula`,
  },
  faultHint: {
    stale: () => "The formulas are entered again.",
    lost: () => "The formula is filled in again.",
    mode: () => "They get the formula this workbook uses now.",
    broken: () => "With the column back, the formulas are entered again.",
    own: (customers) => `If ticked, the add-in’s formula replaces it: ${customers}.`,
    typed: (customers) => `If ticked, the formula replaces it: ${customers}.`,
  },
  readings: "The hidden sheet that the native formulas read is gone",
  readingsHint: "It is recreated, and the formulas work again.",
  leftovers: "A hidden sheet of an earlier share copy is left over",
  leftoversHint: "Deleted; no data depends on it.",
  ownValues: "Some formulas of your own are still values",
  ownValuesHint:
    "Their sheet was filtered or protected. Clear the filter or unprotect it, and they come back.",
  highlight: (found, whole) =>
    found === 0
      ? "The rules of the overdue highlight are gone"
      : whole < 6
        ? `The rules of the overdue highlight are in pieces or do not cover the table (${found})`
        : `The rules of the overdue highlight are there more than once (${found})`,
  highlightHint: "The add-in’s own rules are rebuilt; yours stay.",
  widths: (columns) => `Columns too narrow for their days, which show as ####: ${columns}`,
  widthsHint: "They become wide enough to read; no cell is changed.",
  lists: (columns) => `Columns without a drop-down list: ${columns}`,
  listsHint: "They get the words to choose from; other spellings stay possible.",
  valuesMode:
    "This is a share copy of values, whose columns hold no formulas by design: switch back to the add-in’s functions to have formulas checked.",
  repair: (count) => `Repair ${plural(count, "thing", "things")}`,
  repairing: "Repairing…",
  choose: "Choose what to repair",
  done: (count) => `${plural(count, "thing was", "things were")} fixed.`,
  about: (count) => plural(count, "thing", "things"),
  undoHint: "Not what you wanted? What stood there is listed under Changes and can be taken back.",
  staysHint: "It is not taken back; Changes lists what was before and after, and says why.",
  unrecorded: "This repair could not be noted in the changes.",
  again: "Look again",
};
