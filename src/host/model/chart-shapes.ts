/** How a type is drawn. */
export type ChartShape =
  | "column"
  | "bar"
  | "line"
  | "pie"
  | "doughnut"
  | "area"
  | "scatter"
  | "bubble"
  | "radar"
  | "stock"
  | "surface";

interface DrawnShape {
  readonly shape: ChartShape;
  readonly grouping: "plain" | "stacked" | "percent";
  /** True where Excel draws depth or a second plot, and the host a plain chart of the same figures. */
  readonly simplified: boolean;
}

/** How a type is drawn; null for a type nobody knows. */
export function shapeOf(type: string): DrawnShape | null {
  const found = shapes.find(([pattern]) => pattern.test(type));
  if (found === undefined) return null;
  const grouping = type.endsWith("100") ? "percent" : /Stacked/.test(type) ? "stacked" : "plain";
  return { shape: found[1], grouping, simplified: simplified.test(type) };
}

const shapes: readonly (readonly [RegExp, ChartShape])[] = [
  [/^(3D)?Column(Clustered|Stacked|Stacked100)?$/, "column"],
  [/^(Cylinder|Cone|Pyramid)Col(Clustered|Stacked|Stacked100)?$/, "column"],
  [/^(3D)?Bar(Clustered|Stacked|Stacked100)$/, "bar"],
  [/^(Cylinder|Cone|Pyramid)Bar(Clustered|Stacked|Stacked100)$/, "bar"],
  [/^(3D)?Line(Markers)?(Stacked|Stacked100)?$/, "line"],
  [/^(3D)?Pie(Exploded)?$|^(PieOf|BarOf)Pie$/, "pie"],
  [/^Doughnut(Exploded)?$/, "doughnut"],
  [/^(3D)?Area(Stacked|Stacked100)?$/, "area"],
  [/^XYScatter(Smooth|SmoothNoMarkers|Lines|LinesNoMarkers)?$/, "scatter"],
  [/^Bubble(3DEffect)?$/, "bubble"],
  [/^Radar(Markers|Filled)?$/, "radar"],
  [/^Stock(HLC|OHLC|VHLC|VOHLC)$/, "stock"],
  [/^Surface(Wireframe|TopView|TopViewWireframe)?$/, "surface"],
];

const simplified = /^3D|^(Cylinder|Cone|Pyramid)|OfPie$|3DEffect$|^Surface(Wireframe)?$/;

/** Shapes without axes. */
export function isRoundShape(shape: ChartShape | null): boolean {
  return shape === "pie" || shape === "doughnut";
}

/** Shapes whose categories are numbers on an axis of their own. */
export function isPairedShape(shape: ChartShape | null): boolean {
  return shape === "scatter" || shape === "bubble";
}

type StockRole = "volume" | "open" | "high" | "low" | "close";

const stockRoles: Readonly<Record<string, readonly StockRole[]>> = {
  StockHLC: ["high", "low", "close"],
  StockOHLC: ["open", "high", "low", "close"],
  StockVHLC: ["volume", "high", "low", "close"],
  StockVOHLC: ["volume", "open", "high", "low", "close"],
};

/** What the series at a place is in a stock chart; null in every other chart. */
export function stockRole(type: string, index: number): StockRole | null {
  return stockRoles[type]?.[index] ?? null;
}

/** How many series a stock chart consists of; null for every other type. */
export function stockSeriesCount(type: string): number | null {
  return stockRoles[type]?.length ?? null;
}

/** The axes a series stands on: its own choice, but prices over volumes always have axes of their own. */
export function axisGroupOf(
  chartType: string,
  own: "Primary" | "Secondary" | undefined,
  index: number,
): "Primary" | "Secondary" {
  if (/^StockVO?HLC$/.test(chartType)) return index === 0 ? "Primary" : "Secondary";
  return own ?? "Primary";
}
