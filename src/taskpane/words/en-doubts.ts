import type { DoubtRemedyWords, DoubtWords } from "./health-words";

export const enDoubts: DoubtWords = {
  "digits-lost": (found) => `“${found}” has lost its last digits`,
  "kept-as-number": (found) => `${found} is stored as a number (understood)`,
  "not-a-phone": (found) => `“${found}” is not a phone number`,
  "not-an-email": (found) => `“${found}” is not an e-mail address`,
  "not-a-credit-code": (found) => `“${found}” is not a unified social credit code`,
  "not-an-identity-number": (found) => `“${found}” is not an identity number`,
  "invisible-characters": (found) => `“${found}” has invisible characters`,
  "wide-characters": (found) => `“${found}” has full-width characters`,
  "stray-spaces": (found) => `“${found}” has stray spaces`,
  "code-form": (found) => `“${found}” is not in its usual form (understood)`,
  "damaged-text": (found) => `“${found}” holds garbled characters`,
  "reference-missing": (found) => `The ID “${found}” is not in the table it refers to`,
  "behind-the-log": (found) => `Last follow-up is “${found}”; the log has a later one`,
  "turned-day": (found) => `Day and month of “${found}” may be swapped`,
  "formula-overwritten": (found) => `“${found}” was typed over a formula`,
  "formula-missing": () => "The formula is missing",
};

export const enDoubtRemedies: DoubtRemedyWords = {
  "type-in-full": "Complete it from the original; lost digits are never guessed",
  "mend-phone": "Type the full number; separate several with “/”",
  "mend-email": "Type it as name@domain",
  "mend-code": "Compare it with the document",
  "tidy-text": "Can be cleaned up in bulk",
  "type-anew": "Paste it again from the original",
  "mend-reference": "Type an ID that exists, or add its row",
  "follow-the-log": "Correct it to match the log, or correct that entry",
  "turn-days-back": "Compare with the original and mend the whole column at once",
  "repair-formulas": "“Repair” fills the formula in again",
};
