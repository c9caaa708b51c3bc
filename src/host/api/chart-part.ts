import { changeChart } from "../edit/charts";
import type { Chart } from "../model/charts";
import type { Sheet } from "../model/sheet";
import { ApiObject } from "../protocol/api-object";
import { invalidArgument, itemNotFound } from "../protocol/host-error";
import { integer, number, text, truth, word } from "./arguments";
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

/** How a property is read from a request, and what it answers while nobody has set it. */
export interface Stored<Value> {
  readonly absent: Value | null;
  /** Undefined takes the property back to Excel's own choice. */
  read(value: unknown, argument: string): Value | undefined;
}

export const aTruth = (absent: boolean): Stored<boolean> => ({ absent, read: truth });
export const aText = (absent: string | null): Stored<string> => ({ absent, read: text });

export const aNumber = (
  absent: number | null,
  least = -Infinity,
  most = Infinity,
): Stored<number> => ({
  absent,
  read: (value, argument) => {
    const given = number(value, argument);
    if (given < least || given > most) throw invalidArgument(argument, `${least} to ${most}`);
    return given;
  },
});

export const aWhole = (absent: number | null, least: number, most: number): Stored<number> => ({
  absent,
  read: (value, argument) => {
    const given = integer(value, argument);
    if (given < least || given > most) throw invalidArgument(argument, `${least} to ${most}`);
    return given;
  },
});

/** A number Excel finds by itself unless it is told: "" takes it back. */
export const anOwnNumber: Stored<number> = {
  absent: null,
  read: (value, argument) => (value === "" || value === null ? undefined : number(value, argument)),
};

export const aWord = <const Word extends string>(
  absent: Word | null,
  words: readonly Word[],
): Stored<Word> => ({ absent, read: (value, argument) => word(value, argument, words) });

/**
 * Serves properties that are stored under their own names. Each becomes an accessor of the class, as if it were written
 * there; a reference page describes them.
 */
export function serves<Data extends object>(
  type: { readonly prototype: ChartPart<Data> },
  properties: { readonly [Name in keyof Data]?: Stored<NonNullable<Data[Name]>> },
): void {
  for (const name of Object.keys(properties) as (keyof Data & string)[]) {
    const stored = properties[name];
    if (stored === undefined) continue;
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      get(this: ChartPart<Data>): unknown {
        return partData(this)[name] ?? stored.absent;
      },
      set(this: ChartPart<Data>, value: unknown) {
        const given = stored.read(value, name);
        changePart(this, (data) => {
          if (given === undefined) Reflect.deleteProperty(data, name);
          else data[name] = given;
        });
      },
    });
  }
}
