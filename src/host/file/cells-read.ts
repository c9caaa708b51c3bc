import type { Area } from "../model/address";
import { contains, parseArea } from "../model/address";
import { isErrorCode, type Scalar } from "../model/cell";
import { filling } from "../model/filled-formula";
import type { CellFormula } from "../model/cell";
import type { Sheet } from "../model/sheet";
import { defaultStyle, internStyle, type CellStyle } from "../model/style";
import { attributeValue, type CellSink, type ScannedCell } from "./cell-scanner";
import { UnreadableFile } from "./failure";
import { formulaFromFile, formulaShifter } from "./formula-text";
import { inUsualKind } from "./namespaces";
import { isRich, type SharedStrings } from "./shared-strings";
import { decodeEscapes, isOn, parseXml, runsText, unescapeXml } from "./xml";

/** Values a browser can hold; a workbook of 100,000 × 100 is below it. */
export const maxCells = 24_000_000;
/** Places kept for cells, counting the gaps above them: a lone cell in the last row costs a million. */
const maxPlaces = 60_000_000;

/** The look of a cell that is plain although its row or column is not: absence would mean their look. */
const statedPlain = internStyle({ styleName: "Normal" });

export interface CellFacts {
  dataTable: boolean;
  richValue: boolean;
}

/** A formula the file states once for many cells. */
interface SharedInFile {
  readonly row: number;
  readonly column: number;
  /** The file's text in a cell so many rows and columns away. */
  readonly moved: (rows: number, columns: number) => string;
  /** The formula down each column, and in each table, that shares it. */
  readonly fillings: Map<string, (rows: number) => CellFormula>;
}

/** Puts scanned cells into the sheet's grid: dates stay serial numbers, shared formulas become each cell's own. */
export class CellReader implements CellSink {
  readonly facts: CellFacts = { dataTable: false, richValue: false };
  readonly #sheet: Sheet;
  readonly #strings: SharedStrings;
  readonly #styles: readonly CellStyle[];
  readonly #styledColumns: ReadonlyMap<number, CellStyle>;
  readonly #date1904: boolean;
  readonly #shared = new Map<string, SharedInFile>();
  readonly #heights = new Map<number, number>();
  /** Cells the file states in columns or rows with a look of their own: these do not inherit it. */
  readonly #stated = new Set<number>();
  readonly #tables: readonly { readonly area: Area; readonly name: string }[];
  #cells = 0;
  #places = 0;
  #lastRow = -1;
  #lastColumn = -1;

  constructor(
    sheet: Sheet,
    context: {
      readonly strings: SharedStrings;
      readonly styles: readonly CellStyle[];
      readonly styledColumns: ReadonlyMap<number, CellStyle>;
      readonly date1904: boolean;
    },
  ) {
    this.#sheet = sheet;
    this.#strings = context.strings;
    this.#styles = context.styles;
    this.#styledColumns = context.styledColumns;
    this.#date1904 = context.date1904;
    this.#tables = sheet.tables.map(({ area, name }) => ({ area, name }));
  }

  row(row: number, attributes: string): void {
    if (!/ht=|hidden=|outlineLevel=|customFormat=/.test(attributes)) return;
    const height = Number(attributeValue(attributes, "ht"));
    if (height > 0 && isOn(attributeValue(attributes, "customHeight") ?? undefined)) {
      this.#sheet.rowHeights.set(row, height);
    }
    if (isOn(attributeValue(attributes, "hidden") ?? undefined)) this.#sheet.hiddenRows.add(row);
    const level = attributeValue(attributes, "outlineLevel");
    if (Number(level) > 0) this.#sheet.rowOutline.set(row, Number(level));
    if (isOn(attributeValue(attributes, "customFormat") ?? undefined)) {
      const style = this.#styles[Number(attributeValue(attributes, "s"))];
      if (style !== undefined && style !== defaultStyle) this.#sheet.rowStyles.set(row, style);
    }
  }

