import { err, ok, type Result } from "../../domain/result";
import { FileError, type FileProblem } from "../../tables/import/file/file-problem";
import { openWorkbookFile, type WorkbookFile } from "../../tables/import/file/workbook-file";
import { decodedText, encodingOf, isBinary, type Encoding } from "../../tables/import/text";
import { fileSheetSource, textSource, type ImportSource, type SourceFailure } from "./source";
import { inSlices, type Watcher } from "../slices";
import type { WorkbookFacts } from "../workbook/facts";

/** A file a person chose, opened as far as it takes to know what can be chosen in it. */
export type OpenedFile =
  | {
      readonly kind: "text";
      readonly name: string;
      readonly bytes: Uint8Array;
      /** As its bytes look; a person may know better. */
      readonly encoding: Encoding;
    }
  | {
      readonly kind: "workbook";
      readonly name: string;
      readonly book: WorkbookFile;
      /** The first sheet people can see. */
      readonly sheet: number;
    };

export type FileFailure =
  { readonly code: "cancelled" } | (FileProblem & { readonly name: string });

/** Larger files would not fit beside what they become. */
export const longestFile = 200_000_000;

/** Opens a file by what is in it; its name only tells what was meant. */
export async function openFile(
  name: string,
  bytes: Uint8Array,
  watcher: Watcher,
): Promise<Result<OpenedFile, FileFailure>> {
  // The browser has just brought the bytes, which takes it a while where they are many.
  await watcher.pace.pause();
  const looksPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const looksCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  const saysWorkbook = /\.(?:xls[xmb]?|et|ods)$/iu.test(name);
  if (!looksPacked && !looksCompound && !saysWorkbook) {
    if (isBinary(bytes)) return err({ code: "not-a-workbook", name });
    return ok({ kind: "text", name, bytes, encoding: encodingOf(bytes) });
  }
  const opened = await reading(name, openWorkbookFile(bytes), watcher);
  if (!opened.ok) return opened;
  const book = opened.value;
  const sheet = Math.max(
    0,
    book.sheets.findIndex(({ hidden }) => !hidden),
  );
  return ok({ kind: "workbook", name, book, sheet });
}

/** The rows of an opened file, in the encoding or from the sheet it says. */
export async function fileSource(
  file: OpenedFile,
  facts: WorkbookFacts,
  watcher: Watcher,
): Promise<Result<ImportSource, SourceFailure | FileFailure>> {
  if (file.kind === "text") {
    const text = await inSlices(decodedText(file.bytes, file.encoding), watcher);
    return text === null ? err({ code: "cancelled" }) : textSource(file.name, text, facts, watcher);
  }
  const grid = await reading(file.name, file.book.read(file.sheet), watcher);
  if (!grid.ok) return grid;
  const sheet = file.book.sheets[file.sheet]?.name ?? "";
  // Looking at what its columns hold is a task of its own.
  await watcher.pace.pause();
  return fileSheetSource(file.name, sheet, grid.value, facts);
}

async function reading<T>(
  name: string,
  work: Generator<number, T>,
  watcher: Watcher,
): Promise<Result<T, FileFailure>> {
  try {
    const done = await inSlices(work, watcher);
    return done === null ? err({ code: "cancelled" }) : ok(done);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return err({ ...error.problem, name });
  }
}
