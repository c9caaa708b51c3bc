import type { SheetProtection } from "../model/sheet";

/** What a sheet's `protection.password` holds when a file gave only the password's hash. */
const hashMark = "hash:";

/** The stored form of a hashed password: the file's own attributes behind a mark no typed password is compared with. */
export function storedHash(attributes: Readonly<Record<string, string>>): string {
  return hashMark + JSON.stringify(attributes);
}

/** The attributes a protected sheet's element gets for its password. */
export function passwordAttributes(password: string | null): Record<string, string> {
  if (password === null || password === "") return {};
  if (password.startsWith(hashMark)) {
    return JSON.parse(password.slice(hashMark.length)) as Record<string, string>;
  }
  return { password: sixteenBitHash(password) };
}

/**
 * Whether a typed password opens the protection.
 *
 * Newer files hold a hash iterated 100,000 times, too slow to try here: for those the answer is always no, and the
 * protection is to be taken off in Excel.
 */
export function passwordMatches(
  stored: SheetProtection["password"],
  typed: string | null,
): boolean {
  if (stored === null || stored === "") return true;
  if (!stored.startsWith(hashMark)) return stored === typed;
  const { password } = passwordAttributes(stored);
  return password !== undefined && password === sixteenBitHash(typed ?? "");
}

/** ECMA-376 part 4, 14.7.1: no security, only a hurdle; the same as in every older Excel. */
function sixteenBitHash(password: string): string {
  let hash = 0;
  for (let index = password.length - 1; index >= 0; index--) {
    hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
    hash ^= password.charCodeAt(index) & 0xff;
  }
  hash = ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);
  hash ^= password.length ^ 0xce4b;
  return hash.toString(16).toUpperCase().padStart(4, "0");
}
