import type { Area } from "../model/address";
import { activateChart } from "../edit/chart-activation";
import { deleteChart, setChartData } from "../edit/charts";
import { chartBox, cornersOf, type ChartBox } from "../model/chart-place";
import type { ChartDataTable as StoredTable } from "../model/chart-parts";
import type { Chart as StoredChartData } from "../model/charts";
import { identity } from "../protocol/api-object";
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
import { serveEvents } from "./event-registration";
import { serve, type Property } from "./properties";
import { placeGiven } from "./range-part";
import { EventType, type Session } from "./session";
import * as kind from "./property-kinds";

/** https://learn.microsoft.com/javascript/api/excel/excel.chart */
export class Chart extends ChartPart<StoredChartData> {
  readonly className = "Chart";

  readonly session: Session;

  constructor(readonly stored: StoredChart) {
    super({ stored, read: (chart) => chart, own: (chart) => chart });
    this.session = stored.session;
  }

  override [identity](): string {
    return this.stored.chartId;
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

  /** #dataLabels */
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels({
      stored: this.stored,
      read: (chart) => chart.labels ?? { showValue: false, look: {} },
      own: (chart) => (chart.labels ??= { showValue: true, look: {} }),
    });
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
}

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events */
serveEvents(Chart.prototype, ({ stored }) => stored.chartId, {
  ActivatedEvent: EventType.chartActivated,
  DeactivatedEvent: EventType.chartDeactivated,
});

serve(Chart, {
  id: ({ stored }) => stored.chart.id,
  axes: ({ stored }) => new ChartAxes(stored),
  series: ({ stored }) => new ChartSeriesCollection(stored),
  title: ({ stored }) => new ChartTitle(partOf(stored, (chart) => chart.title)),
  legend: ({ stored }) => new ChartLegend(partOf(stored, (chart) => chart.legend)),
  format: ({ stored }) => new ChartAreaFormat(partOf(stored, (chart) => chart.look)),
  plotArea: ({ stored }) => new ChartPlotArea(stored),
  left: side("left"),
  top: side("top"),
  width: side("width"),
  height: side("height"),
  worksheet: ({ stored }) => stored.session.objects.worksheet(stored.sheetId),
});

servePart(Chart, {
  displayBlanksAs: kind.word("NotPlotted", ["NotPlotted", "Zero", "Interplotted"]),
  plotVisibleOnly: kind.truth(true),
  showDataLabelsOverMaximum: kind.truth(true),
  plotBy: kind.word("Columns", ["Rows", "Columns"]),
  style: kind.whole(201, 1, 1000),
});

/** One measure of the chart's box, in points. */
function side(name: keyof ChartBox): Property<Chart> {
  return {
    get: (chart) => boxOf(chart)[name],
    set: (chart, value) => moveTo(chart, { [name]: number(value, name) }),
  };
}

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

function cellOf({ stored }: Chart, value: unknown, argument: string): Area {
  return placeGiven(stored.session, stored.find().sheet, value, argument).area;
}
