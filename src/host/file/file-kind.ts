import type { FileFailure, Lookalike } from "./failure";

export type FileKind =
  { readonly kind: "zip" | "text" } | { readonly kind: "refused"; readonly failure: FileFailure };

const signatures: readonly (readonly [bytes: readonly number[], Lookalike])[] = [
  [[0x25, 0x50, 0x44, 0x46], "pdf"],
  [[0x89, 0x50, 0x4e, 0x47], "image"],
  [[0xff, 0xd8, 0xff], "image"],
  [[0x47, 0x49, 0x46, 0x38], "image"],
  [[0x42, 0x4d], "image"],
  [[0x49, 0x49, 0x2a, 0x00], "image"],
  [[0x4d, 0x4d, 0x00, 0x2a], "image"],
  [[0x52, 0x49, 0x46, 0x46], "image"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "rtf"],
  [[0x52, 0x61, 0x72, 0x21], "archive"],
  [[0x37, 0x7a, 0xbc, 0xaf], "archive"],
  [[0x1f, 0x8b], "archive"],
  [[0x4d, 0x5a, 0x90], "program"],
  [[0x7f, 0x45, 0x4c, 0x46], "program"],
];

/** What a file is, by its first bytes and not by its name: names lie, and `.xls` files are often web pages. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return refused({ code: "empty-file" });
  const starts = (signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (starts([0x50, 0x4b, 0x03, 0x04]) || starts([0x50, 0x4b, 0x05, 0x06])) return { kind: "zip" };
  if (starts([0xd0, 0xcf, 0x11, 0xe0])) return refused(compoundFailure(bytes));
  for (const [signature, looksLike] of signatures) {
    // Two letters are too little to refuse a text that happens to begin with them.
    const text = signature.length === 2 && looksLike === "image" && !bytes.includes(0);
    if (starts(signature) && !text) return refused({ code: "not-a-spreadsheet", looksLike });
  }
  // Files of Excel 2 to 4 begin with a bare record of these numbers.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && bytes[3] === 0) {
    return refused({ code: "old-format", format: "xls" });
  }
  const start = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart().toLowerCase();
  if (start.includes("urn:schemas-microsoft-com:office:spreadsheet") && start.startsWith("<")) {
    return refused({ code: "old-format", format: "xml-2003" });
  }
  if (/^(?:\ufeff)?<(?:!doctype html|html|head|body|table|meta|script|div)\b/.test(start)) {
    return refused({ code: "not-a-spreadsheet", looksLike: "html" });
  }
  if (start.startsWith("mime-version:") && start.includes("multipart/related")) {
    return refused({ code: "not-a-spreadsheet", looksLike: "html" });
  }
  return { kind: "text" };
}

function refused(failure: FileFailure): FileKind {
  return { kind: "refused", failure };
}

/**
 * A compound file ([MS-CFB]) holds an encrypted workbook, an old .xls or an old document: the names in its directory
 * tell. They stand in UTF-16 in entries of 128 bytes; searching them needs no walk through possibly broken chains.
 */
function compoundFailure(bytes: Uint8Array): FileFailure {
  const names = new Set<string>();
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = (bytes[at + 64] ?? 0) | ((bytes[at + 65] ?? 0) << 8);
    const type = bytes[at + 66] ?? 0;
    if (length < 4 || length > 64 || (type !== 1 && type !== 2)) continue;
    names.add(new TextDecoder("utf-16le").decode(bytes.subarray(at, at + length - 2)));
  }
  if (names.has("EncryptedPackage") || names.has("EncryptionInfo")) {
    return { code: "password-protected" };
  }
  if (names.has("Workbook") || names.has("Book")) return { code: "old-format", format: "xls" };
  return { code: "not-a-spreadsheet", looksLike: "doc" };
}

/** A zip that is no workbook, by the parts it has; null for a workbook. */
export function zipFailure(names: readonly string[]): FileFailure | null {
  const has = (start: string): boolean =>
    names.some((name) => name.toLowerCase().startsWith(start));
  if (has("xl/workbook.bin")) return { code: "old-format", format: "xlsb" };
  if (has("xl/") && has("[content_types].xml")) return null;
  if (has("word/")) return { code: "not-a-spreadsheet", looksLike: "docx" };
  if (has("ppt/")) return { code: "not-a-spreadsheet", looksLike: "pptx" };
  if (has("content.xml") && has("meta-inf/manifest.xml"))
    return { code: "old-format", format: "ods" };
  if (has("[content_types].xml")) return null;
  return { code: "not-a-spreadsheet", looksLike: "zip" };
}
