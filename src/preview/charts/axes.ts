import { fitting, textWidth } from "../../host/chart/text-room";
import { hasWords, type PlotGeometry } from "../../host/chart/plot-geometry";
import type { Scale } from "../../host/chart/scale";
import type { ChartAxis } from "../../host/model/chart-parts";
import { box, faint, fontLook, line, stroke, words, type ChartTheme } from "./marks";

/** Grids, axes and their words. */

const thin = (color: string): { readonly color: string; readonly weight: number } => ({
  color,
  weight: 0.75,
});

/** The plot's ground and its grid. */
export function gridMarks(plot: PlotGeometry, theme: ChartTheme): string {
  const { chart } = plot.figures;
  const { left, top, width, height } = plot.frame;
  const { fill, line: edge } = chart.plotLook;
  const ground =
    (fill === undefined || fill === "none") && edge === undefined
      ? ""
      : box(plot.frame, fill ?? "none", {
          edge: edge === undefined ? "" : stroke(edge, thin(theme.grid)),
        });
  const { valueAxis, categoryAxis } = chart;
  const across = (at: number, look: string): string =>
    plot.lying
      ? line({ x: at, y: top }, { x: at, y: top + height }, look)
      : line({ x: left, y: at }, { x: left + width, y: at }, look);
  const along = (at: number, look: string): string =>
    plot.lying
      ? line({ x: left, y: at }, { x: left + width, y: at }, look)
      : line({ x: at, y: top }, { x: at, y: top + height }, look);
  const major = (axis: ChartAxis): string =>
    stroke(axis.majorGridlines.look.line, thin(theme.grid));
  const minor = (axis: ChartAxis): string =>
    `${stroke(axis.minorGridlines.look.line, { color: theme.grid, weight: 0.5 })} opacity="0.6"`;
  const lines: string[] = [];
  if (valueAxis.minorGridlines.visible) {
    lines.push(...plot.values.minorMarks.map((mark) => across(plot.at(mark), minor(valueAxis))));
  }
  if (valueAxis.majorGridlines.visible) {
    lines.push(...plot.values.marks.map((mark) => across(plot.at(mark), major(valueAxis))));
  }
  if (categoryAxis.majorGridlines.visible) {
    const places = plot.paired
      ? plot.xs.marks.map((mark) => plot.across(mark))
      : plot.figures.categories.map((_category, index) => {
          const { middle, size } = plot.slot(index);
          return plot.between ? middle - size / 2 : middle;
        });
    lines.push(...places.map((at) => along(at, major(categoryAxis))));
  }
  return ground + lines.join("");
}

/** The lines of the axes; the one of the categories crosses the values at zero, or where a person wants it. */
export function axisLines(plot: PlotGeometry, theme: ChartTheme): string {
  const { categoryAxis, valueAxis } = plot.figures.chart;
  const { left, top, width, height } = plot.frame;
  const lines: string[] = [];
  if (categoryAxis.visible) {
    const crossing = crossingOf(plot.values, valueAxis);
    const at = plot.at(crossing);
    const look = stroke(categoryAxis.look.line, thin(theme.grid));
    lines.push(
      plot.lying
        ? line({ x: at, y: top }, { x: at, y: top + height }, look)
        : line({ x: left, y: at }, { x: left + width, y: at }, look),
    );
    lines.push(categoryTicks(plot, at, theme));
  }
  const own = valueAxis.look.line;
  if (valueAxis.visible && (own !== undefined || plot.paired)) {
    const look = stroke(own, thin(theme.grid));
    lines.push(
      plot.lying
        ? line({ x: left, y: top + height }, { x: left + width, y: top + height }, look)
        : line({ x: left, y: top }, { x: left, y: top + height }, look),
    );
  }
  if (valueAxis.visible) lines.push(valueTicks(plot, theme));
  return lines.join("");
}

