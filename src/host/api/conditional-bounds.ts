import type { Bound } from "../model/rules";
import { invalidArgument } from "../protocol/host-error";
import { record, word } from "./arguments";
import { formulaText } from "./conditional-rule";

export const statedBounds = ["Number", "Percent", "Formula", "Percentile"] as const;
const ends = ["LowestValue", "HighestValue"] as const;
export const scaleBounds = [...ends, ...statedBounds] as const;
export const barBounds = ["Automatic", ...ends, ...statedBounds] as const;

/**
 * Reads a bound of a scale, a bar or an icon.
 *
 * @throws HostError InvalidArgument for a type that is not among `types`, or one that lacks its formula
 */
export function boundOf(value: unknown, argument: string, types: readonly Bound["type"][]): Bound {
  const given = record(value, argument);
  const type = word(given["type"], `${argument}.type`, types);
  const { formula } = given;
  if (statedBounds.every((one) => one !== type)) return { type };
  if (formula === undefined || formula === null || formula === "") {
    throw invalidArgument(`${argument}.formula`, `a bound of type ${type} needs one`);
  }
  return { type, formula: formulaText(formula, `${argument}.formula`) };
}
