import { isRoundShape } from "../model/chart-shapes";
import type { ChartFigures, SeriesFigures } from "./figures";
import { pixelsPerPoint, type Frame, type Spot } from "./frame";
import type { ChartLayout } from "./layout";
import { isBar, PlotGeometry } from "./plot-geometry";
import { RadarGeometry } from "./radar-geometry";
import { alongSlice, slicesOf, type Slice } from "./round-geometry";
import { labelSize, textWidth, wrapped } from "./text-room";

/** The figures of a chart as places, by the kind of its plot. */
export type ChartGeometry =
  | { readonly kind: "plot"; readonly plot: PlotGeometry }
  | { readonly kind: "round"; readonly slices: readonly Slice[] }
  | { readonly kind: "radar"; readonly radar: RadarGeometry }
  | { readonly kind: "surface"; readonly frame: Frame };

export function chartGeometry(figures: ChartFigures, layout: ChartLayout): ChartGeometry {
  if (isRoundShape(figures.shape)) {
    return { kind: "round", slices: slicesOf(figures, layout.plot) };
  }
  if (figures.shape === "radar") {
    return { kind: "radar", radar: new RadarGeometry(figures, layout.plot) };
  }
  if (figures.shape === "surface") return { kind: "surface", frame: layout.plot };
  return { kind: "plot", plot: new PlotGeometry(figures, layout.plot) };
}

/** A label where it stands, in lines. */
export interface PlacedLabel {
  readonly lines: readonly string[];
  readonly frame: Frame;
  readonly size: number;
  /** The value it belongs to. */
  readonly spot: Spot;
  /** True where it lies on its own value's fill. */
  readonly inside: boolean;
  /** True where a person has moved it away. */
  readonly moved: boolean;
}

/** Labels are broken into lines that wide. */
const mostLabelShare = 0.3;
const gap = 4;

/** The label of a value; null where it has none. */
export function placedLabel(
  geometry: ChartGeometry,
  layout: ChartLayout,
  series: SeriesFigures,
  index: number,
): PlacedLabel | null {
  const text = series.labelOf(index);
  return text === "" ? null : labelAt(geometry, layout, series, index, text);
}

/** Where a label with these words would stand; null for a value that stands nowhere. */
export function labelAt(
  geometry: ChartGeometry,
  layout: ChartLayout,
  series: SeriesFigures,
  index: number,
  text: string,
): PlacedLabel | null {
  const own = series.source.points.find((point) => point.index === index)?.labels;
  const labels = own ?? series.labels;
  const font = own?.look.font ?? series.labels?.look.font;
  const size = labelSize(font?.size);
  const lines = wrapped(text, Math.max(80, layout.whole.width * mostLabelShare), size);
  const width = lines.reduce((most, line) => Math.max(most, textWidth(line, size)), 0);
  const room = {
    width,
    height: lines.length * size * 1.2,
  };
  const position = labels?.position;
  const place = placeOf(geometry, series, index, position, room);
  if (place === null) return null;
  const right = (labels?.right ?? 0) * pixelsPerPoint;
  const down = (labels?.down ?? 0) * pixelsPerPoint;
  const moved = right !== 0 || down !== 0;
  return {
    lines,
    size,
    spot: place.spot,
    inside: place.inside && !moved,
    moved,
    frame: {
      left: place.centre.x - room.width / 2 + right,
      top: place.centre.y - room.height / 2 + down,
      ...room,
    },
  };
}

interface LabelPlace {
  readonly centre: Spot;
  readonly spot: Spot;
  readonly inside: boolean;
}

type Room = Pick<Frame, "width" | "height">;

function placeOf(
  geometry: ChartGeometry,
  series: SeriesFigures,
  index: number,
  position: string | undefined,
  room: Room,
): LabelPlace | null {
  switch (geometry.kind) {
    case "round": {
      const slice = geometry.slices.find((one) => one.series === series && one.index === index);
      return slice === undefined ? null : onSlice(slice, position, room);
    }
    case "radar": {
      const spot = geometry.radar.point(series, index);
      return spot === null ? null : beside(spot, position ?? "Top", room);
    }
    case "surface":
      return null;
    case "plot": {
      const { plot } = geometry;
      const spot = plot.point(series, index);
      if (spot === null) return null;
      if (isBar(series)) return onBar(plot, series, index, position, room);
      if (series.shape === "area") return beside(spot, "Center", room);
      return beside(spot, position ?? "Right", room);
    }
  }
}

function onSlice(slice: Slice, position: string | undefined, room: Room): LabelPlace {
  const { inner, outer } = slice;
  const outside = position === "OutsideEnd";
  const half = Math.max(room.width, room.height) / 2;
  const away = outside
    ? outer +
      gap +
      room.height / 2 +
      (Math.abs(Math.sin((slice.from + slice.to) / 2)) * (room.width - room.height)) / 2
    : position === "InsideEnd"
      ? outer - half - gap
      : inner > 0
        ? (inner + outer) / 2
        : outer * 0.62;
  return { centre: alongSlice(slice, away), spot: alongSlice(slice, outer), inside: !outside };
}

function onBar(
  plot: PlotGeometry,
  series: SeriesFigures,
  index: number,
  position: string | undefined,
  room: Room,
): LabelPlace | null {
  const box = plot.bar(series, index);
  if (box === null) return null;
  const negative = (series.values[index] ?? 0) < 0;
  const usual = series.grouping === "plain" ? "OutsideEnd" : "Center";
  const wanted = position === undefined || position === "None" ? usual : position;
  const centre = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  const [length, extent] = plot.lying ? [box.width, room.width] : [box.height, room.height];
  // From the middle of the bar towards its end; values below zero end on the other side.
  const away =
    wanted === "Center"
      ? 0
      : wanted === "InsideEnd"
        ? length / 2 - extent / 2 - gap
        : wanted === "InsideBase"
          ? -(length / 2 - extent / 2 - gap)
          : length / 2 + extent / 2 + (plot.lying ? gap : 1);
  const signed = negative ? -away : away;
  const end = negative ? -length / 2 : length / 2;
  const along = (distance: number): Spot =>
    plot.lying ? { x: centre.x + distance, y: centre.y } : { x: centre.x, y: centre.y - distance };
  const inside = wanted !== "OutsideEnd";
  return { centre: along(signed), spot: along(end), inside };
}

function beside(spot: Spot, position: string, room: Room): LabelPlace {
  const x = room.width / 2 + gap + 2;
  const y = room.height / 2 + gap;
  const shifts: Readonly<Record<string, Spot>> = {
    Center: { x: 0, y: 0 },
    Left: { x: -x, y: 0 },
    Right: { x, y: 0 },
    Top: { x: 0, y: -y },
    Bottom: { x: 0, y },
  };
  const shift = shifts[position] ?? { x, y: 0 };
  return { centre: { x: spot.x + shift.x, y: spot.y + shift.y }, spot, inside: false };
}
