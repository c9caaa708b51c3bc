import type { Frame, Spot } from "../../host/chart/frame";
import { usualTextSize } from "../../host/chart/text-room";
import type { ChartFont, ChartLine, LineStyle } from "../../host/model/chart-parts";
import { mix } from "../grid/colour";

/** What charts are drawn of: SVG as text. Words are escaped here and nowhere else. */

export interface ChartTheme {
  readonly ground: string;
  readonly text: string;
  readonly grid: string;
  /** What series are drawn with that Excel draws in black or grey lines. */
  readonly ink: string;
}

function escaped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

export const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const pixelsOfPoint = 4 / 3;
const dashes: Readonly<Partial<Record<LineStyle, readonly number[]>>> = {
  Dash: [4, 3],
  DashDot: [4, 3, 1, 3],
  DashDotDot: [8, 3, 1, 3, 1, 3],
  Dot: [1, 1],
  RoundDot: [1, 2],
};

/** The attributes of a line: its own colour, weight and dashes, else those given. Points are drawn as pixels. */
export function stroke(
  line: ChartLine | undefined,
  usual: { readonly color: string; readonly weight: number },
): string {
  if (line?.lineStyle === "None") return 'stroke="none"';
  const weight = (line?.weight ?? usual.weight) * pixelsOfPoint;
  const dash = dashes[line?.lineStyle ?? "Automatic"]?.map((step) => rounded(step * weight));
  const dashed = dash === undefined ? "" : ` stroke-dasharray="${dash.join(" ")}"`;
  return `stroke="${line?.color ?? usual.color}" stroke-width="${rounded(weight)}"${dashed}`;
}

export function line(from: Spot, to: Spot, look: string): string {
  return `<path d="M${rounded(from.x)} ${rounded(from.y)}L${rounded(to.x)} ${rounded(to.y)}" ${look} fill="none"/>`;
}

/** A thin line, as grids and axes have. */
export function rule(from: Spot, to: Spot, color: string): string {
  return line(from, to, `stroke="${color}"`);
}

export function box(
  frame: Frame,
  fill: string,
  more: { readonly title?: string; readonly edge?: string; readonly round?: number } = {},
): string {
  const { left, top, width, height } = frame;
  const { title = "", edge = "", round = 0 } = more;
  const corners = round === 0 ? "" : ` rx="${round}"`;
  const outline = edge === "" ? "" : ` ${edge}`;
  const told = title === "" ? "" : `<title>${escaped(title)}</title>`;
  return `<rect x="${rounded(left)}" y="${rounded(top)}" width="${rounded(Math.max(0, width))}" height="${rounded(Math.max(0, height))}" fill="${fill}"${corners}${outline}>${told}</rect>`;
}

interface WordsLook {
  readonly color: string;
  readonly size?: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly turn?: number;
  /** A colour around the letters, so that they can be read on lines. */
  readonly halo?: string;
}

/** How words look that a person has given a font. */
export function fontLook(font: ChartFont | undefined): Partial<WordsLook> {
  return {
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    underline: font?.underline === "Single",
  };
}

export function words(x: number, y: number, text: string, look: WordsLook): string {
  return wordsOf(x, y, escaped(text), look);
}

/** Words of which some letters look otherwise. */
export function wordsInParts(
  x: number,
  y: number,
  parts: readonly {
    readonly text: string;
    readonly font: ChartFont | null;
    readonly size: number;
  }[],
  look: WordsLook,
): string {
  const inner = parts.map(({ text, font, size }) => {
    if (font === null) return escaped(text);
    const color = font.color === undefined ? "" : ` fill="${font.color}"`;
    const weight = font.bold === undefined ? "" : ` font-weight="${font.bold ? 600 : 400}"`;
    const style = font.italic === true ? ' font-style="italic"' : "";
    const under = font.underline === "Single" ? ' text-decoration="underline"' : "";
    return `<tspan font-size="${rounded(size)}"${color}${weight}${style}${under}>${escaped(text)}</tspan>`;
  });
  return wordsOf(x, y, inner.join(""), look);
}

