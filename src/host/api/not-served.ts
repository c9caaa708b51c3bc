/**
 * The properties of the reference (@types/office-js) that the served classes lack; written by
 * scripts/host-coverage.mts. A query that names one fails with ApiNotFound; another unknown name asks for nothing.
 */
const notServed: Readonly<Record<string, string>> = {
  Workbook:
    "bindings dataConnections linkedEntityDataDomains linkedWorkbooks pivotTableStyles pivotTables queries slicerStyles slicers tableStyles timelineStyles chartDataPointTrack usePrecisionAsDisplayed",
  Application: "activeWindow windows",
  Worksheet: "namedSheetViews pivotTables shapes slicers enableCalculation showDataTypeIcons",
  PageLayout: "headersFooters alignMarginsHeaderFooter printQuality",
  Range: "control formulaArray linkedDataTypeState valuesAsJson valuesAsJsonLocal",
  RangeView: "valuesAsJson valuesAsJsonLocal",
  RangeBorder: "tintAndShade",
  RangeBorderCollection: "tintAndShade",
  RangeFill: "patternTintAndShade tintAndShade",
  RangeFont: "tintAndShade",
  TableColumn: "valuesAsJson valuesAsJsonLocal",
  TableRow: "valuesAsJson valuesAsJsonLocal",
  ConditionalFormatRule: "formulaLocal formulaR1C1",
  NamedItem: "arrayValues valueAsJson valueAsJsonLocal",
  Chart:
    "pivotOptions categoryLabelLevel seriesNameLevel showAllFieldButtons showDataLabelsOverMaximum",
  ChartLegend: "legendEntries height left top width",
  ChartPlotArea: "height insideHeight insideLeft insideTop insideWidth left position top width",
  ChartTitle: "height left top width",
  ChartAxes: "seriesAxis",
  ChartAxis: "customDisplayUnit height left majorTimeUnitScale minorTimeUnitScale top width",
  ChartSeries:
    "binOptions boxwhiskerOptions mapOptions xErrorBars yErrorBars bubbleScale gradientMaximumColor gradientMaximumType gradientMaximumValue gradientMidpointColor gradientMidpointType gradientMidpointValue gradientMinimumColor gradientMinimumType gradientMinimumValue gradientStyle invertColor parentLabelStrategy secondPlotSize showConnectorLines splitType splitValue",
  ChartDataLabel: "formula geometricShapeType height left showAsStickyCallout top width",
  ChartDataLabels: "leaderLines geometricShapeType showAsStickyCallout",
  ChartTrendline: "label",
  ChartAreaFormat: "colorScheme roundedCorners",
};

/** Whether a class of the reference has this property (in any case), and the host does not. */
export function isNotServed(className: string, name: string): boolean {
  const members = Object.hasOwn(notServed, className) ? (notServed[className] ?? "") : "";
  return members.toLowerCase().split(" ").includes(name.toLowerCase());
}
