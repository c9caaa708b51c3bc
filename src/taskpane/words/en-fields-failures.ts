import type { FailureWords, FieldFailureCode } from "./failure-words";

/** What the fields view and the upgrade can fail with. */
export const enFieldFailures: Pick<FailureWords, FieldFailureCode> = {
  "older-version": ({ found }) => ({
    what: `An earlier version of Keepsheet made this workbook (layout ${found}).`,
    remedy: "Back it up and upgrade it, then go on.",
  }),
  "already-upgraded": () => ({
    what: "This workbook has the current layout already.",
    remedy: "Go to Today and choose “Refresh” to go on.",
  }),
  "header-changed": ({ found }) => ({
    what: `The header of this column has just become “${found}”. Nothing was changed.`,
    remedy: "Go back, open Fields again and try once more.",
  }),
  "header-taken": ({ header }) => ({
    what: `The customers have a column “${header}” already.`,
    remedy: "Choose another name, or use that column as a field.",
  }),
  "column-filled": ({ header }) => ({
    what: `The column “${header}” holds something and was not deleted.`,
    remedy: "Choose “Remove, keep the column”, or clear the column first.",
  }),
  "nothing-to-translate": () => ({
    what: "No header or choice is as it was.",
    remedy: "What you changed stays as it is.",
  }),
  "header-blank": () => ({ what: "The name is missing.", remedy: "Enter a name for the field." }),
  "header-too-long": ({ limit }) => ({
    what: `The name has more than ${limit} characters.`,
    remedy: "Shorten it.",
  }),
  "too-few-choices": () => ({
    what: "There are fewer than two choices.",
    remedy: "Write one choice per line, two at least.",
  }),
  "choice-twice": ({ word }) => ({
    what: `“${word}” is there twice; case, width and spaces make no difference.`,
    remedy: "Leave one of them out.",
  }),
  "choice-with-comma": ({ word }) => ({
    what: `“${word}” has a comma in it, at which Excel’s list would cut it.`,
    remedy: "Write it another way.",
  }),
  "choice-as-formula": ({ word }) => ({
    what: `Excel would take “${word}” for a formula when it is picked.`,
    remedy: "Let it begin with a letter or a digit.",
  }),
  "choices-too-long": ({ limit }) => ({
    what: `The choices have more than the ${limit} characters Excel’s list takes.`,
    remedy: "Shorten them, or have fewer.",
  }),
  "field-unreadable": ({ header, found }) => ({
    what: `“${header}” does not understand “${found}”.`,
    remedy:
      "Enter what the column holds (a day, a number or one of its choices), or leave it blank.",
  }),
};
