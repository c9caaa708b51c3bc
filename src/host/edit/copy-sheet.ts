import type { Sheet } from "../model/sheet";
import { chartId, type Chart } from "../model/charts";
import { renameSheetIn, renameTableIn } from "../calc/rewrite";
import { refuseReadOnly } from "./protection";
import { rewriteChart } from "./chart-follow";
import { freeNumber } from "./charts";
import { refuseLockedStructure } from "./sheets";
import type { Workspace } from "./workspace";

/**
 * A copy of a sheet with everything on it, named "Name (2)". Its tables get names of their own, which its formulas use;
 * names that belong to the sheet are copied with it.
 */
export function copySheet(workspace: Workspace, source: Sheet, position: number): Sheet {
  refuseReadOnly(workspace);
  refuseLockedStructure(workspace);
  const { workbook, history, calculation, journal } = workspace;
  history.book();
  const copy = workbook.addSheet(freeCopyName(workspace, source.name), position);
  layOnto(workspace, copy, source);
  for (const name of [...workbook.names]) {
    if (name.sheetId === source.id) workbook.names.push({ ...name, sheetId: copy.id });
  }
  calculation.structureChanged();
  journal.add({ kind: "sheet-added", sheetId: copy.id });
  return copy;
}

/** Gives a fresh sheet everything another one has, its tables under names of their own. */
export function layOnto(workspace: Workspace, copy: Sheet, source: Sheet): void {
  copy.cells.assign(source.cells);
  const { conditionalFormats, validations, merges, notes, hyperlinks } = source;
  const { tabColor, showGridlines, showHeadings, zoom, freeze, protection } = source;
  const { standardWidth, standardHeight, autoFilter, editableRanges } = source;
  const lists = {
    conditionalFormats,
    validations,
    merges,
    notes,
    hyperlinks,
    autoFilter,
    editableRanges,
  };
  Object.assign(copy, structuredClone(lists));
  Object.assign(copy, { tabColor, showGridlines, showHeadings, zoom, freeze, protection });
  Object.assign(copy, { standardWidth, standardHeight });
  for (const name of mapNames) {
    for (const [key, value] of source[name]) (copy[name] as Map<unknown, unknown>).set(key, value);
  }
  for (const name of setNames) for (const index of source[name]) copy[name].add(index);
  for (const table of source.tables) copyTable(workspace, table, copy);
  copyPrintSettings(copy, source);
  copyCharts(workspace, copy, source);
}

function copyPrintSettings(copy: Sheet, source: Sheet): void {
  const { printArea, printTitles } = source;
  Object.assign(copy, structuredClone({ printArea, printTitles }));
}

/** Charts come along under ids of their own; what they showed of their own sheet they show of the copy. */
function copyCharts(workspace: Workspace, copy: Sheet, source: Sheet): void {
  for (const chart of source.charts) {
    const copied: Chart = { ...structuredClone(chart), id: chartId(freeNumber(workspace)) };
    rewriteChart(copied, (formula) => renameSheetIn(formula, source.name, copy.name));
    copy.charts.push(copied);
  }
}

const mapNames = [
  "columnWidths",
  "rowHeights",
  "columnStyles",
  "rowStyles",
  "rowOutline",
  "columnOutline",
  "customProperties",
  "pageLayout",
] as const;
const setNames = [
  "hiddenColumns",
  "hiddenRows",
  "filteredRows",
  "rowBreaks",
  "columnBreaks",
] as const;

function copyTable(workspace: Workspace, table: Sheet["tables"][number], copy: Sheet): void {
  const { workbook } = workspace;
  const name = freeTableName(workspace, table.name);
  copy.tables.push({
    ...structuredClone(table),
    id: workbook.nextTableId(),
    sheetId: copy.id,
    name,
    columns: table.columns.map((column) => ({
      ...column,
      ...(column.calculatedFormula === undefined
        ? {}
        : { calculatedFormula: renameTableIn(column.calculatedFormula, table.name, name) }),
    })),
  });
  for (const { row, column, formula } of [...copy.cells.formulas()]) {
    const text = renameTableIn(formula.text, table.name, name);
    if (text !== formula.text) copy.cells.setFormula(row, column, { ...formula, text });
  }
}

/** "Sheet1 (2)"; a name that long is cut so that the number fits. */
export function freeCopyName(workspace: Workspace, name: string): string {
  const stem = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const free = stem.slice(0, 31 - ending.length) + ending;
    if (workspace.workbook.sheetByName(free) === undefined) return free;
  }
}

/** "Sales" gives "Sales2", then "Sales3". */
function freeTableName(workspace: Workspace, name: string): string {
  const taken = new Set(workspace.workbook.names.map((one) => one.name.toLowerCase()));
  for (const { table } of workspace.workbook.tables()) taken.add(table.name.toLowerCase());
  if (!taken.has(name.toLowerCase())) return name;
  for (let number = 2; ; number++) {
    if (!taken.has(`${name}${number}`.toLowerCase())) return `${name}${number}`;
  }
}
