import { activateChart } from "../edit/chart-activation";
import { deleteChart, setChartData } from "../edit/charts";
import { chartBox, cornersOf, type ChartBox } from "../model/chart-place";
import type { ChartDataTable as StoredTable } from "../model/chart-parts";
import type { Chart as StoredChartData } from "../model/charts";
import { identity, type ApiObject } from "../protocol/api-object";
import { HostError, invalidArgument } from "../protocol/host-error";
import { number, text } from "./arguments";
import { ChartAxes } from "./chart-axes";
import { ChartDataTable, ChartLegend, ChartTitle } from "./chart-frame";
import { ChartDataLabels } from "./chart-labels";
import { ChartAreaFormat } from "./chart-looks";
import { changePart, ChartPart, partOf, servePart, StoredChart } from "./chart-part";
import { ChartPlotArea } from "./chart-plot-area";
import { ChartSeriesCollection } from "./chart-series";
import { chartSource } from "./chart-source";
import { chartTypeOf } from "./chart-types";
import { Range } from "./range";
import { placeOf } from "./range-address";
import { rangePlace } from "./range-part";
import { EventType, listen } from "./session";
import * as kind from "./property-kinds";

/** https://learn.microsoft.com/javascript/api/excel/excel.chart */
export class Chart extends ChartPart<StoredChartData> {
  readonly className = "Chart";

  constructor(readonly stored: StoredChart) {
    super({ stored, read: (chart) => chart, own: (chart) => chart });
  }

  override [identity](): string {
    return this.stored.chartId;
  }

  /** #id */
  get id(): string {
    return this.stored.chart.id;
  }

  /** #name */
  get name(): string {
    return this.stored.chart.name;
  }

  /** #name: unique on its sheet */
  set name(value: unknown) {
    const name = text(value, "name");
    const { sheet, chart } = this.stored.find();
    const taken = sheet.charts.some(
      (one) => one !== chart && one.name.toLowerCase() === name.toLowerCase(),
    );
    if (name === "") throw invalidArgument("name", "a name is needed");
    if (taken) throw new HostError("ItemAlreadyExists", `A chart is named '${name}' already.`, 409);
    changePart(this, (one) => (one.name = name));
  }

  /** #chartType */
  get chartType(): string {
    return this.stored.chart.type;
  }

  set chartType(value: unknown) {
    const type = chartTypeOf(value, "chartType");
    changePart(this, (chart) => (chart.type = type));
  }

  /** #left */
  get left(): number {
    return boxOf(this).left;
  }

  set left(value: unknown) {
    moveTo(this, { left: number(value, "left") });
  }

  /** #top */
  get top(): number {
    return boxOf(this).top;
  }

  set top(value: unknown) {
    moveTo(this, { top: number(value, "top") });
  }

  /** #width */
  get width(): number {
    return boxOf(this).width;
  }

  set width(value: unknown) {
    moveTo(this, { width: number(value, "width") });
  }

  /** #height */
  get height(): number {
    return boxOf(this).height;
  }

  set height(value: unknown) {
    moveTo(this, { height: number(value, "height") });
  }

  /** #axes */
  get axes(): ChartAxes {
    return new ChartAxes(this.stored);
  }