function wordsOf(x: number, y: number, inner: string, look: WordsLook): string {
  const { color, size = usualTextSize, anchor = "middle", turn = 0 } = look;
  const turned = turn === 0 ? "" : ` transform="rotate(${turn} ${rounded(x)} ${rounded(y)})"`;
  const halo =
    look.halo === undefined
      ? ""
      : ` stroke="${look.halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;
  const weight = look.bold === true ? ' font-weight="600"' : "";
  const style = look.italic === true ? ' font-style="italic"' : "";
  const under = look.underline === true ? ' text-decoration="underline"' : "";
  return `<text x="${rounded(x)}" y="${rounded(y)}" fill="${color}" font-size="${rounded(size)}" text-anchor="${anchor}"${weight}${style}${under}${halo}${turned}>${inner}</text>`;
}

/** A line through points; gaps where there is none, unless the gaps are bridged. */
export function polyline(
  points: readonly (Spot | null)[],
  look: string,
  {
    smooth = false,
    bridged = false,
  }: { readonly smooth?: boolean; readonly bridged?: boolean } = {},
): string {
  let d = "";
  let before: Spot | null = null;
  for (const point of points) {
    if (point === null) {
      if (!bridged) before = null;
      continue;
    }
    const at = `${rounded(point.x)} ${rounded(point.y)}`;
    if (before === null) d += `M${at}`;
    else if (!smooth) d += `L${at}`;
    else {
      const middle = rounded((before.x + point.x) / 2);
      d += `C${middle} ${rounded(before.y)} ${middle} ${rounded(point.y)} ${at}`;
    }
    before = point;
  }
  return d === ""
    ? ""
    : `<path d="${d}" fill="none" ${look} stroke-linejoin="round" stroke-linecap="round"/>`;
}

export function polygon(
  points: readonly Spot[],
  fill: string,
  more: { readonly opacity?: number; readonly edge?: string; readonly title?: string } = {},
): string {
  const { opacity = 1, edge = "", title = "" } = more;
  const d = points.map(({ x, y }) => `${rounded(x)} ${rounded(y)}`).join("L");
  const faded = opacity === 1 ? "" : ` fill-opacity="${opacity}"`;
  const told = title === "" ? "" : `<title>${escaped(title)}</title>`;
  return `<path d="M${d}z" fill="${fill}"${faded} ${edge}>${told}</path>`;
}

export function circle(
  { x, y }: Spot,
  radius: number,
  fill: string,
  title: string,
  more = "",
): string {
  return `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="${rounded(radius)}" fill="${fill}" ${more}><title>${escaped(title)}</title></circle>`;
}

/** The sign that marks a value, of so many pixels. */
export function marker(
  style: string,
  at: Spot,
  look: { readonly size: number; readonly fill: string; readonly edge: string },
  title: string,
): string {
  const { size, fill, edge } = look;
  const half = size / 2;
  const { x, y } = at;
  const outline = `stroke="${edge}"`;
  const strokes = (...pairs: readonly (readonly [number, number, number, number])[]): string => {
    const d = pairs.map(
      ([x1, y1, x2, y2]) =>
        `M${rounded(x + x1 * half)} ${rounded(y + y1 * half)}L${rounded(x + x2 * half)} ${rounded(y + y2 * half)}`,
    );
    return `<path d="${d.join("")}" stroke="${edge}" stroke-width="1.5" fill="none"><title>${escaped(title)}</title></path>`;
  };
  const cross = [
    [-1, -1, 1, 1],
    [-1, 1, 1, -1],
  ] as const;
  switch (style) {
    case "Square":
      return box({ left: x - half, top: y - half, width: size, height: size }, fill, {
        title,
        edge: outline,
      });
    case "Diamond":
      return polygon(
        [
          { x, y: y - half },
          { x: x + half, y },
          { x, y: y + half },
          { x: x - half, y },
        ],
        fill,
        { edge: outline, title },
      );
    case "Triangle":
      return polygon(
        [
          { x, y: y - half },
          { x: x + half, y: y + half },
          { x: x - half, y: y + half },
        ],
        fill,
        { edge: outline, title },
      );
    case "X":
      return strokes(...cross);
    case "Star":
      return strokes(...cross, [0, -1, 0, 1]);
    case "Plus":
      return strokes([0, -1, 0, 1], [-1, 0, 1, 0]);
    case "Dash":
      return strokes([-1, 0, 1, 0]);
    case "Dot":
      return strokes([0, 0, 1, 0]);
    default:
      return circle(at, half, fill, title, outline);
  }
}

/** A slice of a pie or a ring, angles in radians from twelve o'clock. */
export function slice(
  centre: Spot,
  { inner, outer }: { readonly inner: number; readonly outer: number },
  { from, to }: { readonly from: number; readonly to: number },
  look: { readonly fill: string; readonly edge: string; readonly title: string },
): string {
  const at = (radius: number, angle: number): string =>
    `${rounded(centre.x + radius * Math.sin(angle))} ${rounded(centre.y - radius * Math.cos(angle))}`;
  // A whole circle has no beginning an arc could be drawn to.
  const end = Math.min(to, from + Math.PI * 2 - 0.0001);
  const large = end - from > Math.PI ? 1 : 0;
  const ring = `A${rounded(outer)} ${rounded(outer)} 0 ${large} 1 ${at(outer, end)}`;
  const d =
    inner <= 0
      ? `M${at(0, 0)}L${at(outer, from)}${ring}z`
      : `M${at(outer, from)}${ring}L${at(inner, end)}A${rounded(inner)} ${rounded(inner)} 0 ${large} 0 ${at(inner, from)}z`;
  return `<path d="${d}" fill="${look.fill}" ${look.edge}><title>${escaped(look.title)}</title></path>`;
}

export function faint(theme: ChartTheme): string {
  return mix(theme.text, theme.ground, 0.72);
}

/** Dark or light words, whichever can be read on a fill. */
export function textOn(fill: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(fill.slice(at, at + 2), 16),
  );
  return red * 0.3 + green * 0.59 + blue * 0.11 > 140 ? "#333333" : "#ffffff";
}
