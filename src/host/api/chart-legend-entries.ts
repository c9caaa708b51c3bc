import type { Frame } from "../chart/frame";
import { isRoundShape } from "../model/chart-shapes";
import type { ChartLegend } from "../model/chart-parts";
import { ApiCollection, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer, truth } from "./arguments";
import { laidOut, servesBox } from "./chart-layout";
import { changePart, ChartPart, partData, type PartPlace } from "./chart-part";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartlegendentrycollection */
export class ChartLegendEntryCollection extends ApiCollection<ChartLegendEntry> {
  readonly className = "ChartLegendEntryCollection";

  constructor(readonly legend: PartPlace<ChartLegend>) {
    super();
  }

  override [items](): readonly ChartLegendEntry[] {
    return Array.from({ length: this.count }, (_, index) => entryAt(this.legend, index));
  }

  override [indexer](key: unknown): ChartLegendEntry {
    return this.getItemAt(key);
  }

  /** #count */
  get count(): number {
    const { figures } = laidOut(this.legend.stored);
    return isRoundShape(figures.shape) ? figures.categories.length : figures.series.length;
  }

  /** #getCount */
  getCount(): number {
    return this.count;
  }

  /** #getItemAt */
  getItemAt(index: unknown): ChartLegendEntry {
    const place = integer(index, "index");
    if (place < 0 || place >= this.count) throw itemNotFound(`no legend entry ${place}`);
    return entryAt(this.legend, place);
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
