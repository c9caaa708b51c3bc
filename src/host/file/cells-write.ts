import { areaAddress, cellAddress, columnLetters, contains, type Area } from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import type { CellFormula } from "../model/cell";
import type { KeptSheet } from "../model/kept";
import type { Sheet } from "../model/sheet";
import { defaultStyle, type CellStyle } from "../model/style";
import { FilledFormulas } from "./filled-formulas";
import { collapsedLines, summaryAfter } from "./sheet-layout";
import { SharedRuns } from "./shared-runs";
import type { StyleWriter } from "./styles-write";
import { attributesText, encodeEscapes, escapeXml, xmlHeader } from "./xml";

/** Numbers the workbook's distinct texts. */
export class StringWriter {
  readonly #plain = new Map<string, number>();
  readonly #rich = new Map<string, number>();
  readonly #items: string[] = [];
  #uses = 0;

  number(text: string): number {
    return this.#numberIn(this.#plain, text);
  }

  /** The same for a text whose parts have looks of their own, as XML. */
  richNumber(runs: string): number {
    return this.#numberIn(this.#rich, runs);
  }

  #numberIn(known: Map<string, number>, item: string): number {
    this.#uses++;
    let index = known.get(item);
    if (index === undefined) {
      index = this.#items.push(item) - 1;
      known.set(item, index);
    }
    return index;
  }

  *xml(): Generator<string> {
    yield `${xmlHeader}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#uses}" uniqueCount="${this.#items.length}">`;
    const rich = new Set(this.#rich.values());
    let piece = "";
    for (const [index, item] of this.#items.entries()) {
      piece += rich.has(index) ? `<si>${item}</si>` : `<si>${plainItem(item)}</si>`;
      if (piece.length > 1 << 18) {
        yield piece;
        piece = "";
      }
    }
    yield `${piece}</sst>`;
  }
}

function plainItem(text: string): string {
  const space = /^\s|\s$|\s\s/.test(text) ? ' xml:space="preserve"' : "";
  return `<t${space}>${elementText(text)}</t>`;
}

/** Line ends stay line ends in element text; what XML cannot hold is written as an escape. */
function elementText(text: string): string {
  const encoded = encodeEscapes(text);
  return /[&<>]/.test(encoded)
    ? encoded.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    : encoded;
}

export interface CellContext {
  readonly strings: StringWriter;
  readonly styles: StyleWriter;
  /** Called once a dynamic array is met: the package then needs its metadata part. */
  readonly dynamicArray: () => void;
}

