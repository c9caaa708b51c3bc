import type { Area } from "../model/address";
import {
  defaultFont,
  type Border,
  type BorderEdge,
  type CellStyle,
  type LooseStyle,
  type HorizontalAlignment,
  type VerticalAlignment,
} from "../model/style";
import { refuseProtected, restyle } from "../edit/cells";
import { ApiCollection, ApiObject, identity, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { color, integer, number, text, truth, word } from "./arguments";
import { common, textOf } from "./range-cells";
import { sheetOf, type Session } from "./session";

/** The cells whose looks an object speaks of. */
class Looks {
  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly areas: readonly Area[],
  ) {}

  /** What all cells share, or null where they differ. */
  shared<T>(read: (style: CellStyle) => T): T | null {
    const sheet = sheetOf(this.session, this.sheetId);
    const values = new Set(this.areas.map((area) => common(sheet, area, read)));
    const [only] = values;
    return values.size === 1 ? (only ?? null) : null;
  }

  change(change: Partial<Record<keyof CellStyle, unknown>>): void {
    const sheet = sheetOf(this.session, this.sheetId);
    for (const area of this.areas) {
      restyle(
        this.session.workspace,
        sheet,
        area,
        (style) => ({ ...style, ...change }) as LooseStyle,
      );
    }
  }
}

/** Points per character of the default font's digits, the unit of stored column widths. */
const pointsPerCharacter = 5.25;
const defaultCharacters = 8.43;
const defaultHeight = 15;

const horizontals: readonly HorizontalAlignment[] = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
];
const verticals: readonly VerticalAlignment[] = [
  "Top",
  "Center",
  "Bottom",
  "Justify",
  "Distributed",
];

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeformat */
export class RangeFormat extends ApiObject {
  readonly className = "RangeFormat";
  readonly looks: Looks;

  constructor(session: Session, sheetId: string, areas: readonly Area[]) {
    super();
    this.looks = new Looks(session, sheetId, areas);
  }

  get fill(): RangeFill {
    return new RangeFill(this.looks);
  }

  get font(): RangeFont {
    return new RangeFont(this.looks);
  }

  get borders(): RangeBorderCollection {
    return new RangeBorderCollection(this.looks);
  }

  get protection(): FormatProtection {
    return new FormatProtection(this.looks);
  }

  get horizontalAlignment(): string | null {
    return this.looks.shared((style) => style.horizontal ?? "General");
  }

  set horizontalAlignment(value: unknown) {
    this.looks.change({ horizontal: word(value, "horizontalAlignment", horizontals) });
  }

  get verticalAlignment(): string | null {
    return this.looks.shared((style) => style.vertical ?? "Bottom");
  }

  set verticalAlignment(value: unknown) {
    this.looks.change({ vertical: word(value, "verticalAlignment", verticals) });
  }

  get wrapText(): boolean | null {
    return this.looks.shared((style) => style.wrapText ?? false);
  }

  set wrapText(value: unknown) {
    this.looks.change({ wrapText: truth(value, "wrapText") || undefined });
  }

  get shrinkToFit(): boolean | null {
    return this.looks.shared((style) => style.shrinkToFit ?? false);
  }

  set shrinkToFit(value: unknown) {
    this.looks.change({ shrinkToFit: truth(value, "shrinkToFit") || undefined });
  }

  get indentLevel(): number | null {
    return this.looks.shared((style) => style.indent ?? 0);
  }

  set indentLevel(value: unknown) {
    this.looks.change({ indent: integer(value, "indentLevel") || undefined });
  }

  get textOrientation(): number | null {
    return this.looks.shared((style) => style.textOrientation ?? 0);
  }

  set textOrientation(value: unknown) {
    this.looks.change({ textOrientation: integer(value, "textOrientation") || undefined });
  }

  /** #columnWidth, in points */
  get columnWidth(): number | null {
    return sharedSize(
      this.looks,
      "left",
      "right",
      (sheet, column) => (sheet.columnWidths.get(column) ?? defaultCharacters) * pointsPerCharacter,
    );
  }

  set columnWidth(value: unknown) {
    const characters = number(value, "columnWidth") / pointsPerCharacter;
    resize(this.looks, "left", "right", (sheet, column) =>
      sheet.columnWidths.set(column, characters),
    );
  }

