/** How much room words take in a chart, in pixels; close enough to lay out by, without a page to measure on. */

/** Pixels of text a chart uses where nothing else is said. */
export const usualTextSize = 11;
/** Ideographs are as wide as they are high, other letters about half of that. */
const narrow = 0.56;
const firstWide = 0x2e80;

function signWidth(sign: string, size: number): number {
  return sign.charCodeAt(0) > firstWide ? size : size * narrow;
}

export function textWidth(text: string, size = usualTextSize): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign, size);
  return width;
}

/** Words that fit so many pixels, cut with an ellipsis. */
export function fitting(text: string, pixels: number, size = usualTextSize): string {
  let used = 0;
  let kept = "";
  for (const sign of text) {
    used += signWidth(sign, size);
    if (used > pixels) return kept === "" ? "" : `${kept.trimEnd()}…`;
    kept += sign;
  }
  return text;
}

/** Points as pixels of text, held to what a small chart can bear. */
export function labelSize(points: number | undefined): number {
  return Math.min(20, Math.max(8, (points ?? 9) * (4 / 3) * 0.9));
}

/** Words in lines of at most so many pixels, broken at spaces, else anywhere; breaks of their own stay. */
export function wrapped(text: string, pixels: number, size = usualTextSize): string[] {
  return text.split("\n").flatMap((line) => {
    if (textWidth(line, size) <= pixels) return [line];
    const lines: string[] = [];
    let open = "";
    for (const part of line.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []) {
      if (open !== "" && textWidth((open + part).trimEnd(), size) > pixels) {
        lines.push(open.trimEnd());
        open = part;
      } else open += part;
    }
    return open.trim() === "" ? lines : [...lines, open.trimEnd()];
  });
}
