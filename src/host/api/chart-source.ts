import type { addChart } from "../edit/charts";
import { object, optionalWord } from "./arguments";
import { Range } from "./range";
import { rangePlace } from "./range-part";

const seriesSides = ["Auto", "Columns", "Rows"] as const;

/** The cells a chart is made of, and along which side its series lie. */
export function chartSource(
  sourceData: unknown,
  seriesBy: unknown,
): Parameters<typeof addChart>[3] {
  return {
    ...rangePlace(object(sourceData, "sourceData", Range)),
    seriesBy: optionalWord(seriesBy, "seriesBy", seriesSides) ?? "Auto",
  };
}
