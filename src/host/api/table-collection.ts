import { contains, intersection, type Area } from "../model/address";
import { refuseWhileProtected } from "../edit/protection";
import { addTable } from "../edit/tables";
import { items } from "../protocol/api-object";
import { invalidArgument, itemNotFound } from "../protocol/host-error";
import { text, truth } from "./arguments";
import { KeyedCollection, ListedCollection } from "./collections";
import { serveEvents } from "./event-registration";
import { placeGiven } from "./range-part";
import { EventType, sheetOf, tableKey, wholeWorkbook, type Session } from "./session";
import { Table } from "./table";

/** https://learn.microsoft.com/javascript/api/excel/excel.tablecollection */
export class TableCollection extends ListedCollection<Table> {
  readonly className = "TableCollection";
  readonly itemName = "the table";

  constructor(
    readonly session: Session,
    /** null for all the workbook's tables. */
    readonly sheetId: string | null,
  ) {
    super();
  }

  override [items](): readonly Table[] {
    return [...this.session.workspace.workbook.tables()]
      .filter(({ sheet }) => this.sheetId === null || sheet.id === this.sheetId)
      .map(({ table }) => new Table(this.session, table.id));
  }

  /** #count */
  get count(): number {
    return this.getCount();
  }

  get _EventTargetId(): string {
    return this.sheetId ?? wholeWorkbook;
  }

  /** #add: an address or a range */
  add(address: unknown, hasHeaders: unknown): Table {
    const { workspace } = this.session;
    const home = sheetOf(this.session, this.sheetId ?? workspace.window.activeSheetId);
    const place = placeGiven(this.session, home, address, "address");
    if (this.sheetId !== null && place.sheet.id !== this.sheetId) {
      throw invalidArgument("address", "the range lies on another worksheet");
    }
    refuseWhileProtected(workspace, place.sheet);
    const table = addTable(workspace, place.sheet, place.area, truth(hasHeaders, "hasHeaders"));
    return new Table(this.session, table.id);
  }

  /** #getItemOrNullObject: by name or id */
  override getItemOrNullObject(key: unknown): Table | null {
    if (typeof key === "number") return this[items]().find((one) => one.tableId === key) ?? null;
    const wanted = text(key, "key").toLowerCase();
    for (const { sheet, table } of this.session.workspace.workbook.tables()) {
      if (this.sheetId !== null && sheet.id !== this.sheetId) continue;
      if (table.name.toLowerCase() === wanted || tableKey(table).toLowerCase() === wanted) {
        return new Table(this.session, table.id);
      }
    }
    return null;
  }
}

/** https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events */
serveEvents(TableCollection.prototype, (tables) => tables._EventTargetId, {
  DataChangedEvent: EventType.tableChanged,
  AddedEvent: EventType.tableAdded,
  DeletedEvent: EventType.tableDeleted,
});

/** Tables that meet a range. https://learn.microsoft.com/javascript/api/excel/excel.tablescopedcollection */
export class TableScopedCollection extends KeyedCollection<Table> {
  readonly className = "TableScopedCollection";
  readonly itemName = "the table";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly areas: readonly Area[],
    readonly fullyContained: boolean,
  ) {
    super();
  }

  override [items](): readonly Table[] {
    return sheetOf(this.session, this.sheetId)
      .tables.filter(({ area }) =>
        this.areas.some((place) =>
          this.fullyContained
            ? contains(place, area.top, area.left) && contains(place, area.bottom, area.right)
            : intersection(area, place) !== null,
        ),
      )
      .map((table) => new Table(this.session, table.id));
  }

  /** #getFirst */
  getFirst(): Table {
    const [first] = this[items]();
    if (first === undefined) throw itemNotFound("no table meets the range");
    return first;
  }

  /** #getItemOrNullObject: by name or id */
  override getItemOrNullObject(key: unknown): Table | null {
    const wanted = text(key, "key").toLowerCase();
    const table = this[items]().find(
      (one) => one.name.toLowerCase() === wanted || one.id.toLowerCase() === wanted,
    );
    return table ?? null;
  }
}
