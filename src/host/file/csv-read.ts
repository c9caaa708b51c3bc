import Papa from "papaparse";
import { columnLetters, maxColumns, maxRows } from "../model/address";
import { defaultStyle } from "../model/style";
import { Workbook } from "../model/workbook";
import { columnTraits, fieldValue } from "./csv-values";
import { maxCells } from "./cells-read";
import { UnreadableFile, type FileWarning } from "./failure";
import { decodeText } from "./text-encoding";

/** Longest text a cell of an .xlsx file may hold. */
const maxCellText = 32_767;

/**
 * A workbook of one sheet from a text table: separators , ; tab and | are recognised, quoted fields may hold line ends.
 *
 * @throws UnreadableFile
 */
export function readCsv(
  bytes: Uint8Array,
  fileName: string,
  onProgress: (share: number) => void,
): { readonly workbook: Workbook; readonly warnings: readonly FileWarning[] } {
  const { text, encoding } = decodeText(bytes);
  const warnings: FileWarning[] = [];
  if (encoding !== "utf-8") warnings.push({ code: "text-encoding", encoding });
  onProgress(0.1);
  const { body, delimiter } = stated(text);
  const parsed = Papa.parse<string[]>(body, {
    delimiter: delimiter ?? guessedDelimiter(body),
    skipEmptyLines: false,
  });
  const rows = parsed.data;
  while (rows.length > 0 && isBlank(rows[rows.length - 1])) rows.pop();
  const sheetName = sheetNameFrom(fileName);
  const open = parsed.errors.find(({ code }) => code === "MissingQuotes");
  if (open !== undefined) warnings.push({ code: "quote-not-closed", row: (open.row ?? 0) + 1 });
  if (rows.length === 0) warnings.push({ code: "no-rows" });
  checkSize(rows, sheetName);
  onProgress(0.4);

  const workbook = new Workbook();
  const sheet = workbook.addSheet(sheetName);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = 0; column < width; column++) {
    // Headers say nothing about the kind of the fields below them.
    const traits = columnTraits(rows.slice(1).map((row) => row[column] ?? ""));
    rows.forEach((fields, row) => {
      const { value, style } = fieldValue(fields[column] ?? "", traits);
      if (typeof value === "string" && value.length > maxCellText) {
        throw new UnreadableFile({
          code: "cell-too-long",
          row: row + 1,
          column: columnLetters(column),
          characters: value.length,
          limit: maxCellText,
        });
      }
      sheet.cells.setValue(row, column, value);
      if (style !== defaultStyle) sheet.cells.setStyle(row, column, style);
    });
    sheet.columnWidths.set(column, fittingWidth(rows, column));
    onProgress(0.4 + (0.6 * (column + 1)) / width);
  }
  onProgress(1);
  return { workbook, warnings };
}

/** A width that shows the first rows' fields, in characters; a text table says nothing of widths. */
function fittingWidth(rows: readonly (readonly string[])[], column: number): number {
  let most = 6;
  for (const row of rows.slice(0, 200)) {
    const line = (row[column] ?? "").split("\n")[0] ?? "";
    // Chinese characters take the room of two.
    const wide = line.match(/[\u2e80-\uffef]/g)?.length ?? 0;
    most = Math.max(most, line.length + wide);
  }
  return Math.min(most + 2, 40);
}

function isBlank(row: readonly string[] | undefined): boolean {
  return row === undefined || row.every((field) => field === "");
}

/** Excel's own hint: a first line "sep=;" names the separator and is no data. */
function stated(text: string): { body: string; delimiter: string | null } {
  const match = /^sep=(.)\r?\n/i.exec(text);
  return match === null
    ? { body: text, delimiter: null }
    : { body: text.slice(match[0].length), delimiter: match[1] ?? null };
}

/** The separator that cuts the first lines into the most equal number of fields; a comma when none does. */
function guessedDelimiter(text: string): string {
  const sample = text.slice(0, 200_000);
  let best = { delimiter: ",", score: 1 };
  for (const delimiter of [",", "\t", ";", "|"]) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 50, skipEmptyLines: true });
    // The last line of the sample may be cut off.
    const widths = (data.length > 1 ? data.slice(0, -1) : data).map((row) => row.length);
    const first = widths[0] ?? 1;
    const equal = widths.filter((width) => width === first).length / Math.max(1, widths.length);
    const score = first * equal;
    if (first > 1 && score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function checkSize(rows: readonly (readonly string[])[], sheet: string): void {
  if (rows.length > maxRows) {
    throw new UnreadableFile({ code: "too-many-rows", sheet, rows: rows.length, limit: maxRows });
  }
  let cells = 0;
  for (const row of rows) {
    cells += row.length;
    if (row.length > maxColumns) {
      throw new UnreadableFile({
        code: "too-many-columns",
        sheet,
        columns: row.length,
        limit: maxColumns,
      });
    }
  }
  if (cells > maxCells)
    throw new UnreadableFile({ code: "too-many-cells", sheet, limit: maxCells });
}

/** The file's name as a sheet name: without what Excel forbids in one, at most 31 characters. */
export function sheetNameFrom(fileName: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, "")
    .replace(/[[\]:*?/\\]/g, " ")
    .replace(/^'+|'+$/g, "")
    .trim();
  let name = "";
  // By characters, not by halves of them: a cut emoji is no text.
  for (const character of stem) {
    if (name.length + character.length > 31) break;
    name += character;
  }
  return name === "" || name.toLowerCase() === "history" ? "Sheet1" : name;
}
