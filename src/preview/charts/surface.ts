import type { ChartFigures } from "../../host/chart/figures";
import type { Frame } from "../../host/chart/frame";
import { valueScale } from "../../host/chart/scale";
import { fitting, textWidth } from "../../host/chart/text-room";
import { seriesColor } from "../../host/model/charts";
import { box, faint, words, type ChartTheme } from "./marks";

/** Surfaces from above: a field for each value, coloured by the step of height it reaches. */
export function surfaceChart(figures: ChartFigures, room: Frame, theme: ChartTheme): string {
  const { series, categories, valueFormat, chart } = figures;
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const scale = valueScale(values, chart.valueAxis, 6, false);
  const bands = scale.marks.slice(0, -1).map((from, index) => ({
    color: seriesColor(index),
    said: `${valueFormat(from)}–${valueFormat(scale.marks[index + 1] ?? scale.high)}`,
  }));
  const bandOf = (value: number): number => {
    const at = scale.marks.findLastIndex((mark) => value >= mark);
    return Math.min(bands.length - 1, Math.max(0, at));
  };
  const color = faint(theme);
  const keys = chart.legend.visible
    ? bands.reduce((most, { said }) => Math.max(most, textWidth(said)), 0) + 24
    : 0;
  const names = Math.min(
    room.width * 0.25,
    series.reduce((most, { name }) => Math.max(most, textWidth(name)), 0),
  );
  const frame = {
    left: room.left + names + 8,
    top: room.top + 4,
    width: Math.max(10, room.width - names - keys - 14),
    height: Math.max(10, room.height - 24),
  };
  const width = frame.width / Math.max(1, categories.length);
  const height = frame.height / Math.max(1, series.length);
  const rows = series.map((one, row) => {
    // Series stand behind each other: the first is nearest.
    const top = frame.top + frame.height - (row + 1) * height;
    const fields = one.values.map((value, column) =>
      value === null
        ? ""
        : box(
            { left: frame.left + column * width, top, width, height },
            bands[bandOf(value)]?.color ?? theme.grid,
            {
              title: `${one.name} · ${categories[column] ?? ""}: ${one.valueText(column)}`,
              edge: `stroke="${theme.ground}"`,
            },
          ),
    );
    const said = fitting(one.name, names);
    const name = words(frame.left - 5, top + height / 2 + 4, said, { color, anchor: "end" });
    return fields.join("") + name;
  });
  const every = Math.max(1, Math.ceil(44 / width));
  const below = categories.map((category, column) =>
    column % every === 0
      ? words(
          frame.left + (column + 0.5) * width,
          frame.top + frame.height + 14,
          fitting(category, width * every - 4),
          { color },
        )
      : "",
  );
  const legend = !chart.legend.visible
    ? []
    : bands.map(({ color: fill, said }, index) => {
        const left = frame.left + frame.width + 10;
        const top = frame.top + frame.height - (index + 1) * 16;
        return (
          box({ left, top, width: 9, height: 9 }, fill) +
          words(left + 14, top + 8.5, said, { color, anchor: "start", size: 10 })
        );
      });
  return rows.join("") + below.join("") + legend.join("");
}
