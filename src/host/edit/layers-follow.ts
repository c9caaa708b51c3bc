import type { Area } from "../model/address";
import type { Sheet, SortRecord } from "../model/sheet";
import { moveCharts } from "./chart-follow";
import { freeColumnName, nextColumnId } from "./column-names";
import { ruleFrom, validationFrom } from "./rules";
import { reachesEdges, shiftArea, type Shift } from "./shift";

function movedAreas(areas: readonly Area[], shift: Shift): Area[] {
  return areas.flatMap((area) => shiftArea(area, shift) ?? []);
}

/**
 * Rules lie over their cells wherever these move. A rule is seen from its first cell: where that is deleted, the next one
 * that stays takes its place, and sees what it always saw.
 */
function movedRules<Laid extends { readonly areas: Area[] }>(
  rules: readonly Laid[],
  shift: Shift,
  seenFrom: (rule: Laid, rows: number, columns: number) => Laid,
): Laid[] {
  return rules.flatMap((rule) => {
    const [before] = rule.areas;
    const first = rule.areas.find((area) => shiftArea(area, shift) !== null);
    if (before === undefined || first === undefined) return [];
    const corner = firstStaying(first, shift);
    const seen = seenFrom(rule, corner.row - before.top, corner.column - before.left);
    return [{ ...seen, areas: movedAreas(rule.areas, shift) }];
  });
}

/** The first cell of an area that is not deleted, as it stood before. */
function firstStaying(area: Area, shift: Shift): { readonly row: number; readonly column: number } {
  const { axis, kind, at, count } = shift;
  const moved = shiftArea(area, shift);
  const from = axis === "rows" ? area.top : area.left;
  const isGone = kind === "delete" && moved !== area && from >= at && from < at + count;
  const line = isGone ? at + count : from;
  return axis === "rows" ? { row: line, column: area.left } : { row: area.top, column: line };
}

/** Whatever lies over cells moves with them: tables, rules, merges, notes, sizes, filters, frozen panes. */
export function moveLayers(sheet: Sheet, shift: Shift): void {
  moveTables(sheet, shift);
  sheet.conditionalFormats = movedRules(
    sheet.conditionalFormats,
    shift,
    (format, rows, columns) => ({
      ...format,
      rule: ruleFrom(format.rule, rows, columns),
    }),
  );
  sheet.validations = movedRules(sheet.validations, shift, (validation, rows, columns) => ({
    ...validation,
    rule: validationFrom(validation.rule, rows, columns),
  }));
  sheet.merges = movedAreas(sheet.merges, shift);
  sheet.printArea = movedAreas(sheet.printArea, shift);
  sheet.editableRanges = sheet.editableRanges.flatMap((range) => {
    const areas = movedAreas(range.areas, shift);
    return areas.length === 0 ? [] : [{ ...range, areas }];
  });
  sheet.notes = movedWithCells(sheet.notes, shift);
  sheet.comments = movedWithCells(sheet.comments, shift);
  sheet.hyperlinks = movedWithCells(sheet.hyperlinks, shift);
  moveCharts(sheet, shift);
  moveAutoFilter(sheet, shift);
  if (!reachesEdges(shift)) return;
  const line = (index: number): number | null => {
    if (index < shift.at) return index;
    if (shift.kind === "insert") return index + shift.count;
    return index < shift.at + shift.count ? null : index - shift.count;
  };
  if (shift.axis === "rows") {
    moveKeys(sheet.rowHeights, line);
    moveKeys(sheet.rowStyles, line);
    moveKeys(sheet.rowOutline, line);
    moveSet(sheet.hiddenRows, line);
    moveSet(sheet.filteredRows, line);
    moveSet(sheet.rowBreaks, line);
    const { rows } = sheet.printTitles;
    if (rows !== null) sheet.printTitles = { ...sheet.printTitles, rows: shiftArea(rows, shift) };
  } else {
    moveKeys(sheet.columnWidths, line);
    moveKeys(sheet.columnStyles, line);
    moveKeys(sheet.columnOutline, line);
    moveSet(sheet.hiddenColumns, line);
    moveSet(sheet.columnBreaks, line);
    const { columns } = sheet.printTitles;
    if (columns !== null)
      sheet.printTitles = { ...sheet.printTitles, columns: shiftArea(columns, shift) };
  }
  if (sheet.freeze !== null) {
    const { rows, columns } = sheet.freeze;
    sheet.freeze =
      shift.axis === "rows"
        ? { rows: frozen(rows, shift), columns }
        : { rows, columns: frozen(columns, shift) };
  }
}

