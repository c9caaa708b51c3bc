import { cellAddress } from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import { callBuiltin } from "./builtin";
import type { SpecialFunction } from "./evaluator";
import { firstLine, type LookupList } from "./lookup-lists";
import { errorOf, Matrix, Reference, scalarOf, type Result } from "./values";

/** An empty cell that is looked for stands for 0. */
function lookedFor(value: Result): Result {
  return value ?? 0;
}

/** Whether a text looks for more than itself: the library knows how. */
const hasPattern = /[*?~]/;

/**
 * Where one value stands in a list, for the usual kinds of lookup: an exact one without wildcards, and the nearest below
 * among numbers that ascend. Null leaves the answer to the library.
 *
 * @returns the place from 0; -1 where nothing is found
 */
function placeIn(list: LookupList, wanted: Result, isExact: boolean): number | null {
  if (wanted === null || typeof wanted === "object") return null;
  if (isExact)
    return typeof wanted === "string" && hasPattern.test(wanted) ? null : list.firstEqual(wanted);
  return typeof wanted === "number" && list.ascends ? list.lastUpTo(wanted) : null;
}

/** VLOOKUP and HLOOKUP: a column before the first is #VALUE!, one beyond the last #REF!. */
function inTable(name: "VLOOKUP" | "HLOOKUP"): SpecialFunction {
  const axis = name === "VLOOKUP" ? "column" : "row";
  return (evaluator, args) => {
    if (args.length < 3) return errorOf("#VALUE!");
    const [looked = null, area = null, line = null, ...kinds] = evaluator.argumentValues(args);
    const number = evaluator.number(scalarOf(evaluator.read(line)));
    if (!isCellError(number) && number < 1) return errorOf("#VALUE!");
    const wanted = lookedFor(evaluator.read(looked));
    const table = evaluator.read(area);
    const mode = kinds.length === 0 ? true : evaluator.read(kinds[0] ?? null);
    const isPlain = typeof mode === "boolean" && kinds.length < 2 && !isCellError(number);
    if (isPlain && table instanceof Matrix) {
      const most = axis === "column" ? table.width : table.height;
      const found = placeIn(firstLine(table, axis), wanted, !mode);
      if (found !== null && number < most + 1) {
        if (found < 0) return errorOf("#N/A");
        const across = Math.trunc(number) - 1;
        return axis === "column" ? table.at(found, across) : table.at(across, found);
      }
    }
    return evaluator.builtin(name, [wanted, area, line, ...kinds]);
  };
}

const match: SpecialFunction = (evaluator, args) => {
  const [looked = null, among = null, ...kinds] = evaluator.argumentValues(args);
  const wanted = lookedFor(evaluator.read(looked));
  const list = evaluator.read(among);
  const mode = kinds.length === 0 ? 1 : evaluator.read(kinds[0] ?? null);
  if (list instanceof Matrix && (mode === 0 || mode === 1) && kinds.length < 2) {
    const isLine = list.width === 1 || list.height === 1;
    const axis = list.width === 1 ? "column" : "row";
    const found = isLine ? placeIn(firstLine(list, axis), wanted, mode === 0) : null;
    if (found !== null) return found < 0 ? errorOf("#N/A") : found + 1;
  }
  return evaluator.builtin("MATCH", [wanted, among, ...kinds]);
};

/** LOOKUP of one number in a column that ascends; anything else is left to the library. */
const lookup: SpecialFunction = (evaluator, args) => {
  const values = evaluator.argumentValues(args);
  const [wanted = null, list = null, answers = null] = values.map((value) => evaluator.read(value));
  if (args.length === 3 && list instanceof Matrix && answers instanceof Matrix) {
    const isColumn = list.width === 1 && answers.width === 1 && list.height === answers.height;
    const found = isColumn ? placeIn(firstLine(list, "column"), wanted, false) : null;
    if (found !== null) return found < 0 ? errorOf("#N/A") : answers.at(found, 0);
  }
  return evaluator.builtin("LOOKUP", values);
};

