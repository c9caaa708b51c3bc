import type { ChartErrorBars as StoredBars, ChartLook } from "../model/chart-parts";
import type { ChartSeries } from "../model/charts";
import { ChartErrorBarsFormat, lookOf } from "./chart-looks";
import { ChartPart, servePart, type PartPlace } from "./chart-part";
import * as kind from "./property-kinds";

/** https://learn.microsoft.com/javascript/api/excel/excel.charterrorbars */
export class ChartErrorBars extends ChartPart<StoredBars> {
  readonly className = "ChartErrorBars";

  /** #format */
  get format(): ChartErrorBarsFormat {
    return new ChartErrorBarsFormat(lookOf(this.place));
  }
}

servePart(ChartErrorBars, {
  visible: kind.truth(false),
  endStyleCap: kind.truth(true),
  include: kind.word("Both", ["Both", "MinusValues", "PlusValues"]),
  type: kind.word("FixedValue", ["FixedValue", "Percent", "StDev", "StError", "Custom"]),
});

/** The error bars of a series in one direction; none are shown until somebody speaks of them. */
export function errorBarsOf(
  { stored, read, own }: PartPlace<ChartSeries>,
  name: "xErrorBars" | "yErrorBars",
): ChartErrorBars {
  const look: ChartLook = {};
  const none: StoredBars = { visible: false, look };
  return new ChartErrorBars({
    stored,
    read: (chart) => read(chart)[name] ?? none,
    own: (chart) => (own(chart)[name] ??= { visible: true, look: {} }),
  });
}
