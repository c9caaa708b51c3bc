import { err, ok, type Result } from "../result";

/** Why a text is no unified social credit code 统一社会信用代码. */
export interface NotACreditCode {
  readonly code: "not-a-credit-code";
  readonly found: string;
  readonly because: "length" | "characters" | "check-character";
}

/** GB 32100-2015: digits and capitals without I, O, S, V, Z; a character's value is its place. */
const characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/**
 * Reads a unified social credit code by GB 32100-2015: eighteen characters, the last of which checks the others
 * (weights 3 to the power of the place, modulo 31). Width, case, spaces and dashes do not matter.
 *
 * @returns the code in its normal form, or what is wrong with it
 *
 * @example
 * readCreditCode("91350100m000100y43") //=> ok("91350100M000100Y43")
 */
export function readCreditCode(text: string): Result<string, NotACreditCode> {
  const found = text.normalize("NFKC").toUpperCase().replace(/[\s-]/gu, "");
  const wrong = (because: NotACreditCode["because"]): NotACreditCode => ({
    code: "not-a-credit-code",
    found,
    because,
  });
  if (found.length !== 18) return err(wrong("length"));
  let sum = 0;
  let weight = 1;
  for (const character of found.slice(0, 17)) {
    const value = characters.indexOf(character);
    if (value < 0) return err(wrong("characters"));
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  const check = characters[(31 - (sum % 31)) % 31];
  if (!characters.includes(found.slice(17))) return err(wrong("characters"));
  return check === found[17] ? ok(found) : err(wrong("check-character"));
}
