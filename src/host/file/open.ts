import type { Workbook } from "../model/workbook";
import { readBook } from "./book-read";
import { readCsv } from "./csv-read";
import { UnreadableFile, type FileFailure, type FileWarning } from "./failure";
import { fileKind, zipFailure } from "./file-kind";
import { PackageReader } from "./package-read";
import { XmlError } from "./xml";
import { ZipReader } from "./zip";

/** Largest file that is read at all, packed. */
export const maxFileBytes = 256 * 1024 * 1024;

export type OpenedWorkbook =
  | { readonly ok: true; readonly workbook: Workbook; readonly warnings: readonly FileWarning[] }
  | { readonly ok: false; readonly failure: FileFailure };

export interface OpenOptions {
  /** Hears the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** The id of the add-in that will work in it: its settings are the workbook's. The file's first when left out. */
  readonly addIn?: string;
}

/**
 * Opens an .xlsx (also .xlsm, .xltx) or a text table. The kind is told from the bytes, never from the name.
 *
 * Runs to its end without pausing: call it in a worker where a page must stay alive. It touches neither the file's bytes
 * nor anything outside them.
 *
 * @returns the workbook with what a person should know before saving it, or why it cannot be opened
 *
 * @example
 * await openWorkbook(bytes, "客户.csv") //=> { ok: true, workbook, warnings: [{ code: "text-encoding", encoding: "gb18030" }] }
 */
export function openWorkbook(
  bytes: Uint8Array,
  fileName: string,
  options: OpenOptions = {},
): Promise<OpenedWorkbook> {
  return new Promise((resolve) => resolve(opened(bytes, fileName, options)));
}

/** The same at once, for who may not wait: an add-in's request that inserts another file's sheets. */
export function opened(
  bytes: Uint8Array,
  fileName: string,
  options: OpenOptions = {},
): OpenedWorkbook {
  try {
    const { workbook, warnings } = read(bytes, fileName, options);
    workbook.fileName = fileName;
    return { ok: true, workbook, warnings: merged(warnings) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: false, failure: error.failure };
    if (error instanceof XmlError) {
      return { ok: false, failure: { code: "broken-part", part: fileName, detail: error.message } };
    }
    throw error;
  }
}

function read(
  bytes: Uint8Array,
  fileName: string,
  { addIn, onProgress = () => undefined }: OpenOptions,
): { readonly workbook: Workbook; readonly warnings: readonly FileWarning[] } {
  if (bytes.length > maxFileBytes) {
    throw new UnreadableFile({ code: "too-large", bytes: bytes.length, limit: maxFileBytes });
  }
  const kind = fileKind(bytes);
  if (kind.kind === "refused") throw new UnreadableFile(kind.failure);
  if (kind.kind === "text") return readCsv(bytes, fileName, onProgress);
  const zip = new ZipReader(bytes);
  const failure = zipFailure(zip.names);
  if (failure !== null) throw new UnreadableFile(failure);
  return readBook(new PackageReader(zip), onProgress, addIn);
}

/** One warning per kind, with all its sheets. */
function merged(warnings: readonly FileWarning[]): readonly FileWarning[] {
  const byKind = new Map<string, FileWarning>();
  for (const warning of warnings) {
    const key = "what" in warning ? `${warning.code} ${warning.what}` : JSON.stringify(warning);
    const known = byKind.get(key);
    if (known !== undefined && "sheets" in known && "sheets" in warning) {
      byKind.set(key, { ...known, sheets: [...known.sheets, ...warning.sheets] });
    } else byKind.set(key, warning);
  }
  return [...byKind.values()];
}
