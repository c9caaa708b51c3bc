/** Ids of rows we make: text, never reused, and safe to read aloud or retype (no I, L, O, U). */

/** Crockford's base 32: the order of the digits is part of the standard. */
const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const length = 10;

/** A: a deed of the audit table. The others: `idPrefix` of the table. */
export type IdPrefix =
  | "A"
  | "B"
  | "C"
  | "D"
  | "E"
  | "F"
  | "H"
  | "K"
  | "M"
  | "N"
  | "P"
  | "Q"
  | "R"
  | "S"
  | "T"
  | "V"
  | "W"
  | "Y";

/** Gives a new id on each call. */
export type NewId = (prefix: IdPrefix) => string;

/**
 * A source of new ids on a source of random bytes, which the composition root injects (`crypto.getRandomValues`).
 * Fifty random bits: among a million customers the chance of any two meeting is below 1 in 2,000, and a commit
 * refuses an id that is taken.
 *
 * @param randomBytes - as many random bytes as asked for
 *
 * @example
 * idSource((count) => crypto.getRandomValues(new Uint8Array(count)))("C") //=> "C7K2M9QX4TB"
 */
export function idSource(randomBytes: (count: number) => Uint8Array): NewId {
  return (prefix) => {
    // 256 is a multiple of 32, so that no digit is favoured.
    const text = Array.from(randomBytes(length), (byte) => digits[byte % digits.length]).join("");
    return prefix + text;
  };
}
