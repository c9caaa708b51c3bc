import {
  columnLetters,
  maxColumns,
  maxRows,
  parseArea,
  quoteSheet,
  splitSheet,
  type Area,
} from "../model/address";
import type { Sheet } from "../model/sheet";
import { filterToSave } from "./sheet-filter";

/** Names by which a file says what is printed of a sheet, and where its filter lies; ECMA-376 part 1, 18.2.5. */

const printArea = "_xlnm.print_area";
const printTitles = "_xlnm.print_titles";
const filterArea = "_xlnm._filterdatabase";

/**
 * Takes a name into the sheet's own members.
 *
 * @param formula - what the name stands for, with its "="
 * @returns false for other names, and for print areas that are worked out by a formula: those stay names
 */
export function readPrintName(name: string, formula: string, sheet: Sheet): boolean {
  switch (name.toLowerCase()) {
    // It follows from the filter; one without a filter is a leftover.
    case filterArea:
      return true;
    case printArea: {
      const areas = areasOf(formula, sheet);
      if (areas === null) return false;
      sheet.printArea = areas;
      return true;
    }
    case printTitles: {
      const areas = areasOf(formula, sheet);
      if (areas === null) return false;
      const rows = areas.find(({ left, right }) => left === 0 && right === maxColumns - 1) ?? null;
      const columns = areas.find(({ top, bottom }) => top === 0 && bottom === maxRows - 1) ?? null;
      sheet.printTitles = { rows, columns };
      return true;
    }
    default:
      return false;
  }
}

/** The areas of a union of references to one sheet; null for anything else. */
function areasOf(formula: string, { name }: Sheet): Area[] | null {
  const parts = formula.slice(1).match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
  const areas = parts.map((part) => {
    const { sheet, rest } = splitSheet(part.trim());
    return sheet?.toLowerCase() === name.toLowerCase() ? parseArea(rest) : null;
  });
  const stated = areas.every((area) => area !== null);
  return stated && areas.length > 0 ? areas : null;
}

interface WrittenName {
  readonly name: string;
  readonly formula: string;
  readonly hidden: boolean;
}

export function printNames(sheet: Sheet): WrittenName[] {
  const { rows, columns } = sheet.printTitles;
  const filter = filterToSave(sheet);
  const named = (name: string, areas: readonly Area[], hidden = false): WrittenName[] =>
    areas.length === 0
      ? []
      : [{ name, hidden, formula: areas.map((area) => reference(sheet, area)).join(",") }];
  return [
    ...named("_xlnm._FilterDatabase", filter === null ? [] : [filter.area], true),
    ...named("_xlnm.Print_Area", sheet.printArea),
    ...named(
      "_xlnm.Print_Titles",
      [columns, rows].filter((area) => area !== null),
    ),
  ];
}

function reference({ name }: Sheet, { top, left, bottom, right }: Area): string {
  const sheet = `${quoteSheet(name)}!`;
  const column = (at: number): string => `$${columnLetters(at)}`;
  if (left === 0 && right === maxColumns - 1) return `${sheet}$${top + 1}:$${bottom + 1}`;
  if (top === 0 && bottom === maxRows - 1) return `${sheet}${column(left)}:${column(right)}`;
  const first = `${column(left)}$${top + 1}`;
  const last = `${column(right)}$${bottom + 1}`;
  return sheet + (first === last ? first : `${first}:${last}`);
}