function moveAutoFilter(sheet: Sheet, shift: Shift): void {
  const { autoFilter } = sheet;
  if (autoFilter === null) return;
  const area = shiftArea(autoFilter.area, shift);
  if (area === null) {
    sheet.autoFilter = null;
    return;
  }
  const place = (column: number): Area => {
    const at = autoFilter.area.left + column;
    return { ...autoFilter.area, left: at, right: at };
  };
  const columns = <Item extends { readonly column: number }>(items: readonly Item[]): Item[] =>
    items.flatMap((item) => {
      const moved = shiftArea(place(item.column), shift);
      return moved === null ? [] : [{ ...item, column: moved.left - area.left }];
    });
  const { filters, buttons, sort: before, ...others } = autoFilter;
  const sort = before === undefined ? null : shiftSort(before, shift);
  sheet.autoFilter = {
    ...others,
    area,
    filters: columns(filters),
    ...(buttons === undefined ? {} : { buttons: columns(buttons) }),
    ...(sort === null ? {} : { sort }),
  };
}

/** The record of a sorting after its cells moved; null where nothing is left of what it was sorted by. */
function shiftSort(sort: SortRecord, shift: Shift): SortRecord | null {
  const area = shiftArea(sort.area, shift);
  const conditions = sort.conditions.flatMap((one) => {
    const moved = shiftArea(one.area, shift);
    return moved === null ? [] : [{ ...one, area: moved }];
  });
  return area === null || conditions.length === 0 ? null : { ...sort, area, conditions };
}

/** Rows inserted above the last frozen one join the frozen part; deleted ones leave it. */
function frozen(count: number, shift: Shift): number {
  if (count === 0 || shift.at >= count) return count;
  if (shift.kind === "insert") return count + shift.count;
  return count - Math.min(shift.count, count - shift.at);
}

function moveKeys<Value>(map: Map<number, Value>, line: (index: number) => number | null): void {
  const entries = [...map];
  map.clear();
  for (const [index, size] of entries) {
    const to = line(index);
    if (to !== null) map.set(to, size);
  }
}

function moveSet(set: Set<number>, line: (index: number) => number | null): void {
  const entries = [...set];
  set.clear();
  for (const index of entries) {
    const to = line(index);
    if (to !== null) set.add(to);
  }
}

function moveTables(sheet: Sheet, shift: Shift): void {
  sheet.tables = sheet.tables.filter((table) => {
    const before = table.area;
    const area = shiftArea(before, shift);
    if (area === null) return false;
    const touched =
      shift.axis === "columns" &&
      before.top >= shift.band.first &&
      before.bottom <= shift.band.last;
    if (touched && shift.kind === "delete") {
      const from = shift.at - before.left;
      const removed = (index: number): boolean => index >= from && index < from + shift.count;
      table.sort = table.sort.flatMap((field) =>
        removed(field.key)
          ? []
          : [{ ...field, key: field.key >= from ? field.key - shift.count : field.key }],
      );
      table.filters = table.filters.flatMap((filter) =>
        removed(filter.column)
          ? []
          : [
              {
                ...filter,
                column: filter.column >= from ? filter.column - shift.count : filter.column,
              },
            ],
      );
      table.columns = table.columns.filter((_column, index) => !removed(index));
    }
    if (touched && shift.kind === "insert" && shift.at > before.left && shift.at <= before.right) {
      const from = shift.at - before.left;
      const fresh = Array.from({ length: shift.count }, () => {
        const id = nextColumnId(table.columns.map((column) => column.id));
        const column = { id, name: freeColumnName(table.columns.map((one) => one.name)) };
        table.columns.splice(from, 0, column);
        return column;
      });
      if (table.showHeaders) {
        fresh.forEach((column) => {
          const at = table.columns.indexOf(column);
          sheet.cells.setValue(area.top, area.left + at, column.name);
        });
      }
    }
    table.area = area;
    return true;
  });
}

/** What stands at cells moves with them, and goes with them. */
function movedWithCells<Standing extends { readonly row: number; readonly column: number }>(
  standing: readonly Standing[],
  shift: Shift,
): Standing[] {
  return standing.flatMap((one) => {
    const place = { top: one.row, bottom: one.row, left: one.column, right: one.column };
    const moved = shiftArea(place, shift);
    return moved === null ? [] : [{ ...one, row: moved.top, column: moved.left }];
  });
}
