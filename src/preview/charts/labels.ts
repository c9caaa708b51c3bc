import { placedLabel, type ChartGeometry, type PlacedLabel } from "../../host/chart/chart-geometry";
import type { ChartFigures, SeriesFigures } from "../../host/chart/figures";
import type { ChartLayout } from "../../host/chart/layout";
import { seriesColor } from "../../host/model/charts";
import { partsOf } from "./text-parts";
import { box, fontLook, line, stroke, textOn, words, wordsInParts, type ChartTheme } from "./marks";

/** Labels of more values than these cannot be told apart. */
const mostLabels = 400;

/** The labels of all values, with lines to those that were moved away. */
export function labelMarks(
  figures: ChartFigures,
  geometry: ChartGeometry,
  layout: ChartLayout,
  theme: ChartTheme,
): string {
  return figures.series
    .map((series) =>
      series.labels === null && series.source.points.length === 0
        ? ""
        : series.values
            .slice(0, mostLabels)
            .map((_value, index) => {
              const label = placedLabel(geometry, layout, series, index);
              return label === null ? "" : labelMark(label, series, index, geometry, theme);
            })
            .join(""),
    )
    .join("");
}

function labelMark(
  label: PlacedLabel,
  series: SeriesFigures,
  index: number,
  geometry: ChartGeometry,
  theme: ChartTheme,
): string {
  const own = series.source.points.find((point) => point.index === index)?.labels ?? null;
  const look = { ...series.labels?.look, ...own?.look };
  const { frame, size, lines } = label;
  const round = geometry.kind === "round";
  const fill = series.pointColors.get(index) ?? (round ? seriesColor(index) : series.color);
  const filled = look.fill !== undefined && look.fill !== "none";
  const ground = look.fill !== undefined && filled ? look.fill : label.inside ? fill : null;
  const color = look.font?.color ?? (ground === null ? theme.text : textOn(ground));
  const outlined = look.line !== undefined && look.line.lineStyle !== "None";
  const back =
    filled || outlined
      ? box(
          {
            left: frame.left - 3,
            top: frame.top - 2,
            width: frame.width + 6,
            height: frame.height + 4,
          },
          filled ? (ground ?? "none") : "none",
          {
            edge: outlined ? stroke(look.line, { color: theme.grid, weight: 0.75 }) : "",
          },
        )
      : "";
  const shown = series.source.showLeaderLines ?? series.labels?.showLeaderLines ?? true;
  const leader =
    label.moved && shown
      ? line(label.spot, nearestEdge(label), stroke(undefined, { color: theme.grid, weight: 0.75 }))
      : "";
  const x = frame.left + frame.width / 2;
  const halo = ground === null ? { halo: theme.ground } : {};
  const font = { ...fontLook(look.font), color, size, ...halo };
  let start = 0;
  const said = lines.map((text, at) => {
    const y = frame.top + size * (0.92 + at * 1.2);
    const runs = own?.runs?.map((run) => ({ ...run, start: run.start - start }));
    start += text.length + 1;
    return runs === undefined || runs.length === 0
      ? words(x, y, text, font)
      : wordsInParts(x, y, partsOf(text, runs, size), font);
  });
  return leader + back + said.join("");
}

/** Where a line from the value meets its label. */
function nearestEdge({ frame, spot }: PlacedLabel): { x: number; y: number } {
  const middle = frame.top + frame.height / 2;
  return {
    x: Math.min(frame.left + frame.width, Math.max(frame.left, spot.x)),
    y: spot.y < middle ? frame.top : frame.top + frame.height,
  };
}
