import { mergeCells, unmergeCells } from "../edit/merges";
import { columnCount } from "../model/address";
import { clearCells } from "../edit/cells";
import { copyCells } from "../edit/copy";
import { removeDuplicateRows } from "../edit/duplicates";
import { fillCells } from "../edit/fill";
import { moveCellsTo } from "../edit/move";
import { changeOutline, showDetails } from "../edit/outline";
import { selectAreas } from "../edit/select";
import { fillTypes } from "../edit/series";
import { clearConditionalFormats, clearValidations } from "../edit/rules";
import { shiftCells } from "../edit/shift-cells";
import { clearWords } from "../edit/words-beside";
import type { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { integer, optionalTruth, optionalWord, word } from "./arguments";
import { textOf } from "./range-cells";
import { RangeLooks } from "./range-looks";
import { areaOf, otherPlace, rangePlace, sheetOfRange, sibling } from "./range-part";
import { RemoveDuplicatesResult } from "./remove-duplicates-result";

/**
 * Cells of one worksheet; its other members are in the parts it builds on (`range-part.ts` says how).
 * https://learn.microsoft.com/javascript/api/excel/excel.range
 */
export class Range extends RangeLooks {
  /** #clear: looks are those of conditional formats, too; notes and comments go with everything */
  clear(applyTo?: unknown): void {
    const what =
      optionalWord(applyTo, "applyTo", [
        "All",
        "Contents",
        "Formats",
        "Hyperlinks",
        "RemoveHyperlinks",
      ]) ?? "All";
    const sheet = sheetOfRange(this);
    const area = areaOf(this);
    clearCells(this.session.workspace, sheet, area, what);
    if (what === "All" || what === "Formats") {
      clearConditionalFormats(this.session.workspace, sheet, [area]);
    }
    if (what !== "All") return;
    clearValidations(this.session.workspace, sheet, [area]);
    clearWords(this.session.workspace, sheet, area);
  }

  /** #copyFrom */
  copyFrom(source: unknown, copyType?: unknown, skipBlanks?: unknown, transpose?: unknown): void {
    this.session.upToDate();
    const from = otherPlace(this, source, "sourceRange");
    copyCells(
      this.session.workspace,
      from,
      { sheet: sheetOfRange(this), area: areaOf(this) },
      {
        what: optionalWord(copyType, "copyType", ["All", "Formulas", "Values", "Formats"]) ?? "All",
        skipBlanks: optionalTruth(skipBlanks, "skipBlanks", false),
        transpose: optionalTruth(transpose, "transpose", false),
      },
    );
  }

  /**
   * #removeDuplicates: rows are the same where the columns show the same texts, whatever the case; the first stays.
   * https://support.microsoft.com/office/find-and-remove-duplicates-00e35bea-b46a-4d5d-b28e-66a552dc138d
   */
  removeDuplicates(columns: unknown, includesHeader: unknown): RemoveDuplicatesResult {
    this.session.upToDate();
    const area = areaOf(this);
    const sheet = sheetOfRange(this);
    const offsets = keyColumns(columns, columnCount(area));
    const headers = optionalTruth(includesHeader, "includesHeader", false) ? 1 : 0;
    const body = { ...area, top: area.top + headers };
    return new RemoveDuplicatesResult(
      removeDuplicateRows(this.session.workspace, sheet, body, (row) =>
        JSON.stringify(
          offsets.map((offset) =>
            textOf(this.session, sheet, row, area.left + offset).toLowerCase(),
          ),
        ),
      ),
    );
  }

  /** #delete */
  delete(shift: unknown): void {
    const rows = word(shift, "shift", ["Up", "Left"]) === "Up";
    moveCells(this, "delete", rows ? "rows" : "columns");
  }

  /** #insert: answers the opened, blank cells */
  insert(shift: unknown): ApiObject {
    const rows = word(shift, "shift", ["Down", "Right"]) === "Down";
    const area = areaOf(this);
    moveCells(this, "insert", rows ? "rows" : "columns");
    return sibling(this, area);
  }

  /** #merge */
  merge(across?: unknown): void {
    const { workspace } = this.session;
    const sheet = sheetOfRange(this);
    const area = areaOf(this);
    mergeCells(workspace, sheet, area, optionalTruth(across, "across", false));
  }

  /** #unmerge */
  unmerge(): void {
    unmergeCells(this.session.workspace, sheetOfRange(this), areaOf(this));
  }

  /** #select: also brings its sheet to the front */
  select(): void {
    selectAreas(this.session.workspace, this.sheetId, [areaOf(this)]);
  }

  /** #calculate */
  calculate(): void {
    const { calculation } = this.session.workspace;
    calculation.cellsChanged(sheetOfRange(this), areaOf(this));
    calculation.recalculate();
  }

  /** #clearOrResetContents: what the Delete key does */
  clearOrResetContents(): void {
    clearCells(this.session.workspace, sheetOfRange(this), areaOf(this), "Contents");
  }

  /** #moveTo: values, formulas and formats; references to the cells follow them */
  moveTo(destination: unknown): void {
    const to = otherPlace(this, destination, "destinationRange");
    moveCellsTo(this.session.workspace, rangePlace(this), to);
  }

  /** #autoFill: the destination must hold the range and extend it in one direction */
  autoFill(destination: unknown, type?: unknown): void {
    const to = otherPlace(this, destination ?? this.address, "destinationRange");
    const how = optionalWord(type, "autoFillType", fillTypes) ?? "FillDefault";
    fillCells(this.session.workspace, sheetOfRange(this), areaOf(this), to.area, how);
  }

  /** #group: one outline level more, of at most eight */
  group(option: unknown): void {
    changeOutline(this.session.workspace, sheetOfRange(this), areaOf(this), axisOf(option), 1);
  }

  /** #ungroup */
  ungroup(option: unknown): void {
    changeOutline(this.session.workspace, sheetOfRange(this), areaOf(this), axisOf(option), -1);
  }

  /** #hideGroupDetails */
  hideGroupDetails(option: unknown): void {
    showDetails(this.session.workspace, sheetOfRange(this), areaOf(this), axisOf(option), false);
  }

  /** #showGroupDetails */
  showGroupDetails(option: unknown): void {
    showDetails(this.session.workspace, sheetOfRange(this), areaOf(this), axisOf(option), true);
  }

  /** #setDirty: the cells are calculated with the next calculation */
  setDirty(): void {
    this.session.workspace.calculation.cellsChanged(sheetOfRange(this), areaOf(this));
  }
}

function axisOf(option: unknown): "rows" | "columns" {
  return word(option, "groupOption", ["ByRows", "ByColumns"]) === "ByRows" ? "rows" : "columns";
}

function moveCells(range: Range, kind: "insert" | "delete", axis: "rows" | "columns"): void {
  shiftCells(range.session.workspace, sheetOfRange(range), areaOf(range), kind, axis);
}

/** The columns a comparison of rows looks at, counted from the range's left. */
function keyColumns(value: unknown, columns: number): readonly number[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw invalidArgument("columns", "at least one column is needed");
  }
  return value.map((column: unknown) => {
    const offset = integer(column, "columns");
    if (offset < 0 || offset >= columns) throw invalidArgument("columns", "no column of the range");
    return offset;
  });
}
