import type { Case } from "./corpus-case";
import { datesOf1900, datesOf1904 } from "./corpus-dates";
import { mixedTypes } from "./corpus-mixed";
import { arrays, lookups, references } from "./corpus-lookups";
import { aggregates, conditionals, information, mathematics, text } from "./corpus-values";

/** The formulas that our engine and LibreOffice calculate, by date system and subject. */
export const corpus: Readonly<Record<1900 | 1904, Readonly<Record<string, readonly Case[]>>>> = {
  1900: {
    "values of different types": mixedTypes,
    dates: datesOf1900,
    text,
    mathematics,
    aggregates,
    conditionals,
    information,
    lookups,
    references,
    arrays,
  },
  1904: { dates: datesOf1904 },
};
