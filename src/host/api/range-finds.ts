import { contains, intersection, type Area } from "../model/address";
import { specialCells, specialKinds, specialValues } from "../edit/special-cells";
import type { ApiObject } from "../protocol/api-object";
import { invalidArgument, itemNotFound } from "../protocol/host-error";
import { optionalTruth, optionalWord, text, word } from "./arguments";
import { RangeContents } from "./range-contents";
import { areaOf, sheetOfRange, sibling } from "./range-part";
import { findCells, replaceCells, searchCriteria, surroundingRegion } from "./range-search";
import { dependentsOf, precedentsOf } from "./range-trace";

/** What is found within a range or from it. https://learn.microsoft.com/javascript/api/excel/excel.range */
export abstract class RangeFinds extends RangeContents {
  /** #getSurroundingRegion */
  getSurroundingRegion(): ApiObject {
    return sibling(this, surroundingRegion(sheetOfRange(this), areaOf(this)));
  }

  /** #getTables */
  getTables(fullyContained?: unknown): ApiObject {
    const whole = optionalTruth(fullyContained, "fullyContained", false);
    return this.session.objects.tablesWithin(this.sheetId, [areaOf(this)], whole);
  }

  /** #getUsedRange: for an empty range its top-left cell */
  getUsedRange(valuesOnly?: unknown): ApiObject {
    const area = areaOf(this);
    const first = { ...area, bottom: area.top, right: area.left };
    return this.getUsedRangeOrNullObject(valuesOnly) ?? sibling(this, first);
  }

  /** #getUsedRangeOrNullObject */
  getUsedRangeOrNullObject(valuesOnly?: unknown): ApiObject | null {
    const used = sheetOfRange(this).cells.usedArea(optionalTruth(valuesOnly, "valuesOnly", false));
    const area = used === null ? null : intersection(used, areaOf(this));
    return area === null ? null : sibling(this, area);
  }

  /** #getMergedAreasOrNullObject */
  getMergedAreasOrNullObject(): ApiObject | null {
    const area = areaOf(this);
    const merges = sheetOfRange(this).merges.filter((merge) => intersection(merge, area) !== null);
    return merges.length === 0 ? null : this.session.objects.rangeAreas(this.sheetId, merges);
  }

  /** #find; ItemNotFound where nothing matches */
  find(wanted: unknown, criteria?: unknown): ApiObject {
    const found = this.findOrNullObject(wanted, criteria);
    if (found === null) throw itemNotFound(`'${String(wanted)}' stands nowhere in the range`);
    return found;
  }

  /** #findOrNullObject */
  findOrNullObject(wanted: unknown, criteria?: unknown): ApiObject | null {
    this.session.upToDate();
    const how = searchCriteria(criteria);
    const cells = findCells(
      this.session,
      sheetOfRange(this),
      areaOf(this),
      text(wanted, "text"),
      how,
    );
    const at = how.backwards ? cells.at(-1) : cells[0];
    if (at === undefined) return null;
    return sibling(this, { top: at.row, bottom: at.row, left: at.column, right: at.column });
  }

  /** #replaceAll: answers how many cells were changed */
  replaceAll(wanted: unknown, replacement: unknown, criteria: unknown): number {
    return replaceCells(
      this.session,
      sheetOfRange(this),
      areaOf(this),
      text(wanted, "text"),
      text(replacement, "replacement"),
      searchCriteria(criteria),
    );
  }

  /** #getSpecialCells; ItemNotFound where no cell is of that kind */
  getSpecialCells(cellType: unknown, cellValueType?: unknown): ApiObject {
    const found = this.getSpecialCellsOrNullObject(cellType, cellValueType);
    if (found === null) throw itemNotFound("no cell of the range is of that kind");
    return found;
  }

  /** #getSpecialCellsOrNullObject */
  getSpecialCellsOrNullObject(cellType: unknown, cellValueType?: unknown): ApiObject | null {
    this.session.upToDate();
    const kind = word(cellType, "cellType", specialKinds);
    const of = optionalWord(cellValueType, "cellValueType", specialValues) ?? "All";
    const areas = specialCells(sheetOfRange(this), [areaOf(this)], kind, of);
    return areas.length === 0 ? null : this.session.objects.rangeAreas(this.sheetId, areas);
  }

  /** #getSpillParent: the cell whose formula fills this one; ItemNotFound where none does */
  getSpillParent(): ApiObject {
    return found(this.getSpillParentOrNullObject(), "nothing spills into the cell");
  }

  /** #getSpillParentOrNullObject */
  getSpillParentOrNullObject(): ApiObject | null {
    const area = spillAt(this);
    if (area === null) return null;
    return sibling(this, { ...area, bottom: area.top, right: area.left });
  }

  /** #getSpillingToRange: what the cell's formula fills; ItemNotFound where it fills nothing */
  getSpillingToRange(): ApiObject {
    return found(this.getSpillingToRangeOrNullObject(), "the cell spills nowhere");
  }

  /** #getSpillingToRangeOrNullObject */
  getSpillingToRangeOrNullObject(): ApiObject | null {
    const area = spillAt(this);
    const { top, left } = areaOf(this);
    return area === null || area.top !== top || area.left !== left ? null : sibling(this, area);
  }

  /** #getDirectPrecedents; ItemNotFound where the formulas of the range read nothing */
  getDirectPrecedents(): ApiObject {
    return this.session.objects.workbookRangeAreas(precedentsOf(this, "direct"));
  }

  /** #getPrecedents: what they read, and what that reads in turn */
  getPrecedents(): ApiObject {
    return this.session.objects.workbookRangeAreas(precedentsOf(this, "all"));
  }

  /** #getDirectDependents; ItemNotFound where no formula reads the range */
  getDirectDependents(): ApiObject {
    return this.session.objects.workbookRangeAreas(dependentsOf(this, "direct"));
  }

  /** #getDependents */
  getDependents(): ApiObject {
    return this.session.objects.workbookRangeAreas(dependentsOf(this, "all"));
  }

  /** #getVisibleView: the rows and columns that are shown */
  getVisibleView(): ApiObject {
    return this.session.objects.rangeView(this.sheetId, areaOf(this));
  }
}

function found(range: ApiObject | null, why: string): ApiObject {
  if (range === null) throw itemNotFound(why);
  return range;
}

/** The dynamic array the range's cell belongs to; InvalidArgument for more than one cell. */
function spillAt(range: RangeFinds): Area | null {
  const { top, left, bottom, right } = areaOf(range);
  if (top !== bottom || left !== right) throw invalidArgument("range", "one cell is needed");
  const { calculation } = range.session.workspace;
  range.session.upToDate();
  const area = calculation.spillAt({ sheetId: range.sheetId, row: top, column: left });
  const filled = area !== null && (area.bottom > area.top || area.right > area.left);
  return filled && contains(area, top, left) ? area : null;
}
