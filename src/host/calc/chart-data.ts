import { intersection, type Area } from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import type { ChartTitle } from "../model/chart-parts";
import type { Chart, ChartSeries } from "../model/charts";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { soleReference } from "./reference-text";
import { toText } from "./values";

/** More points than a chart can show; what lies beyond is left out. */
const mostPoints = 32_000;

/** A cell a chart takes something from. */
export interface ChartCell {
  readonly value: Scalar;
  readonly numberFormat: string;
}

/** The cells a reference of a chart names, row by row; none where it names no area of one sheet. */
export function chartCells(
  workbook: Workbook,
  home: Sheet,
  formula: string,
  shownOnly: boolean,
): ChartCell[] {
  const place = areaOf(workbook, home, formula);
  if (place === null) return [];
  const { sheet, area } = place;
  const extent = sheet.cells.valueExtent();
  const whole = area.bottom - area.top > mostPoints || area.right - area.left > mostPoints;
  const used = { top: 0, left: 0, bottom: extent.rows - 1, right: extent.columns - 1 };
  const read = whole ? intersection(area, used) : area;
  const cells: ChartCell[] = [];
  for (let row = read?.top ?? 0; row <= (read?.bottom ?? -1); row++) {
    if (shownOnly && (sheet.hiddenRows.has(row) || sheet.filteredRows.has(row))) continue;
    for (let column = area.left; column <= (read?.right ?? -1); column++) {
      if (shownOnly && sheet.hiddenColumns.has(column)) continue;
      if (cells.length >= mostPoints) return cells;
      const { numberFormat = "General" } = sheet.cells.style(row, column);
      cells.push({ value: sheet.cells.value(row, column), numberFormat });
    }
  }
  return cells;
}

/** The area a chart's formula names; a defined name is followed. */
export function areaOf(
  workbook: Workbook,
  home: Sheet,
  formula: string,
): { readonly sheet: Sheet; readonly area: Area } | null {
  const reference = soleReference(formula);
  if (reference === null) {
    const name = formula.replace(/^=/, "").split("!").at(-1)?.toLowerCase();
    const known = workbook.names.find((one) => one.name.toLowerCase() === name);
    return known === undefined || soleReference(known.formula) === null
      ? null
      : areaOf(workbook, home, known.formula);
  }
  const sheet = reference.sheet === null ? home : workbook.sheetByName(reference.sheet);
  return sheet === undefined ? null : { sheet, area: reference.area };
}

/** Numbers as they are plotted: what is no number is a gap, errors too. */
export function chartNumbers(cells: readonly ChartCell[]): (number | null)[] {
  return cells.map(({ value }) => (typeof value === "number" ? value : null));
}

/** A name or title as it is shown: a text, or what the cells say that its formula names. */
export function chartText(workbook: Workbook, home: Sheet, text: string): string {
  if (!text.startsWith("=")) return text;
  const cells = chartCells(workbook, home, text, false);
  return cells.map(({ value }) => (isCellError(value) ? value.error : toText(value))).join(" ");
}

export function seriesName(
  workbook: Workbook,
  home: Sheet,
  series: ChartSeries,
  index: number,
): string {
  return chartText(workbook, home, series.name) || `Series${index + 1}`;
}

/** What stands over the chart: its own words, else the name of its only series, else "Chart Title". */
export function titleText(workbook: Workbook, home: Sheet, chart: Chart): string {
  const { title, series } = chart;
  if (title.text !== undefined) return chartText(workbook, home, title.text);
  const [only, second] = series;
  if (only !== undefined && second === undefined && only.name !== "") {
    return seriesName(workbook, home, only, 0);
  }
  return "Chart Title";
}

/** An axis' title; empty for one that has no words. */
export function axisTitleText(workbook: Workbook, home: Sheet, title: ChartTitle): string {
  return title.text === undefined ? "Axis Title" : chartText(workbook, home, title.text);
}
