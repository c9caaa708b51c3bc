import type { Area } from "../model/address";
import type { Border, BorderEdge, CellStyle, LooseStyle } from "../model/style";
import { restyle } from "../edit/cells";
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

/** Whose looks fill, font, borders and the like speak of: cells, or a named style. */
export interface Looks {
  /** What all share, or null where they differ. */
  shared<T>(read: (style: CellStyle) => T): T | null;
  /** Members set to undefined go. */
  change(change: LooseStyle): void;
  sharedBorder<T>(edge: Edge, read: (found: Border) => T): T | null;
  changeBorder(edge: Edge, change: Partial<Border>): void;
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

  change(change: LooseStyle): void {
    const sheet = sheetOf(this.session, this.sheetId);
    for (const area of this.areas) {
      restyle(this.session.workspace, sheet, area, (style) => ({ ...style, ...change }));
    }
  }

  sharedBorder<T>(edge: Edge, read: (found: Border) => T): T | null {
    const sheet = sheetOf(this.session, this.sheetId);
    return agreed(
      this.areas.flatMap((area) =>
        cellsAlong(area, edge).map(({ area: cells, side }) =>
          common(sheet, cells, (style) => read(borderAt(style, side))),
        ),
      ),
    );
  }

  changeBorder(edge: Edge, change: Partial<Border>): void {
    const sheet = sheetOf(this.session, this.sheetId);
    for (const area of this.areas) {
      for (const { area: cells, side } of cellsAlong(area, edge)) {
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
export function withBorder(
  style: CellStyle,
  side: BorderEdge,
  change: Partial<Border>,
): LooseStyle {
  const base: Border = style.borders?.[side] ?? { ...noBorder, style: "Continuous" };
  const next: Border = { ...base, ...change };
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
