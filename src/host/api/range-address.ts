import {
  maxColumns,
  maxRows,
  parseArea,
  quoteSheet,
  areaAddress,
  splitSheet,
  type Area,
} from "../model/address";
import type { Sheet } from "../model/sheet";
import { bodyArea } from "../model/table";
import { soleReference } from "../calc/reference-text";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import type { Session } from "./session";

/** "Sheet1!A1:B2", the sheet quoted where Excel quotes it. */
export function fullAddress(sheet: Sheet, area: Area): string {
  return `${quoteSheet(sheet.name)}!${areaAddress(area)}`;
}

export interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

/**
 * What an address or a name stands for, seen from a sheet: "A1:B2", "Other!A1", a defined name, a table's name or
 * "Table1[#All]"-like references are not addresses of cells and are refused.
 *
 * @throws HostError InvalidArgument, or ItemNotFound for a sheet that does not exist
 */
export function placeOf(session: Session, home: Sheet, address: string, argument: string): Place {
  const { sheet: sheetName, rest } = splitSheet(address);
  const sheet = sheetName === null ? home : session.workspace.workbook.sheetByName(sheetName);
  if (sheet === undefined) throw itemNotFound(`the worksheet '${sheetName}'`);
  const area = parseArea(rest);
  if (area !== null) return { sheet, area };
  const named = namedPlace(session, sheet, rest);
  if (named === null) throw invalidArgument(argument, `'${address}' is no address`);
  return named;
}

/** The cells a defined name or a table's name stands for; null for other names. */
export function namedPlace(session: Session, home: Sheet, name: string): Place | null {
  const { workbook } = session.workspace;
  const wanted = name.toLowerCase();
  const defined =
    workbook.names.find((one) => one.sheetId === home.id && one.name.toLowerCase() === wanted) ??
    workbook.names.find((one) => one.sheetId === null && one.name.toLowerCase() === wanted);
  if (defined !== undefined) return referencedPlace(session, home, defined.formula);
  const table = workbook.tableByName(name);
  return table === undefined ? null : { sheet: table.sheet, area: bodyArea(table.table) };
}

/** The cells a formula such as "=Sheet1!$A$1:$B$2" refers to; null for anything else. */
export function referencedPlace(session: Session, home: Sheet, formula: string): Place | null {
  const found = soleReference(formula);
  if (found === null) {
    const table = /^=([\p{L}_][\p{L}\p{N}_.]*)(?:\[(?:\[?([^[\]]+)\]?)?\])?$/u.exec(formula);
    const entry =
      table?.[1] === undefined ? undefined : session.workspace.workbook.tableByName(table[1]);
    if (entry === undefined) return null;
    const body = bodyArea(entry.table);
    const column = table?.[2];
    if (column === undefined) return { sheet: entry.sheet, area: body };
    const index = entry.table.columns.findIndex(
      (one) => one.name.toLowerCase() === column.toLowerCase(),
    );
    if (index < 0) return null;
    const at = entry.table.area.left + index;
    return { sheet: entry.sheet, area: { ...body, left: at, right: at } };
  }
  const sheet = found.sheet === null ? home : session.workspace.workbook.sheetByName(found.sheet);
  return sheet === undefined ? null : { sheet, area: found.area };
}

/** @throws HostError InvalidArgument where a corner lies outside the sheet */
export function insideSheet(area: Area): Area {
  if (
    area.top < 0 ||
    area.left < 0 ||
    area.bottom >= maxRows ||
    area.right >= maxColumns ||
    area.bottom < area.top ||
    area.right < area.left
  ) {
    throw new HostError("InvalidArgument", "The range would lie outside the worksheet.");
  }
  return area;
}
