import { dayOf, type Day } from "./day";
import { err, ok, type Result } from "./result";

/** Why a text is no identity number 公民身份号码. */
export interface NotAnIdentityNumber {
  readonly code: "not-an-identity-number";
  readonly found: string;
  readonly because: IdentityFault;
}

export type IdentityFault =
  /** Written as 1.10E+17: the digits that are not shown are gone. */
  | "length"
  | "characters"
  /** The first two digits name no province. */
  | "region"
  /** No day of the calendar, or one before 1850. */
  | "birth-day"
  | "check-character";

export interface IdentityNumber {
  readonly number: string;
  readonly birthDay: Day;
  /** `old`: the fifteen digits issued before 1999, without century and check character. */
  readonly form: "current" | "old";
}

/** GB/T 2260: the provinces by their first two digits, and 81 to 83 for residents of Hong Kong, Macao and Taiwan. */
const provinces = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(
    " ",
  ),
);

const earliestYear = 1850;
/** ISO 7064, MOD 11-2: the check character for each remainder. */
const checkCharacters = "10X98765432";

/**
 * Reads an identity number by GB 11643-1999: six digits of the region, the day of birth, three digits, and a check
 * character (ISO 7064, MOD 11-2). The fifteen digits of GB 11643-1989 are read, too. Width, case and spaces do not
 * matter.
 *
 * @returns the number in its normal form with the day of birth, or what is wrong with it
 *
 * @example
 * readIdentityNumber("11010519491231002x") //=> ok({ number: "11010519491231002X", birthDay: 1949-12-31, form: "current" })
 */
export function readIdentityNumber(text: string): Result<IdentityNumber, NotAnIdentityNumber> {
  const found = text.normalize("NFKC").toUpperCase().replace(/\s/gu, "");
  const wrong = (because: IdentityFault) =>
    err<NotAnIdentityNumber>({ code: "not-an-identity-number", found, because });
  const old = found.length === 15;
  if (!old && found.length !== 18) return wrong("length");
  if (!/^\d{15}(?:\d\d[\dX])?$/u.test(found)) return wrong("characters");
  if (!provinces.has(found.slice(0, 2))) return wrong("region");
  const born = old ? `19${found.slice(6, 12)}` : found.slice(6, 14);
  const year = Number(born.slice(0, 4));
  const birthDay = dayOf(year, Number(born.slice(4, 6)), Number(born.slice(6, 8)));
  if (!birthDay.ok || year < earliestYear) return wrong("birth-day");
  if (!old && checkCharacter(found) !== found[17]) return wrong("check-character");
  return ok({ number: found, birthDay: birthDay.value, form: old ? "old" : "current" });
}

function checkCharacter(number: string): string | undefined {
  let sum = 0;
  // The weight of a place is 2 to the power of the places behind it, modulo 11.
  for (const digit of number.slice(0, 17)) sum = ((sum + Number(digit)) * 2) % 11;
  return checkCharacters[sum];
}
