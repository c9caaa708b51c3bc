import { chartCells, chartText } from "../calc/chart-data";
import { isCellError } from "../model/cell";
import type { ChartSeries } from "../model/charts";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { texts, val } from "./chart-xml";
import { formulaInFile } from "./formula-text";
import { escapeXml } from "./xml";

/** Values kept in the file beside each reference, for readers that do not look the cells up. */
const mostCached = 2_000;

/** What a chart refers to, as its part says it: the reference and what it stands for now. */
export class ChartReferences {
  constructor(
    readonly workbook: Workbook,
    readonly home: Sheet,
  ) {}

  /** How many values a reference stands for. */
  count(formula: string): number {
    return chartCells(this.workbook, this.home, formula, false).length;
  }

  text(formula: string): string {
    const text = chartText(this.workbook, this.home, formula);
    return `<c:strRef><c:f>${escapeXml(formulaInFile(formula, null))}</c:f>${texts([text])}</c:strRef>`;
  }

  seriesName({ name }: ChartSeries): string {
    if (name === "") return "";
    return name.startsWith("=")
      ? `<c:tx>${this.text(name)}</c:tx>`
      : `<c:tx><c:v>${escapeXml(name)}</c:v></c:tx>`;
  }

  /** `c:cat`, or `c:xVal` where the categories are numbers on an axis of their own. */
  categories({ categories }: ChartSeries, pairs: boolean): string {
    if (categories === "") return "";
    const cells = chartCells(this.workbook, this.home, categories, false).slice(0, mostCached);
    const numeric = cells.length > 0 && cells.every(({ value }) => typeof value === "number");
    const name = pairs ? "xVal" : "cat";
    if (numeric) return `<c:${name}>${this.numbers(categories)}</c:${name}>`;
    const words = cells.map(({ value }) =>
      value === null ? "" : isCellError(value) ? value.error : String(value),
    );
    return `<c:${name}><c:strRef><c:f>${escapeXml(formulaInFile(categories, null))}</c:f>${texts(words)}</c:strRef></c:${name}>`;
  }

  numbers(formula: string): string {
    if (formula === "") {
      return '<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="0"/></c:numLit>';
    }
    const cells = chartCells(this.workbook, this.home, formula, false).slice(0, mostCached);
    const points = cells.map(({ value }, index) =>
      typeof value === "number" ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : "",
    );
    const format = escapeXml(cells[0]?.numberFormat ?? "General");
    return `<c:numRef><c:f>${escapeXml(formulaInFile(formula, null))}</c:f><c:numCache><c:formatCode>${format}</c:formatCode>${val("ptCount", cells.length)}${points.join("")}</c:numCache></c:numRef>`;
  }
}
