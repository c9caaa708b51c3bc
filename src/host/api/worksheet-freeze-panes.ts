import { maxColumns, maxRows } from "../model/address";
import { sheetLook } from "../edit/sheet-look";
import { ApiObject } from "../protocol/api-object";
import { integer, object } from "./arguments";
import { placeOf } from "./range-address";
import { Range } from "./range";
import { areaOf } from "./range-part";
import { sheetOf, type Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
export class WorksheetFreezePanes extends ApiObject {
  readonly className = "WorksheetFreezePanes";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
  ) {
    super();
  }

  /** #freezeRows */
  freezeRows(count?: unknown): void {
    freeze(this, integer(count ?? 1, "count"), 0);
  }

  /** #freezeColumns */
  freezeColumns(count?: unknown): void {
    freeze(this, 0, integer(count ?? 1, "count"));
  }

  /** #freezeAt: everything above and left of the range's end, the range included */
  freezeAt(range: unknown): void {
    const area =
      typeof range === "string"
        ? placeOf(this.session, sheetOf(this.session, this.sheetId), range, "frozenRange").area
        : areaOf(object(range, "frozenRange", Range));
    const rows = area.bottom === maxRows - 1 ? 0 : area.bottom + 1;
    const columns = area.right === maxColumns - 1 ? 0 : area.right + 1;
    freeze(this, rows, columns);
  }

  /** #unfreeze */
  unfreeze(): void {
    freeze(this, 0, 0);
  }

  /** #getLocation */
  getLocation(): Range {
    const range = this.getLocationOrNullObject();
    return range ?? new Range(this.session, this.sheetId, null);
  }

  /** #getLocationOrNullObject */
  getLocationOrNullObject(): Range | null {
    const { freeze: frozen } = sheetOf(this.session, this.sheetId);
    if (frozen === null) return null;
    return new Range(this.session, this.sheetId, {
      top: 0,
      left: 0,
      bottom: frozen.rows === 0 ? maxRows - 1 : frozen.rows - 1,
      right: frozen.columns === 0 ? maxColumns - 1 : frozen.columns - 1,
    });
  }
}

function freeze(panes: WorksheetFreezePanes, rows: number, columns: number): void {
  const sheet = sheetOf(panes.session, panes.sheetId);
  sheetLook(panes.session.workspace, sheet, (look) => {
    look.freeze = rows === 0 && columns === 0 ? null : { rows, columns };
  });
}
