import type { Area } from "../model/address";
import type { SheetArea } from "../calc/calculation";
import { ApiObject, items, referable } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { text } from "./arguments";
import { OrderedCollection } from "./collections";
import { RangeAreas } from "./range-areas";
import { Range } from "./range";
import type { Session } from "./session";

/** Ranges on any number of sheets. https://learn.microsoft.com/javascript/api/excel/excel.workbookrangeareas */
export class WorkbookRangeAreas extends ApiObject {
  readonly className = "WorkbookRangeAreas";

  constructor(
    readonly session: Session,
    readonly found: readonly SheetArea[],
  ) {
    super();
  }

  override [referable](): boolean {
    return true;
  }

  /** #addresses: one for each sheet */
  get addresses(): string[] {
    return bySheet(this).map(([id, areas]) => new RangeAreas(this.session, id, areas).address);
  }

  /** #areas */
  get areas(): RangeAreasCollection {
    return new RangeAreasCollection(this.session, bySheet(this));
  }

  /** #ranges */
  get ranges(): FoundRanges {
    return new FoundRanges(this.session, this.found);
  }

  /** #getRangeAreasBySheet: by name or id */
  getRangeAreasBySheet(key: unknown): RangeAreas {
    const areas = this.getRangeAreasOrNullObjectBySheet(key);
    if (areas === null) throw itemNotFound(`nothing lies on the worksheet '${String(key)}'`);
    return areas;
  }

  /** #getRangeAreasOrNullObjectBySheet */
  getRangeAreasOrNullObjectBySheet(key: unknown): RangeAreas | null {
    const wanted = text(key, "key");
    const { workbook } = this.session.workspace;
    const sheet = workbook.sheetById(wanted) ?? workbook.sheetByName(wanted);
    const entry = bySheet(this).find(([id]) => id === sheet?.id);
    return entry === undefined ? null : new RangeAreas(this.session, entry[0], entry[1]);
  }
}

function bySheet(areas: WorkbookRangeAreas): (readonly [string, readonly Area[]])[] {
  const { sheets } = areas.session.workspace.workbook;
  return sheets.flatMap((sheet) => {
    const found = areas.found.filter((one) => one.sheet === sheet).map(({ area }) => area);
    return found.length === 0 ? [] : [[sheet.id, found] as const];
  });
}

/** https://learn.microsoft.com/javascript/api/excel/excel.rangeareascollection */
export class RangeAreasCollection extends OrderedCollection<RangeAreas> {
  readonly className = "RangeAreasCollection";
  readonly itemName = "the ranges";

  constructor(
    readonly session: Session,
    readonly entries: readonly (readonly [string, readonly Area[]])[],
  ) {
    super();
  }

  override [items](): readonly RangeAreas[] {
    return this.entries.map(([id, areas]) => new RangeAreas(this.session, id, areas));
  }
}

/** The ranges one by one, on whatever sheet. https://learn.microsoft.com/javascript/api/excel/excel.rangecollection */
class FoundRanges extends OrderedCollection<Range> {
  readonly className = "RangeCollection";
  readonly itemName = "the range";

  constructor(
    readonly session: Session,
    readonly found: readonly SheetArea[],
  ) {
    super();
  }

  override [items](): readonly Range[] {
    return this.found.map(({ sheet, area }) => new Range(this.session, sheet.id, area));
  }
}
