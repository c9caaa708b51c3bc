import type {
  ChartAxis,
  ChartDataLabels,
  ChartDataTable,
  ChartErrorBars,
  ChartLegend,
  ChartLook,
  ChartPartPlace,
  ChartPoint,
  ChartTitle,
  ChartTrendline,
  Looking,
} from "./chart-parts";

/** Charts as stored: plain data, changed in place by the edit room. Names and words are the API's own. */

/** Values are formulas with their "=": a reference, whose cells are looked up whenever the chart is drawn. */
export interface ChartSeries extends Looking {
  /** A text, or a formula that names the cell; "" shows as "Series1". */
  name: string;
  values: string;
  /** Categories, or the x values of a scatter chart; "" for 1, 2, 3… */
  categories: string;
  bubbleSizes?: string;
  bubbleScale?: number;
  /** Where it differs from the chart's. */
  chartType?: string;
  axisGroup?: "Primary" | "Secondary";
  labels?: ChartDataLabels;
  /** Points that look otherwise than their series. */
  points: ChartPoint[];
  trendlines: ChartTrendline[];
  markerStyle?: string;
  markerSize?: number;
  markerBackgroundColor?: string;
  markerForegroundColor?: string;
  smooth?: boolean;
  gapWidth?: number;
  overlap?: number;
  doughnutHoleSize?: number;
  firstSliceAngle?: number;
  explosion?: number;
  varyByCategories?: boolean;
  invertIfNegative?: boolean;
  showShadow?: boolean;
  showLeaderLines?: boolean;
  filtered?: boolean;
  xErrorBars?: ChartErrorBars;
  yErrorBars?: ChartErrorBars;
  /** Of a pie with a second plot: what goes there. */
  splitType?: string;
  splitValue?: number;
  secondPlotSize?: number;
  showConnectorLines?: boolean;
}

/** A place among the cells: so many points into a row and a column. */
export interface ChartCorner {
  row: number;
  column: number;
  down: number;
  right: number;
}

export interface Chart extends Looking {
  readonly id: string;
  name: string;
  /** The API's word: "ColumnClustered". */
  type: string;
  /** Charts move and grow with the cells under them. */
  from: ChartCorner;
  to: ChartCorner;
  plotBy: "Rows" | "Columns";
  title: ChartTitle;
  legend: ChartLegend;
  categoryAxis: ChartAxis;
  valueAxis: ChartAxis;
  /** The axes of the series of the secondary group; kept once anybody speaks of them. */
  secondaryCategoryAxis?: ChartAxis;
  secondaryValueAxis?: ChartAxis;
  /** Where series stand one behind the other. */
  seriesAxis?: ChartAxis;
  /** What all series show that say nothing of their own. */
  labels?: ChartDataLabels;
  plotLook: ChartLook;
  /** Where the plot stands, with the words of its axes unless `plotInside`. */
  plotPlace?: ChartPartPlace;
  plotInside?: boolean;
  series: ChartSeries[];
  displayBlanksAs?: "NotPlotted" | "Zero" | "Interplotted";
  plotVisibleOnly?: boolean;
  roundedCorners?: boolean;
  showDataLabelsOverMaximum?: boolean;
  style?: number;
  dataTable?: ChartDataTable;
  /** From where a 3-D chart is looked at, in the file's words and degrees: {rotX: "15"}. */
  view3D?: Readonly<Record<string, string>>;
}

/** The id of the host's own making, the form Excel uses. */
export function chartId(number: number): string {
  return `{00000000-0000-0000-0006-${number.toString(16).padStart(12, "0").toUpperCase()}}`;
}

/** A chart without series, looking as Excel makes it. */
export function plainChart(id: string, name: string, type: string): Chart {
  const corner = { row: 0, column: 0, down: 0, right: 0 };
  return {
    id,
    name,
    type,
    from: corner,
    to: corner,
    plotBy: "Columns",
    look: {},
    plotLook: {},
    title: { visible: true, look: {} },
    legend: { visible: true, position: "Bottom", look: {} },
    categoryAxis: plainAxis(false),
    valueAxis: plainAxis(!/^(3D)?Pie|^Doughnut|OfPie$/.test(type)),
    series: [],
  };
}

/** An axis as Excel makes it. */
export function plainAxis(gridlines: boolean): ChartAxis {
  const title: ChartTitle = { visible: false, look: {} };
  return {
    visible: true,
    look: {},
    title,
    majorGridlines: { visible: gridlines, look: {} },
    minorGridlines: { visible: false, look: {} },
  };
}

/** A series that shows nothing of its own. */
export function freshSeries(
  part: Pick<ChartSeries, "name" | "values" | "categories">,
): ChartSeries {
  return { ...part, look: {}, points: [], trendlines: [] };
}

/** Excel's colours for series, in order: the theme's six accents, then darker ones. */
const accents = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const darker = ["#264478", "#9E480E", "#636363", "#997300", "#255E91", "#43682B"];

export function seriesColor(index: number): string {
  return [...accents, ...darker][index % 12] ?? "#4472C4";
}