function crossingOf({ low, high }: Scale, axis: ChartAxis): number {
  if (axis.position === "Maximum") return high;
  if (axis.position === "Minimum") return low;
  const wanted = axis.position === "Custom" ? (axis.positionAt ?? 0) : 0;
  return Math.min(high, Math.max(low, wanted));
}

const tick = 4;

function ticksOf(mark: string | undefined): readonly [number, number] | null {
  if (mark === "Outside") return [-tick, 0];
  if (mark === "Inside") return [0, tick];
  return mark === "Cross" ? [-tick, tick] : null;
}

function categoryTicks(plot: PlotGeometry, at: number, theme: ChartTheme): string {
  const { categoryAxis } = plot.figures.chart;
  const ends = ticksOf(categoryAxis.majorTickMark);
  if (ends === null) return "";
  const look = stroke(categoryAxis.look.line, thin(theme.grid));
  const every = Math.max(1, categoryAxis.tickMarkSpacing ?? 1);
  const places = plot.paired
    ? plot.xs.marks.map((mark) => plot.across(mark))
    : plot.figures.categories.flatMap((_category, index) => {
        const { middle, size } = plot.slot(index);
        return index % every === 0 ? [plot.between ? middle - size / 2 : middle] : [];
      });
  return places
    .map((place) =>
      plot.lying
        ? line({ x: at + ends[0], y: place }, { x: at + ends[1], y: place }, look)
        : line({ x: place, y: at - ends[0] }, { x: place, y: at - ends[1] }, look),
    )
    .join("");
}

function valueTicks(plot: PlotGeometry, theme: ChartTheme): string {
  const { valueAxis } = plot.figures.chart;
  const ends = ticksOf(valueAxis.majorTickMark);
  if (ends === null) return "";
  const { left, top, height } = plot.frame;
  const look = stroke(valueAxis.look.line, thin(theme.grid));
  return plot.values.marks
    .map((mark) => {
      const at = plot.at(mark);
      const foot = top + height;
      return plot.lying
        ? line({ x: at, y: foot - ends[0] }, { x: at, y: foot - ends[1] }, look)
        : line({ x: left + ends[0], y: at }, { x: left + ends[1], y: at }, look);
    })
    .join("");
}

export function axisWords(plot: PlotGeometry, theme: ChartTheme): string {
  const { chart } = plot.figures;
  const table = chart.dataTable?.visible === true;
  return (
    valueWords(plot, theme) +
    secondaryWords(plot, theme) +
    (hasWords(chart.categoryAxis) && !table ? categoryWords(plot, theme) : "")
  );
}

function valueWords(plot: PlotGeometry, theme: ChartTheme): string {
  const { chart, valueFormat, valueUnit } = plot.figures;
  if (!hasWords(chart.valueAxis)) return "";
  const { font } = chart.valueAxis.look;
  const look = { ...fontLook(font), color: font?.color ?? faint(theme) };
  const { left, top, width, height } = plot.frame;
  const said = plot.values.marks.map((mark) => {
    const at = plot.at(mark);
    return plot.lying
      ? words(at, top + height + 14, valueFormat(mark), look)
      : words(left - 5, at + 4, valueFormat(mark), { ...look, anchor: "end" });
  });
  const unit =
    valueUnit === ""
      ? ""
      : plot.lying
        ? words(left + width, top + height + 28, valueUnit, { ...look, anchor: "end" })
        : words(left - 5 - widestOf(plot) - 8, top + height / 2, valueUnit, { ...look, turn: -90 });
  return said.join("") + unit;
}

function widestOf(plot: PlotGeometry): number {
  return plot.values.marks.reduce(
    (most, mark) => Math.max(most, textWidth(plot.figures.valueFormat(mark))),
    0,
  );
}

