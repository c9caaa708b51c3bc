import { maxColumns, maxRows, type Area } from "../model/address";
import type { Sheet } from "../model/sheet";
import type { Border, BorderEdge, CellStyle, LooseStyle } from "../model/style";
import { restyle } from "../edit/cells";
import { refuseWhileProtected } from "../edit/protection";
import { common } from "./range-cells";
import { sheetOf, type Session } from "./session";

/** The edges an object of the API speaks of; the inside ones are those between the cells of an area. */
export const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
export type Edge = (typeof edges)[number];

export type BorderChange = Partial<Border> | ((line: Border) => Partial<Border>);

/** Whose looks fill, font, borders and the like speak of: cells, or a named style. */
export interface Looks {
  /** What all share, or null where they differ. */
  shared<T>(read: (style: CellStyle) => T): T | null;
  /** Members set to undefined go; what depends on a cell's own looks is asked for each of them. */
  change(change: LooseStyle | ((style: CellStyle) => LooseStyle)): void;
  sharedBorder<T>(edge: Edge, read: (found: Border) => T): T | null;
  changeBorder(edge: Edge, change: BorderChange): void;
  /** Which cells are locked cannot be changed on a protected sheet, whatever else it allows. */
  refuseWhileProtected(): void;
}

/** The looks of the cells of some areas. */
export class AreaLooks implements Looks {
  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly areas: readonly Area[],
  ) {}

  shared<T>(read: (style: CellStyle) => T): T | null {
    const sheet = sheetOf(this.session, this.sheetId);
    return agreed(this.areas.map((area) => common(sheet, area, read)));
  }

  refuseWhileProtected(): void {
    refuseWhileProtected(this.session.workspace, sheetOf(this.session, this.sheetId));
  }

  change(change: LooseStyle | ((style: CellStyle) => LooseStyle)): void {
    const sheet = sheetOf(this.session, this.sheetId);
    const next = typeof change === "function" ? change : () => change;
    for (const area of this.areas) {
      restyle(this.session.workspace, sheet, area, (style) => ({ ...style, ...next(style) }));
    }
  }

  sharedBorder<T>(edge: Edge, read: (found: Border) => T): T | null {
    const sheet = sheetOf(this.session, this.sheetId);
    return agreed(
      this.areas.flatMap((area) =>
        cellsAlong(area, edge).map(({ area: cells, side }) =>
          commonBorder(sheet, cells, side, read),
        ),
      ),
    );
  }

  changeBorder(edge: Edge, change: BorderChange): void {
    const sheet = sheetOf(this.session, this.sheetId);
    for (const area of this.areas) {
      for (const { area: cells, side } of cellsAlong(area, edge)) {
        takeOver(this.session, sheet, cells, side);
        restyle(this.session.workspace, sheet, cells, (style) => withBorder(style, side, change));
      }
    }
  }
}

function agreed<T>(values: readonly (T | null)[]): T | null {
  const [only, ...others] = new Set(values);
  return others.length === 0 ? (only ?? null) : null;
}

const noBorder: Border = { style: "None", weight: "Thin", color: "#000000" };

export function borderAt(style: CellStyle, side: BorderEdge): Border {
  return style.borders?.[side] ?? noBorder;
}

/** A colour or weight given to a missing line makes it a continuous one, as in Excel; "None" takes the line away. */
export function withBorder(style: CellStyle, side: BorderEdge, change: BorderChange): LooseStyle {
  // What depends on the line as it is, says nothing of one that is not there.
  if (typeof change === "function" && style.borders?.[side] === undefined) return style;
  const base: Border = style.borders?.[side] ?? { ...noBorder, style: "Continuous" };
  const next: Border = { ...base, ...(typeof change === "function" ? change(base) : change) };
  const { [side]: _removed, ...others } = style.borders ?? {};
  const borders = next.style === "None" ? others : { ...others, [side]: next };
  return { ...style, borders: Object.keys(borders).length === 0 ? undefined : borders };
}

/** One edge of an area: the cells along it, and the side of those cells. */
function cellsAlong(area: Area, edge: Edge): { area: Area; side: BorderEdge }[] {
  switch (edge) {
    case "EdgeTop":
      return [{ area: { ...area, bottom: area.top }, side: edge }];
    case "EdgeBottom":
      return [{ area: { ...area, top: area.bottom }, side: edge }];
    case "EdgeLeft":
      return [{ area: { ...area, right: area.left }, side: edge }];
    case "EdgeRight":
      return [{ area: { ...area, left: area.right }, side: edge }];
    case "InsideHorizontal":
      return area.top === area.bottom
        ? []
        : [{ area: { ...area, bottom: area.bottom - 1 }, side: "EdgeBottom" }];
    case "InsideVertical":
      return area.left === area.right
        ? []
        : [{ area: { ...area, right: area.right - 1 }, side: "EdgeRight" }];
    case "DiagonalDown":
    case "DiagonalUp":
      return [{ area, side: edge }];
  }
}

const opposite: Readonly<Partial<Record<BorderEdge, BorderEdge>>> = {
  EdgeTop: "EdgeBottom",
  EdgeBottom: "EdgeTop",
  EdgeLeft: "EdgeRight",
  EdgeRight: "EdgeLeft",
};

/** The cells on the other side of a line along these cells, and their side; null at the sheet's edge and for diagonals. */
function acrossFrom(cells: Area, side: BorderEdge): { area: Area; side: BorderEdge } | null {
  const there = opposite[side];
  if (there === undefined) return null;
  const rows = side === "EdgeTop" ? -1 : side === "EdgeBottom" ? 1 : 0;
  const columns = side === "EdgeLeft" ? -1 : side === "EdgeRight" ? 1 : 0;
  const area: Area = {
    top: cells.top + rows,
    bottom: cells.bottom + rows,
    left: cells.left + columns,
    right: cells.right + columns,
  };
  const onSheet =
    area.top >= 0 && area.left >= 0 && area.bottom < maxRows && area.right < maxColumns;
  return onSheet ? { area, side: there } : null;
}

/** What the lines along these cells have in common. A line between two cells may be kept by either of them. */
function commonBorder<T>(
  sheet: Sheet,
  cells: Area,
  side: BorderEdge,
  read: (found: Border) => T,
): T | null {
  const across = acrossFrom(cells, side);
  const keptHere = common(sheet, cells, (style) => style.borders?.[side] !== undefined);
  if (keptHere !== false || across === null) {
    return common(sheet, cells, (style) => read(borderAt(style, side)));
  }
  return common(sheet, across.area, (style) => read(borderAt(style, across.side)));
}

/** One line, kept once: what the cells across keep of it moves over to these cells. */
function takeOver(session: Session, sheet: Sheet, cells: Area, side: BorderEdge): void {
  const across = acrossFrom(cells, side);
  if (across === null) return;
  const kept = common(sheet, across.area, (style) => style.borders?.[across.side] !== undefined);
  if (kept === false) return;
  const line = common(sheet, across.area, (style) => borderAt(style, across.side));
  restyle(session.workspace, sheet, across.area, (style) =>
    withBorder(style, across.side, { style: "None" }),
  );
  const missing = common(sheet, cells, (style) => style.borders?.[side] === undefined);
  if (line === null || missing !== true) return;
  restyle(session.workspace, sheet, cells, (style) => withBorder(style, side, line));
}
