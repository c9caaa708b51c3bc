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
 * Whether a typed password opens the protection. Hashes newer than the 16-bit one take a while: they are iterated
 * 100,000 times by design.
 */
export async function passwordMatches(
  stored: SheetProtection["password"],
  typed: string,
): Promise<boolean> {
  if (stored === null || stored === "") return true;
  if (!stored.startsWith(hashMark)) return stored === typed;
  const attributes = passwordAttributes(stored);
  if (attributes.password !== undefined) return attributes.password === sixteenBitHash(typed);
  const { algorithmName = "", hashValue = "", saltValue = "", spinCount = "0" } = attributes;
  return hashValue === (await iteratedHash(algorithmName, saltValue, Number(spinCount), typed));
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

/** ECMA-376 part 1, 18.3.1.85: hash of salt and UTF-16 password, then again with a counter. */
async function iteratedHash(
  algorithm: string,
  salt: string,
  spins: number,
  password: string,
): Promise<string | null> {
  const name = /^SHA-(1|256|384|512)$/.test(algorithm) ? algorithm : null;
  if (name === null || spins > 10_000_000) return null;
  const saltBytes = Uint8Array.from(atob(salt), (character) => character.charCodeAt(0));
  const text = new Uint8Array(password.length * 2);
  for (let index = 0; index < password.length; index++) {
    text[index * 2] = password.charCodeAt(index) & 0xff;
    text[index * 2 + 1] = password.charCodeAt(index) >> 8;
  }
  const first = new Uint8Array(saltBytes.length + text.length);
  first.set(saltBytes);
  first.set(text, saltBytes.length);
  let hash = new Uint8Array(await crypto.subtle.digest(name, first));
  const next = new Uint8Array(hash.length + 4);
  const view = new DataView(next.buffer);
  for (let spin = 0; spin < spins; spin++) {
    next.set(hash);
    view.setUint32(hash.length, spin, true);
    hash = new Uint8Array(await crypto.subtle.digest(name, next));
  }
  return btoa(String.fromCharCode(...hash));
}
