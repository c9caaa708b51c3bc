import type { Area } from "../model/address";
import { ApiCollection, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer } from "./arguments";
import { Range } from "./range";
import type { Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangecollection */
export class RangeCollection extends ApiCollection<Range> {
  readonly className = "RangeCollection";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly places: readonly Area[],
  ) {
    super();
  }

  override [items](): readonly Range[] {
    return this.places.map((area) => new Range(this.session, this.sheetId, area));
  }

  override [indexer](key: unknown): Range {
    return this.getItemAt(key);
  }

  /** #getCount */
  getCount(): number {
    return this.places.length;
  }

  /** #getItemAt */
  getItemAt(index: unknown): Range {
    const range = this[items]()[integer(index, "index")];
    if (range === undefined) throw itemNotFound(`no range ${String(index)}`);
    return range;
  }
}
