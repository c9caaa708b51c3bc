/**
 * The properties of the reference (@types/office-js) that the served classes lack; written by
 * scripts/host-coverage.mts. A query that names one fails with ApiNotFound; another unknown name asks for nothing.
 */
const notServed: Readonly<Record<string, string>> = {
  Workbook:
    "dataConnections linkedEntityDataDomains linkedWorkbooks pivotTableStyles pivotTables queries slicerStyles slicers tableStyles timelineStyles chartDataPointTrack usePrecisionAsDisplayed",
  Application: "activeWindow windows",
  Worksheet: "namedSheetViews pivotTables shapes slicers showDataTypeIcons",
  PageLayout: "headersFooters alignMarginsHeaderFooter printQuality",
  Range: "control formulaArray linkedDataTypeState",
  Chart: "pivotOptions categoryLabelLevel seriesNameLevel showAllFieldButtons",
  ChartSeries:
    "binOptions boxwhiskerOptions mapOptions gradientMaximumColor gradientMaximumType gradientMaximumValue gradientMidpointColor gradientMidpointType gradientMidpointValue gradientMinimumColor gradientMinimumType gradientMinimumValue gradientStyle invertColor parentLabelStrategy",
  ChartDataLabel: "geometricShapeType showAsStickyCallout",
  ChartDataLabels: "leaderLines geometricShapeType showAsStickyCallout",
  ChartTrendlineLabel: "formula height left top width",
  ChartAreaFormat: "colorScheme",
};

/** Whether a class of the reference has this property (in any case), and the host does not. */
export function isNotServed(className: string, name: string): boolean {
  const members = Object.hasOwn(notServed, className) ? (notServed[className] ?? "") : "";
  return members.toLowerCase().split(" ").includes(name.toLowerCase());
}
