import { changeChart } from "../edit/charts";
import type { Chart } from "../model/charts";
import type { Sheet } from "../model/sheet";
import { ApiObject } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { serveKept, type Loose } from "./properties";
import type { Kind } from "./property-kinds";
import { sheetOf, type Session } from "./session";

/** A stored chart as the API's objects reach it: found anew each time, changed as one thing to undo. */
export class StoredChart {
  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly chartId: string,
  ) {}

  /** @throws HostError ItemNotFound where the chart has been deleted meanwhile */
  find(): { readonly sheet: Sheet; readonly chart: Chart } {
    const sheet = sheetOf(this.session, this.sheetId);
    const chart = sheet.charts.find(({ id }) => id === this.chartId);
    if (chart === undefined) throw itemNotFound("the chart has been deleted");
    return { sheet, chart };
  }

  get chart(): Chart {
    return this.find().chart;
  }

  change(work: (chart: Chart) => void): void {
    const { sheet, chart } = this.find();
    changeChart(this.session.workspace, sheet, () => work(chart));
  }
}

/** Where one part of a chart is kept. */
export interface PartPlace<Data> {
  readonly stored: StoredChart;
  /** The part as it is; what Excel shows where the chart says nothing of it. */
  readonly read: (chart: Chart) => Data;
  /** The part to be changed, made where it was missing. */
  readonly own: (chart: Chart) => Data;
}

/** A part that every chart has. */
export function partOf<Data>(stored: StoredChart, of: (chart: Chart) => Data): PartPlace<Data> {
  return { stored, read: of, own: of };
}

/** An API object that speaks of one part of a chart. https://learn.microsoft.com/javascript/api/excel/excel.chart */
export abstract class ChartPart<Data extends object> extends ApiObject {
  constructor(readonly place: PartPlace<Data>) {
    super();
  }
}

export function partData<Data extends object>({ place }: ChartPart<Data>): Data {
  return place.read(place.stored.chart);
}

export function changePart<Data extends object>(
  { place }: ChartPart<Data>,
  work: (data: Data) => void,
): void {
  place.stored.change((chart) => work(place.own(chart)));
}

/** The part of a part. */
export function within<Data, Inner>(
  { stored, read, own }: PartPlace<Data>,
  inner: (data: Data) => Inner,
): PartPlace<Inner> {
  return { stored, read: (chart) => inner(read(chart)), own: (chart) => inner(own(chart)) };
}

/** Serves the properties that a part of a chart keeps under their own names. */
export function servePart<Data extends object>(
  type: { readonly prototype: ChartPart<Data> },
  properties: { readonly [Name in keyof Data & string]?: Kind<Data[Name] | undefined> },
): void {
  serveKept<ChartPart<Data>, Loose<Data>>(type, { read: partData, change: overlay }, properties);
}

function overlay<Data extends object>(part: ChartPart<Data>, change: Loose<Data>): void {
  changePart(part, (data) => {
    Object.assign(data, change);
    for (const name of Object.keys(change) as (keyof Data)[]) {
      if (change[name] === undefined) Reflect.deleteProperty(data, name);
    }
  });
}
