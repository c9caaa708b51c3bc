import {
  columnCount,
  intersection,
  maxColumns,
  maxRows,
  rowCount,
  type Area,
} from "../model/address";
import { clearCells } from "../edit/cells";
import { applyStyle } from "../edit/named-styles";
import { selectAreas } from "../edit/select";
import { specialCells, specialKinds, specialValues } from "../edit/special-cells";
import { ApiObject, items, referable } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer, optionalTruth, optionalWord, text, word } from "./arguments";
import { DataValidation } from "./data-validation";
import { fullAddress, insideSheet } from "./range-address";
import type { Range } from "./range";
import { common } from "./range-cells";
import { RangeCollection } from "./range-collection";
import { RangeFormat } from "./range-format";
import { placeGiven } from "./range-part";
import { sheetOf, type Session } from "./session";

/** Several ranges of one sheet. https://learn.microsoft.com/javascript/api/excel/excel.rangeareas */
export class RangeAreas extends ApiObject {
  readonly className = "RangeAreas";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    /** Moves with inserted and deleted cells while a client holds a reference. */
    public places: readonly Area[],
  ) {
    super();
  }

  override [referable](): boolean {
    return true;
  }

  /** #address */
  get address(): string {
    const sheet = sheetOf(this.session, this.sheetId);
    return this.places.map((area) => fullAddress(sheet, area)).join(",");
  }

  /** #areaCount */
  get areaCount(): number {
    return this.places.length;
  }

  /** #cellCount */
  get cellCount(): number {
    return this.places.reduce((sum, area) => sum + rowCount(area) * columnCount(area), 0);
  }

  /** #areas */
  get areas(): RangeCollection {
    return new RangeCollection(this.session, this.sheetId, this.places);
  }

  /** #addressLocal */
  get addressLocal(): string {
    return this.address;
  }

  /** #isEntireColumn */
  get isEntireColumn(): boolean {
    return this.places.every((area) => rowCount(area) === maxRows);
  }

  /** #isEntireRow */
  get isEntireRow(): boolean {
    return this.places.every((area) => columnCount(area) === maxColumns);
  }

  /** #style */
  get style(): string | null {
    const sheet = sheetOf(this.session, this.sheetId);
    const names = new Set(
      this.places.map((area) => common(sheet, area, (look) => look.styleName ?? "Normal")),
    );
    const [only] = names;
    return names.size === 1 ? (only ?? null) : null;
  }

  set style(value: unknown) {
    const sheet = sheetOf(this.session, this.sheetId);
    applyStyle(this.session.workspace, sheet, this.places, text(value, "style"));
  }

  /** #worksheet */
  get worksheet(): ApiObject {
    return this.session.objects.worksheet(this.sheetId);
  }

  /** #conditionalFormats */
  get conditionalFormats(): ApiObject {
    return this.session.objects.conditionalFormats(this.sheetId, this.places);
  }

  /** #dataValidation */
  get dataValidation(): DataValidation {
    return new DataValidation(this.session, this.sheetId, this.places);
  }

  /** #format */
  get format(): RangeFormat {
    return new RangeFormat(this.session, this.sheetId, this.places);
  }

  /** #clear */
  clear(applyTo?: unknown): void {
    const what = optionalWord(applyTo, "applyTo", ["All", "Contents", "Formats"]) ?? "All";
    for (const area of this.places) {
      clearCells(this.session.workspace, sheetOf(this.session, this.sheetId), area, what);
    }
  }

  /** #copyFrom: as into each of its ranges */
  copyFrom(source: unknown, copyType?: unknown, skipBlanks?: unknown, transpose?: unknown): void {
    for (const range of rangesOf(this)) range.copyFrom(source, copyType, skipBlanks, transpose);
  }

  /** #calculate */
  calculate(): void {
    for (const range of rangesOf(this)) range.calculate();
  }

  /** #setDirty */
  setDirty(): void {
    for (const range of rangesOf(this)) range.setDirty();
  }

  /** #clearOrResetContents */
  clearOrResetContents(): void {
    for (const range of rangesOf(this)) range.clearOrResetContents();
  }

  /** #getEntireColumn */
  getEntireColumn(): RangeAreas {
    return moved(this, (area) => ({ ...area, top: 0, bottom: maxRows - 1 }));
  }

  /** #getEntireRow */
  getEntireRow(): RangeAreas {
    return moved(this, (area) => ({ ...area, left: 0, right: maxColumns - 1 }));
  }

  /** #getIntersection; ItemNotFound where they do not meet */
  getIntersection(other: unknown): RangeAreas {
    return found(this.getIntersectionOrNullObject(other), "the ranges do not intersect");
  }

  /** #getIntersectionOrNullObject */
  getIntersectionOrNullObject(other: unknown): RangeAreas | null {
    const places = placesOf(this, other);
    return some(
      this,
      this.places.flatMap((area) => places.flatMap((one) => intersection(area, one) ?? [])),
    );
  }

  /** #getOffsetRangeAreas */
  getOffsetRangeAreas(rowOffset: unknown, columnOffset: unknown): RangeAreas {
    const down = integer(rowOffset, "rowOffset");
    const across = integer(columnOffset, "columnOffset");
    return moved(this, (area) => ({
      top: area.top + down,
      bottom: area.bottom + down,
      left: area.left + across,
      right: area.right + across,
    }));
  }

  /** #getSpecialCells; ItemNotFound where no cell is of that kind */
  getSpecialCells(cellType: unknown, cellValueType?: unknown): RangeAreas {
    const areas = this.getSpecialCellsOrNullObject(cellType, cellValueType);
    return found(areas, "no cell of the ranges is of that kind");
  }

  /** #getSpecialCellsOrNullObject */
  getSpecialCellsOrNullObject(cellType: unknown, cellValueType?: unknown): RangeAreas | null {
    this.session.upToDate();
    const kind = word(cellType, "cellType", specialKinds);
    const of = optionalWord(cellValueType, "cellValueType", specialValues) ?? "All";
    return some(this, specialCells(sheetOf(this.session, this.sheetId), this.places, kind, of));
  }

  /** #getTables */
  getTables(fullyContained?: unknown): ApiObject {
    const whole = optionalTruth(fullyContained, "fullyContained", false);
    return this.session.objects.tablesWithin(this.sheetId, this.places, whole);
  }

  /** #getUsedRangeAreas; ItemNotFound where none of its cells is used */
  getUsedRangeAreas(valuesOnly?: unknown): RangeAreas {
    return found(this.getUsedRangeAreasOrNullObject(valuesOnly), "no cell of the ranges is used");
  }

  /** #getUsedRangeAreasOrNullObject */
  getUsedRangeAreasOrNullObject(valuesOnly?: unknown): RangeAreas | null {
    const only = optionalTruth(valuesOnly, "valuesOnly", false);
    const used = sheetOf(this.session, this.sheetId).cells.usedArea(only);
    if (used === null) return null;
    return some(
      this,
      this.places.flatMap((area) => intersection(area, used) ?? []),
    );
  }

  /** #select: also brings its sheet to the front */
  select(): void {
    selectAreas(this.session.workspace, this.sheetId, this.places);
  }
}

function rangesOf({ session, sheetId, places }: RangeAreas): readonly Range[] {
  return new RangeCollection(session, sheetId, places)[items]();
}

function moved({ session, sheetId, places }: RangeAreas, move: (area: Area) => Area): RangeAreas {
  return new RangeAreas(session, sheetId, places.map(move).map(insideSheet));
}

function some({ session, sheetId }: RangeAreas, places: readonly Area[]): RangeAreas | null {
  return places.length === 0 ? null : new RangeAreas(session, sheetId, places);
}

function found(areas: RangeAreas | null, why: string): RangeAreas {
  if (areas === null) throw itemNotFound(why);
  return areas;
}

/** The cells of this sheet that a range, ranges or an address name. */
function placesOf(of: RangeAreas, other: unknown): readonly Area[] {
  if (other instanceof RangeAreas) return other.sheetId === of.sheetId ? other.places : [];
  const home = sheetOf(of.session, of.sheetId);
  const { sheet, area } = placeGiven(of.session, home, other, "anotherRange");
  return sheet === home ? [area] : [];
}