function secondaryWords(plot: PlotGeometry, theme: ChartTheme): string {
  const { chart, secondaryFormat } = plot.figures;
  const axis = chart.secondaryValueAxis;
  if (plot.secondary === null || !hasWords(axis)) return "";
  const font = axis?.look.font;
  const look = { ...fontLook(font), color: font?.color ?? faint(theme) };
  const { left, top, width } = plot.frame;
  return plot.secondary.marks
    .map((mark) => {
      const at = plot.at(mark, { secondary: true });
      return plot.lying
        ? words(at, top - 4, secondaryFormat(mark), look)
        : words(left + width + 5, at + 4, secondaryFormat(mark), { ...look, anchor: "start" });
    })
    .join("");
}

function categoryWords(plot: PlotGeometry, theme: ChartTheme): string {
  const { chart, categories, categoryFormat } = plot.figures;
  const { categoryAxis } = chart;
  const { font } = categoryAxis.look;
  const look = { ...fontLook(font), color: font?.color ?? faint(theme) };
  const { left, top, height, width } = plot.frame;
  const below = top + height + 14;
  if (plot.paired) {
    return plot.xs.marks
      .map((mark) => words(plot.across(mark), below, categoryFormat(mark), look))
      .join("");
  }
  const room = plot.slot(0).size;
  const widest = categories.reduce((most, word) => Math.max(most, textWidth(word) + 6), 1);
  const every = Math.max(
    1,
    categoryAxis.tickLabelSpacing ??
      (plot.lying ? Math.ceil(13 / room) : Math.ceil(Math.min(widest, 60) / room)),
  );
  const turn = categoryAxis.textOrientation ?? 0;
  return categories
    .map((category, index) => {
      if (index % every !== 0) return "";
      const { middle } = plot.slot(index);
      if (plot.lying) {
        return words(left - 5, middle + 4, fitting(category, left), { ...look, anchor: "end" });
      }
      if (turn !== 0 && turn !== 180) {
        const shown = fitting(category, 70);
        return words(middle + 3, below - 6, shown, {
          ...look,
          anchor: "end",
          turn: -Math.abs(turn),
        });
      }
      const atEnd = !plot.between && (index === 0 || index + every >= categories.length);
      const anchor = !atEnd ? "middle" : middle < left + width / 2 ? "start" : "end";
      return words(middle, below, fitting(category, room * every - 4), { ...look, anchor });
    })
    .join("");
}

export function axisTitles(plot: PlotGeometry, theme: ChartTheme): string {
  const { figures } = plot;
  const { chart, categoryTitle, valueTitle, secondaryTitle } = figures;
  const { left, top, width, height } = plot.frame;
  const own = (axis: ChartAxis | undefined): Parameters<typeof words>[3] => {
    const font = axis?.title.look.font;
    return { ...fontLook(font), color: font?.color ?? faint(theme) };
  };
  const table = chart.dataTable?.visible === true;
  const under = table ? (figures.series.length + 1) * plot.tableRow + 4 : 18;
  const foot = top + height + under + 14;
  const [below, beside] = plot.lying ? [valueTitle, categoryTitle] : [categoryTitle, valueTitle];
  const [belowAxis, besideAxis] = plot.lying
    ? [chart.valueAxis, chart.categoryAxis]
    : [chart.categoryAxis, chart.valueAxis];
  const parts: string[] = [];
  if (below !== null) parts.push(words(left + width / 2, foot, below, own(belowAxis)));
  if (beside !== null) {
    parts.push(words(16, top + height / 2, beside, { ...own(besideAxis), turn: -90 }));
  }
  if (secondaryTitle !== null) {
    const x = left + width + (plot.secondary === null ? 12 : secondaryRoom(plot) + 16);
    const look = { ...own(chart.secondaryValueAxis), turn: 90 };
    parts.push(words(x, top + height / 2, secondaryTitle, look));
  }
  return parts.join("");
}

function secondaryRoom({ secondary, figures }: PlotGeometry): number {
  return (secondary?.marks ?? []).reduce(
    (most, mark) => Math.max(most, textWidth(figures.secondaryFormat(mark))),
    0,
  );
}
