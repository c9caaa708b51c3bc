import type { Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import { fixedReference } from "../calc/reference-text";
import { ApiObject, asFormula, referable } from "../protocol/api-object";
import { invalidArgument, invalidReference } from "../protocol/host-error";
import { object, text } from "./arguments";
import { insideSheet, placeOf } from "./range-address";
import { sheetOf, type Session } from "./session";

/**
 * What every part of `Range` stands on. The class has over a hundred members, so it is written as a row of parts, each
 * about one thing and each building on the one before: places, contents, finds, looks, and last `Range` itself.
 * https://learn.microsoft.com/javascript/api/excel/excel.range
 */
export abstract class RangePart extends ApiObject {
  readonly className = "Range";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    /** Moves with inserted and deleted cells while a client holds a reference; null once all its cells are gone. */
    public place: Area | null,
  ) {
    super();
  }

  override [referable](): boolean {
    return true;
  }

  override [asFormula](): string {
    return fixedReference(sheetOfRange(this).name, areaOf(this));
  }
}

/** @throws HostError InvalidReference where the range's cells were deleted */
export function areaOf(range: RangePart): Area {
  if (range.place === null) throw invalidReference("its cells have been deleted");
  return range.place;
}

export function sheetOfRange(range: RangePart): Sheet {
  return sheetOf(range.session, range.sheetId);
}

export function rangePlace(range: RangePart): { readonly sheet: Sheet; readonly area: Area } {
  return { sheet: sheetOfRange(range), area: areaOf(range) };
}

/** The cells an argument names: a range, or an address seen from a sheet. */
export function placeGiven(
  session: Session,
  home: Sheet,
  value: unknown,
  argument: string,
): { readonly sheet: Sheet; readonly area: Area } {
  return value instanceof RangePart
    ? rangePlace(value)
    : placeOf(session, home, text(value, argument), argument);
}

/** The one cell an argument names. @throws HostError InvalidArgument for more than one */
export function cellGiven(
  session: Session,
  home: Sheet,
  value: unknown,
  argument: string,
): { readonly sheet: Sheet; readonly row: number; readonly column: number } {
  const { sheet, area } = placeGiven(session, home, value, argument);
  if (area.top !== area.bottom || area.left !== area.right) {
    throw invalidArgument(argument, "one cell is needed");
  }
  return { sheet, row: area.top, column: area.left };
}

/** Another range of the same sheet. @throws HostError InvalidArgument where it would lie outside the sheet */
export function sibling(range: RangePart, area: Area): ApiObject {
  return range.session.objects.range(range.sheetId, insideSheet(area));
}

/** The cells an argument names: a range, or an address seen from this range's sheet. */
export function otherPlace(
  range: RangePart,
  other: unknown,
  argument: string,
): { readonly sheet: Sheet; readonly area: Area } {
  if (typeof other !== "string") return rangePlace(object(other, argument, RangePart));
  return placeOf(range.session, sheetOfRange(range), other, argument);
}
