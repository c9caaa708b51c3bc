import type { FieldsWords, UpgradeWords } from "./fields-words";
import { count } from "./plural";
import { en } from "./en";

export const enFields: FieldsWords = {
  ...en.views.fields,
  columns: "Your columns and fields",
  builtIn: (columns) => `Built-in columns (${columns})`,
  kind: {
    text: "Text",
    id: "ID",
    phone: "Phone",
    email: "Email",
    creditCode: "Credit code",
    identityNumber: "Identity number",
    number: "Number",
    percent: "Percent",
    amountYuan: "Amount (yuan)",
    day: "Day",
    time: "Time",
    choice: "Choice",
    mixed: "Value",
    computed: "Formula",
  },
  fieldKind: {
    text: "Text",
    number: "Number",
    amountYuan: "Amount (yuan)",
    day: "Day",
    choice: "Choice",
    phone: "Phone",
    email: "Email",
  },
  makeField: (header) => `Use “${header}” as a field`,
  makeFieldShort: "Use as field",
  removeField: (header) => `Stop using “${header}” as a field`,
  removeFieldShort: "Remove",
  removeHint:
    "The column is no longer used as a field. Where it holds anything it stays in the sheet.",
  deleteBlank: "Remove, delete the blank column",
  keepColumn: "Remove, keep the column",
  add: "Add a field",
  name: "Name",
  holds: "Holds",
  choices: "Choices",
  choicesHint: "One per line, or with commas between them.",
  addField: "Add to the customers",
  adding: "Adding…",
  saveKind: "OK",
  more: "More built-in columns",
  moreHint: "Added when you need them, at the right end of the customers.",
  sensitive: "Sensitive data",
  sensitiveHint:
    "Personal data of this kind is off. Do not collect it without need, nor without the person’s consent.",
  addColumn: (title) => `Add the column “${title}”`,
  addShort: "Add",
  tables: "More tables",
  tablesHint:
    "A home for your data: headers, formats, lists and formulas are ready; fill them in right in the sheet.",
  createTable: (title) => `Create the table “${title}”`,
  createShort: "Create",
  made: (sheet) => `On the sheet “${sheet}”`,
  tableStays: (sheet) =>
    `A table is not taken back: delete the sheet “${sheet}” if nobody needs it.`,
  done: {
    "field-added": (name) => `Field “${name}” added at the right end of the customers.`,
    "kind-given": (name) => `“${name}” is a field now.`,
    "field-removed": (name) => `“${name}” is no longer a field.`,
    "column-added": (name) => `Column “${name}” added at the right end of the customers.`,
    "table-made": (name) => `Table “${name}” created.`,
  },
  headers: "Language of the headers",
  headersHint:
    "Switches built-in headers and choices that are still as they were between English and Chinese. What you changed stays.",
  translate: { zh: "Switch to Chinese", en: "Switch to English" },
  translating: "Switching…",
  headersRenamed: (headers) =>
    `${count(headers, "header was", "headers were")} renamed while they were being translated`,
  headersRenamedLead:
    "Nothing was changed. Choose for each: keep the header as it is now, or translate it all the same.",
  headerLabels: { read: "It was", theirs: "It is now", mine: "Translated" },
  translated: (headers, cells) =>
    `${count(headers, "header", "headers")} and ${count(cells, "cell", "cells")} switched.`,
  headerTaken: (header, wanted) =>
    `“${header}” stays: another column is called “${wanted}” already.`,
};

export const enUpgrade: UpgradeWords = {
  title: "Upgrade this workbook",
  lead: (from, to) =>
    `An earlier version of Keepsheet made it (layout ${from}). Upgrade it to layout ${to} to go on.`,
  backup: (sheet) =>
    `First all tables are copied as they are to a new sheet “${sheet}”; nothing is overwritten.`,
  settings: (titles) => `Settings gets: ${titles}.`,
  names: "A name for formulas is added.",
  unchanged: "Customers, follow-ups and your own columns, formats and formulas stay as they are.",
  upgrade: "Back up and upgrade",
  upgrading: "Upgrading…",
  done: (backup) => `Upgraded. The data from before is on the sheet “${backup}”.`,
  notNoted: "It is done, but could not be noted in the table of changes.",
};
