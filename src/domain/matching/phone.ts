/** A telephone number as it is dialled inside China, digits only; foreign ones keep their `+`. */
export interface PhoneForm {
  /** mobile 手机 · landline 座机 with area code · service 400/800 · local: no area code · foreign. */
  readonly kind: "mobile" | "landline" | "service" | "local" | "foreign";
  readonly number: string;
}

const mobile = /^1[3-9]\d{9}$/u;
const landline = /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/u;
const service = /^[48]00\d{7}$/u;
/** Without area code. */
const fewestDigits = 7;
const local = /^[2-8]\d{6,7}$/u;

/**
 * The numbers written in a cell, each in the form in which two spellings are equal: without +86, spaces, dashes,
 * brackets and extension. What is no telephone number is left out.
 *
 * @example
 * phoneForms("+86 139-1234-5678") //=> [{ kind: "mobile", number: "13912345678" }]
 * phoneForms("（021）6234 5678 转 8 / 400-820-8820") //=> a landline 02162345678 and a service number
 */
export function phoneForms(text: string): readonly PhoneForm[] {
  const forms = phoneParts(text)
    .map(phoneForm)
    .filter((form) => form !== null);
  return forms.filter(
    (form, index) => forms.findIndex(({ number }) => number === form.number) === index,
  );
}

/**
 * What stands between the signs by which people write several numbers into one cell; none of it is blank. Spaces and
 * brackets part numbers only where whole numbers stand on both sides: 021 6234 5678 is one.
 */
export function phoneParts(text: string): readonly string[] {
  return text
    .normalize("NFKC")
    .split(/[,;/|、，；\n]|或/u)
    .filter((part) => part.trim() !== "")
    .flatMap(numbersApart);
}

const spacesOrBrackets = /[()\s]/u;

function numbersApart(part: string): readonly string[] {
  if (!spacesOrBrackets.test(part.trim())) return [part];
  return wholeNumbers(part, /[()]/u) ?? wholeNumbers(part, /\s+/u) ?? [part];
}

/** The pieces of a text, where each is a number for itself and there are several. */
function wholeNumbers(part: string, sign: RegExp): readonly string[] | null {
  const pieces = part.split(sign).filter((piece) => piece.trim() !== "");
  const isWhole = (piece: string): boolean =>
    piece.replace(/\D/gu, "").length >= fewestDigits && phoneForm(piece) !== null;
  return pieces.length > 1 && pieces.every(isWhole) ? pieces : null;
}

/** The number in one part of a cell; null where it is none. */
export function phoneForm(text: string): PhoneForm | null {
  // An extension does not tell two companies apart, nor does it make two.
  const main = text.replace(/(?:转|分机|ext\.?|x|#).*$/iu, "");
  const digits = main.replace(/\D/gu, "");
  const foreign = /^\s*(?:\+|00)(?!\s*86)/u.test(main);
  if (foreign) {
    const number = digits.replace(/^00/u, "");
    return number.length >= 8 ? { kind: "foreign", number: `+${number}` } : null;
  }
  return inChina(digits) ?? withExtension(main) ?? inChina(withoutCountry(digits));
}

/** 021-62345678-801: the switchboard, and a desk behind it. */
function withExtension(main: string): PhoneForm | null {
  const switchboard = /^(.*\d.*)[-–—－]\s*\d{1,5}\s*$/u.exec(main)?.[1];
  if (switchboard === undefined) return null;
  const digits = switchboard.replace(/\D/gu, "");
  const form =
    inChina(digits) ?? (/^(?:00)?86/u.test(digits) ? inChina(withoutCountry(digits)) : null);
  return form?.kind === "mobile" ? null : form;
}

function inChina(number: string): PhoneForm | null {
  if (mobile.test(number)) return { kind: "mobile", number };
  if (landline.test(number)) return { kind: "landline", number };
  if (service.test(number)) return { kind: "service", number };
  return local.test(number) ? { kind: "local", number } : null;
}

/** Abroad one dials +86 21 …, without the 0 of the area code. */
function withoutCountry(digits: string): string {
  const rest = digits.replace(/^(?:00)?86/u, "");
  return mobile.test(rest) || service.test(rest) || rest.startsWith("0") ? rest : `0${rest}`;
}
