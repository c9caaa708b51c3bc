import type { ChartDataLabels as StoredLabels } from "../model/chart-parts";
import { ChartDataLabelFormat, lookOf } from "./chart-looks";
import { aText, aTruth, aWhole, aWord, ChartPart, serves } from "./chart-part";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartdatalabels */
export class ChartDataLabels extends ChartPart<StoredLabels> {
  readonly className = "ChartDataLabels";

  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(lookOf(this.place));
  }
}

/** The label of one point. https://learn.microsoft.com/javascript/api/excel/excel.chartdatalabel */
export class ChartDataLabel extends ChartPart<StoredLabels> {
  readonly className = "ChartDataLabel";

  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(lookOf(this.place));
  }
}

const positions = [
  ...(["None", "Center", "InsideEnd", "InsideBase", "OutsideEnd", "Left", "Right"] as const),
  ...(["Top", "Bottom", "BestFit", "Callout"] as const),
];
const shared = {
  showValue: aTruth(false),
  showSeriesName: aTruth(false),
  showCategoryName: aTruth(false),
  showPercentage: aTruth(false),
  showLegendKey: aTruth(false),
  showBubbleSize: aTruth(false),
  position: aWord(null, positions),
  separator: aText(", "),
  numberFormat: aText("General"),
  linkNumberFormat: aTruth(true),
  autoText: aTruth(true),
  textOrientation: aWhole(0, -90, 180),
  horizontalAlignment: aWord("Center", ["Center", "Left", "Right", "Justify", "Distributed"]),
  verticalAlignment: aWord("Center", ["Center", "Bottom", "Top", "Justify", "Distributed"]),
};

serves(ChartDataLabels, { ...shared, showLeaderLines: aTruth(true) });
serves(ChartDataLabel, { ...shared, text: aText("") });
