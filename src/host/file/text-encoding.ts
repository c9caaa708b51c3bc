import { UnreadableFile } from "./failure";

export interface DecodedText {
  readonly text: string;
  /** A name TextDecoder knows. */
  readonly encoding: string;
}

/**
 * A text file's characters, its encoding told from its bytes: a byte order mark, then the pattern of zeros that UTF-16
 * leaves, then UTF-8, then GB18030 (what Chinese Excel saves as "CSV"), then Western European. Each is taken only if
 * every byte fits it: a wrong guess would garble names, and saving would make that permanent.
 *
 * @throws UnreadableFile `not-a-spreadsheet` for bytes no text has, `unreadable-text` where nothing fits
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked !== null) {
    const text = decoded(bytes, marked);
    if (text === null) throw new UnreadableFile({ code: "unreadable-text" });
    return { text, encoding: marked };
  }
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) {
    const text = decoded(bytes, wide);
    if (text !== null) return { text, encoding: wide };
  }
  if (bytes.subarray(0, 65_536).includes(0)) {
    throw new UnreadableFile({ code: "not-a-spreadsheet", looksLike: "binary" });
  }
  for (const encoding of ["utf-8", "gb18030", "windows-1252"]) {
    const text = decoded(bytes, encoding);
    if (text === null || /[\x01-\x08\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, 65_536))) continue;
    // GB18030 gives every pair of high bytes some character; private-use ones are nobody's names.
    if (encoding === "gb18030" && /[\ue000-\uf8ff]/.test(text)) continue;
    return { text, encoding };
  }
  throw new UnreadableFile({ code: "unreadable-text" });
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    return decoder.decode(bytes);
  } catch {
    // The one thing decoding throws for: a byte that does not fit the encoding.
    return null;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Separators and digits of a table are ASCII: in UTF-16 every second byte of theirs is zero, always on the same side. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 65_536);
  if (bytes.length % 2 !== 0 || bytes.length < 4) return null;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 20 && even === 0) return "utf-16le";
  if (even > sample.length / 20 && odd === 0) return "utf-16be";
  return null;
}
