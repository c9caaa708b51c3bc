import { columnCount, rowCount } from "../model/address";
import type { CellFormula } from "../model/cell";
import { apiValue, setNumberFormats, writeInputs, type Input } from "../edit/cells";
import { lookOf } from "../edit/cell-looks";
import { linkAt, setLinks } from "../edit/hyperlinks";
import { formatCategory } from "../format/format-category";
import { fromR1C1, toR1C1 } from "../calc/r1c1";
import { invalidArgument } from "../protocol/host-error";
import { integer, optionalText, record } from "./arguments";
import { cellValueJson, writeCellValues, type CellValueJson } from "./cell-values";
import { inputs, isUnbounded, matrix, textOf, valueType } from "./range-cells";
import { areaOf, sheetOfRange } from "./range-part";
import { RangePlaces } from "./range-places";

/** What the cells of a range hold. https://learn.microsoft.com/javascript/api/excel/excel.range */
export abstract class RangeContents extends RangePlaces {
  /** #values */
  get values(): (string | number | boolean)[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(areaOf(this), (row, column) => apiValue(cells.value(row, column)));
  }

  set values(value: unknown) {
    const area = areaOf(this);
    writeInputs(this.session.workspace, sheetOfRange(this), area, inputs(area, value, "values"));
  }

  /** #formulas: the formula, or the value where there is none */
  get formulas(): (string | number | boolean)[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(
      areaOf(this),
      (row, column) => cells.formula(row, column)?.text ?? apiValue(cells.value(row, column)),
    );
  }

  set formulas(value: unknown) {
    const area = areaOf(this);
    writeInputs(this.session.workspace, sheetOfRange(this), area, inputs(area, value, "formulas"));
  }

  /** #formulasLocal: function names are the same in all languages the host speaks */
  get formulasLocal(): (string | number | boolean)[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(
      areaOf(this),
      (row, column) => cells.formula(row, column)?.text ?? apiValue(cells.value(row, column)),
    );
  }

  /** #valuesAsJson */
  get valuesAsJson(): CellValueJson[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(areaOf(this), (row, column) => cellValueJson(cells.value(row, column)));
  }

  set valuesAsJson(value: unknown) {
    writeCellValues(this.session, sheetOfRange(this), areaOf(this), value, "valuesAsJson");
  }

  /** #valuesAsJsonLocal: plain values are the same in all languages */
  get valuesAsJsonLocal(): CellValueJson[][] | null {
    return this.valuesAsJson;
  }

  set valuesAsJsonLocal(value: unknown) {
    this.valuesAsJson = value;
  }

  /** #text */
  get text(): string[][] | null {
    const sheet = sheetOfRange(this);
    return matrix(areaOf(this), (row, column) => textOf(this.session, sheet, row, column));
  }

  /** #valueTypes */
  get valueTypes(): string[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(areaOf(this), (row, column) => valueType(cells.value(row, column)));
  }

  /** #numberFormat */
  get numberFormat(): string[][] | null {
    const sheet = sheetOfRange(this);
    return matrix(
      areaOf(this),
      (row, column) => lookOf(sheet, row, column).numberFormat ?? "General",
    );
  }

  set numberFormat(value: unknown) {
    const area = areaOf(this);
    writeFormats(this, inputs(area, value, "numberFormat"), (one) => one);
  }

  /** #hasSpill: whether cells of the range are filled by an array formula's result */
  get hasSpill(): boolean | null {
    const { cells } = sheetOfRange(this);
    const flags = new Set<boolean>();
    const area = areaOf(this);
    if (isUnbounded(area)) return null;
    for (const { row, column } of cells.filled(area)) {
      flags.add(cells.formula(row, column)?.spill !== undefined);
    }
    return flags.size > 1 ? null : flags.has(true);
  }

