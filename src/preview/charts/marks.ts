import { mix } from "../grid/colour";

/** What charts are drawn of: SVG as text. Words are escaped here and nowhere else. */

export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartTheme {
  readonly ground: string;
  readonly text: string;
  readonly grid: string;
}

export function escaped(words: string): string {
  return words
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

export function line(x1: number, y1: number, x2: number, y2: number, color: string): string {
  return `<path d="M${rounded(x1)} ${rounded(y1)}L${rounded(x2)} ${rounded(y2)}" stroke="${color}" fill="none"/>`;
}

export function box(frame: Frame, fill: string, title = ""): string {
  const { left, top, width, height } = frame;
  const told = title === "" ? "" : `<title>${escaped(title)}</title>`;
  return `<rect x="${rounded(left)}" y="${rounded(top)}" width="${rounded(Math.max(0, width))}" height="${rounded(Math.max(0, height))}" fill="${fill}">${told}</rect>`;
}

export function words(
  x: number,
  y: number,
  text: string,
  look: {
    readonly color: string;
    readonly size?: number;
    readonly anchor?: "start" | "middle" | "end";
    readonly bold?: boolean;
    readonly turn?: number;
  },
): string {
  const { color, size = 11, anchor = "middle", bold = false, turn = 0 } = look;
  const turned = turn === 0 ? "" : ` transform="rotate(${turn} ${rounded(x)} ${rounded(y)})"`;
  return `<text x="${rounded(x)}" y="${rounded(y)}" fill="${color}" font-size="${rounded(size)}" text-anchor="${anchor}"${bold ? ' font-weight="600"' : ""}${turned}>${escaped(text)}</text>`;
}

/** A line through points; gaps where there is none. */
export function polyline(
  points: readonly ({ readonly x: number; readonly y: number } | null)[],
  color: string,
  weight: number,
  smooth: boolean,
): string {
  let d = "";
  let before: { readonly x: number; readonly y: number } | null = null;
  for (const point of points) {
    if (point === null) {
      before = null;
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
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${rounded(weight)}" stroke-linejoin="round" stroke-linecap="round"/>`;
}

export function area(
  points: readonly { readonly x: number; readonly y: number }[],
  fill: string,
): string {
  const d = points.map(({ x, y }) => `${rounded(x)} ${rounded(y)}`).join("L");
  return `<path d="M${d}z" fill="${fill}"/>`;
}

export function dot(x: number, y: number, color: string, title: string): string {
  return `<circle cx="${rounded(x)}" cy="${rounded(y)}" r="3.5" fill="${color}"><title>${escaped(title)}</title></circle>`;
}

/** A slice of a pie or a ring, angles in radians from twelve o'clock. */
export function slice(
  centre: { readonly x: number; readonly y: number },
  inner: number,
  outer: number,
  from: number,
  to: number,
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
      ? `M${rounded(centre.x)} ${rounded(centre.y)}L${at(outer, from)}${ring}z`
      : `M${at(outer, from)}${ring}L${at(inner, end)}A${rounded(inner)} ${rounded(inner)} 0 ${large} 0 ${at(inner, from)}z`;
  return `<path d="${d}" fill="${look.fill}" stroke="${look.edge}"><title>${escaped(look.title)}</title></path>`;
}

/** Words that fit so many pixels, cut with an ellipsis. */
export function fitting(text: string, pixels: number, size = 11): string {
  const wide = (sign: string): number => (sign.charCodeAt(0) > 0x2e80 ? size : size * 0.56);
  let used = 0;
  let kept = "";
  for (const sign of text) {
    used += wide(sign);
    if (used > pixels) return kept === "" ? "" : `${kept.trimEnd()}…`;
    kept += sign;
  }
  return text;
}

export function textWidth(text: string, size = 11): number {
  let width = 0;
  for (const sign of text) width += sign.charCodeAt(0) > 0x2e80 ? size : size * 0.56;
  return width;
}

export function faint(theme: ChartTheme): string {
  return mix(theme.text, theme.ground, 0.72);
}
