import { addChart, seriesFrom } from "../edit/charts";
import { stockSeriesCount } from "../model/chart-shapes";
import type { Chart as StoredChartData } from "../model/charts";
import { items } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import { text } from "./arguments";
import { ListedCollection } from "./collections";
import { StoredChart } from "./chart-part";
import { chartSource } from "./chart-source";
import { chartTypeOf } from "./chart-types";
import { Chart } from "./charts";
import { serveEvents } from "./event-registration";
import { EventType, sheetOf, type Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.chartcollection */
export class ChartCollection extends ListedCollection<Chart> {
  readonly className = "ChartCollection";
  readonly itemName = "the chart";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
  ) {
    super();
  }

  override [items](): readonly Chart[] {
    return sheetOf(this.session, this.sheetId).charts.map((chart) => chartOf(this, chart));
  }

  /** #count */
  get count(): number {
    return sheetOf(this.session, this.sheetId).charts.length;
  }

  /** #add: a stock chart needs its prices in order: volume, open, high, low, close, as far as its name says */
  add(type: unknown, sourceData: unknown, seriesBy?: unknown): Chart {
    const wanted = chartTypeOf(type, "type");
    const source = chartSource(sourceData, seriesBy);
    const sheet = sheetOf(this.session, this.sheetId);
    const needed = stockSeriesCount(wanted);
    if (needed !== null && seriesFrom(source, wanted).series.length !== needed) {
      throw invalidArgument("sourceData", `a chart of type ${wanted} has ${needed} series`);
    }
    return chartOf(this, addChart(this.session.workspace, sheet, wanted, source));
  }

  /** #getItemOrNullObject: by name; by id as well, which is how events name a chart */
  override getItemOrNullObject(name: unknown): Chart | null {
    const wanted = text(name, "name");
    const chart = sheetOf(this.session, this.sheetId).charts.find(
      (one) => one.id === wanted || one.name.toLowerCase() === wanted.toLowerCase(),
    );
    return chart === undefined ? null : chartOf(this, chart);
  }
}

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events */
serveEvents(ChartCollection.prototype, ({ sheetId }) => sheetId, {
  AddedEvent: EventType.chartAdded,
  DeletedEvent: EventType.chartDeleted,
  ActivatedEvent: EventType.chartActivated,
  DeactivatedEvent: EventType.chartDeactivated,
});

function chartOf({ session, sheetId }: ChartCollection, { id }: StoredChartData): Chart {
  return new Chart(new StoredChart(session, sheetId, id));
}
