import type { RadarGeometry } from "../../host/chart/radar-geometry";
import { fitting } from "../../host/chart/text-room";
import { faint, fontLook, polygon, polyline, rule, stroke, words, type ChartTheme } from "./marks";
import { markerOf } from "./series-marks";

/** Radars: lines around a middle, an arm a category. */
export function radarChart(radar: RadarGeometry, theme: ChartTheme): string {
  return webMarks(radar, theme) + seriesMarks(radar, theme);
}

function webMarks(radar: RadarGeometry, theme: ChartTheme): string {
  const { figures, values, centre, radius } = radar;
  const { categories, chart, valueFormat } = figures;
  const { valueAxis, categoryAxis } = chart;
  const soft = valueAxis.look.font?.color ?? faint(theme);
  const arms = categories.map((_category, index) =>
    rule(centre, radar.onArm(index, 1), theme.grid),
  );
  const rings = values.marks.map((mark) => {
    const share = values.share(mark);
    const points = categories.map((_category, index) => radar.onArm(index, share));
    const ring =
      points.length > 2 && valueAxis.majorGridlines.visible
        ? polygon(points, "none", {
            edge: stroke(valueAxis.majorGridlines.look.line, { color: theme.grid, weight: 0.75 }),
          })
        : "";
    const said = valueAxis.visible
      ? words(centre.x - 4, centre.y - radius * share + 4, valueFormat(mark), {
          color: soft,
          anchor: "end",
          size: 10,
        })
      : "";
    return ring + said;
  });
  const font = categoryAxis.look.font;
  const names = categories.map((category, index) => {
    const at = radar.onArm(index, 1 + 10 / radius);
    const side = at.x - centre.x;
    const anchor = Math.abs(side) < 4 ? "middle" : side > 0 ? "start" : "end";
    const shown = fitting(category, 90);
    const up = at.y < centre.y - radius ? 0 : 4;
    return words(at.x, at.y + up, shown, {
      ...fontLook(font),
      color: font?.color ?? faint(theme),
      anchor,
    });
  });
  return arms.join("") + rings.join("") + names.join("");
}

function seriesMarks(radar: RadarGeometry, theme: ChartTheme): string {
  const { figures } = radar;
  return figures.series
    .map((series) => {
      const spots = series.values.map((_value, index) => radar.point(series, index));
      const points = spots.filter((spot) => spot !== null);
      const filled = (series.source.chartType ?? figures.chart.type) === "RadarFilled";
      if (filled) {
        return points.length < 2
          ? ""
          : polygon(points, series.color, {
              opacity: 0.7,
              edge: `stroke="${series.color}"`,
              title: series.name,
            });
      }
      const look = stroke(series.source.look.line, { color: series.color, weight: 2.25 });
      const [first] = spots;
      const line = series.lines ? polyline([...spots, first ?? null], look) : "";
      const signs = spots.map((spot, index) => {
        const title = `${series.name} · ${figures.categories[index] ?? ""}: ${series.valueText(index)}`;
        return spot === null ? "" : markerOf(series, index, spot, theme, title);
      });
      return line + signs.join("");
    })
    .join("");
}
