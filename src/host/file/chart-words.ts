import type { ChartLine, ChartLook } from "../model/chart-parts";

/** The file's words for charts against those of the Excel API (ECMA-376 part 1, 21.2). */

/** How a type stands in the file: the element of its group of series and what distinguishes it there. */
export interface ChartForm {
  readonly element: string;
  readonly grouping?: "clustered" | "stacked" | "percentStacked" | "standard";
  /** Bars that stand or lie. */
  readonly barDir?: "col" | "bar";
  /** Bars of a 3-D chart that are no boxes. */
  readonly solid?: "cylinder" | "cone" | "pyramid";
  /** Signs at the values. */
  readonly markers?: boolean;
  readonly style?: string;
  readonly wireframe?: boolean;
  /** Series stand one behind the other, on an axis of their own. */
  readonly deep?: boolean;
}

const groupings = { "": "clustered", Stacked: "stacked", Stacked100: "percentStacked" } as const;

function grouped(
  suffix: string | undefined,
  plain: "clustered" | "standard",
): ChartForm["grouping"] {
  if (suffix === "Stacked" || suffix === "Stacked100") return groupings[suffix];
  return plain;
}

const scatterStyles: Readonly<Record<string, Pick<ChartForm, "style" | "markers">>> = {
  XYScatter: { style: "lineMarker", markers: true },
  XYScatterLines: { style: "lineMarker", markers: true },
  XYScatterLinesNoMarkers: { style: "lineMarker", markers: false },
  XYScatterSmooth: { style: "smoothMarker", markers: true },
  XYScatterSmoothNoMarkers: { style: "smoothMarker", markers: false },
};

const plainForms: Readonly<Record<string, ChartForm>> = {
  Pie: { element: "pieChart" },
  PieExploded: { element: "pieChart" },
  "3DPie": { element: "pie3DChart" },
  "3DPieExploded": { element: "pie3DChart" },
  PieOfPie: { element: "ofPieChart", style: "pie" },
  BarOfPie: { element: "ofPieChart", style: "bar" },
  Doughnut: { element: "doughnutChart" },
  DoughnutExploded: { element: "doughnutChart" },
  Bubble: { element: "bubbleChart" },
  Bubble3DEffect: { element: "bubbleChart" },
  Radar: { element: "radarChart", style: "standard" },
  RadarMarkers: { element: "radarChart", style: "marker", markers: true },
  StockHLC: { element: "stockChart" },
  StockOHLC: { element: "stockChart" },
  StockVHLC: { element: "stockChart" },
  StockVOHLC: { element: "stockChart" },
  RadarFilled: { element: "radarChart", style: "filled" },
  "3DLine": { element: "line3DChart", grouping: "standard", deep: true },
  "3DArea": { element: "area3DChart", grouping: "standard", deep: true },
  "3DAreaStacked": { element: "area3DChart", grouping: "stacked" },
  "3DAreaStacked100": { element: "area3DChart", grouping: "percentStacked" },
  Surface: { element: "surface3DChart", wireframe: false, deep: true },
  SurfaceWireframe: { element: "surface3DChart", wireframe: true, deep: true },
  SurfaceTopView: { element: "surfaceChart", wireframe: false, deep: true },
  SurfaceTopViewWireframe: { element: "surfaceChart", wireframe: true, deep: true },
};

/** How a type is written; a type nobody knows as clustered columns. */
export function formOf(type: string): ChartForm {
  const bars = /^(3D)?(Column|Bar)(Clustered|Stacked|Stacked100)?$/.exec(type);
  if (bars !== null) {
    const deep = bars[3] === undefined;
    const grouping = deep ? "standard" : grouped(bars[3], "clustered");
    const form = { grouping, barDir: bars[2] === "Bar" ? "bar" : "col", deep } as const;
    return { element: bars[1] === undefined ? "barChart" : "bar3DChart", ...form } as ChartForm;
  }
  const solids = /^(Cylinder|Cone|Pyramid)(Col|Bar)(Clustered|Stacked|Stacked100)?$/.exec(type);
  if (solids !== null) {
    const deep = solids[3] === undefined;
    return {
      element: "bar3DChart",
      ...(deep ? { grouping: "standard" } : { grouping: grouped(solids[3], "clustered") }),
      barDir: solids[2] === "Bar" ? "bar" : "col",
      solid: (solids[1] ?? "").toLowerCase() as "cylinder",
      deep,
    } as ChartForm;
  }
  const lines = /^Line(Markers)?(Stacked|Stacked100)?$/.exec(type);
  if (lines !== null) {
    const grouping = grouped(lines[2], "standard") ?? "standard";
    return { element: "lineChart", grouping, markers: lines[1] !== undefined };
  }
  const areas = /^Area(Stacked|Stacked100)?$/.exec(type);
  if (areas !== null) {
    return { element: "areaChart", grouping: grouped(areas[1], "standard") ?? "standard" };
  }
  const scatter = scatterStyles[type];
  if (scatter !== undefined) return { element: "scatterChart", ...scatter };
  return plainForms[type] ?? { element: "barChart", grouping: "clustered", barDir: "col" };
}