  /** What the client asks before it writes a large matrix in chunks. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    const area = areaOf(this);
    const fits =
      integer(rows, "rows") === rowCount(area) && integer(columns, "columns") === columnCount(area);
    if (!fits) {
      throw invalidArgument(
        "values",
        `a matrix of ${rowCount(area)} rows and ${columnCount(area)} columns is needed`,
      );
    }
  }

  /** #formulasR1C1 */
  get formulasR1C1(): (string | number | boolean)[][] | null {
    const { cells } = sheetOfRange(this);
    return matrix(areaOf(this), (row, column) => {
      const formula = cells.formula(row, column);
      return formula === undefined
        ? apiValue(cells.value(row, column))
        : toR1C1(formula.text, row, column);
    });
  }

  set formulasR1C1(value: unknown) {
    const area = areaOf(this);
    const input = inputs(area, value, "formulasR1C1");
    writeInputs(this.session.workspace, sheetOfRange(this), area, (row, column) => {
      const given = input(row, column);
      return typeof given === "string"
        ? fromR1C1(given, area.top + row, area.left + column)
        : given;
    });
  }

  set formulasLocal(value: unknown) {
    const area = areaOf(this);
    const input = inputs(area, value, "formulasLocal");
    writeInputs(this.session.workspace, sheetOfRange(this), area, input);
  }

  /** #numberFormatLocal: "G/通用格式" is what Excel in Chinese calls General */
  get numberFormatLocal(): string[][] | null {
    const general = generalFormat(this.session.workspace.locale);
    return (
      this.numberFormat?.map((line) => line.map((one) => (one === "General" ? general : one))) ??
      null
    );
  }

  set numberFormatLocal(value: unknown) {
    const area = areaOf(this);
    const general = generalFormat(this.session.workspace.locale);
    writeFormats(this, inputs(area, value, "numberFormatLocal"), (one) =>
      one === general ? "General" : one,
    );
  }

  /** #numberFormatCategories */
  get numberFormatCategories(): string[][] | null {
    return this.numberFormat?.map((line) => line.map(formatCategory)) ?? null;
  }

  /** #savedAsArray: whether all cells would be saved as an array formula */
  get savedAsArray(): boolean | null {
    const { cells } = sheetOfRange(this);
    const area = areaOf(this);
    if (isUnbounded(area)) return null;
    const flags = new Set(
      matrix(area, (row, column) => isArray(cells.formula(row, column)))?.flat(),
    );
    return flags.size > 1 ? null : flags.has(true);
  }

  /** #hyperlink: of the top-left cell; null where there is none */
  get hyperlink(): unknown {
    const { top, left } = areaOf(this);
    const sheet = sheetOfRange(this);
    const link = linkAt(sheet, top, left);
    if (link === null) return null;
    const { address, documentReference, screenTip } = link;
    const textToDisplay = textOf(this.session, sheet, top, left);
    return { address, documentReference, screenTip, textToDisplay };
  }

  set hyperlink(value: unknown) {
    const given = record(value, "hyperlink");
    setLinks(this.session.workspace, sheetOfRange(this), areaOf(this), {
      address: optionalText(given["address"], "address"),
      documentReference: optionalText(given["documentReference"], "documentReference"),
      screenTip: optionalText(given["screenTip"], "screenTip"),
      textToDisplay: optionalText(given["textToDisplay"], "textToDisplay"),
    });
  }
}

function isArray(formula: CellFormula | undefined): boolean {
  return formula?.array === true || formula?.spill !== undefined;
}

function generalFormat(locale: string): string {
  return locale === "zh-CN" ? "G/通用格式" : "General";
}

function writeFormats(
  range: RangeContents,
  input: (row: number, column: number) => Input,
  meant: (format: string) => string,
): void {
  const area = areaOf(range);
  setNumberFormats(range.session.workspace, sheetOfRange(range), area, (row, column) => {
    const format = input(row - area.top, column - area.left);
    if (format === null) return null;
    if (typeof format === "string") return meant(format);
    throw invalidArgument("numberFormat", "texts are needed");
  });
}
