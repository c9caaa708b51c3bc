/** Charts as stored: plain data, changed in place by the edit room. Names and words are the API's own. */

export type LineStyle =
  | "None"
  | "Continuous"
  | "Dash"
  | "DashDot"
  | "DashDotDot"
  | "Dot"
  | "Grey25"
  | "Grey50"
  | "Grey75"
  | "Automatic"
  | "RoundDot";

/** Colours are "#RRGGBB", weights points. What is absent is Excel's own choice. */
export interface ChartLine {
  color?: string;
  lineStyle?: LineStyle;
  weight?: number;
}

export interface ChartFont {
  name?: string;
  size?: number;
  color?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: "None" | "Single";
}

/** How one part of a chart looks. `fill` is "none" where it was cleared. */
export interface ChartLook {
  fill?: string;
  /** The outline of an area, or the line itself. */
  line?: ChartLine;
  font?: ChartFont;
}

interface Looking {
  look: ChartLook;
}

export interface ChartTitle extends Looking {
  visible: boolean;
  /** Absent: named after the chart's only series, or "Chart Title". A formula names the cell that holds it. */
  text?: string;
  overlay?: boolean;
  position?: string;
  textOrientation?: number;
  showShadow?: boolean;
  horizontalAlignment?: string;
  verticalAlignment?: string;
}

export interface ChartLegend extends Looking {
  visible: boolean;
  position: "Top" | "Bottom" | "Left" | "Right" | "Corner";
  overlay?: boolean;
  showShadow?: boolean;
}

export interface ChartGridlines extends Looking {
  visible: boolean;
}

export interface ChartAxis extends Looking {
  visible: boolean;
  title: ChartTitle;
  majorGridlines: ChartGridlines;
  minorGridlines: ChartGridlines;
  /** Absent: found from the values. */
  minimum?: number;
  maximum?: number;
  majorUnit?: number;
  minorUnit?: number;
  numberFormat?: string;
  linkNumberFormat?: boolean;
  reversePlotOrder?: boolean;
  scaleType?: "Linear" | "Logarithmic";
  logBase?: number;
  displayUnit?: string;
  showDisplayUnitLabel?: boolean;
  majorTickMark?: string;
  minorTickMark?: string;
  tickLabelPosition?: "NextToAxis" | "High" | "Low" | "None";
  tickLabelSpacing?: number;
  tickMarkSpacing?: number;
  textOrientation?: number;
  categoryType?: string;
  baseTimeUnit?: string;
  isBetweenCategories?: boolean;
  position?: string;
  /** Where on this axis the other one crosses it. */
  positionAt?: number;
  multiLevel?: boolean;
  offset?: number;
  alignment?: string;
}

export interface ChartDataLabels extends Looking {
  /** A point's own words in place of what the label would say. */
  text?: string;
  showValue: boolean;
  showSeriesName?: boolean;
  showCategoryName?: boolean;
  showPercentage?: boolean;
  showLegendKey?: boolean;
  showBubbleSize?: boolean;
  showLeaderLines?: boolean;
  position?: string;
  separator?: string;
  numberFormat?: string;
  linkNumberFormat?: boolean;
  autoText?: boolean;
  textOrientation?: number;
  horizontalAlignment?: string;
  verticalAlignment?: string;
}

export interface ChartPoint extends Looking {
  readonly index: number;
  markerStyle?: string;
  markerSize?: number;
  markerBackgroundColor?: string;
  markerForegroundColor?: string;
  /** Null where the point shows none although its series does. */
  labels?: ChartDataLabels | null;
}

export interface ChartTrendline extends Looking {
  type: string;
  name?: string;
  polynomialOrder?: number;
  movingAveragePeriod?: number;
  forwardPeriod?: number;
  backwardPeriod?: number;
  intercept?: number;
  showEquation?: boolean;
  showRSquared?: boolean;
}

/** Values are formulas with their "=": a reference, whose cells are looked up whenever the chart is drawn. */
export interface ChartSeries extends Looking {
  /** A text, or a formula that names the cell; "" shows as "Series1". */
  name: string;
  values: string;
  /** Categories, or the x values of a scatter chart; "" for 1, 2, 3… */
  categories: string;
  bubbleSizes?: string;
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
  /** What all series show that say nothing of their own. */
  labels?: ChartDataLabels;
  plotLook: ChartLook;
  series: ChartSeries[];
  displayBlanksAs?: "NotPlotted" | "Zero" | "Interplotted";
  plotVisibleOnly?: boolean;
  roundedCorners?: boolean;
  style?: number;
  dataTable?: ChartDataTable;
}

export interface ChartDataTable extends Looking {
  visible: boolean;
  showHorizontalBorder?: boolean;
  showVerticalBorder?: boolean;
  showOutlineBorder?: boolean;
  showLegendKey?: boolean;
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
    valueAxis: plainAxis(!/^(Pie|Doughnut)/.test(type)),
    series: [],
  };
}

function plainAxis(gridlines: boolean): ChartAxis {
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

export type ChartShape = "column" | "bar" | "line" | "pie" | "doughnut" | "area" | "scatter";

/** How a type is drawn; null for the types the host keeps and writes, but draws only as a frame with the type's name. */
export function shapeOf(
  type: string,
): { readonly shape: ChartShape; readonly grouping: "plain" | "stacked" | "percent" } | null {
  const found = shapes.find(([pattern]) => pattern.test(type));
  if (found === undefined) return null;
  const grouping = type.endsWith("100") ? "percent" : /Stacked/.test(type) ? "stacked" : "plain";
  return { shape: found[1], grouping };
}

const shapes: readonly (readonly [RegExp, ChartShape])[] = [
  [/^Column(Clustered|Stacked|Stacked100)$/, "column"],
  [/^Bar(Clustered|Stacked|Stacked100)$/, "bar"],
  [/^Line(Markers)?(Stacked|Stacked100)?$/, "line"],
  [/^Pie(Exploded)?$/, "pie"],
  [/^Doughnut(Exploded)?$/, "doughnut"],
  [/^Area(Stacked|Stacked100)?$/, "area"],
  [/^XYScatter(Smooth|SmoothNoMarkers|Lines|LinesNoMarkers)?$/, "scatter"],
];

/** Excel's colours for series, in order: the theme's six accents, then darker ones. */
const accents = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const darker = ["#264478", "#9E480E", "#636363", "#997300", "#255E91", "#43682B"];

export function seriesColor(index: number): string {
  return [...accents, ...darker][index % 12] ?? "#4472C4";
}
