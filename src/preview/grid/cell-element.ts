import type { Border } from "../../host/model/style";
import { element } from "../dom";
import type { CellLook } from "./cell-look";
import { iconWidth, visualElement, visualKey } from "./cell-visuals";
import type { FilterState } from "./filter-buttons";
import { textWidth } from "./text-width";

/** Where a cell is drawn, relative to its row, and what its neighbours leave it. */
export interface CellBox {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** Empty pixels to the right that a long text may run into. */
  readonly freeRight: number;
  /** A neighbour's text runs through here: no gridline on its way. */
  readonly runThrough: boolean;
  readonly gridlines: boolean;
  readonly mark: "note" | "comment" | null;
  readonly address: string;
  readonly column: number;
  readonly filter: FilterState;
}

export interface CellElement {
  readonly root: HTMLDivElement;
  readonly text: HTMLSpanElement;
  filter: HTMLSpanElement | null;
  /** What conditional formats draw under the text. */
  visual: HTMLElement | null;
  drawn: string;
}

export function makeCell(): CellElement {
  const text = element("span", { class: "cell-text" });
  return {
    root: element("div", { class: "cell", role: "gridcell" }, text),
    text,
    filter: null,
    visual: null,
    drawn: "",
  };
}

const fontStack =
  '"Segoe UI", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans", sans-serif';
const padding = 5;
const filterWidth = 20;

/** Excel's 11 pt default is drawn at 13 px, the size the row height is made for. */
function fontPixels(points: number | undefined): number {
  return Math.round((points ?? 11) * (13 / 11));
}

export function fontOf(look: CellLook): string {
  const { style } = look;
  const family = style.fontName === undefined ? fontStack : `"${style.fontName}", ${fontStack}`;
  return `${look.italic ? "italic " : ""}${look.bold ? "600 " : ""}${fontPixels(style.fontSize)}px ${family}`;
}

function borderCss(border: Border | undefined): string {
  if (border === undefined || border.style === "None") return "";
  const width = border.weight === "Thick" ? 3 : border.weight === "Medium" ? 2 : 1;
  const kind =
    border.style === "Double"
      ? "double"
      : border.style === "Dot"
        ? "dotted"
        : border.style.includes("Dash")
          ? "dashed"
          : "solid";
  return `${border.style === "Double" ? 3 : width}px ${kind} ${border.color}`;
}

/** What stands in the cell: the text, or #### where a number does not fit. */
function fitted(look: CellLook, room: number, font: string): { text: string; width: number } {
  const width = look.text === "" ? 0 : textWidth(look.text, font);
  if (
    !look.numeric ||
    width <= room ||
    look.style.wrapText === true ||
    look.style.shrinkToFit === true
  ) {
    return { text: look.text, width };
  }
  if (look.general !== null) {
    // General drops decimals before it gives up, down to the whole number.
    const whole = Math.abs(Math.trunc(look.general)).toString().length;
    for (let digits = 15; digits >= whole; digits--) {
      const rounded = String(Number(look.general.toPrecision(Math.max(1, digits))));
      if (rounded.length < look.text.length && textWidth(rounded, font) <= room)
        return { text: rounded, width: room };
    }
  }
  const hash = textWidth("#", font);
  return { text: "#".repeat(Math.max(1, Math.floor(room / hash))), width: room };
}

/**
 * Brings one cell's DOM up to its look; nothing is touched when nothing changed.
 *
 * @returns pixels of the text that run into the cells on the right
 */
export function drawCell(cell: CellElement, look: CellLook, box: CellBox): number {
  const font = fontOf(look);
  const iconRoom = look.icon === null ? 0 : iconWidth;
  const room = box.width - iconRoom - 2 * padding - (box.filter === "none" ? 0 : filterWidth);
  const { text, width } = fitted(look, room, font);
  const wraps = look.style.wrapText === true;
  const over =
    !wraps && !look.numeric && look.align === "left" && look.error === null
      ? Math.max(0, Math.min(width - room, box.freeRight))
      : 0;
  const borders = look.style.borders;
  const edges = [
    borderCss(borders?.EdgeTop),
    borderCss(borders?.EdgeRight),
    borderCss(borders?.EdgeBottom) ||
      (look.table?.ruleBelow === undefined ? "" : `1px solid ${look.table.ruleBelow}`),
    borderCss(borders?.EdgeLeft),
  ];
  const drawn = [
    text,
    font,
    look.color,
    look.fill,
    look.align,
    look.vertical,
    wraps,
    look.underline,
    look.strikethrough,
    look.style.indent,
    box.left,
    box.width,
    box.height,
    over,
    box.runThrough,
    box.gridlines,
    box.mark,
    box.address,
    box.filter,
    look.error?.message,
    visualKey(look),
    ...edges,
  ].join("\n");
  if (cell.drawn === drawn) return over;
  cell.drawn = drawn;

  const { root, text: span } = cell;
  root.className = [
    "cell",
    box.gridlines && look.fill === null ? "lined" : "",
    box.runThrough || over > 0 ? "run-through" : "",
    look.error === null ? "" : "error",
    box.mark === null ? "" : `noted ${box.mark}`,
    wraps ? "wrapped" : "",
  ].join(" ");
  root.dataset.address = box.address;
  root.setAttribute("aria-colindex", String(box.column + 1));
  root.id = `cell-${box.address}`;
  Object.assign(root.style, {
    left: `${box.left}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
    background: look.fill ?? "",
    borderTop: edges[0] ?? "",
    borderRight: edges[1] ?? "",
    borderBottom: edges[2] ?? "",
    borderLeft: edges[3] ?? "",
  });
  span.textContent = text;
  const indent = (look.style.indent ?? 0) * 9;
  Object.assign(span.style, {
    font,
    color: look.color,
    left: `${padding + iconRoom + (look.align === "left" ? indent : 0)}px`,
    width: `${Math.max(0, room + over - indent)}px`,
    textAlign: look.align,
    alignItems: look.vertical === "top" ? "start" : look.vertical === "center" ? "center" : "end",
    justifyContent: look.align === "left" ? "start" : look.align === "center" ? "center" : "end",
    textDecoration:
      `${look.underline ? "underline" : ""} ${look.strikethrough ? "line-through" : ""}`.trim(),
  });
  drawFilterButton(cell, box);
  cell.visual?.remove();
  cell.visual = visualElement(look);
  if (cell.visual !== null) root.prepend(cell.visual);
  return over;
}

function drawFilterButton(cell: CellElement, box: CellBox): void {
  if (box.filter === "none") {
    cell.filter?.remove();
    cell.filter = null;
    return;
  }
  if (cell.filter === null) {
    cell.filter = element("span", { class: "filter-button" });
    cell.root.append(cell.filter);
  }
  cell.filter.dataset.state = box.filter;
  cell.filter.dataset.filterColumn = String(box.column);
}
