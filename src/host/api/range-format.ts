import { columnCount, maxColumns, maxRows, rowCount, type Area } from "../model/address";
import { charactersOfPoints, columnPoints, rowPoints } from "../model/sizes";
import { restyle } from "../edit/cells";
import { refuseUnlessAllowed } from "../edit/protection";
import { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { integer, number, truth } from "./arguments";
import { alignment, locks } from "./look-properties";
import { AreaLooks, type Looks } from "./looks";
import { serve } from "./properties";
import { RangeBorderCollection } from "./range-borders";
import { textOf } from "./range-cells";
import { RangeFill } from "./range-fill";
import { RangeFont } from "./range-font";
import { sheetOf, type Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeformat */
export class RangeFormat extends ApiObject {
  readonly className = "RangeFormat";
  readonly looks: AreaLooks;

  constructor(session: Session, sheetId: string, areas: readonly Area[]) {
    super();
    this.looks = new AreaLooks(session, sheetId, areas);
  }

  /** #columnWidth, in points */
  get columnWidth(): number | null {
    return sharedSize(this.looks, "left", "right", columnPoints);
  }

  set columnWidth(value: unknown) {
    const characters = charactersOfPoints(atLeastZero(value, "columnWidth"));
    resize(this.looks, "columns", characters);
  }

  /** #rowHeight, in points */
  get rowHeight(): number | null {
    return sharedSize(this.looks, "top", "bottom", rowPoints);
  }

  set rowHeight(value: unknown) {
    resize(this.looks, "rows", atLeastZero(value, "rowHeight"));
  }

  /** #useStandardWidth; setting false changes nothing */
  get useStandardWidth(): boolean | null {
    return sharedSize(this.looks, "left", "right", (sheet, at) => !sheet.columnWidths.has(at));
  }

  set useStandardWidth(value: unknown) {
    if (truth(value, "useStandardWidth")) resize(this.looks, "columns", null);
  }

  /** #useStandardHeight; setting false changes nothing */
  get useStandardHeight(): boolean | null {
    return sharedSize(this.looks, "top", "bottom", (sheet, at) => !sheet.rowHeights.has(at));
  }

  set useStandardHeight(value: unknown) {
    if (truth(value, "useStandardHeight")) resize(this.looks, "rows", null);
  }

  /** #adjustIndent: between 0 and 250 */
  adjustIndent(amount: unknown): void {
    const by = integer(amount, "amount");
    const { session, sheetId, areas } = this.looks;
    for (const area of areas) {
      restyle(session.workspace, sheetOf(session, sheetId), area, (style) => ({
        ...style,
        indent: Math.min(250, Math.max(0, (style.indent ?? 0) + by)) || undefined,
      }));
    }
  }

  /** #autofitColumns: by the length of the shown texts, wide signs counted twice */
  autofitColumns(): void {
    this.looks.session.upToDate();
    const { session, sheetId, areas } = this.looks;
    const sheet = sheetOf(session, sheetId);
    refuseUnlessAllowed(session.workspace, sheet, "allowFormatColumns");
    session.workspace.history.layers(sheet);
    const widest = new Map<number, number>();
    for (const area of areas) {
      for (const { row, column } of sheet.cells.filled(area)) {
        const width = textWidth(textOf(session, sheet, row, column));
        widest.set(column, Math.max(widest.get(column) ?? 0, width));
      }
    }
    for (const [column, width] of widest) {
      sheet.columnWidths.set(column, Math.min(255, width + 1.7));
    }
  }

  /** #autofitRows: rows return to the height of their text */
  autofitRows(): void {
    const { session, sheetId, areas } = this.looks;
    const sheet = sheetOf(session, sheetId);
    refuseUnlessAllowed(session.workspace, sheet, "allowFormatRows");
    session.workspace.history.layers(sheet);
    for (const area of areas) {
      for (const row of [...sheet.rowHeights.keys()]) {
        if (row >= area.top && row <= area.bottom) sheet.rowHeights.delete(row);
      }
    }
  }
}

serve(RangeFormat, {
  fill: ({ looks }) => new RangeFill(looks),
  font: ({ looks }) => new RangeFont(looks),
  borders: ({ looks }) => new RangeBorderCollection(looks),
  protection: ({ looks }) => new FormatProtection(looks),
  ...alignment,
});

type LinedSheet = ReturnType<typeof sheetOf>;

function textWidth(shown: string): number {
  let width = 0;
  for (const sign of shown) width += /[\u1100-\uFFEF]/.test(sign) ? 2 : 1;
  return width;
}

function atLeastZero(value: unknown, argument: string): number {
  const points = number(value, argument);
  if (points < 0) throw invalidArgument(argument, "0 or more");
  return points;
}

function sharedSize<T>(
  looks: AreaLooks,
  first: "left" | "top",
  last: "right" | "bottom",
  size: (sheet: LinedSheet, index: number) => T,
): T | null {
  const sheet = sheetOf(looks.session, looks.sheetId);
  const sizes = new Set<T>();
  for (const area of looks.areas) {
    for (let index = area[first]; index <= area[last] && sizes.size < 2; index++) {
      sizes.add(size(sheet, index));
    }
  }
  const [only] = sizes;
  return sizes.size === 1 ? (only ?? null) : null;
}

/** Gives rows or columns their size, or the sheet's standard for null; all of them at once change the standard. */
function resize(looks: AreaLooks, axis: "rows" | "columns", size: number | null): void {
  const { session, sheetId, areas } = looks;
  const sheet = sheetOf(session, sheetId);
  const rows = axis === "rows";
  refuseUnlessAllowed(session.workspace, sheet, rows ? "allowFormatRows" : "allowFormatColumns");
  session.workspace.history.layers(sheet);
  const sizes = rows ? sheet.rowHeights : sheet.columnWidths;
  for (const area of areas) {
    const all = rows ? rowCount(area) === maxRows : columnCount(area) === maxColumns;
    if (all) {
      sizes.clear();
      if (size === null) continue;
      if (rows) sheet.standardHeight = size;
      else sheet.standardWidth = size;
      continue;
    }
    const [first, last] = rows ? [area.top, area.bottom] : [area.left, area.right];
    for (let index = first; index <= last; index++) {
      if (size === null) sizes.delete(index);
      else sizes.set(index, size);
    }
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.formatprotection */
export class FormatProtection extends ApiObject {
  readonly className = "FormatProtection";

  constructor(readonly looks: Looks) {
    super();
  }
}

serve(FormatProtection, locks);
