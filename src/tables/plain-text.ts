/** What typing, pasting and other programs leave in texts without anybody seeing it, and how it is taken out. */

// Control characters but tab and line ends, soft hyphens, zero-width and direction marks. The joiners U+200C and U+200D
// are left in texts: emoji and some scripts are written with them.
const unseen =
  /[^\P{Cc}\t\n\r]|[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
// Written with escapes one by one, since the joiners would otherwise join what stands around them.
const joiners = /\u200C|\u200D/gu;
/** Spaces that look like one and are not: tab, no-break, full-width and typesetters' spaces. */
const oddSpaces = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
/** Full-width forms of ASCII, U+FF01 to U+FF5E. */
const wide = /[\uFF01-\uFF5E]/gu;
const wideToPlain = 0xfee0;

/** A text without characters nobody can see. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, "");
}

/** A code without characters nobody can see: joiners mean nothing in it. */
export function codeWithoutUnseen(text: string): string {
  return withoutUnseen(text).replace(joiners, "");
}

/** Full-width letters, digits and signs as plain ones. */
export function narrowed(text: string): string {
  return text.replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - wideToPlain));
}

/**
 * Odd spaces become plain ones, several become one, and those at the ends go. Line ends stay.
 *
 * @example
 * withPlainSpaces("　华瑞  电子\u00A0") //=> "华瑞 电子"
 */
export function withPlainSpaces(text: string): string {
  return text
    .replace(oddSpaces, " ")
    .replace(/ {2,}/gu, " ")
    .replace(/^[ \n\r]+|[ \n\r]+$/gu, "");
}

/** Whether a text may need any of this: a quick look that spares the cleaning of a hundred thousand clean cells. */
export function isSuspect(text: string): boolean {
  return suspect.test(text);
}

const suspect =
  /[^\P{Cc}\n\r]|[\u00A0\u00AD\u1680\u2000-\u200F\u202A-\u202F\u205F-\u206F\u3000\uFEFF\uFF01-\uFF5E\uFFFD]|^\s|\s$| {2}/u;

/** Whether a text was damaged on its way: characters that stand for unreadable bytes, or what GBK makes of them. */
export function isDamaged(text: string): boolean {
  return damaged.test(text);
}

const damaged = /\uFFFD|锟斤拷|锟絺|鈥/u;

/**
 * A code, number or single word without unseen characters, full-width forms, spare spaces, and the apostrophe that other
 * programs put before what shall stay text.
 */
export function tidyCode(text: string): string {
  return withPlainSpaces(narrowed(codeWithoutUnseen(text))).replace(/^'\s*/u, "");
}
