import type { ChartTitle } from "../model/chart-parts";
import { chartBox } from "../model/chart-place";
import type { Chart } from "../model/charts";
import type { Sheet } from "../model/sheet";
import type { Workbook } from "../model/workbook";
import { axesText } from "./chart-axes-write";
import { richText, shapeText, textLook } from "./chart-looks";
import { ChartReferences } from "./chart-references";
import { groupsOf, SeriesWriter } from "./chart-series-write";
import { blanks, chartNamespace, drawingNamespace, formOf, legendPlaces } from "./chart-words";
import { inFile, layoutText, val, type ChartSize } from "./chart-xml";
import { relationshipsNamespace } from "./namespaces";
import { xmlHeader } from "./xml";

/** A chart part. */
export function chartPartText(workbook: Workbook, home: Sheet, chart: Chart): string {
  return new ChartWriter(new ChartReferences(workbook, home), chart, chartBox(home, chart)).text();
}

class ChartWriter {
  constructor(
    readonly references: ChartReferences,
    readonly chart: Chart,
    readonly size: ChartSize,
  ) {}

  text(): string {
    const { chart } = this;
    const { workbook } = this.references;
    const solid = /3DChart/.test(formOf(chart.type).element);
    const inside = chart.plotInside === true ? "inner" : "outer";
    const layout = layoutText(
      chart.plotPlace,
      this.size,
      chart.plotPlace === undefined ? undefined : inside,
    );
    return (
      `${xmlHeader}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="${drawingNamespace}" xmlns:r="${relationshipsNamespace}">` +
      val("date1904", workbook.date1904) +
      val("roundedCorners", chart.roundedCorners ?? false) +
      "<c:chart>" +
      (chart.title.visible ? this.#title(chart.title, chart.title.text ?? null) : "") +
      val("autoTitleDeleted", !chart.title.visible) +
      (solid ? `<c:view3D>${this.#view()}</c:view3D>` : "") +
      `<c:plotArea>${layout}${this.#groups()}${this.#dataTable()}${shapeText(chart.plotLook)}</c:plotArea>` +
      this.#legend() +
      val("plotVisOnly", chart.plotVisibleOnly ?? true) +
      val("dispBlanksAs", inFile(blanks, chart.displayBlanksAs ?? "NotPlotted")) +
      val("showDLblsOverMax", chart.showDataLabelsOverMaximum) +
      `</c:chart>${shapeText(chart.look)}${textLook(chart.look)}</c:chartSpace>`
    );
  }

  #view(): string {
    const view = this.chart.view3D ?? { rotX: "15", rotY: "20", rAngAx: "1" };
    return Object.entries(view)
      .map(([name, value]) => val(name, value))
      .join("");
  }

  /** Without words the title is the reader's own: the only series' name, or "Chart Title". */
  #title(title: ChartTitle, words: string | null): string {
    const { look, textOrientation: turn, runs } = title;
    const named = words?.startsWith("=") === true;
    const text =
      words === null || (words === "" && !named)
        ? ""
        : named
          ? `<c:tx>${this.references.text(words)}</c:tx>`
          : `<c:tx>${richText(words, look, { turn, runs })}</c:tx>`;
    const style = text === "" || named ? textLook(look, turn) : "";
    const layout = layoutText(title.place, this.size);
    return `<c:title>${text}${layout}${val("overlay", title.overlay ?? false)}${shapeText(look)}${style}</c:title>`;
  }

  #legend(): string {
    const { legend } = this.chart;
    if (!legend.visible) return "";
    const hidden = (legend.hidden ?? []).map(
      (index) => `<c:legendEntry>${val("idx", index)}${val("delete", true)}</c:legendEntry>`,
    );
    const place = val("legendPos", inFile(legendPlaces, legend.position) ?? "b");
    const layout = legend.place === undefined ? "" : layoutText(legend.place, this.size);
    return `<c:legend>${place}${hidden.join("")}${layout}${val("overlay", legend.overlay ?? false)}${shapeText(legend.look)}${textLook(legend.look)}</c:legend>`;
  }

  /** The groups of series and the axes they stand on. */
  #groups(): string {
    const { chart } = this;
    const groups = groupsOf(chart);
    const writer = new SeriesWriter(chart, this.references, this.size);
    const first = groups.find(({ secondary }) => !secondary) ?? groups[0];
    const second =
      first === undefined ? undefined : groups.find((one) => one.secondary && one !== first);
    const written = groups.map((group) =>
      // Without primary series the secondary axes would stand alone, which readers refuse.
      writer.group(second === undefined ? { ...group, secondary: false } : group),
    );
    const axes = axesText(
      chart,
      first?.form ?? formOf(chart.type),
      second?.form ?? null,
      (title, words) => this.#title(title, words),
    );
    return written.join("") + axes;
  }

  #dataTable(): string {
    const { dataTable } = this.chart;
    if (dataTable?.visible !== true) return "";
    return (
      "<c:dTable>" +
      val("showHorzBorder", dataTable.showHorizontalBorder ?? true) +
      val("showVertBorder", dataTable.showVerticalBorder ?? true) +
      val("showOutline", dataTable.showOutlineBorder ?? true) +
      val("showKeys", dataTable.showLegendKey ?? true) +
      `${shapeText(dataTable.look)}${textLook(dataTable.look)}</c:dTable>`
    );
  }
}