/** Kinds without axes. */
export function isRound(form: ChartForm): boolean {
  return /^(pie|pie3D|ofPie|doughnut)Chart$/.test(form.element);
}

export const dashes: Readonly<Record<string, NonNullable<ChartLine["lineStyle"]>>> = {
  solid: "Continuous",
  dash: "Dash",
  dashDot: "DashDot",
  lgDashDotDot: "DashDotDot",
  sysDot: "Dot",
  sysDash: "RoundDot",
};

export const legendPlaces = {
  t: "Top",
  b: "Bottom",
  l: "Left",
  r: "Right",
  tr: "Corner",
} as const;

export const labelPlaces: Readonly<Record<string, string>> = {
  ctr: "Center",
  inEnd: "InsideEnd",
  inBase: "InsideBase",
  outEnd: "OutsideEnd",
  l: "Left",
  r: "Right",
  t: "Top",
  b: "Bottom",
  bestFit: "BestFit",
};

export const tickMarks: Readonly<Record<string, string>> = {
  none: "None",
  cross: "Cross",
  in: "Inside",
  out: "Outside",
};

export const tickLabels = {
  nextTo: "NextToAxis",
  high: "High",
  low: "Low",
  none: "None",
} as const;

export const blanks = { gap: "NotPlotted", zero: "Zero", span: "Interplotted" } as const;

export const trendTypes: Readonly<Record<string, string>> = {
  linear: "Linear",
  exp: "Exponential",
  log: "Logarithmic",
  movingAvg: "MovingAverage",
  poly: "Polynomial",
  power: "Power",
};

export const errorTypes: Readonly<Record<string, string>> = {
  fixedVal: "FixedValue",
  percentage: "Percent",
  stdDev: "StDev",
  stdErr: "StError",
  cust: "Custom",
};

export const includes = { both: "Both", minus: "MinusValues", plus: "PlusValues" } as const;

export const timeUnits: Readonly<Record<string, string>> = {
  days: "Days",
  months: "Months",
  years: "Years",
};

export const splitTypes: Readonly<Record<string, string>> = {
  pos: "SplitByPosition",
  val: "SplitByValue",
  percent: "SplitByPercentValue",
  cust: "SplitByCustomSplit",
};

export const markerSigns: Readonly<Record<string, string>> = {
  auto: "Automatic",
  none: "None",
  square: "Square",
  diamond: "Diamond",
  triangle: "Triangle",
  x: "X",
  star: "Star",
  dot: "Dot",
  dash: "Dash",
  circle: "Circle",
  plus: "Plus",
};

export const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const drawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";
/** English Metric Units in a point. */
export const emuPerPoint = 12_700;
/** How Excel draws grids and axes; stated because not every reader has a theme to take it from. */
export const gridLine: ChartLine = { color: "#D9D9D9", weight: 0.75 };
/** How it draws error bars and the lines of stocks. */
export const inkLine: ChartLine = { color: "#595959", weight: 0.75 };

/** A look with a line, if it says nothing of its line itself. */
export function lined(look: ChartLook, line: ChartLine): ChartLook {
  return { ...look, line: { ...line, ...look.line } };
}

/** A look without the line it would have anyway. */
export function unlined(look: ChartLook, usual: ChartLine): ChartLook {
  const { line, ...rest } = look;
  if (line === undefined) return rest;
  const known = Object.entries(line).every(
    ([name, value]) => usual[name as keyof ChartLine] === value,
  );
  return known ? rest : look;
}

/** Points; Excel's lines of series are that thick. */
export const usualWeight = 2.25;
