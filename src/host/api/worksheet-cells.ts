import { intersection, maxColumns, maxRows, type Area } from "../model/address";
import { ApiObject } from "../protocol/api-object";
import { HostError, itemNotFound } from "../protocol/host-error";
import { integer, optionalText, optionalTruth, text } from "./arguments";
import { placeOf } from "./range-address";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import { findCells, replaceCells, searchCriteria } from "./range-search";
import { sheetOf, type Session } from "./session";

/** The cells of a worksheet: its ranges, and what is found in them. https://learn.microsoft.com/javascript/api/excel/excel.worksheet */
export abstract class WorksheetCells extends ApiObject {
  readonly className = "Worksheet";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
  ) {
    super();
  }

  /** #replaceAll: answers how many cells were changed */
  replaceAll(wanted: unknown, replacement: unknown, criteria: unknown): number {
    return replaceCells(
      this.session,
      sheetOf(this.session, this.sheetId),
      wholeSheet,
      text(wanted, "text"),
      text(replacement, "replacement"),
      searchCriteria(criteria),
    );
  }

  /** #findAll */
  findAll(wanted: unknown, criteria: unknown): RangeAreas {
    const found = this.findAllOrNullObject(wanted, criteria);
    if (found === null) throw itemNotFound(`'${String(wanted)}' stands nowhere on the sheet`);
    return found;
  }

  /** #findAllOrNullObject */
  findAllOrNullObject(wanted: unknown, criteria: unknown): RangeAreas | null {
    this.session.upToDate();
    const sheet = sheetOf(this.session, this.sheetId);
    const how = searchCriteria(criteria);
    const cells = findCells(this.session, sheet, wholeSheet, text(wanted, "text"), how);
    if (cells.length === 0) return null;
    const areas = cells.map(({ row, column }) => ({
      top: row,
      bottom: row,
      left: column,
      right: column,
    }));
    return new RangeAreas(this.session, this.sheetId, areas);
  }

  /** #getCell */
  getCell(row: unknown, column: unknown): Range {
    const top = integer(row, "row");
    const left = integer(column, "column");
    return new Range(this.session, this.sheetId, checked({ top, bottom: top, left, right: left }));
  }

  /** #getRange: an address or a name; without one the whole sheet */
  getRange(address?: unknown): Range {
    const wanted = optionalText(address, "address");
    if (wanted === null || wanted === "") {
      return new Range(this.session, this.sheetId, wholeSheet);
    }
    const home = sheetOf(this.session, this.sheetId);
    const place = placeOf(this.session, home, wanted, "address");
    return new Range(this.session, place.sheet.id, place.area);
  }

  /** #getRanges: addresses separated by commas */
  getRanges(address?: unknown): RangeAreas {
    const home = sheetOf(this.session, this.sheetId);
    const wanted = optionalText(address, "address");
    const areas =
      wanted === null
        ? [wholeSheet]
        : wanted.split(",").map((one) => placeOf(this.session, home, one, "address").area);
    return new RangeAreas(this.session, this.sheetId, areas);
  }

  /** #getRangeByIndexes */
  getRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): Range {
    const top = integer(row, "startRow");
    const left = integer(column, "startColumn");
    const bottom = top + integer(rows, "rowCount") - 1;
    const right = left + integer(columns, "columnCount") - 1;
    return new Range(this.session, this.sheetId, checked({ top, left, bottom, right }));
  }

  /** #getUsedRange: A1 on an empty sheet */
  getUsedRange(valuesOnly?: unknown): Range {
    return (
      this.getUsedRangeOrNullObject(valuesOnly) ??
      new Range(this.session, this.sheetId, { top: 0, left: 0, bottom: 0, right: 0 })
    );
  }

  /** #getUsedRangeOrNullObject */
  getUsedRangeOrNullObject(valuesOnly?: unknown): Range | null {
    const sheet = sheetOf(this.session, this.sheetId);
    const used = sheet.cells.usedArea(optionalTruth(valuesOnly, "valuesOnly", false));
    return used === null ? null : new Range(this.session, this.sheetId, used);
  }
}

const wholeSheet: Area = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };

function checked(area: Area): Area {
  const inside = intersection(area, wholeSheet);
  const whole =
    inside !== null &&
    inside.top === area.top &&
    inside.left === area.left &&
    inside.bottom === area.bottom &&
    inside.right === area.right;
  if (!whole || area.bottom < area.top || area.right < area.left) {
    throw new HostError("InvalidArgument", "The range would lie outside the worksheet.");
  }
  return area;
}