/** The rows of a sheet in pieces of about a quarter megabyte, between `<sheetData>` and `</sheetData>`. */
export function* rowTexts(
  sheet: Sheet,
  kept: KeptSheet | undefined,
  context: CellContext,
  onRow: (row: number, rows: number) => void,
): Generator<string> {
  const used = sheet.cells.usedArea(false);
  const collapsed = collapsedLines(
    sheet.rowOutline,
    sheet.hiddenRows,
    summaryAfter(kept, "summaryBelow"),
  );
  const laidOut = [
    ...sheet.rowHeights.keys(),
    ...sheet.hiddenRows,
    ...sheet.filteredRows,
    ...sheet.rowOutline.keys(),
    ...sheet.rowStyles.keys(),
    ...collapsed,
  ];
  let last = used?.bottom ?? -1;
  for (const row of laidOut) if (row > last) last = row;
  const plainRows = new Set(laidOut);
  const writer = used === null ? null : new CellWriter(sheet, used, context);
  let piece = "";
  for (let row = 0; row <= last; row++) {
    const cells =
      writer === null || used === null || row < used.top || row > used.bottom
        ? ""
        : writer.row(row);
    if (cells === "" && !plainRows.has(row)) continue;
    piece += `<row r="${row + 1}"${plainRows.has(row) ? layout(sheet, row, collapsed, context.styles) : ""}>${cells}</row>`;
    if (piece.length > 1 << 18) {
      onRow(row, last + 1);
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

function layout(
  sheet: Sheet,
  row: number,
  collapsed: ReadonlySet<number>,
  styles: StyleWriter,
): string {
  const height = sheet.rowHeights.get(row);
  const style = sheet.rowStyles.get(row);
  return attributesText({
    s: style === undefined ? undefined : styles.cell(style),
    customFormat: style !== undefined,
    ht: height,
    customHeight: height !== undefined,
    hidden: sheet.hiddenRows.has(row) || sheet.filteredRows.has(row),
    outlineLevel: sheet.rowOutline.get(row),
    collapsed: collapsed.has(row),
  });
}

class CellWriter {
  readonly #sheet: Sheet;
  readonly #used: Area;
  readonly #context: CellContext;
  readonly #letters: readonly string[];
  readonly #headers = new Map<number, Map<number, string>>();
  readonly #shared: SharedRuns;
  readonly #formulas = new FilledFormulas();

  constructor(sheet: Sheet, used: Area, context: CellContext) {
    this.#sheet = sheet;
    this.#used = used;
    this.#context = context;
    this.#shared = new SharedRuns(sheet);
    this.#letters = Array.from({ length: used.right + 1 }, (_, column) => columnLetters(column));
    for (const table of sheet.tables) {
      if (!table.showHeaders) continue;
      const headers = this.#headers.get(table.area.top) ?? new Map<number, string>();
      table.columns.forEach((column, index) => headers.set(table.area.left + index, column.name));
      this.#headers.set(table.area.top, headers);
    }
  }

  row(row: number): string {
    const { cells, columnStyles, rowStyles } = this.#sheet;
    const rowStyle = rowStyles.get(row);
    const headers = this.#headers.get(row);
    let text = "";
    for (let column = this.#used.left; column <= this.#used.right; column++) {
      const formula = cells.formula(row, column);
      const value = headers?.get(column) ?? cells.value(row, column);
      const own = cells.style(row, column);
      const inherited = rowStyle ?? columnStyles.get(column) ?? defaultStyle;
      const style = own === defaultStyle ? inherited : own;
      // Where row and column differ, readers that know no row looks would take the column's: the cell says it itself.
      const certain = rowStyle === undefined || !columnStyles.has(column);
      if (value === null && formula === undefined && certain && style === inherited) continue;
      const number = style === defaultStyle ? 0 : this.#context.styles.cell(style);
      const look = number === 0 ? "" : ` s="${number}"`;
      const readings = style.showsReadings === true ? ' ph="1"' : "";
      const head = `<c r="${this.#letters[column] ?? ""}${row + 1}"${look}${readings}`;
      text +=
        formula === undefined
          ? `${head}${this.#valueText(value, style)}`
          : `${head}${this.#formulaText(formula, value, row, column)}`;
    }
    return text;
  }

  #valueText(value: Scalar, { richText }: CellStyle): string {
    if (typeof value === "string") {
      const { strings } = this.#context;
      const rich = richText?.text === value;
      return ` t="s"><v>${rich ? strings.richNumber(richText.runs) : strings.number(value)}</v></c>`;
    }
    if (typeof value === "number" && Number.isFinite(value)) return `><v>${value}</v></c>`;
    return value === null ? "/>" : `${typedValue(value)}</c>`;
  }

  #formulaText(formula: CellFormula, value: Scalar, row: number, column: number): string {
    const table = this.#sheet.tables.find(({ area }) => contains(area, row, column));
    const read = this.#formulas.read(formula, row, column, table?.name ?? null);
    const text = escapeXml(read.text);
    const result = value === null ? ">" : typedValue(value);
    // The type belongs to the cell's start tag, the formula stands before the value.
    const split = result.indexOf(">");
    const type = result.slice(0, split);
    const cached = result.slice(split + 1);
    const again = isWritten(value) ? "" : ' ca="1"';
    const dynamic =
      formula.array !== true &&
      (formula.spill !== undefined ||
        read.evaluatesArrays ||
        (table === undefined && read.answersArray));
    if (formula.array !== true && !dynamic) {
      const run = this.#shared.at(row, column, formula, read.text);
      if (run === null) return `${type}><f${again}>${text}</f>${cached}</c>`;
      if (row > run.top) return `${type}><f t="shared"${again} si="${run.number}"/>${cached}</c>`;
      const ref = areaAddress({ top: run.top, bottom: run.bottom, left: column, right: column });
      return `${type}><f t="shared"${again} ref="${ref}" si="${run.number}">${text}</f>${cached}</c>`;
    }
    if (dynamic) this.#context.dynamicArray();
    const area =
      formula.spill === undefined ? cellAddress(row, column) : areaAddress(formula.spill);
    return `${type}${dynamic ? ' cm="1"' : ""}><f t="array"${again} ref="${area}">${text}</f>${cached}</c>`;
  }
}

/** Errors that older readers know by name; the newer ones would make them refuse the file. */
const writtenErrors = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

/** False where the file cannot say a result: it asks for the formula to be calculated again when it is opened. */
const isWritten = (value: Scalar): boolean => !isCellError(value) || writtenErrors.has(value.error);

/** The rest of a start tag with its type, and the value. */
function typedValue(value: Scalar): string {
  if (isCellError(value)) {
    return ` t="e"><v>${isWritten(value) ? value.error : "#VALUE!"}</v>`;
  }
  if (typeof value === "string") return ` t="str"><v>${elementText(value)}</v>`;
  if (typeof value === "boolean") return ` t="b"><v>${value ? 1 : 0}</v>`;
  return Number.isFinite(value) ? `><v>${String(value)}</v>` : ' t="e"><v>#NUM!</v>';
}
