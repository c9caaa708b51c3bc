import { isCellError, type Scalar } from "../model/cell";
import type { Area } from "../model/address";
import { setNumberFormats, writeInputs, type Input } from "../edit/cells";
import type { Sheet } from "../model/sheet";
import { HostError, invalidArgument } from "../protocol/host-error";
import { isObject } from "../protocol/json";
import type { Session } from "./session";

/**
 * Cell values as JSON. https://learn.microsoft.com/javascript/api/excel/excel.cellvalue
 * Plain values only: a cell of the host holds no entity, picture or linked type.
 */
export type CellValueJson = Readonly<Record<string, string | number | boolean>>;

const errorTypes: Readonly<Record<string, string>> = {
  "#BLOCKED!": "Blocked",
  "#BUSY!": "Busy",
  "#CALC!": "Calc",
  "#CONNECT!": "Connect",
  "#DIV/0!": "Div0",
  "#FIELD!": "Field",
  "#GETTING_DATA": "GettingData",
  "#N/A": "NotAvailable",
  "#NAME?": "Name",
  "#NULL!": "Null",
  "#NUM!": "Num",
  "#REF!": "Ref",
  "#SPILL!": "Spill",
  "#VALUE!": "Value",
};

/** What a cell holds, with its type; the look of a number belongs to the cell, not to the value. */
export function cellValueJson(value: Scalar): CellValueJson {
  if (value === null) return { type: "Empty", basicType: "Empty", basicValue: "" };
  if (isCellError(value)) {
    const errorType = errorTypes[value.error] ?? "Value";
    return { type: "Error", basicType: "Error", basicValue: value.error, errorType };
  }
  const type =
    typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
  return { type, basicType: type, basicValue: value };
}

/** The input that leaves a cell with this value, and the number format that comes with it. */
interface Given {
  readonly input: Input;
  readonly numberFormat: string | null;
}

/**
 * Writes a matrix of cell values, or one for all cells. A text stays the text it is: it is not read as if typed.
 *
 * @throws HostError UnsupportedOperation for a type the host's cells cannot hold; InvalidArgument for another size
 */
export function writeCellValues(
  session: Session,
  sheet: Sheet,
  area: Area,
  value: unknown,
  argument: string,
): void {
  const given = matrixOf(area, value, argument);
  const { workspace } = session;
  writeInputs(workspace, sheet, area, (row, column) => given(row, column).input);
  setNumberFormats(
    workspace,
    sheet,
    area,
    (row, column) => given(row - area.top, column - area.left).numberFormat,
  );
}

/** Cell values as `values` takes them, for members that take either. */
export function plainInputs(value: unknown, argument: string): unknown {
  if (value === undefined || value === null) return value;
  if (!Array.isArray(value)) return readOne(value, argument).input;
  return value.map((line: unknown) =>
    Array.isArray(line)
      ? line.map((one: unknown) => readOne(one, argument).input)
      : readOne(line, argument).input,
  );
}

function matrixOf(
  area: Area,
  value: unknown,
  argument: string,
): (row: number, column: number) => Given {
  const [rows, columns] = [area.bottom - area.top + 1, area.right - area.left + 1];
  const lines: readonly unknown[] = Array.isArray(value) ? value : [[value]];
  const cells = lines.map((line: unknown) => {
    if (!Array.isArray(line)) throw invalidArgument(argument, "a matrix of cell values is needed");
    return line.map((one: unknown) => readOne(one, argument));
  });
  const [only] = cells.flat();
  if (cells.length === 1 && cells[0]?.length === 1 && only !== undefined) return () => only;
  if (cells.length !== rows || cells.some((line) => line.length !== columns)) {
    throw invalidArgument(argument, `a matrix of ${rows} rows and ${columns} columns is needed`);
  }
  return (row, column) => cells[row]?.[column] ?? { input: null, numberFormat: null };
}

function readOne(value: unknown, argument: string): Given {
  if (value === null) return { input: null, numberFormat: null };
  if (!isObject(value)) throw invalidArgument(argument, "objects with a type are needed");
  const { type, basicValue, numberFormat } = value;
  const format = typeof numberFormat === "string" ? numberFormat : null;
  switch (type) {
    case "Empty":
      return { input: "", numberFormat: null };
    case "Double":
    case "FormattedNumber":
      if (typeof basicValue === "number") return { input: basicValue, numberFormat: format };
      break;
    case "Boolean":
      if (typeof basicValue === "boolean") return { input: basicValue, numberFormat: null };
      break;
    case "String":
      if (typeof basicValue === "string") return { input: `'${basicValue}`, numberFormat: null };
      break;
    case "Error": {
      const named = Object.entries(errorTypes).find(([, name]) => name === value["errorType"]);
      const text = named?.[0] ?? basicValue;
      if (typeof text === "string" && text in errorTypes)
        return { input: text, numberFormat: null };
      break;
    }
    case "Array":
    case "Entity":
    case "Function":
    case "LinkedEntity":
    case "Reference":
    case "WebImage":
      throw new HostError(
        "UnsupportedOperation",
        `The host's cells hold no values of type ${type}.`,
      );
    default:
  }
  throw invalidArgument(argument, `${JSON.stringify(value)} is no cell value`);
}
