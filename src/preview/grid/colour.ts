/** Colours as "#RRGGBB", mixed and made readable so that a sheet looks right on a light and on a dark page. */

function channels(colour: string): readonly [number, number, number] {
  const number = Number.parseInt(colour.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function colourOf(red: number, green: number, blue: number): string {
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

/** `share` of `over` laid on `under`; share 0 to 1. */
export function mix(over: string, under: string, share: number): string {
  const top = channels(over);
  const base = channels(under);
  return colourOf(
    top[0] * share + base[0] * (1 - share),
    top[1] * share + base[1] * (1 - share),
    top[2] * share + base[2] * (1 - share),
  );
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/**
 * A light fill as it belongs on a dark page: the same hue, dark instead of pale, so that red, amber and green stay
 * apart and a sheet does not glare. Fills that are dark already stay as they are.
 */
export function onDark(fill: string): string {
  const [red, green, blue] = channels(fill).map((part) => part / 255) as [number, number, number];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  if (lightness < 0.6) return fill;
  const spread = most - least;
  const wanted = 1 - 0.85 * lightness;
  if (spread < 0.02) return colourOf(wanted * 255, wanted * 255, wanted * 255);
  // Every channel keeps its place between the least and the most: the hue stays.
  const saturation = Math.min(0.5, spread / (1 - Math.abs(2 * lightness - 1)));
  const half = (1 - Math.abs(2 * wanted - 1)) * saturation * 0.5;
  const moved = [red, green, blue].map(
    (part) => (wanted - half + ((part - least) / spread) * 2 * half) * 255,
  );
  return colourOf(moved[0] ?? 0, moved[1] ?? 0, moved[2] ?? 0);
}

const wellReadable = 4.5;

/** The text colour itself where it can be read on that ground; else the same hue moved towards black or white until it can. */
export function readable(text: string, ground: string): string {
  if (contrast(text, ground) >= wellReadable) return text;
  const towards =
    contrast("#ffffff", ground) >= contrast("#000000", ground) ? "#ffffff" : "#000000";
  for (let share = 0.2; share < 1; share += 0.2) {
    const moved = mix(towards, text, share);
    if (contrast(moved, ground) >= wellReadable) return moved;
  }
  return towards;
}
