import { folded } from "./headers";
import { codeWithoutUnseen, withoutUnseen, withPlainSpaces } from "./plain-text";

/**
 * A header as a person means it: without characters nobody can see, in one line, with plain spaces.
 *
 * @example
 * plainHeader("\u200b车牌\n号　") //=> "车牌 号"
 */
export function plainHeader(header: string): string {
  return withPlainSpaces(withoutUnseen(header.replace(/[\r\n]+/gu, " ")));
}

/** Whether two headers look the same: characters that nobody can see make no difference, nor does case. */
export function looksAlike(one: string, other: string): boolean {
  return seen(one) === seen(other);
}

/** Whether there is nothing to be seen of a header. */
export function isUnseen(header: string): boolean {
  return seen(header) === "";
}

function seen(header: string): string {
  return folded(codeWithoutUnseen(plainHeader(header)));
}
