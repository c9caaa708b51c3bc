import { chartGeometry } from "../../host/chart/chart-geometry";
import type { ChartFigures } from "../../host/chart/figures";
import type { Frame } from "../../host/chart/frame";
import { chartLayout, type ChartLayout } from "../../host/chart/layout";
import { fitting } from "../../host/chart/text-room";
import { labelMarks } from "./labels";
import {
  box,
  faint,
  fontLook,
  line,
  stroke,
  textOn,
  words,
  wordsInParts,
  type ChartTheme,
} from "./marks";
import { partsOf } from "./text-parts";
import { plotChart } from "./plot";
import { radarChart } from "./radar";
import { roundChart } from "./round";
import { surfaceChart } from "./surface";

/** What the drawing says itself, in the page's language. */
export interface DrawingWords {
  /** The frame of a type nobody draws. */
  notDrawn(type: string): string;
  /** The sign at a type that is drawn plainer than Excel does. */
  simplified(): string;
}

/** A chart as an SVG of that size. */
export function chartSvg(
  figures: ChartFigures,
  size: { readonly width: number; readonly height: number },
  theme: ChartTheme,
  say: DrawingWords,
): string {
  const { width, height } = size;
  const { chart } = figures;
  const { fill } = chart.look;
  const own = fill === undefined || fill === "none" ? null : fill;
  const light =
    own === null ? theme : { ...theme, ground: own, text: textOn(own), ink: textOn(own) };
  const layout = chartLayout(figures, size);
  const ground = box(inset(layout.whole), fill ?? theme.ground, {
    edge:
      chart.look.line === undefined
        ? ""
        : stroke(chart.look.line, { color: theme.grid, weight: 0.75 }),
    round: chart.roundedCorners === true ? 10 : 0,
  });
  const inner =
    figures.shape === null
      ? words(width / 2, height / 2, fitting(say.notDrawn(chart.type), width - 20), {
          color: light.text,
        })
      : plotted(figures, layout, light) + legendMarks(figures, layout, light);
  const hint = figures.simplified
    ? words(width - 6, height - 5, say.simplified(), {
        color: faint(light),
        size: 9,
        anchor: "end",
        italic: true,
      })
    : "";
  const drawn = ground + inner + titleMarks(figures, layout, light) + hint;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${drawn}</svg>`;
}

/** A line around lies within the chart. */
function inset({ left, top, width, height }: Frame): Frame {
  return { left: left + 0.5, top: top + 0.5, width: width - 1, height: height - 1 };
}

function plotted(figures: ChartFigures, layout: ChartLayout, theme: ChartTheme): string {
  const geometry = chartGeometry(figures, layout);
  const labels = labelMarks(figures, geometry, layout, theme);
  switch (geometry.kind) {
    case "round":
      return roundChart(geometry.slices, figures, theme) + labels;
    case "radar":
      return radarChart(geometry.radar, theme) + labels;
    case "surface":
      return surfaceChart(figures, geometry.frame, theme);
    case "plot":
      return plotChart(geometry.plot, theme) + labels;
  }
}

function titleMarks(figures: ChartFigures, layout: ChartLayout, theme: ChartTheme): string {
  const { title: frame } = layout;
  const { title } = figures.chart;
  if (frame === null || figures.title === null) return "";
  const { font, fill } = title.look;
  const back = fill === undefined || fill === "none" ? "" : box(frame, fill);
  const x = frame.left + frame.width / 2;
  const y = frame.top + frame.size + 2;
  const look = { ...fontLook(font), color: font?.color ?? theme.text, size: frame.size };
  const turn = title.textOrientation ?? 0;
  const turned = turn === 0 || turn === 180 ? look : { ...look, turn: -turn };
  const shown = fitting(figures.title, layout.whole.width - 8, frame.size);
  if (title.runs === undefined || title.runs.length === 0) {
    return back + words(x, y, shown, turned);
  }
  return back + wordsInParts(x, y, partsOf(shown, title.runs, frame.size), turned);
}

function legendMarks(figures: ChartFigures, { legend }: ChartLayout, theme: ChartTheme): string {
  if (legend === null) return "";
  const { look } = figures.chart.legend;
  const back =
    (look.fill === undefined || look.fill === "none") && look.line === undefined
      ? ""
      : box(legend.frame, look.fill ?? "none", {
          edge:
            look.line === undefined ? "" : stroke(look.line, { color: theme.grid, weight: 0.75 }),
        });
  const color = look.font?.color ?? theme.text;
  const entries = legend.entries.map(({ name, color: sign, lined, frame }) => {
    const { left, top, width } = frame;
    const middle = top + 9.5;
    const drawn = lined
      ? line(
          { x: left, y: middle },
          { x: left + 13, y: middle },
          stroke(undefined, { color: sign, weight: 2 }),
        )
      : box({ left: left + 2, top: top + 5, width: 9, height: 9 }, sign);
    const said = words(left + 16, top + 13, fitting(name, width - 17), {
      ...fontLook(look.font),
      color,
      anchor: "start",
    });
    return drawn + said;
  });
  return back + entries.join("");
}
