import { intersection, maxColumns, maxRows, type Area } from "../model/address";
import type { ConditionalFormat, ConditionalRule } from "../model/rules";
import type { Sheet, SortRecord } from "../model/sheet";
import { HostError } from "../protocol/host-error";
import type { SheetArea } from "../calc/calculation";
import { shiftFormula } from "../calc/rewrite";
import type { CellFormula } from "../model/cell";
import { bodyArea } from "../model/table";
import { fillCalculated } from "./calculated-columns";
import { moveSelections } from "./windows";
import { moveCharts, rewriteChart } from "./chart-follow";
import { shiftArea, type Shift } from "./shift";
import type { Workspace } from "./workspace";

const wholeRows = { first: 0, last: maxColumns - 1 } as const;
const wholeColumns = { first: 0, last: maxRows - 1 } as const;

/** The shift by which whole rows or columns, or the cells of an area, are inserted or deleted. */
export function shiftFor(
  sheet: Sheet,
  area: Area,
  kind: Shift["kind"],
  axis: Shift["axis"],
): Shift {
  const rows = axis === "rows";
  return {
    sheetId: sheet.id,
    kind,
    axis,
    at: rows ? area.top : area.left,
    count: rows ? area.bottom - area.top + 1 : area.right - area.left + 1,
    band: rows ? { first: area.left, last: area.right } : { first: area.top, last: area.bottom },
  };
}

export function isWhole(shift: Shift): boolean {
  const whole = shift.axis === "rows" ? wholeRows : wholeColumns;
  return shift.band.first === whole.first && shift.band.last === whole.last;
}

/**
 * Moves cells and everything that refers to them: values, formulas, formats, tables, names, rules, merges, sizes,
 * freeze panes and the references clients hold.
 *
 * @throws HostError InvalidOperation where cells with content would be pushed off the sheet, or a table would be torn
 */
export function applyShift(workspace: Workspace, shift: Shift): void {
  const { workbook, history } = workspace;
  const sheet = workbook.sheetById(shift.sheetId);
  if (sheet === undefined) throw new Error(`no sheet ${shift.sheetId}`);
  refuseTornTables(sheet, shift);
  refuseLostCells(sheet, shift);
  if (shift.axis === "rows" && shift.kind === "delete") {
    const { first: left, last: right } = shift.band;
    history.moving(sheet, { top: shift.at, bottom: maxRows - 1, left, right });
  } else history.grid(sheet);
  history.layers(sheet);
  history.book();
  workspace.calculation.cellsWillMove(sheet);
  const readers = readersBehind(workspace, sheet, shift);
  moveCells(sheet, shift);
  moveLayers(sheet, shift);
  rewriteFormulas(workspace, sheet, shift, readers);
  moveSelections(workspace, shift);
  history.shifted(shift);
  for (const listener of workspace.shiftListeners) listener(shift);
  workspace.calculation.structureChanged();
  if (shift.kind === "insert" && shift.axis === "rows") fillOpenedRows(workspace, sheet, shift);
}

/** Rows opened inside tables get their calculated columns' formulas. */
function fillOpenedRows(workspace: Workspace, sheet: Sheet, { at, count }: Shift): void {
  for (const table of sheet.tables) {
    const body = bodyArea(table);
    if (at <= body.top || at + count - 1 > body.bottom) continue;
    fillCalculated(workspace, sheet, table, { top: at, bottom: at + count - 1 });
  }
}

function refuseTornTables(sheet: Sheet, shift: Shift): void {
  for (const table of sheet.tables) {
    const { area } = table;
    const [first, last, from, to] =
      shift.axis === "rows"
        ? [area.left, area.right, area.top, area.bottom]
        : [area.top, area.bottom, area.left, area.right];
    const behind = to >= shift.at;
    const touches = first <= shift.band.last && last >= shift.band.first;
    const inside = first >= shift.band.first && last <= shift.band.last;
    if (behind && touches && !inside) {
      throw new HostError(
        "InsertDeleteConflict",
        `The cells cannot move: they would tear the table ${table.name} apart.`,
      );
    }
    const deletesHeader =
      shift.kind === "delete" &&
      shift.axis === "rows" &&
      inside &&
      table.showHeaders &&
      shift.at <= from &&
      shift.at + shift.count > from &&
      shift.at + shift.count <= to;
    if (deletesHeader) {
      throw new HostError(
        "InvalidOperation",
        `The header row of the table ${table.name} cannot be deleted without the table.`,
      );
    }
  }
}

function refuseLostCells(sheet: Sheet, shift: Shift): void {
  if (shift.kind !== "insert") return;
  const used = sheet.cells.usedArea(true);
  if (used === null) return;
  const edge: Area =
    shift.axis === "rows"
      ? {
          top: maxRows - shift.count,
          bottom: maxRows - 1,
          left: shift.band.first,
          right: shift.band.last,
        }
      : {
          left: maxColumns - shift.count,
          right: maxColumns - 1,
          top: shift.band.first,
          bottom: shift.band.last,
        };
  const lost = intersection(edge, used);
  if (lost === null) return;
  for (const _ of sheet.cells.filled(lost)) {
    throw new HostError(
      "InvalidOperation",
      "Cells with content would be pushed off the worksheet.",
    );
  }
}

