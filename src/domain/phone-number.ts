import { phoneForm, phoneParts, type PhoneForm } from "./matching/phone";
import { err, ok, type Result } from "./result";

/** Why a text is no telephone number. */
export interface NotAPhone {
  readonly code: "not-a-phone";
  /** The number in question, out of several in the text. */
  readonly found: string;
  readonly because: PhoneFault;
}

export type PhoneFault =
  /** No digit at all: a name or a remark. */
  | "no-digits"
  /** Written as 1.38E+10: the digits that are not shown are gone. */
  | "digits-lost"
  | "too-short"
  | "too-long"
  /** Eleven digits that begin with 1, but no operator's numbers begin so (13 to 19). */
  | "not-a-mobile"
  /** Ten or eleven digits, perhaps of a landline whose leading 0 was lost. */
  | "area-code"
  | "not-a-number";

/** E.164: a number has at most fifteen digits, country code included. */
const mostDigits = 15;
const fewestDigits = 7;
/** What most cells hold: told at a glance, since a hundred thousand of them are read. */
const plainMobile = /^1[3-9]\d{9}$/u;

/**
 * Reads a cell of telephone numbers: Chinese mobiles, landlines with or without area code, 400 and 800 numbers, and
 * foreign ones with + or 00. Several may stand in one cell, and every one of them must be a number; what is none of
 * them (an emergency or short number such as 95588) is doubted, not refused.
 *
 * @returns the numbers in the form in which two spellings are equal, or what is wrong with the first that is none
 *
 * @example
 * readPhones("139-1234-5678 / 021-62345678") //=> ok([mobile 13912345678, landline 02162345678])
 * readPhones("1.38E+10") //=> err({ code: "not-a-phone", found: "1.38E+10", because: "digits-lost" })
 */
export function readPhones(text: string): Result<readonly PhoneForm[], NotAPhone> {
  if (plainMobile.test(text)) return ok([{ kind: "mobile", number: text }]);
  const parts = phoneParts(text);
  const forms: PhoneForm[] = [];
  for (const part of parts) {
    const form = isShortened(part) ? null : phoneForm(part);
    const tooLong = form?.kind === "foreign" && form.number.length - 1 > mostDigits;
    if (form === null || tooLong)
      return err({ code: "not-a-phone", found: part.trim(), because: faultOf(part) });
    forms.push(form);
  }
  if (forms.length === 0)
    return err({ code: "not-a-phone", found: text.trim(), because: "no-digits" });
  return ok(forms);
}

/**
 * Whether a text is a number in scientific notation, as Excel shows long ones: its last digits are gone.
 *
 * @example
 * isShortened("9.135E+17") //=> true
 */
export function isShortened(text: string): boolean {
  return /^[+-]?\d(?:\.\d+)?E\+?\d{1,3}$/iu.test(text.normalize("NFKC").trim());
}

function faultOf(part: string): PhoneFault {
  if (isShortened(part)) return "digits-lost";
  const digits = part.replace(/\D/gu, "").replace(/^(?:00)?86(?=1\d{10}$)/u, "");
  if (digits === "") return "no-digits";
  if (digits.length < fewestDigits) return "too-short";
  if (digits.length === 11 && digits.startsWith("1")) return "not-a-mobile";
  if (digits.length > 12) return "too-long";
  return digits.length >= 9 ? "area-code" : "not-a-number";
}
