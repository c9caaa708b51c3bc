import { columnCount, rowCount, type Area } from "../model/address";
import { clearCells } from "../edit/cells";
import { ApiObject, referable } from "../protocol/api-object";
import { optionalWord } from "./arguments";
import { DataValidation } from "./data-validation";
import { RangeFormat } from "./range-format";
import { fullAddress } from "./range-address";
import { RangeCollection } from "./range-collection";
import { sheetOf, type Session } from "./session";

/** Several ranges of one sheet. https://learn.microsoft.com/javascript/api/excel/excel.rangeareas */
export class RangeAreas extends ApiObject {
  readonly className = "RangeAreas";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    /** Moves with inserted and deleted cells while a client holds a reference. */
    public places: readonly Area[],
  ) {
    super();
  }

  override [referable](): boolean {
    return true;
  }

  get address(): string {
    const sheet = sheetOf(this.session, this.sheetId);
    return this.places.map((area) => fullAddress(sheet, area)).join(",");
  }

  get areaCount(): number {
    return this.places.length;
  }

  get cellCount(): number {
    return this.places.reduce((sum, area) => sum + rowCount(area) * columnCount(area), 0);
  }

  get areas(): RangeCollection {
    return new RangeCollection(this.session, this.sheetId, this.places);
  }

  get conditionalFormats(): ApiObject {
    return this.session.objects.conditionalFormats(this.sheetId, this.places);
  }

  get dataValidation(): DataValidation {
    return new DataValidation(this.session, this.sheetId, this.places);
  }

  get format(): RangeFormat {
    return new RangeFormat(this.session, this.sheetId, this.places);
  }

  clear(applyTo?: unknown): void {
    const what = optionalWord(applyTo, "applyTo", ["All", "Contents", "Formats"]) ?? "All";
    for (const area of this.places) {
      clearCells(this.session.workspace, sheetOf(this.session, this.sheetId), area, what);
    }
  }
}
