import type { Frame } from "../chart/frame";
import type { Chart } from "../model/charts";
import { changePart, ChartPart, partData, partOf, type StoredChart } from "./chart-part";
import { number, word } from "./arguments";
import { laidOut, measure, type Side } from "./chart-layout";
import { ChartPlotAreaFormat } from "./chart-looks";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartplotarea */
export class ChartPlotArea extends ChartPart<Chart> {
  readonly className = "ChartPlotArea";

  constructor(stored: StoredChart) {
    super(partOf(stored, (chart) => chart));
  }

  /** #format */
  get format(): ChartPlotAreaFormat {
    return new ChartPlotAreaFormat(partOf(this.place.stored, (chart) => chart.plotLook));
  }

  /** #position */
  get position(): string {
    return partData(this).plotPlace === undefined ? "Automatic" : "Custom";
  }

  /** #position: Automatic takes the plot back to where it finds its place by itself */
  set position(value: unknown) {
    const wanted = word(value, "position", ["Automatic", "Custom"]);
    changePart(this, (chart) => {
      if (wanted === "Automatic") {
        delete chart.plotPlace;
        delete chart.plotInside;
      } else chart.plotPlace ??= {};
    });
  }
}

function outside({ place }: ChartPlotArea): Frame {
  return laidOut(place.stored).layout.plot;
}

/** The room between the axes; that of a chart without axes is all of its plot. */
function inside({ place }: ChartPlotArea): Frame {
  const { geometry, layout } = laidOut(place.stored);
  return geometry.kind === "plot" ? geometry.plot.frame : layout.plot;
}

const sides: readonly (readonly [Side, string])[] = [
  ["left", "insideLeft"],
  ["top", "insideTop"],
  ["width", "insideWidth"],
  ["height", "insideHeight"],
];

/** Setting one side keeps the others where they are. */
function put(area: ChartPlotArea, side: Side, points: number, inner: boolean): void {
  const frame = inner ? inside(area) : outside(area);
  const stands = Object.fromEntries(sides.map(([name]) => [name, measure(frame, name) ?? 0]));
  changePart(area, (chart) => {
    chart.plotPlace = { ...stands, [side]: points };
    chart.plotInside = inner;
  });
}

for (const [side, within] of sides) {
  for (const [name, inner] of [
    [side, false],
    [within, true],
  ] as const) {
    Object.defineProperty(ChartPlotArea.prototype, name, {
      configurable: true,
      get(this: ChartPlotArea): number | null {
        return measure(inner ? inside(this) : outside(this), side);
      },
      set(this: ChartPlotArea, value: unknown) {
        put(this, side, number(value, name), inner);
      },
    });
  }
}
