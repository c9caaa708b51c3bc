/** A colour lightened or darkened by an add-in: what it was, by how much, and what came of it, as "#RRGGBB". */
export interface TintedColor {
  readonly base: string;
  /** From -1, black, to 1, white. */
  readonly tint: number;
  readonly color: string;
}

/**
 * A colour at another brightness; one that has been tinted before is tinted anew, not on top of it.
 *
 * @example
 * tintedColor("#4472C4", undefined, -0.25).color //=> "#2F5597"
 */
export function tintedColor(
  color: string,
  before: TintedColor | undefined,
  tint: number,
): TintedColor {
  const base = before?.color === color ? before.base : color;
  return { base, tint, color: `#${tinted(base.slice(1), tint).toUpperCase()}` };
}

/** How much a colour is tinted; 0 for one that has been given since. */
export function tintOf(color: string | undefined, kept: TintedColor | undefined): number {
  return kept !== undefined && kept.color === color ? kept.tint : 0;
}

/**
 * Lightens towards white (tint > 0) or darkens (tint < 0) in luminance, as ECMA-376 part 1, 18.8.19 says.
 *
 * @param color - six hexadecimal digits, which is also what it answers
 */
export function tinted(color: string, tint: number): string {
  if (!Number.isFinite(tint) || tint === 0) return color;
  const [red, green, blue] = [0, 2, 4].map(
    (at) => Number.parseInt(color.slice(at, at + 2), 16) / 255,
  ) as [number, number, number];
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const light = (high + low) / 2;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const sector =
    spread === 0
      ? 0
      : high === red
        ? ((green - blue) / spread + 6) % 6
        : high === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4;
  const shifted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * shifted - 1)) * saturation;
  const side = chroma * (1 - Math.abs((sector % 2) - 1));
  const base = shifted - chroma / 2;
  const parts = [
    [chroma, side, 0],
    [side, chroma, 0],
    [0, chroma, side],
    [0, side, chroma],
    [side, 0, chroma],
    [chroma, 0, side],
  ][Math.floor(sector) % 6] as number[];
  return parts
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part + base)) * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("");
}