  /** #rowHeight, in points */
  get rowHeight(): number | null {
    return sharedSize(
      this.looks,
      "top",
      "bottom",
      (sheet, row) => sheet.rowHeights.get(row) ?? defaultHeight,
    );
  }

  set rowHeight(value: unknown) {
    const points = number(value, "rowHeight");
    resize(this.looks, "top", "bottom", (sheet, row) => sheet.rowHeights.set(row, points));
  }

  /** #autofitColumns: by the length of the shown texts, wide signs counted twice */
  autofitColumns(): void {
    const { session, sheetId, areas } = this.looks;
    const sheet = sheetOf(session, sheetId);
    session.workspace.history.layers(sheet);
    const widest = new Map<number, number>();
    for (const area of areas) {
      refuseProtected(session.workspace, sheet, area);
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
    session.workspace.history.layers(sheet);
    for (const area of areas) {
      for (const row of [...sheet.rowHeights.keys()]) {
        if (row >= area.top && row <= area.bottom) sheet.rowHeights.delete(row);
      }
    }
  }
}

type LinedSheet = ReturnType<typeof sheetOf>;

function textWidth(shown: string): number {
  let width = 0;
  for (const sign of shown) width += /[\u1100-\uFFEF]/.test(sign) ? 2 : 1;
  return width;
}

function sharedSize(
  looks: Looks,
  first: "left" | "top",
  last: "right" | "bottom",
  size: (sheet: LinedSheet, index: number) => number,
): number | null {
  const sheet = sheetOf(looks.session, looks.sheetId);
  const sizes = new Set<number>();
  for (const area of looks.areas) {
    for (let index = area[first]; index <= area[last] && sizes.size < 2; index++) {
      sizes.add(size(sheet, index));
    }
  }
  const [only] = sizes;
  return sizes.size === 1 ? (only ?? null) : null;
}

function resize(
  looks: Looks,
  first: "left" | "top",
  last: "right" | "bottom",
  change: (sheet: LinedSheet, index: number) => void,
): void {
  const { session, sheetId, areas } = looks;
  const sheet = sheetOf(session, sheetId);
  session.workspace.history.layers(sheet);
  for (const area of areas) {
    refuseProtected(session.workspace, sheet, area);
    for (let index = area[first]; index <= area[last]; index++) change(sheet, index);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefill */
export class RangeFill extends ApiObject {
  readonly className = "RangeFill";

  constructor(readonly looks: Looks) {
    super();
  }

  /** #color: "#FFFFFF" where there is no fill, as Excel answers; "" where fills differ */
  get color(): string {
    return this.looks.shared((style) => style.fill ?? "#FFFFFF") ?? "";
  }

  set color(value: unknown) {
    this.looks.change({ fill: value === "" ? undefined : color(value, "color") });
  }

  clear(): void {
    this.looks.change({ fill: undefined });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangefont */
export class RangeFont extends ApiObject {
  readonly className = "RangeFont";

  constructor(readonly looks: Looks) {
    super();
  }

  get bold(): boolean | null {
    return this.looks.shared((style) => style.bold ?? false);
  }

  set bold(value: unknown) {
    this.looks.change({ bold: truth(value, "bold") || undefined });
  }

  get italic(): boolean | null {
    return this.looks.shared((style) => style.italic ?? false);
  }

  set italic(value: unknown) {
    this.looks.change({ italic: truth(value, "italic") || undefined });
  }

  get strikethrough(): boolean | null {
    return this.looks.shared((style) => style.strikethrough ?? false);
  }

  set strikethrough(value: unknown) {
    this.looks.change({ strikethrough: truth(value, "strikethrough") || undefined });
  }

  get underline(): string | null {
    return this.looks.shared((style) => style.underline ?? "None");
  }

  set underline(value: unknown) {
    const underline = word(value, "underline", [
      "None",
      "Single",
      "Double",
      "SingleAccountant",
      "DoubleAccountant",
    ]);
    this.looks.change({ underline: underline === "None" ? undefined : underline });
  }

  get color(): string {
    return this.looks.shared((style) => style.fontColor ?? defaultFont.color) ?? "";
  }

  set color(value: unknown) {
    this.looks.change({ fontColor: color(value, "color") });
  }

  get name(): string | null {
    return this.looks.shared((style) => style.fontName ?? defaultFont.name);
  }

  set name(value: unknown) {
    this.looks.change({ fontName: text(value, "name") });
  }

  get size(): number | null {
    return this.looks.shared((style) => style.fontSize ?? defaultFont.size);
  }

  set size(value: unknown) {
    this.looks.change({ fontSize: number(value, "size") });
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.formatprotection */
export class FormatProtection extends ApiObject {
  readonly className = "FormatProtection";

  constructor(readonly looks: Looks) {
    super();
  }

  get locked(): boolean | null {
    return this.looks.shared((style) => style.locked ?? true);
  }

  set locked(value: unknown) {
    this.looks.change({ locked: truth(value, "locked") ? undefined : false });
  }

  get formulaHidden(): boolean | null {
    return this.looks.shared((style) => style.formulaHidden ?? false);
  }

  set formulaHidden(value: unknown) {
    this.looks.change({ formulaHidden: truth(value, "formulaHidden") || undefined });
  }
}

const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Edge = (typeof edges)[number];

/** https://learn.microsoft.com/javascript/api/excel/excel.rangebordercollection */
export class RangeBorderCollection extends ApiCollection<RangeBorder> {
  readonly className = "RangeBorderCollection";

  constructor(readonly looks: Looks) {
    super();
  }

  override [items](): readonly RangeBorder[] {
    return edges.map((edge) => new RangeBorder(this.looks, edge));
  }

  override [indexer](key: unknown): RangeBorder {
    return new RangeBorder(this.looks, word(key, "index", edges));
  }

  get count(): number {
    return edges.length;
  }

  getItem(key: unknown): RangeBorder {
    return new RangeBorder(this.looks, word(key, "index", edges));
  }

  getItemAt(index: unknown): RangeBorder {
    const edge = edges[integer(index, "index")];
    if (edge === undefined) throw itemNotFound(`no border ${String(index)}`);
    return new RangeBorder(this.looks, edge);
  }
}

const noBorder: Border = { style: "None", weight: "Thin", color: "#000000" };

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

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeborder */
export class RangeBorder extends ApiObject {
  readonly className = "RangeBorder";

  constructor(
    readonly looks: Looks,
    readonly edge: Edge,
  ) {
    super();
  }

  override [identity](): string {
    return this.edge;
  }

  get sideIndex(): string {
    return this.edge;
  }

  get id(): string {
    return this.edge;
  }

  get style(): string | null {
    return sharedBorder(this, (border) => border.style);
  }

  set style(value: unknown) {
    const style = word(value, "style", [
      "None",
      "Continuous",
      "Dash",
      "DashDot",
      "DashDotDot",
      "Dot",
      "Double",
      "SlantDashDot",
    ]);
    changeBorder(this, { style });
  }

  get weight(): string | null {
    return sharedBorder(this, (border) => border.weight);
  }

  set weight(value: unknown) {
    changeBorder(this, { weight: word(value, "weight", ["Hairline", "Thin", "Medium", "Thick"]) });
  }

  get color(): string {
    return sharedBorder(this, (border) => border.color) ?? "";
  }

  set color(value: unknown) {
    changeBorder(this, { color: color(value, "color") });
  }
}

function sharedBorder<T>(border: RangeBorder, read: (found: Border) => T): T | null {
  const sheet = sheetOf(border.looks.session, border.looks.sheetId);
  const values = new Set(
    border.looks.areas.flatMap((area) =>
      cellsAlong(area, border.edge).map(({ area: cells, side }) =>
        common(sheet, cells, (style) => read(style.borders?.[side] ?? noBorder)),
      ),
    ),
  );
  const [only] = values;
  return values.size === 1 ? (only ?? null) : null;
}

function changeBorder(border: RangeBorder, change: Partial<Border>): void {
  const { session, sheetId, areas } = border.looks;
  const sheet = sheetOf(session, sheetId);
  for (const area of areas) {
    for (const { area: cells, side } of cellsAlong(area, border.edge)) {
      restyle(session.workspace, sheet, cells, (style) => {
        const known = style.borders?.[side];
        // A colour or weight given to a missing line makes it a continuous one, as in Excel.
        const base: Border = known ?? { ...noBorder, style: "Continuous" };
        const next: Border = { ...base, ...change };
        const { [side]: _removed, ...others } = style.borders ?? {};
        const borders = next.style === "None" ? others : { ...others, [side]: next };
        return { ...style, borders: Object.keys(borders).length === 0 ? undefined : borders };
      });
    }
  }
}
