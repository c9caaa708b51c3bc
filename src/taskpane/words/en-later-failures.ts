import type { Damage } from "../../tables/import/file/file-problem";
import type { LaterFailureWords } from "./failure-words";
import { nameText } from "./name-text";

const damage: Readonly<Record<Damage, string>> = {
  "cut-off": "it is cut off",
  missing: "a part is missing",
  altered: "a part is not what was saved",
  malformed: "it holds what no workbook holds",
};

/** What only views that come later can fail with: fields, the upgrade, the reading of files. */
export const enLaterFailures: LaterFailureWords = {
  "at-work-elsewhere": () => ({
    what: "Another window, or a colleague, is putting this workbook in order. Nothing was changed here.",
    remedy: "Wait until that is done (ten minutes at most), then look again.",
  }),
  "already-upgraded": () => ({
    what: "This workbook has the current layout already.",
    remedy: "Go to Today and choose “Refresh” to go on.",
  }),
  "half-done": ({ words, tables, cause }, names) => {
    const done = [
      ...(words ? ["the words in cells"] : []),
      ...tables.map((table) => `the headers and lists of “${names.table(table)}”`),
    ].join(", ");
    const { what, remedy } = names.failure(cause);
    return {
      what: `Only part of it is done, and could not be put back: ${done}. The rest is as it was. Reason: ${what}`,
      remedy: `${remedy} It then does the rest. What is done can also be taken back under Changes.`,
    };
  },
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
  "not-a-workbook": ({ name }) => ({
    what: `${name} is neither an Excel workbook nor a text file.`,
    remedy: "Choose a .xlsx, .csv or .txt file.",
  }),
  "password-protected": ({ name }) => ({
    what: `${name} needs a password to be opened and cannot be read.`,
    remedy:
      "Open it in Excel, take the password off under File → Info → Protect Workbook, save a copy and choose that.",
  }),
  "other-format": ({ name, format }) => ({
    what: `${name} is in the .${format} format, which cannot be read here.`,
    remedy: "Open it in Excel or WPS, save it as .xlsx and choose that file.",
  }),
  "damaged-file": ({ name, as, at }) => ({
    what: `${name} is damaged; nothing of it was read: ${damage[as]}${at === "" ? "" : ` (${nameText(at)})`}.`,
    remedy: "Open it in Excel with Open and Repair and save it as .xlsx, or get the file again.",
  }),
  "file-too-large": ({ name, of, limit }) => ({
    what: `${name} is too large: ${of === "bytes" ? `it unpacks to more than ${Math.round(limit / 1_000_000)} MB` : `more than ${limit.toLocaleString("en-US")} ${of}`}.`,
    remedy: "Split it, or delete sheets and columns that are not needed, and try again.",
  }),
};
