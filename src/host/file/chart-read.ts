import { plainChart, type Chart } from "../model/charts";
import { readAxes, readTitle } from "./chart-axes-read";
import { readLook } from "./chart-looks";
import { flag, isInner, placeOf, value } from "./chart-read-words";
import { SeriesReader } from "./chart-series-read";
import { groupTypes } from "./chart-types-read";
import { blanks, legendPlaces } from "./chart-words";
import type { ChartSize } from "./chart-xml";
import type { Palette } from "./color";
import { childNamed, childrenNamed, type XmlElement } from "./xml";

/**
 * A chart from its part, standing nowhere yet; null for kinds the host does not know, which stay in the file as they
 * are.
 *
 * @param size - of the chart where it stands, of which places in its part are shares
 */
export function readChart(
  root: XmlElement,
  id: string,
  palette: Palette,
  size: ChartSize,
): Chart | null {
  const body = childNamed(root, "chart");
  const plot = body === undefined ? undefined : childNamed(body, "plotArea");
  if (body === undefined || plot === undefined) return null;
  const found = groupTypes(plot);
  if (found === null) return null;
  const { type, groups } = found;
  const context = { palette, size };
  const chart = plainChart(id, "", type);
  chart.look = readLook(root, palette);
  chart.plotLook = readLook(plot, palette);
  chart.roundedCorners = flag(root, "roundedCorners", true);
  chart.plotVisibleOnly = flag(body, "plotVisOnly", true);
  chart.displayBlanksAs = blanks[(value(body, "dispBlanksAs") ?? "zero") as "zero"];
  if (!flag(body, "showDLblsOverMax", true)) chart.showDataLabelsOverMaximum = false;
  const view = childNamed(body, "view3D")?.children.filter(({ name }) => name !== "extLst");
  if (view !== undefined) {
    chart.view3D = Object.fromEntries(
      view.map(({ name, attributes }) => [name, attributes.val ?? "1"]),
    );
  }
  const place = placeOf(plot, size);
  if (place !== undefined) Object.assign(chart, { plotPlace: place, plotInside: isInner(plot) });
  const deleted = flag(body, "autoTitleDeleted", false);
  chart.title = readTitle(childNamed(body, "title"), deleted, context);
  readLegend(chart, childNamed(body, "legend"), palette, size);
  const secondary = readAxes(
    chart,
    plot,
    groups.map(({ group }) => group),
    context,
  );
  if (secondary === null) return null;
  const table = childNamed(plot, "dTable");
  if (table !== undefined) {
    chart.dataTable = {
      visible: true,
      look: readLook(table, palette),
      showHorizontalBorder: flag(table, "showHorzBorder", false),
      showVerticalBorder: flag(table, "showVertBorder", false),
      showOutlineBorder: flag(table, "showOutline", false),
      showLegendKey: flag(table, "showKeys", false),
    };
  }
  const reader = new SeriesReader(palette, size);
  const listed = groups.flatMap(({ group, type: own }, at) =>
    childrenNamed(group, "ser").map((element) => {
      const series = reader.series(element, group);
      if (own !== type) series.chartType = own;
      if (secondary[at] === true && !type.startsWith("Stock")) series.axisGroup = "Secondary";
      return { order: Number(value(element, "order") ?? 0), series };
    }),
  );
  chart.series = listed.sort((one, other) => one.order - other.order).map(({ series }) => series);
  return chart;
}

function readLegend(
  chart: Chart,
  legend: XmlElement | undefined,
  palette: Palette,
  size: ChartSize,
): void {
  chart.legend.visible = legend !== undefined;
  if (legend === undefined) return;
  const position = (value(legend, "legendPos") ?? "r") as keyof typeof legendPlaces;
  chart.legend.position = legendPlaces[position];
  chart.legend.overlay = flag(legend, "overlay", false);
  chart.legend.look = readLook(legend, palette);
  const hidden = childrenNamed(legend, "legendEntry").flatMap((entry) =>
    flag(entry, "delete", false) ? [Number(value(entry, "idx") ?? 0)] : [],
  );
  if (hidden.length > 0) chart.legend.hidden = hidden;
  const place = placeOf(legend, size);
  if (place !== undefined) chart.legend.place = place;
}
