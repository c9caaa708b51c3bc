import { err, ok, type Result } from "./result";

/** Why a text is no e-mail address. */
export interface NotAnEmail {
  readonly code: "not-an-email";
  readonly found: string;
  readonly because: EmailFault;
}

export type EmailFault =
  | "no-at-sign"
  | "several-at-signs"
  | "spaces"
  /** Nothing before the @, dots at its ends or two in a row, or a character no mailbox has. */
  | "mailbox"
  /** Nothing behind the @, an empty part, a hyphen at the end of one, or a character no domain has. */
  | "domain"
  /** No dot in the domain: perhaps the end was forgotten. */
  | "top-level-missing"
  | "too-long";

/** RFC 5321, 4.5.3.1: octets. */
const longestMailbox = 64;
const longestAddress = 254;
/** RFC 1035, 2.3.4. */
const longestLabel = 63;

// RFC 5322, 3.2.3: atext, and by RFC 6531 letters and digits of any script. Quoted mailboxes are left out: nobody has one.
const mailbox =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
// RFC 1123 letters, digits and inner hyphens; RFC 5890 for other scripts.
const label = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
/** RFC 3490, 3.1: signs that stand for the dot of a domain. */
const dots = /[\u3002\uFF0E\uFF61]/gu;

/**
 * Reads an e-mail address: the practical part of RFC 5321 and 5322 with international domains and mailboxes (RFC 5890,
 * 6531). Quoted mailboxes, comments, addresses in brackets and names before the address are none.
 *
 * @returns the address with half-width signs and its domain in lower case, or what is wrong with it
 *
 * @example
 * readEmail("Li.Na＠Example。com") //=> ok("Li.Na@example.com")
 * readEmail("li.na@example") //=> err({ code: "not-an-email", found: "li.na@example", because: "top-level-missing" })
 */
export function readEmail(text: string): Result<string, NotAnEmail> {
  const found = text.normalize("NFKC").replace(dots, ".").trim();
  const wrong = (because: EmailFault) => err<NotAnEmail>({ code: "not-an-email", found, because });
  const parts = found.split("@");
  const [local = "", domain = ""] = parts;
  if (parts.length < 2) return wrong("no-at-sign");
  if (parts.length > 2) return wrong("several-at-signs");
  if (/\s/u.test(found)) return wrong("spaces");
  if (!mailbox.test(local)) return wrong("mailbox");
  const labels = domain.toLowerCase().split(".");
  const last = labels.at(-1) ?? "";
  if (!labels.every((each) => label.test(each))) return wrong("domain");
  if (labels.length < 2) return wrong("top-level-missing");
  // Four numbers are an address of a machine, and no top level is a number (RFC 3696, 2).
  if (/^\d+$/u.test(last) || Array.from(last).length < 2) return wrong("domain");
  if (octets(local) > longestMailbox || octets(found) > longestAddress) return wrong("too-long");
  if (labels.some((each) => each.length > longestLabel)) return wrong("too-long");
  return ok(`${local}@${labels.join(".")}`);
}

/** Length in UTF-8. */
function octets(text: string): number {
  let sum = 0;
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0;
    sum += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return sum;
}