/** XLOOKUP answers with a reference where it looks one value up in cells: two of them make a range. */
const xlookup: SpecialFunction = (evaluator, args) => {
  const values = evaluator.argumentValues(args);
  const [looked = null, among = null, answers = null, instead = null, ...modeValues] = values;
  const result = evaluator.read(looked);
  const found = answers instanceof Reference ? answers.areas : [];
  const [first, other] = found;
  const searched = evaluator.read(among);
  if (result instanceof Matrix || first === undefined || other !== undefined) {
    return evaluator.builtin("XLOOKUP", values);
  }
  // Exact and from the first on, unless said otherwise.
  const modes = [0, 1].map((usual, index): Scalar => {
    const mode = modeValues[index] ?? null;
    return mode === null ? usual : scalarOf(evaluator.read(mode));
  });
  const list: Result = searched instanceof Matrix ? searched : new Matrix([[searched]]);
  const { date1904 } = evaluator.surroundings.workbook;
  const isUsual = modes[0] === 0 && modes[1] === 1 && (list.width === 1 || list.height === 1);
  const axis = list.width === 1 ? "column" : "row";
  const at = isUsual ? placeIn(firstLine(list, axis), result, true) : null;
  const place =
    at === null
      ? scalarOf(callBuiltin("XMATCH", [result, list, ...modes], date1904))
      : at < 0
        ? errorOf("#N/A")
        : at + 1;
  if (typeof place !== "number") {
    return instead !== null && isCellError(place) && place.error === "#N/A" ? instead : place;
  }
  const { sheet, area } = first;
  const across = among instanceof Reference && isRow(among) && !isColumn(among);
  const chosen = across
    ? { ...area, left: area.left + place - 1, right: area.left + place - 1 }
    : { ...area, top: area.top + place - 1, bottom: area.top + place - 1 };
  if (chosen.top > area.bottom || chosen.left > area.right) return errorOf("#VALUE!");
  const single = chosen.top === chosen.bottom && chosen.left === chosen.right;
  return new Reference([{ sheet, area: chosen }], single);
};

function isRow({ areas: [first] }: Reference): boolean {
  return first !== undefined && first.area.top === first.area.bottom;
}

function isColumn({ areas: [first] }: Reference): boolean {
  return first !== undefined && first.area.left === first.area.right;
}

/** CELL, as far as a workbook without a window can tell: the cell's place and contents. */
const cell: SpecialFunction = (evaluator, [kindArgument = null, argument = null]) => {
  const kind = kindArgument === null ? null : scalarOf(evaluator.result(kindArgument));
  if (isCellError(kind)) return kind;
  const { sheet, row, column } = evaluator.home;
  const value =
    argument === null
      ? new Reference(
          [{ sheet, area: { top: row, left: column, bottom: row, right: column } }],
          true,
        )
      : evaluator.value(argument);
  if (isCellError(value)) return value;
  const [found] = value instanceof Reference ? value.areas : [];
  if (found === undefined || typeof kind !== "string") return errorOf("#VALUE!");
  const { top, left } = found.area;
  switch (kind.toLowerCase()) {
    case "address":
      return cellAddress(top, left).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2");
    case "row":
      return top + 1;
    case "col":
      return left + 1;
    case "contents":
      return evaluator.surroundings.readCell(found.sheet, top, left) ?? 0;
    case "type": {
      const content = evaluator.surroundings.readCell(found.sheet, top, left);
      return content === null ? "b" : typeof content === "string" ? "l" : "v";
    }
    default:
      return errorOf("#VALUE!");
  }
};

export const lookupFunctions: readonly (readonly [string, SpecialFunction])[] = [
  ["VLOOKUP", inTable("VLOOKUP")],
  ["HLOOKUP", inTable("HLOOKUP")],
  ["MATCH", match],
  ["LOOKUP", lookup],
  ["XLOOKUP", xlookup],
  ["CELL", cell],
];
