import { areaAddress, type Area } from "../model/address";
import { apiValue, cellLimit } from "../edit/cells";
import { lookOf } from "../edit/cell-looks";
import { toR1C1 } from "../calc/r1c1";
import { ApiObject, items, referable } from "../protocol/api-object";
import { HostError } from "../protocol/host-error";
import { OrderedCollection } from "./collections";
import { cellValueJson, type CellValueJson } from "./cell-values";
import { textOf, valueType } from "./range-cells";
import { sheetOf, type Session } from "./session";

/** The shown cells of a range. https://learn.microsoft.com/javascript/api/excel/excel.rangeview */
export class RangeView extends ApiObject {
  readonly className = "RangeView";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly area: Area,
    /** The place of a row's view among the shown rows; 0 for the whole. */
    readonly place = 0,
  ) {
    super();
  }

  override [referable](): boolean {
    return true;
  }

  /** #index */
  get index(): number {
    return this.place;
  }

  /** #rowCount */
  get rowCount(): number {
    return shown(this).rows.length;
  }

  /** #columnCount */
  get columnCount(): number {
    return shown(this).columns.length;
  }

  /** #cellAddresses */
  get cellAddresses(): string[][] {
    return each(this, (row, column) =>
      areaAddress({ top: row, bottom: row, left: column, right: column }),
    );
  }

  /** #values */
  get values(): (string | number | boolean)[][] {
    const { cells } = sheetOf(this.session, this.sheetId);
    return each(this, (row, column) => apiValue(cells.value(row, column)));
  }

  /** #valueTypes */
  get valueTypes(): string[][] {
    const { cells } = sheetOf(this.session, this.sheetId);
    return each(this, (row, column) => valueType(cells.value(row, column)));
  }

  /** #valuesAsJson */
  get valuesAsJson(): CellValueJson[][] {
    const { cells } = sheetOf(this.session, this.sheetId);
    return each(this, (row, column) => cellValueJson(cells.value(row, column)));
  }

  /** #valuesAsJsonLocal */
  get valuesAsJsonLocal(): CellValueJson[][] {
    return this.valuesAsJson;
  }

  /** #text */
  get text(): string[][] {
    const sheet = sheetOf(this.session, this.sheetId);
    return each(this, (row, column) => textOf(this.session, sheet, row, column));
  }

  /** #formulas */
  get formulas(): (string | number | boolean)[][] {
    const { cells } = sheetOf(this.session, this.sheetId);
    return each(
      this,
      (row, column) => cells.formula(row, column)?.text ?? apiValue(cells.value(row, column)),
    );
  }

  /** #formulasLocal */
  get formulasLocal(): (string | number | boolean)[][] {
    return this.formulas;
  }

  /** #formulasR1C1 */
  get formulasR1C1(): (string | number | boolean)[][] {
    const { cells } = sheetOf(this.session, this.sheetId);
    return each(this, (row, column) => {
      const formula = cells.formula(row, column);
      return formula === undefined
        ? apiValue(cells.value(row, column))
        : toR1C1(formula.text, row, column);
    });
  }

  /** #numberFormat */
  get numberFormat(): string[][] {
    const sheet = sheetOf(this.session, this.sheetId);
    return each(this, (row, column) => lookOf(sheet, row, column).numberFormat ?? "General");
  }

  /** #rows */
  get rows(): RangeViewCollection {
    return new RangeViewCollection(this.session, this.sheetId, this.area);
  }

  /** #getRange */
  getRange(): ApiObject {
    return this.session.objects.range(this.sheetId, this.area);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeviewcollection */
export class RangeViewCollection extends OrderedCollection<RangeView> {
  readonly className = "RangeViewCollection";
  readonly itemName = "the row";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly area: Area,
  ) {
    super();
  }

  override [items](): readonly RangeView[] {
    const { rows } = shown(new RangeView(this.session, this.sheetId, this.area));
    return rows.map((row, index) => {
      const line = { ...this.area, top: row, bottom: row };
      return new RangeView(this.session, this.sheetId, line, index);
    });
  }
}

function shown({ session, sheetId, area }: RangeView): { rows: number[]; columns: number[] } {
  const sheet = sheetOf(session, sheetId);
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > cellLimit) {
    throw new HostError("RangeExceedsLimit", `The limit is ${cellLimit} cells.`);
  }
  const rows: number[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    if (!sheet.hiddenRows.has(row) && !sheet.filteredRows.has(row)) rows.push(row);
  }
  const columns: number[] = [];
  for (let column = area.left; column <= area.right; column++) {
    if (!sheet.hiddenColumns.has(column)) columns.push(column);
  }
  return { rows, columns };
}

function each<T>(view: RangeView, read: (row: number, column: number) => T): T[][] {
  const { rows, columns } = shown(view);
  return rows.map((row) => columns.map((column) => read(row, column)));
}
