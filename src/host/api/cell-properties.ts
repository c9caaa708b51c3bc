import { columnCount, rowCount, type Area } from "../model/address";
import { ApiCollection, ApiObject, indexer } from "../protocol/api-object";
import { apiNotFound, invalidArgument } from "../protocol/host-error";
import { isObject, type JsonObject } from "../protocol/json";
import { memberOf } from "../protocol/members";
import { record } from "./arguments";

/**
 * Properties of cells, rows and columns as plain objects: what `getCellProperties` answers and `setCellProperties`
 * takes. They go through the same accessors as the properties themselves.
 * https://learn.microsoft.com/javascript/api/excel/excel.cellproperties
 */

/** How the sides of a cell's border are called there, and in `RangeBorderCollection`. */
const sides: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

/** The members that are true in the options, read from the object; objects are read as the options below them say. */
export function readProperties(of: ApiObject, options: JsonObject): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(options)) {
    if (wanted === true) result[name] = valueOf(of, name);
    else if (isObject(wanted)) {
      const below = inner(of, name);
      result[name] = isSides(name, below)
        ? readSides(below, wanted)
        : readProperties(below, wanted);
    }
  }
  return result;
}

/** Sets the members given; what is not named stays. */
export function writeProperties(of: ApiObject, properties: JsonObject): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (!isObject(value)) {
      setValue(of, name, value);
      continue;
    }
    const below = inner(of, name);
    if (isSides(name, below)) {
      for (const [side, look] of Object.entries(value)) {
        if (isObject(look)) writeProperties(sideOf(below, side), look);
      }
    } else writeProperties(below, value);
  }
}

/** Calls `act` for each cell's properties of a matrix that has the area's size. */
export function eachCell(
  area: Area,
  value: unknown,
  act: (properties: JsonObject, row: number, column: number) => void,
): void {
  const lines: readonly unknown[] = Array.isArray(value) ? value : [];
  const columns = columnCount(area);
  const fits =
    lines.length === rowCount(area) &&
    lines.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) {
    throw invalidArgument(
      "cellPropertiesData",
      `a matrix of ${rowCount(area)} rows and ${columns} columns is needed`,
    );
  }
  lines.forEach((line, row) => {
    (line as readonly unknown[]).forEach((properties, column) =>
      act(record(properties, "cellPropertiesData"), row, column),
    );
  });
}

/** The same for rows or columns, each an object of its own. */
export function eachLine(lines: readonly ApiObject[], value: unknown, argument: string): void {
  if (!Array.isArray(value) || value.length !== lines.length) {
    throw invalidArgument(argument, `a list of ${lines.length} is needed`);
  }
  lines.forEach((line, at) => writeProperties(line, record(value[at], argument)));
}

function readSides(
  borders: ApiCollection<ApiObject>,
  options: JsonObject,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const side of Object.keys(sides)) {
    // A side can be asked for alone, or all sides for the same members.
    const wanted =
      options[side] ?? (Object.keys(options).some((name) => name in sides) ? undefined : options);
    if (isObject(wanted)) result[side] = readProperties(sideOf(borders, side), wanted);
  }
  return result;
}

function isSides(name: string, below: ApiObject): below is ApiCollection<ApiObject> {
  return name === "borders" && below instanceof ApiCollection;
}

function sideOf(borders: ApiCollection<ApiObject>, side: string): ApiObject {
  const edge = sides[side];
  if (edge === undefined) throw invalidArgument("borders", `'${side}' is no side`);
  return borders[indexer](edge);
}

function inner(of: ApiObject, name: string): ApiObject {
  const value = memberOf(of, name).read?.(of);
  if (value instanceof ApiObject) return value;
  throw invalidArgument(name, "it has no properties of its own");
}

function valueOf(of: ApiObject, name: string): unknown {
  const member = memberOf(of, name);
  if (member.read === null) throw apiNotFound(of.className, name);
  return member.read(of);
}

function setValue(of: ApiObject, name: string, value: unknown): void {
  const member = memberOf(of, name);
  if (member.write === null) throw invalidArgument(name, "it is read-only");
  member.write(of, value);
}
