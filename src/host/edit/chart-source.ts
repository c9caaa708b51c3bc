import { fixedReference } from "../calc/reference-text";
import { columnCount, rowCount, type Area } from "../model/address";
import { shapeOf } from "../model/chart-shapes";
import { freshSeries, type ChartSeries } from "../model/charts";
import type { Sheet } from "../model/sheet";

export type SeriesBy = "Auto" | "Columns" | "Rows";

/**
 * The series a source gives, as Excel takes it apart: the longer side runs along the categories, a first row or column
 * of texts names series and categories, and so does one beside an empty corner.
 */
export function seriesOf(
  sheet: Sheet,
  area: Area,
  type: string,
  seriesBy: SeriesBy,
): { readonly series: ChartSeries[]; readonly plotBy: "Columns" | "Rows" } {
  const byColumns =
    seriesBy === "Columns" || (seriesBy === "Auto" && rowCount(area) >= columnCount(area));
  const lines = byColumns ? columnsOf(area) : rowsOf(area);
  const cells = new SourceCells(sheet, area);
  const [alongNames, alongCategories] = byColumns
    ? [cells.topNames(), cells.leftNames()]
    : [cells.leftNames(), cells.topNames()];
  const scatter = shapeOf(type)?.shape === "scatter" || type.startsWith("Bubble");
  // x values of numbers are the first line of a scatter chart, whatever they look like.
  const first = (alongCategories || scatter) && lines.length > 1 ? 1 : 0;
  const reference = (line: Area): string => fixedReference(sheet.name, line);
  const values = (line: Area): Area => (alongNames ? withoutFirst(line, byColumns) : line);
  const axis = lines[0];
  const categories = first === 1 && axis !== undefined ? reference(values(axis)) : "";
  const rest = lines.slice(first);
  const named = (line: Area): string => (alongNames ? reference(firstOf(line, byColumns)) : "");
  const single = (line: Area): ChartSeries =>
    freshSeries({ name: named(line), values: reference(values(line)), categories });
  return {
    series: type.startsWith("Bubble") ? bubbles(rest, single, reference, values) : rest.map(single),
    plotBy: byColumns ? "Columns" : "Rows",
  };
}

/** Of a bubble chart every second line is the size of the one before it. */
function bubbles(
  lines: readonly Area[],
  single: (line: Area) => ChartSeries,
  reference: (line: Area) => string,
  values: (line: Area) => Area,
): ChartSeries[] {
  return lines.flatMap((line, index) => {
    if (index % 2 === 1) return [];
    const size = lines[index + 1];
    const sizes = size === undefined ? {} : { bubbleSizes: reference(values(size)) };
    return [{ ...single(line), ...sizes }];
  });
}

class SourceCells {
  constructor(
    readonly sheet: Sheet,
    readonly area: Area,
  ) {}

  get #cornerEmpty(): boolean {
    return this.#value(this.area.top, this.area.left) === null;
  }

  /** True where the first row names what stands below it. */
  topNames(): boolean {
    const { top, left, right, bottom } = this.area;
    if (top === bottom) return false;
    if (left < right && this.#cornerEmpty) return true;
    const from = left < right ? left + 1 : left;
    for (let column = from; column <= right; column++) {
      if (!this.#names(top, column)) return false;
    }
    return true;
  }

  leftNames(): boolean {
    const { top, left, right, bottom } = this.area;
    if (left === right) return false;
    if (top < bottom && this.#cornerEmpty) return true;
    const from = top < bottom ? top + 1 : top;
    for (let row = from; row <= bottom; row++) if (!this.#names(row, left)) return false;
    return true;
  }

  /** Texts and days name; numbers are values. */
  #names(row: number, column: number): boolean {
    const value = this.#value(row, column);
    if (typeof value === "string") return true;
    if (typeof value !== "number") return false;
    const format = this.sheet.cells.style(row, column).numberFormat ?? "General";
    return /[ymd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, "")) && !/general/i.test(format);
  }

  #value(row: number, column: number): unknown {
    return this.sheet.cells.value(row, column);
  }
}

function columnsOf(area: Area): Area[] {
  return Array.from({ length: columnCount(area) }, (_, index) => ({
    ...area,
    left: area.left + index,
    right: area.left + index,
  }));
}

function rowsOf(area: Area): Area[] {
  return Array.from({ length: rowCount(area) }, (_, index) => ({
    ...area,
    top: area.top + index,
    bottom: area.top + index,
  }));
}

function withoutFirst(line: Area, column: boolean): Area {
  return column ? { ...line, top: line.top + 1 } : { ...line, left: line.left + 1 };
}

function firstOf(line: Area, column: boolean): Area {
  return column ? { ...line, bottom: line.top } : { ...line, right: line.left };
}
