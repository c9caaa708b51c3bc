import { damaged, FileError } from "./file-problem";
import { linksOf, mainPart, readPart, type Link } from "./package-parts";
import type { Look } from "../look";
import { SheetCells, type SheetGrid } from "./sheet-cells";
import { BookPart, StringsPart, StylesPart } from "./workbook-parts";
import { Zip, zipLimits, type ZipLimits } from "./zip";

export interface FileSheet {
  readonly name: string;
  /** Excel does not show its tab. */
  readonly hidden: boolean;
}

/** An .xlsx file opened for reading: its sheets are known, their cells are read when asked for. */
export interface WorkbookFile {
  readonly sheets: readonly FileSheet[];
  /** @throws FileError while it runs, as `openWorkbookFile` */
  read(sheet: number): Generator<number, SheetGrid>;
}

/**
 * Opens an .xlsx or .xlsm file. Each `yield` is a place to pause and says how far the work has come, 0 to 1.
 *
 * Nothing in the file is trusted or run: macros, links and queries are not looked at, formulas are what they gave.
 *
 * @throws FileError for what is no such file, is encrypted, damaged or larger than the limits
 */
export function* openWorkbookFile(
  bytes: Uint8Array,
  limits: ZipLimits = zipLimits,
): Generator<number, WorkbookFile> {
  refuseOthers(bytes);
  const zip = new Zip(bytes, limits);
  if (zip.has("content.xml")) throw new FileError({ code: "other-format", format: "ods" });
  const main = yield* mainPart(zip);
  const links = yield* linksOf(zip, main);
  const book = new BookPart();
  yield* readPart(zip, main, book);
  const sheets = book.sheets.flatMap(({ name, hidden, link }) => {
    const target = links.find(({ id }) => id === link);
    // Chart and dialog sheets hold no cells.
    return target?.kind === "worksheet" ? [{ name, hidden, part: target.part }] : [];
  });
  if (sheets.length === 0) throw damaged("missing", "<sheet>");
  let shared: SharedParts | null = null;
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    *read(index) {
      const part = sheets[index]?.part;
      if (part === undefined) throw new Error(`the file has no sheet ${index}`);
      shared ??= yield* sharedParts(zip, links);
      const cells = new SheetCells({ ...shared, dateSystem: book.dateSystem });
      for (const share of readPart(zip, part, cells)) yield 0.3 + share * 0.7;
      return yield* cells.grid();
    },
  };
}

/** What all sheets refer to. */
interface SharedParts {
  readonly strings: readonly string[];
  readonly looks: readonly Look[];
}

function* sharedParts(zip: Zip, links: readonly Link[]): Generator<number, SharedParts> {
  const styles = new StylesPart();
  const strings = new StringsPart();
  for (const { kind, part } of links) {
    if (!zip.has(part)) continue;
    if (kind === "styles") for (const _ of readPart(zip, part, styles)) yield 0;
    if (kind === "sharedStrings")
      for (const share of readPart(zip, part, strings)) yield share * 0.3;
  }
  return { strings: strings.strings, looks: styles.looks };
}

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Excel before 2007 and encrypted workbooks are compound files, and begin alike. */
function refuseOthers(bytes: Uint8Array): void {
  if (compoundFile.every((byte, at) => bytes[at] === byte)) {
    const encrypted = holds(bytes, "EncryptedPackage");
    throw new FileError(
      encrypted ? { code: "password-protected" } : { code: "other-format", format: "xls" },
    );
  }
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) throw new FileError({ code: "not-a-workbook" });
}

/** Whether the bytes hold a name as compound files write it: two bytes a letter. */
function holds(bytes: Uint8Array, name: string): boolean {
  const first = name.charCodeAt(0);
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let length = 0;
    while (length < name.length && bytes[at + 2 * length] === name.charCodeAt(length)) length += 1;
    if (length === name.length) return true;
  }
  return false;
}
