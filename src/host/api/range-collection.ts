import type { Area } from "../model/address";
import { items } from "../protocol/api-object";
import { OrderedCollection } from "./collections";
import { Range } from "./range";
import type { Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.rangecollection */
export class RangeCollection extends OrderedCollection<Range> {
  readonly className = "RangeCollection";
  readonly itemName = "the range";

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
}
