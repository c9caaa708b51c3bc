/** The parts of a chart as stored: plain data, changed in place by the edit room. Names and words are the API's own. */

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

export interface Looking {
  look: ChartLook;
}

/** Letters of a text that look otherwise than the rest of it. */
export interface ChartTextRun {
  start: number;
  length: number;
  font: ChartFont;
}

/** Where a person has put a part, in points from the chart's top left corner. What is absent is found by itself. */
export interface ChartPartPlace {
  left?: number;
  top?: number;
  width?: number;
  height?: number;
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
  runs?: ChartTextRun[];
  place?: ChartPartPlace;
}

export interface ChartLegend extends Looking {
  visible: boolean;
  position: "Top" | "Bottom" | "Left" | "Right" | "Corner";
  overlay?: boolean;
  showShadow?: boolean;
  place?: ChartPartPlace;
  /** Entries that are not shown, by their number. */
  hidden?: number[];
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
  customDisplayUnit?: number;
  showDisplayUnitLabel?: boolean;
  majorTickMark?: string;
  minorTickMark?: string;
  tickLabelPosition?: "NextToAxis" | "High" | "Low" | "None";
  tickLabelSpacing?: number;
  tickMarkSpacing?: number;
  textOrientation?: number;
  categoryType?: string;
  baseTimeUnit?: string;
  majorTimeUnitScale?: string;
  minorTimeUnitScale?: string;
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
  runs?: ChartTextRun[];
  /** How far a person has moved it from where it would stand, in points. */
  right?: number;
  down?: number;
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
  label?: ChartTrendlineLabel;
}

/** The equation beside a trendline. */
export interface ChartTrendlineLabel extends Looking {
  text?: string;
  numberFormat?: string;
  linkNumberFormat?: boolean;
  textOrientation?: number;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  right?: number;
  down?: number;
}

export interface ChartErrorBars extends Looking {
  visible: boolean;
  type?: string;
  include?: "Both" | "MinusValues" | "PlusValues";
  endStyleCap?: boolean;
  /** The fixed value, the percentage or the number of deviations. */
  amount?: number;
  /** Formulas of a custom type. */
  plus?: string;
  minus?: string;
}

export interface ChartDataTable extends Looking {
  visible: boolean;
  showHorizontalBorder?: boolean;
  showVerticalBorder?: boolean;
  showOutlineBorder?: boolean;
  showLegendKey?: boolean;
}