  /** #series */
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.stored);
  }

  /** #title */
  get title(): ChartTitle {
    return new ChartTitle(partOf(this.stored, (chart) => chart.title));
  }

  /** #legend */
  get legend(): ChartLegend {
    return new ChartLegend(partOf(this.stored, (chart) => chart.legend));
  }

  /** #dataLabels */
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels({
      stored: this.stored,
      read: (chart) => chart.labels ?? { showValue: false, look: {} },
      own: (chart) => (chart.labels ??= { showValue: true, look: {} }),
    });
  }

  /** #format */
  get format(): ChartAreaFormat {
    return new ChartAreaFormat(partOf(this.stored, (chart) => chart.look));
  }

  /** #plotArea */
  get plotArea(): ChartPlotArea {
    return new ChartPlotArea(this.stored);
  }

  /** #worksheet */
  get worksheet(): ApiObject {
    return this.stored.session.objects.worksheet(this.stored.sheetId);
  }

  /** #getDataTable: InvalidOperation for charts without axes */
  getDataTable(): ChartDataTable {
    const table = this.getDataTableOrNullObject();
    if (table === null) throw new HostError("InvalidOperation", "The chart allows no data table.");
    return table;
  }

  /** #getDataTableOrNullObject */
  getDataTableOrNullObject(): ChartDataTable | null {
    if (/^(3D)?(Pie|Doughnut|XYScatter|Bubble|Radar|Surface|BarOfPie)/.test(this.chartType))
      return null;
    const none: StoredTable = { visible: false, look: {} };
    return new ChartDataTable({
      stored: this.stored,
      read: (chart) => chart.dataTable ?? none,
      own: (chart) => (chart.dataTable ??= { visible: true, look: {} }),
    });
  }

  /** #activate */
  activate(): void {
    const { sheet, chart } = this.stored.find();
    activateChart(this.stored.session.workspace, sheet, chart);
  }

  /** #delete */
  delete(): void {
    const { sheet, chart } = this.stored.find();
    deleteChart(this.stored.session.workspace, sheet, chart);
  }

  /** #setData */
  setData(sourceData: unknown, seriesBy?: unknown): void {
    const { sheet, chart } = this.stored.find();
    setChartData(this.stored.session.workspace, sheet, chart, chartSource(sourceData, seriesBy));
  }

  /** #setPosition: over the cells from the first to the last; without a last one the size stays */
  setPosition(startCell: unknown, endCell?: unknown): void {
    const start = cellOf(this, startCell, "startCell");
    const end = endCell === undefined || endCell === null ? null : cellOf(this, endCell, "endCell");
    const { width, height } = boxOf(this);
    const { sheet } = this.stored.find();
    const top = Math.min(start.top, end?.top ?? start.top);
    const left = Math.min(start.left, end?.left ?? start.left);
    const from = { row: top, column: left, down: 0, right: 0 };
    this.stored.change((chart) => {
      chart.from = from;
      if (end === null) {
        const box = chartBox(sheet, { ...chart, from, to: from });
        Object.assign(chart, cornersOf(sheet, { ...box, width, height }));
      } else {
        const bottom = Math.max(start.bottom, end.bottom);
        const right = Math.max(start.right, end.right);
        chart.to = { row: bottom + 1, column: right + 1, down: 0, right: 0 };
      }
    });
  }

  _RegisterActivatedEvent(): void {
    listen(this.stored.session, true, EventType.chartActivated, this.stored.chartId);
  }

  _UnregisterActivatedEvent(): void {
    listen(this.stored.session, false, EventType.chartActivated, this.stored.chartId);
  }

  _RegisterDeactivatedEvent(): void {
    listen(this.stored.session, true, EventType.chartDeactivated, this.stored.chartId);
  }

  _UnregisterDeactivatedEvent(): void {
    listen(this.stored.session, false, EventType.chartDeactivated, this.stored.chartId);
  }
}

servePart(Chart, {
  displayBlanksAs: kind.word("NotPlotted", ["NotPlotted", "Zero", "Interplotted"]),
  plotVisibleOnly: kind.truth(true),
  showDataLabelsOverMaximum: kind.truth(true),
  plotBy: kind.word("Columns", ["Rows", "Columns"]),
  style: kind.whole(201, 1, 1000),
});

function boxOf({ stored }: Chart): ChartBox {
  const { sheet, chart } = stored.find();
  return chartBox(sheet, chart);
}

function moveTo(chart: Chart, change: Partial<ChartBox>): void {
  const { sheet } = chart.stored.find();
  const box = { ...boxOf(chart), ...change };
  if (box.left < 0 || box.top < 0 || box.width < 0 || box.height < 0) {
    throw invalidArgument(Object.keys(change)[0] ?? "position", "0 or more points");
  }
  chart.stored.change((one) => Object.assign(one, cornersOf(sheet, box)));
}

function cellOf(
  chart: Chart,
  value: unknown,
  argument: string,
): ReturnType<typeof rangePlace>["area"] {
  if (value instanceof Range) return rangePlace(value).area;
  const { sheet } = chart.stored.find();
  return placeOf(chart.stored.session, sheet, text(value, argument), argument).area;
}
