import { amount, flag, value } from "./chart-read-words";
import { childNamed, childrenNamed, type XmlElement } from "./xml";

/** The kinds of a plot's groups. */
interface GroupTypes {
  /** The chart's own. */
  readonly type: string;
  readonly groups: readonly { readonly group: XmlElement; readonly type: string }[];
}

/** The API's names for the groups of a plot; null where one, or their mixture, is none the host can write again. */
export function groupTypes(plot: XmlElement): GroupTypes | null {
  const elements = plot.children.filter(({ name }) => /Chart$/.test(name));
  const stock = stockType(elements);
  if (stock !== null) {
    return { type: stock, groups: elements.map((group) => ({ group, type: stock })) };
  }
  const types = elements.map(typeOf);
  const [type] = types;
  if (type === undefined || type === null) return null;
  const plain = elements.every(({ name }) => /^(bar|line|area)Chart$/.test(name));
  if (!plain && elements.some(({ name }) => name !== elements[0]?.name)) return null;
  const groups = elements.flatMap((group, index) => {
    const own = types[index];
    return own === null || own === undefined ? [] : [{ group, type: own }];
  });
  return groups.length === elements.length ? { type, groups } : null;
}

/** A stock chart consists of prices, or of columns of volumes and prices. */
function stockType(elements: readonly XmlElement[]): string | null {
  const prices = elements.find(({ name }) => name === "stockChart");
  if (prices === undefined) return null;
  const others = elements.filter((one) => one !== prices);
  const days = { 3: "HLC", 4: "OHLC" }[childrenNamed(prices, "ser").length];
  if (days === undefined) return null;
  if (others.length === 0) return `Stock${days}`;
  const [volume, more] = others;
  const single = volume !== undefined && childrenNamed(volume, "ser").length === 1;
  return volume?.name === "barChart" && single && more === undefined ? `StockV${days}` : null;
}

/** The API's name for a group of series; null for kinds the host does not know. */
function typeOf(group: XmlElement): string | null {
  const suffix =
    { stacked: "Stacked", percentStacked: "Stacked100" }[value(group, "grouping") ?? ""] ?? "";
  const marked = childrenNamed(group, "ser").some((series) => hasMarkers(series));
  const wireframe = flag(group, "wireframe", false) ? "Wireframe" : "";
  switch (group.name) {
    case "barChart":
      return `${lies(group) ? "Bar" : "Column"}${suffix || "Clustered"}`;
    case "bar3DChart":
      return solidType(group, suffix);
    case "lineChart":
      return `Line${flag(group, "marker", false) && marked ? "Markers" : ""}${suffix}`;
    case "line3DChart":
      return "3DLine";
    case "areaChart":
      return `Area${suffix}`;
    case "area3DChart":
      return `3DArea${suffix}`;
    case "pieChart":
      return `Pie${exploded(group)}`;
    case "pie3DChart":
      return `3DPie${exploded(group)}`;
    case "ofPieChart":
      return value(group, "ofPieType") === "bar" ? "BarOfPie" : "PieOfPie";
    case "doughnutChart":
      return `Doughnut${exploded(group)}`;
    case "scatterChart":
      return scatterType(group, marked);
    case "bubbleChart":
      return childrenNamed(group, "ser").some((one) => flag(one, "bubble3D", false))
        ? "Bubble3DEffect"
        : "Bubble";
    case "radarChart":
      return (
        { filled: "RadarFilled", marker: marked ? "RadarMarkers" : "Radar" }[
          value(group, "radarStyle") ?? ""
        ] ?? "Radar"
      );
    case "surface3DChart":
      return `Surface${wireframe}`;
    case "surfaceChart":
      return `SurfaceTopView${wireframe}`;
    default:
      return null;
  }
}

function lies(group: XmlElement): boolean {
  return value(group, "barDir") === "bar";
}

function solidType(group: XmlElement, suffix: string): string {
  const grouping = value(group, "grouping") === "clustered" ? "Clustered" : suffix;
  const solid = { cylinder: "Cylinder", cone: "Cone", pyramid: "Pyramid" }[
    value(group, "shape") ?? "box"
  ];
  if (solid !== undefined) return `${solid}${lies(group) ? "Bar" : "Col"}${grouping}`;
  // Lying boxes one behind the other have no name of their own.
  return lies(group) ? `3DBar${grouping || "Clustered"}` : `3DColumn${grouping}`;
}

/** Excel names a pie exploded where all its slices are. */
function exploded(group: XmlElement): string {
  const series = childrenNamed(group, "ser");
  const apart = series.length > 0 && series.every((one) => (amount(one, "explosion") ?? 0) > 0);
  return apart ? "Exploded" : "";
}

function hasMarkers(series: XmlElement): boolean {
  const marker = childNamed(series, "marker");
  return marker === undefined || value(marker, "symbol") !== "none";
}

function scatterType(group: XmlElement, marked: boolean): string {
  const [first] = childrenNamed(group, "ser");
  const line = childNamed(childNamed(first ?? group, "spPr") ?? group, "ln");
  if (line !== undefined && childNamed(line, "noFill") !== undefined) return "XYScatter";
  const smooth = first !== undefined && flag(first, "smooth", false);
  if (smooth) return marked ? "XYScatterSmooth" : "XYScatterSmoothNoMarkers";
  return marked ? "XYScatterLines" : "XYScatterLinesNoMarkers";
}
