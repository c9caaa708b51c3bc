import { labelSize } from "../../host/chart/text-room";
import type { ChartFont, ChartTextRun } from "../../host/model/chart-parts";

/** A text cut where its look changes; `font` is null where it looks as the rest. */
export function partsOf(
  text: string,
  runs: readonly ChartTextRun[],
  usualSize: number,
): { readonly text: string; readonly font: ChartFont | null; readonly size: number }[] {
  const held = (at: number): number => Math.min(text.length, Math.max(0, at));
  const cuts = new Set([
    0,
    text.length,
    ...runs.flatMap(({ start, length }) => [held(start), held(start + length)]),
  ]);
  const places = [...cuts].sort((one, other) => one - other);
  return places.slice(0, -1).map((from, index) => {
    const over = runs.filter(({ start, length }) => from >= start && from < start + length);
    const font = over.reduce<ChartFont | null>((known, run) => ({ ...known, ...run.font }), null);
    const size = font?.size === undefined ? usualSize : labelSize(font.size);
    return { text: text.slice(from, places[index + 1]), font, size };
  });
}