function moveCells(sheet: Sheet, shift: Shift): void {
  const { at, count, band } = shift;
  if (shift.axis === "rows") {
    if (shift.kind === "insert") sheet.cells.insertRows(at, count, band.first, band.last);
    else sheet.cells.deleteRows(at, count, band.first, band.last);
  } else if (shift.kind === "insert") {
    sheet.cells.insertColumns(at, count, band.first, band.last);
  } else sheet.cells.deleteColumns(at, count, band.first, band.last);
}

function movedAreas(areas: readonly Area[], shift: Shift): Area[] {
  return areas.flatMap((area) => shiftArea(area, shift) ?? []);
}

function moveLayers(sheet: Sheet, shift: Shift): void {
  moveTables(sheet, shift);
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((format) => {
    const areas = movedAreas(format.areas, shift);
    return areas.length === 0 ? [] : [{ ...format, areas }];
  });
  sheet.validations = sheet.validations.flatMap((validation) => {
    const areas = movedAreas(validation.areas, shift);
    return areas.length === 0 ? [] : [{ ...validation, areas }];
  });
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
  if (!isWhole(shift)) return;
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

export function nextColumnId(ids: readonly number[]): number {
  return Math.max(0, ...ids) + 1;
}

/** "Column1", "Column2"… the first that is free, as Excel names columns it has to name itself. */
export function freeColumnName(taken: readonly string[], stem = "Column"): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = `${stem}${number}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** Changes every formula of the workbook: cells, calculated columns, names, bindings, rules and validations. */
export function rewriteAllFormulas(
  workspace: Workspace,
  change: (formula: string, home: string) => string,
  cells: (sheet: Sheet) => Iterable<FormulaCell> = (sheet) => sheet.cells.formulas(),
): void {
  const { workbook, history } = workspace;
  for (const sheet of workbook.sheets) {
    const rewritten: { row: number; column: number; text: string }[] = [];
    for (const { row, column, formula } of cells(sheet)) {
      const text = change(formula.text, sheet.name);
      if (text !== formula.text) rewritten.push({ row, column, text });
    }
    if (rewritten.length > 0) history.grid(sheet);
    for (const { row, column, text } of rewritten) {
      const formula = sheet.cells.formula(row, column);
      if (formula !== undefined) sheet.cells.setFormula(row, column, { ...formula, text });
    }
    history.layers(sheet);
    for (const table of sheet.tables) {
      for (const column of table.columns) {
        if (column.calculatedFormula !== undefined) {
          column.calculatedFormula = change(column.calculatedFormula, sheet.name);
        }
      }
    }
    sheet.conditionalFormats = sheet.conditionalFormats.map((format) => ({
      ...format,
      rule: changedRule(format, (formula) => change(formula, sheet.name)),
    }));
    for (const chart of sheet.charts) {
      rewriteChart(chart, (formula) => change(formula, sheet.name));
    }
    for (const validation of sheet.validations) {
      validation.rule = changedValidation(validation.rule, (formula) =>
        change(formula, sheet.name),
      );
    }
  }
  history.book();
  for (const name of workbook.names) {
    const home = name.sheetId === null ? undefined : workbook.sheetById(name.sheetId);
    name.formula = change(name.formula, home?.name ?? "");
  }
  for (const binding of workbook.bindings) {
    if (binding.type !== "Table") binding.formula = change(binding.formula, "");
  }
}

function changedRule(
  format: ConditionalFormat,
  change: (formula: string) => string,
): ConditionalRule {
  const { rule } = format;
  if (rule.kind === "Custom") return { ...rule, formula: change(rule.formula) };
  if (rule.kind === "CellValue") {
    return {
      ...rule,
      formula1: change(rule.formula1),
      ...(rule.formula2 === undefined ? {} : { formula2: change(rule.formula2) }),
    };
  }
  return rule;
}

function changedValidation(
  rule: Readonly<Record<string, unknown>>,
  change: (formula: string) => string,
): Readonly<Record<string, unknown>> {
  const walk = (value: unknown): unknown => {
    if (typeof value === "string") return value.startsWith("=") ? change(value) : value;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(rule) as Readonly<Record<string, unknown>>;
}

/** Where formulas stand that refer to cells that move; null where all are to be looked at. */
function readersBehind(
  { calculation }: Workspace,
  sheet: Sheet,
  { axis, at }: Shift,
): readonly SheetArea[] | null {
  if (axis === "columns") return null;
  return calculation.readersOf(sheet, {
    top: at,
    left: 0,
    bottom: maxRows - 1,
    right: maxColumns - 1,
  });
}

/**
 * @param readers - formulas, where they stood before, that refer to cells that moved; null for all formulas
 */
function rewriteFormulas(
  workspace: Workspace,
  sheet: Sheet,
  shift: Shift,
  readers: readonly SheetArea[] | null,
): void {
  const moved = { ...shift, sheet: sheet.name };
  const standing = readers?.flatMap((reader) => {
    const area = reader.sheet === sheet ? shiftArea(reader.area, shift) : reader.area;
    return area === null ? [] : [{ sheet: reader.sheet, area }];
  });
  rewriteAllFormulas(
    workspace,
    (formula, home) => shiftFormula(formula, home, moved),
    standing && ((of) => formulasWithin(of, standing)),
  );
}

interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: CellFormula;
}

function* formulasWithin(sheet: Sheet, areas: readonly SheetArea[]): Iterable<FormulaCell> {
  for (const { sheet: of, area } of areas) {
    if (of !== sheet) continue;
    for (let row = area.top; row <= area.bottom; row++) {
      const formula = sheet.cells.formula(row, area.left);
      if (formula !== undefined) yield { row, column: area.left, formula };
    }
  }
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
