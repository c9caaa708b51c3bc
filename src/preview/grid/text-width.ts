/** Text widths in pixels, measured once per font and text; a table repeats most of its texts. */

const context = document.createElement("canvas").getContext("2d");
const known = new Map<string, number>();
const mostKnown = 20_000;

export function textWidth(text: string, font: string): number {
  const key = `${font}\n${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (context === null) return text.length * 7;
  if (context.font !== font) context.font = font;
  const width = context.measureText(text).width;
  if (known.size >= mostKnown) known.clear();
  known.set(key, width);
  return width;
}
