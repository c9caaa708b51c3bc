import { HostError } from "../protocol/host-error";
import { word } from "./arguments";

/** https://learn.microsoft.com/javascript/api/excel/excel.charttype */
const stems = ["Clustered", "Stacked", "Stacked100"];

const chartTypes: readonly string[] = [
  ...["Column", "Bar", "3DColumn", "3DBar"].flatMap((shape) => stems.map((stem) => shape + stem)),
  ...["CylinderCol", "CylinderBar", "ConeCol", "ConeBar", "PyramidCol", "PyramidBar"].flatMap(
    (shape) => stems.map((stem) => shape + stem),
  ),
  ...["CylinderCol", "ConeCol", "PyramidCol", "3DColumn", "3DLine", "3DPie", "3DArea"],
  ...["Line", "LineStacked", "LineStacked100"],
  ...["LineMarkers", "LineMarkersStacked", "LineMarkersStacked100"],
  ...["Pie", "PieExploded", "PieOfPie", "BarOfPie", "3DPieExploded"],
  ...["Doughnut", "DoughnutExploded"],
  ...["Area", "AreaStacked", "AreaStacked100", "3DAreaStacked", "3DAreaStacked100"],
  ...["XYScatter", "XYScatterSmooth", "XYScatterSmoothNoMarkers"],
  ...["XYScatterLines", "XYScatterLinesNoMarkers"],
  ...["Bubble", "Bubble3DEffect", "Radar", "RadarMarkers", "RadarFilled"],
  ...["Surface", "SurfaceWireframe", "SurfaceTopView", "SurfaceTopViewWireframe"],
  ...["StockHLC", "StockOHLC", "StockVHLC", "StockVOHLC"],
];

/** Kinds of Excel's newer charts, which stand in a part of another form: they are refused. */
const refusedChartTypes: readonly string[] = [
  ...["Histogram", "Boxwhisker", "Pareto", "RegionMap", "Treemap", "Waterfall", "Sunburst"],
  "Funnel",
];

/** @throws HostError InvalidArgument for no type, UnsupportedOperation for one the host cannot write to a file */
export function chartTypeOf(value: unknown, argument: string): string {
  const type = word(value, argument, [...chartTypes, ...refusedChartTypes]);
  if (refusedChartTypes.includes(type)) {
    throw new HostError("UnsupportedOperation", `The host does not serve charts of type ${type}.`);
  }
  return type;
}