  cell(cell: ScannedCell): void {
    const { row, column } = cell;
    const height = this.#heights.get(column) ?? 0;
    if (row >= height) {
      this.#places += row + 1 - height;
      this.#heights.set(column, row + 1);
    }
    if (++this.#cells > maxCells || this.#places > maxPlaces) {
      throw new UnreadableFile({
        code: "too-many-cells",
        sheet: this.#sheet.name,
        limit: maxCells,
      });
    }
    const look = this.#styles[cell.style] ?? defaultStyle;
    const style = cell.readings ? internStyle({ ...look, showsReadings: true }) : look;
    if (this.#styledColumns.has(column) || this.#sheet.rowStyles.has(row)) {
      this.#stated.add(row * 16_384 + column);
      this.#sheet.cells.setStyle(row, column, style === defaultStyle ? statedPlain : style);
    } else if (style !== defaultStyle) this.#sheet.cells.setStyle(row, column, style);
    if (row > this.#lastRow) this.#lastRow = row;
    if (column > this.#lastColumn) this.#lastColumn = column;
    if (cell.valueMetadata) this.facts.richValue = true;
    if (cell.formulaAttributes !== null) this.#formula(cell);
    const value = this.#value(cell);
    if (value !== null) this.#sheet.cells.setValue(row, column, value);
  }

  /** Gives cells the file does not state, within the used rows, the look of their column; a row's own look wins. */
  finish(): void {
    for (const [column, style] of this.#styledColumns) {
      // Beyond the used columns a look of empty cells is only background; the column keeps it.
      if (column > this.#lastColumn) continue;
      for (let row = 0; row <= this.#lastRow; row++) {
        if (this.#stated.has(row * 16_384 + column)) continue;
        this.#sheet.cells.setStyle(row, column, this.#sheet.rowStyles.get(row) ?? style);
      }
    }
  }

  #value(cell: ScannedCell): Scalar {
    const { type, value } = cell;
    if (type === "inlineStr") {
      if (cell.inline === null) return null;
      const element = parseXml(`<is>${cell.inline}</is>`);
      if (isRich(element)) this.#richText(cell, runsText(element), cell.inline);
      return runsText(element);
    }
    if (value === null) return null;
    switch (type) {
      case "s": {
        const index = Number(value);
        const text = this.#strings.texts[index] ?? "";
        const runs = this.#strings.rich.get(index);
        if (runs !== undefined) this.#richText(cell, text, runs);
        return text;
      }
      case "str":
        return decodeEscapes(unescapeXml(value));
      case "b":
        return value === "1" || value === "true";
      case "e": {
        const code = unescapeXml(value);
        return { error: isErrorCode(code) ? code : "#VALUE!" };
      }
      case "d":
        return isoSerial(value, this.#date1904);
      default: {
        const number = Number(value);
        return value === "" ? null : Number.isFinite(number) ? number : value;
      }
    }
  }

  /** Looks of parts go with the cell's own, wherever that is moved or copied. */
  #richText({ row, column }: ScannedCell, text: string, runs: string): void {
    const style = this.#sheet.cells.style(row, column);
    // A prefix is declared by the part the text comes from, and by no other.
    const richText = { text, runs: inUsualKind(runs).replace(/(<\/?)\w+:/g, "$1") };
    this.#sheet.cells.setStyle(row, column, internStyle({ ...style, richText }));
  }

  #formula(cell: ScannedCell): void {
    const attributes = cell.formulaAttributes ?? "";
    const own = unescapeXml(cell.formula ?? "");
    const { row, column } = cell;
    const table = this.#tables.find(({ area }) => contains(area, row, column))?.name ?? null;
    const set = (text: string, extra: { spill?: Area; array?: boolean } = {}): void =>
      this.#sheet.cells.setFormula(row, column, { text: formulaFromFile(text, table), ...extra });
    const type = attributes === "" ? null : attributeValue(attributes, "t");
    if (type === "shared") {
      const index = attributeValue(attributes, "si") ?? "";
      if (own !== "")
        this.#shared.set(index, { row, column, moved: formulaShifter(own), fillings: new Map() });
      const shared = this.#shared.get(index);
      if (shared !== undefined)
        this.#sheet.cells.setFormula(row, column, this.#filled(shared, row, column, table));
      return;
    }
    if (type === "dataTable") {
      this.facts.dataTable = true;
      return;
    }
    if (own === "") return;
    if (type !== "array") {
      set(own);
      return;
    }
    const area = parseArea(attributeValue(attributes, "ref") ?? "");
    const several =
      area !== null && (area.bottom > area.top || area.right > area.left) ? { spill: area } : {};
    set(own, cell.cellMetadata ? several : { ...several, array: true });
  }

  #filled(shared: SharedInFile, row: number, column: number, table: string | null): CellFormula {
    const across = column - shared.column;
    const key = `${across} ${table ?? ""}`;
    let filled = shared.fillings.get(key);
    if (filled === undefined) {
      filled = filling((rows) => formulaFromFile(shared.moved(rows, across), table));
      shared.fillings.set(key, filled);
    }
    return filled(row - shared.row);
  }
}

/** A day written as ISO text (the format's strict kind) as a serial number; never through a zone. */
function isoSerial(text: string, date1904: boolean): Scalar {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?/.exec(text);
  if (match === null) return text;
  const [year = 0, month = 1, day = 1, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  const serial = days + (date1904 ? 24_107 : 25_569);
  // Day 60 is a 29 February 1900 that never was; days before it are one lower.
  const counted = !date1904 && serial <= 60 ? serial - 1 : serial;
  return counted + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}
