import type { Frame } from "../chart/frame";
import { isRoundShape } from "../model/chart-shapes";
import type { ChartLegend } from "../model/chart-parts";
import { items } from "../protocol/api-object";
import { truth } from "./arguments";
import { OrderedCollection } from "./collections";
import { laidOut, servesBox } from "./chart-layout";
import { changePart, ChartPart, partData, type PartPlace } from "./chart-part";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlegendentrycollection */
export class ChartLegendEntryCollection extends OrderedCollection<ChartLegendEntry> {
  readonly className = "ChartLegendEntryCollection";
  readonly itemName = "the legend entry";

  constructor(readonly legend: PartPlace<ChartLegend>) {
    super();
  }

  override [items](): readonly ChartLegendEntry[] {
    return Array.from({ length: this.count }, (_, index) => entryAt(this.legend, index));
  }

  /** #count */
  get count(): number {
    const { figures } = laidOut(this.legend.stored);
    return isRoundShape(figures.shape) ? figures.categories.length : figures.series.length;
  }
}

function entryAt(legend: PartPlace<ChartLegend>, index: number): ChartLegendEntry {
  return new ChartLegendEntry(legend, index);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlegendentry */
export class ChartLegendEntry extends ChartPart<ChartLegend> {
  readonly className = "ChartLegendEntry";

  constructor(
    place: PartPlace<ChartLegend>,
    readonly number: number,
  ) {
    super(place);
  }

  /** #index */
  get index(): number {
    return this.number;
  }

  /** #visible */
  get visible(): boolean {
    return partData(this).hidden?.includes(this.number) !== true;
  }

  set visible(value: unknown) {
    const shown = truth(value, "visible");
    changePart(this, (legend) => {
      const others = (legend.hidden ?? []).filter((one) => one !== this.number);
      legend.hidden = shown ? others : [...others, this.number];
    });
  }
}

function entryFrame({ place, number }: ChartLegendEntry): Frame | undefined {
  return laidOut(place.stored).layout.legend?.entries.find((entry) => entry.index === number)
    ?.frame;
}

servesBox(ChartLegendEntry, entryFrame, {});
