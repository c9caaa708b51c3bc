import type { ChartPartPlace } from "../model/chart-parts";
import { isRoundShape } from "../model/chart-shapes";
import { seriesColor } from "../model/charts";
import type { ChartFigures } from "./figures";
import { pixelsPerPoint, type Frame } from "./frame";
import { labelSize, textWidth } from "./text-room";

/** One line of a legend. */
interface LegendEntry {
  /** Its number among all entries, hidden ones too. */
  readonly index: number;
  readonly name: string;
  readonly color: string;
  /** A line instead of a square. */
  readonly lined: boolean;
  readonly frame: Frame;
}

/** Where the parts of a chart stand, in pixels. */
export interface ChartLayout {
  readonly whole: Frame;
  readonly title: (Frame & { readonly size: number }) | null;
  readonly legend: { readonly frame: Frame; readonly entries: readonly LegendEntry[] } | null;
  /** The room of the plot with the words of its axes. */
  readonly plot: Frame;
}

const margin = 6;
const entryHeight = 18;
/** The square or line before an entry's name, and the room around both. */
const signRoom = 18;
const entryRoom = 30;
const usualTitlePoints = 13;

/** Lays a chart out; what a person has put somewhere stands there. */
export function chartLayout(
  figures: ChartFigures,
  { width, height }: { readonly width: number; readonly height: number },
): ChartLayout {
  const whole: Frame = { left: 0, top: 0, width, height };
  let rest: Frame = {
    left: margin,
    top: margin,
    width: Math.max(0, width - 2 * margin),
    height: Math.max(0, height - 2 * margin),
  };
  const title = titleBox(figures, rest);
  if (title !== null && figures.chart.title.overlay !== true) {
    const taken = title.size + 12;
    rest = { ...rest, top: rest.top + taken, height: Math.max(0, rest.height - taken) };
  }
  const { legend, rest: room } = legendBox(figures, rest);
  const { plotPlace, plotInside } = figures.chart;
  const plot = plotInside === true ? room : placed(room, plotPlace);
  return { whole, title, legend, plot };
}

/** A box with what a person has set of it. */
export function placed(usual: Frame, place: ChartPartPlace | undefined): Frame {
  if (place === undefined) return usual;
  const pixels = (points: number | undefined): number | undefined =>
    points === undefined ? undefined : points * pixelsPerPoint;
  return {
    left: pixels(place.left) ?? usual.left,
    top: pixels(place.top) ?? usual.top,
    width: pixels(place.width) ?? usual.width,
    height: pixels(place.height) ?? usual.height,
  };
}

function titleBox(figures: ChartFigures, room: Frame): ChartLayout["title"] {
  if (figures.title === null || figures.title === "") return null;
  const { title } = figures.chart;
  const size = labelSize(title.look.font?.size ?? usualTitlePoints);
  const width = Math.min(room.width, textWidth(figures.title, size) + 8);
  const left = room.left + (room.width - width) / 2;
  return { ...placed({ left, top: room.top, width, height: size + 8 }, title.place), size };
}

type Named = Omit<LegendEntry, "frame">;

function entriesOf(figures: ChartFigures): Named[] {
  const [first] = figures.series;
  const hidden = new Set(figures.chart.legend.hidden);
  const slices = isRoundShape(figures.shape) || first?.source.varyByCategories === true;
  const all: Named[] =
    slices && figures.series.length > 0
      ? figures.categories.map((name, index) => ({
          index,
          name,
          color: first?.pointColors.get(index) ?? seriesColor(index),
          lined: false,
        }))
      : figures.series.map(({ name, color, shape, lines }, index) => ({
          index,
          name,
          // Prices have no colour of their own: they are drawn as lines and bodies.
          color: shape === "stock" ? "none" : color,
          lined: (shape === "line" || shape === "scatter" || shape === "radar") && lines,
        }));
  return all.filter(({ index }) => !hidden.has(index));
}

/** The legend, and the room it leaves. */
function legendBox(
  figures: ChartFigures,
  room: Frame,
): { readonly legend: ChartLayout["legend"]; readonly rest: Frame } {
  const { legend } = figures.chart;
  // A surface's colours are steps of height, which are drawn with it.
  if (!legend.visible || figures.shape === "surface") return { legend: null, rest: room };
  const entries = entriesOf(figures);
  const beside = ["Left", "Right", "Corner"].includes(legend.position);
  const found = beside
    ? column(entries, room, legend.position)
    : rows(entries, room, legend.position);
  const frame = placed(found.frame, legend.place);
  const shift = { x: frame.left - found.frame.left, y: frame.top - found.frame.top };
  const moved = found.entries.map((entry) => ({
    ...entry,
    frame: { ...entry.frame, left: entry.frame.left + shift.x, top: entry.frame.top + shift.y },
  }));
  return {
    legend: { frame, entries: moved },
    rest: legend.overlay === true ? room : found.rest,
  };
}

interface LegendBox {
  readonly frame: Frame;
  readonly entries: readonly LegendEntry[];
  readonly rest: Frame;
}

/** Entries one below the other, at a side. */
function column(entries: readonly Named[], room: Frame, position: string): LegendBox {
  const widest = entries.reduce((most, { name }) => Math.max(most, textWidth(name)), 0) + signRoom;
  const width = Math.min(room.width * 0.35, widest);
  const count = Math.min(entries.length, Math.floor(room.height / entryHeight));
  const height = count * entryHeight;
  const left = position === "Left" ? room.left : room.left + room.width - width;
  const top = position === "Corner" ? room.top : room.top + (room.height - height) / 2;
  const taken = width + 8;
  return {
    frame: { left, top, width, height },
    entries: entries.slice(0, count).map((entry, index) => ({
      ...entry,
      frame: { left, top: top + index * entryHeight, width, height: entryHeight },
    })),
    rest: {
      ...room,
      left: position === "Left" ? room.left + taken : room.left,
      width: Math.max(0, room.width - taken),
    },
  };
}

/** Entries side by side, in as many lines as they need, above or below. */
function rows(entries: readonly Named[], room: Frame, position: string): LegendBox {
  const widthOf = ({ name }: Named): number => Math.min(room.width, textWidth(name) + entryRoom);
  const lines: { entries: Named[]; width: number }[] = [];
  for (const entry of entries) {
    const width = widthOf(entry);
    const line = lines.at(-1);
    if (line === undefined || line.width + width > room.width)
      lines.push({ entries: [entry], width });
    else {
      line.entries.push(entry);
      line.width += width;
    }
  }
  const shown = lines.slice(0, Math.max(1, Math.floor((room.height * 0.4) / entryHeight)));
  const taken = shown.length * entryHeight + 2;
  const top = position === "Top" ? room.top : room.top + room.height - taken + 2;
  const widest = shown.reduce((most, { width }) => Math.max(most, width), 0);
  return {
    frame: {
      left: room.left + (room.width - widest) / 2,
      top,
      width: widest,
      height: shown.length * entryHeight,
    },
    entries: shown.flatMap((line, index) => {
      let left = room.left + (room.width - line.width) / 2;
      return line.entries.map((entry) => {
        const frame = {
          left,
          top: top + index * entryHeight,
          width: widthOf(entry),
          height: entryHeight,
        };
        left += frame.width;
        return { ...entry, frame };
      });
    }),
    rest: {
      ...room,
      top: position === "Top" ? room.top + taken : room.top,
      height: Math.max(0, room.height - taken),
    },
  };
}
