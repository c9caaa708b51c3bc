import { seriesColor } from "../../host/model/charts";
import type { ChartFigures } from "./figures";
import { box, fitting, textWidth, words, type ChartTheme, type Frame } from "./marks";
import { plotChart } from "./plot";
import { labelSize, roundChart } from "./round";

/** A chart as an SVG of that size. `notDrawn` words the frame of a type that is kept, but not drawn. */
export function chartSvg(
  figures: ChartFigures,
  size: { readonly width: number; readonly height: number },
  theme: ChartTheme,
  notDrawn: (type: string) => string,
): string {
  const { width, height } = size;
  const { chart } = figures;
  const whole: Frame = { left: 0, top: 0, width, height };
  const own = chart.look.fill;
  const ground = own === undefined ? theme.ground : own === "none" ? "none" : own;
  const light =
    own === undefined || own === "none" ? theme : { ...theme, ground: own, text: textOn(own) };
  const parts = [box(whole, ground)];
  let inner: Frame = { left: 6, top: 6, width: width - 12, height: height - 12 };
  if (figures.title !== null && figures.title !== "") {
    const font = chart.title.look.font;
    const points = labelSize(font?.size ?? 13);
    const shown = fitting(figures.title, inner.width, points);
    const color = font?.color ?? light.text;
    parts.push(
      words(width / 2, inner.top + points + 2, shown, {
        color,
        size: points,
        bold: font?.bold ?? false,
      }),
    );
    const taken = points + 12;
    inner = { ...inner, top: inner.top + taken, height: inner.height - taken };
  }
  if (figures.shape === null) {
    const said = notDrawn(chart.type);
    parts.push(words(width / 2, height / 2, fitting(said, width - 20), { color: light.text }));
  } else {
    const legend = legendOf(figures, inner, light);
    parts.push(legend.drawn);
    const round = figures.shape === "pie" || figures.shape === "doughnut";
    parts.push(
      round ? roundChart(figures, legend.rest, light) : plotChart(figures, legend.rest, light),
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${parts.join("")}</svg>`;
}

function textOn(fill: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(fill.slice(at, at + 2), 16),
  );
  return red * 0.3 + green * 0.59 + blue * 0.11 > 140 ? "#333333" : "#f2f2f2";
}

const row = 18;

/** The legend, and the room it leaves. */
function legendOf(
  figures: ChartFigures,
  inner: Frame,
  theme: ChartTheme,
): { readonly drawn: string; readonly rest: Frame } {
  const { legend } = figures.chart;
  if (!legend.visible) return { drawn: "", rest: inner };
  const round = figures.shape === "pie" || figures.shape === "doughnut";
  const first = figures.series[0];
  const entries = round
    ? figures.categories.map((name, index) => ({
        name,
        color: first?.pointColors.get(index) ?? seriesColor(index),
      }))
    : figures.series.map(({ name, color }) => ({ name, color }));
  const color = legend.look.font?.color ?? theme.text;
  const beside =
    legend.position === "Left" || legend.position === "Right" || legend.position === "Corner";
  if (beside) {
    const widest = Math.min(
      inner.width * 0.35,
      Math.max(0, ...entries.map(({ name }) => textWidth(name))) + 18,
    );
    const left = legend.position === "Left" ? inner.left : inner.left + inner.width - widest;
    const count = Math.min(entries.length, Math.floor(inner.height / row));
    const top =
      legend.position === "Corner" ? inner.top : inner.top + (inner.height - count * row) / 2;
    const drawn = entries
      .slice(0, count)
      .map((entry, index) => entryText(entry, left, top + index * row, widest, color));
    const start = legend.position === "Left" ? inner.left + widest + 8 : inner.left;
    return {
      drawn: drawn.join(""),
      rest: { ...inner, left: start, width: inner.width - widest - 8 },
    };
  }
  const lines: { entries: typeof entries; width: number }[] = [];
  for (const entry of entries) {
    const width = Math.min(inner.width, textWidth(entry.name) + 30);
    const line = lines.at(-1);
    if (line === undefined || line.width + width > inner.width)
      lines.push({ entries: [entry], width });
    else {
      line.entries.push(entry);
      line.width += width;
    }
  }
  const shown = lines.slice(0, Math.max(1, Math.floor((inner.height * 0.4) / row)));
  const taken = shown.length * row + 2;
  const top = legend.position === "Top" ? inner.top : inner.top + inner.height - taken + 2;
  const drawn = shown.map((line, index) => {
    let left = inner.left + (inner.width - line.width) / 2;
    return line.entries
      .map((entry) => {
        const width = Math.min(inner.width, textWidth(entry.name) + 30);
        const said = entryText(entry, left, top + index * row, width, color);
        left += width;
        return said;
      })
      .join("");
  });
  const start = legend.position === "Top" ? inner.top + taken : inner.top;
  return { drawn: drawn.join(""), rest: { ...inner, top: start, height: inner.height - taken } };
}

function entryText(
  entry: { readonly name: string; readonly color: string },
  left: number,
  top: number,
  width: number,
  color: string,
): string {
  const sign = box({ left: left + 2, top: top + 5, width: 9, height: 9 }, entry.color);
  return (
    sign + words(left + 15, top + 13, fitting(entry.name, width - 16), { color, anchor: "start" })
  );
}
