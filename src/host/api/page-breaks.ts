import type { Area } from "../model/address";
import { sheetLook } from "../edit/sheet-look";
import { ApiCollection, ApiObject, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer } from "./arguments";
import { placeGiven } from "./range-part";
import { sheetOf, type Session } from "./session";

type Axis = "rows" | "columns";

/** Pages that begin by hand: above a row, or left of a column. https://learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection */
export class PageBreakCollection extends ApiCollection<PageBreak> {
  readonly className = "PageBreakCollection";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly axis: Axis,
  ) {
    super();
  }

  override [items](): readonly PageBreak[] {
    return [...breaksOf(this)]
      .sort((one, other) => one - other)
      .map((at) => new PageBreak(this.session, this.sheetId, this.axis, at));
  }

  override [indexer](key: unknown): PageBreak {
    return this.getItem(key);
  }

  /** #add: before the range's top-left cell */
  add(pageBreakRange: unknown): PageBreak {
    const home = sheetOf(this.session, this.sheetId);
    const { area } = placeGiven(this.session, home, pageBreakRange, "pageBreakRange");
    const at = this.axis === "rows" ? area.top : area.left;
    sheetLook(this.session.workspace, home, () => breaksOf(this).add(at));
    return new PageBreak(this.session, this.sheetId, this.axis, at);
  }

  /** #getCount */
  getCount(): number {
    return breaksOf(this).size;
  }

  /** #getItem */
  getItem(index: unknown): PageBreak {
    const found = this[items]()[integer(index, "index")];
    if (found === undefined) throw itemNotFound(`page break ${String(index)}`);
    return found;
  }

  /** #removePageBreaks */
  removePageBreaks(): void {
    const home = sheetOf(this.session, this.sheetId);
    sheetLook(this.session.workspace, home, () => breaksOf(this).clear());
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.pagebreak */
export class PageBreak extends ApiObject {
  readonly className = "PageBreak";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly axis: Axis,
    readonly at: number,
  ) {
    super();
  }

  /** #rowIndex */
  get rowIndex(): number {
    return this.axis === "rows" ? this.at : 0;
  }

  /** #columnIndex */
  get columnIndex(): number {
    return this.axis === "columns" ? this.at : 0;
  }

  /** #delete */
  delete(): void {
    const home = sheetOf(this.session, this.sheetId);
    sheetLook(this.session.workspace, home, () => breaksOf(this).delete(this.at));
  }

  /** #getCellAfterBreak */
  getCellAfterBreak(): ApiObject {
    const { rowIndex: row, columnIndex: column } = this;
    const cell: Area = { top: row, bottom: row, left: column, right: column };
    return this.session.objects.range(this.sheetId, cell);
  }
}

function breaksOf(of: PageBreakCollection | PageBreak): Set<number> {
  const { rowBreaks, columnBreaks } = sheetOf(of.session, of.sheetId);
  return of.axis === "rows" ? rowBreaks : columnBreaks;
}
