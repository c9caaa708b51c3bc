import type { PlotGeometry } from "../../host/chart/plot-geometry";
import { fitting } from "../../host/chart/text-room";
import { box, faint, fontLook, rule, words, type ChartTheme } from "./marks";

/** The table of all values under a plot, a column under each category. */
export function dataTable(plot: PlotGeometry, theme: ChartTheme): string {
  const { figures, frame, tableRow } = plot;
  const table = figures.chart.dataTable;
  if (table === undefined || plot.paired || plot.lying) return "";
  const { font, line } = table.look;
  const look = { ...fontLook(font), color: font?.color ?? faint(theme) };
  const edge = line?.color ?? theme.grid;
  const { series, categories } = figures;
  const { left, width } = frame;
  const top = frame.top + frame.height + 2;
  const bottom = top + (series.length + 1) * tableRow;
  const column = width / Math.max(1, categories.length);
  const start = figures.chart.valueAxis.visible ? 8 : 4;
  const lines: string[] = [];
  const across = (y: number, from: number): string =>
    rule({ x: from, y }, { x: left + width, y }, edge);
  if (table.showOutlineBorder !== false) {
    lines.push(across(bottom, start), across(top + tableRow, start));
    lines.push(rule({ x: start, y: top + tableRow }, { x: start, y: bottom }, edge));
    lines.push(rule({ x: left + width, y: top }, { x: left + width, y: bottom }, edge));
  }
  if (table.showHorizontalBorder !== false) {
    for (let row = 1; row <= series.length; row++) lines.push(across(top + row * tableRow, start));
  }
  if (table.showVerticalBorder !== false) {
    for (let at = 0; at <= categories.length; at++) {
      const x = left + at * column;
      lines.push(rule({ x, y: top }, { x, y: bottom }, edge));
    }
  }
  const heads = categories.map((category, at) =>
    words(left + (at + 0.5) * column, top + 12.5, fitting(category, column - 4), look),
  );
  const rows = series.map((one, row) => {
    const y = top + (row + 1) * tableRow + 12.5;
    const key = table.showLegendKey !== false;
    const sign = key ? box({ left: start + 4, top: y - 8, width: 8, height: 8 }, one.color) : "";
    const from = start + (key ? 16 : 4);
    const name = words(from, y, fitting(one.name, left - from - 3), { ...look, anchor: "start" });
    const cells = categories.map((_category, at) =>
      words(left + (at + 0.5) * column, y, fitting(one.valueText(at), column - 4), look),
    );
    return sign + name + cells.join("");
  });
  return lines.join("") + heads.join("") + rows.join("");
}
