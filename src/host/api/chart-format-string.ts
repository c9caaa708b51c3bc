import type { ChartFont as StoredFont, ChartTextRun } from "../model/chart-parts";
import { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { integer } from "./arguments";
import { ChartFont } from "./chart-looks";
import type { PartPlace } from "./chart-part";

interface Worded {
  look: { font?: StoredFont };
  runs?: ChartTextRun[];
}

/** Letters of a title or label. https://learn.microsoft.com/javascript/api/excel/excel.chartformatstring */
export class ChartFormatString extends ApiObject {
  readonly className = "ChartFormatString";

  constructor(
    readonly place: PartPlace<Worded>,
    readonly start: number,
    readonly length: number,
  ) {
    super();
  }

  /** #font */
  get font(): ChartFont {
    const { place, start, length } = this;
    const own = ({ runs }: Worded): ChartTextRun | undefined =>
      runs?.find((run) => run.start === start && run.length === length);
    return new ChartFont({
      stored: place.stored,
      read: (chart) => {
        const part = place.read(chart);
        return { ...part.look.font, ...own(part)?.font };
      },
      own: (chart) => {
        const part = place.own(chart);
        const known = own(part);
        if (known !== undefined) return known.font;
        const fresh: ChartTextRun = { start, length, font: {} };
        part.runs = [...(part.runs ?? []), fresh];
        return fresh.font;
      },
    });
  }
}

/** The letters of a text from a place on; InvalidArgument beyond its end. */
export function substringOf(
  place: PartPlace<Worded>,
  text: string,
  start: unknown,
  length: unknown,
): ChartFormatString {
  const from = integer(start, "start");
  const count = integer(length, "length");
  if (from < 0 || from >= text.length) throw invalidArgument("start", `0 to ${text.length - 1}`);
  if (count < 1) throw invalidArgument("length", "1 or more");
  return new ChartFormatString(place, from, Math.min(count, text.length - from));
}
