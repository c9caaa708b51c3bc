/** https://learn.microsoft.com/javascript/api/excel/excel.charttype */
const stems = ["Clustered", "Stacked", "Stacked100"];

export const chartTypes: readonly string[] = [
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
];

/** Kinds the host does not write to a file: they are refused. */
export const refusedChartTypes: readonly string[] = [
  ...["Histogram", "Boxwhisker", "Pareto", "RegionMap", "Treemap", "Waterfall", "Sunburst"],
  ...["Funnel", "StockHLC", "StockOHLC", "StockVHLC", "StockVOHLC"],
];
