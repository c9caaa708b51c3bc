import { cellAddress } from "../model/address";
import { isCellError, type Scalar } from "../model/cell";
import { callBuiltin } from "./builtin";
import type { SpecialFunction } from "./evaluator";
import { errorOf, Matrix, Reference, scalarOf, type Result, type Value } from "./values";

/** An empty cell that is looked for stands for 0. */
function wanted(value: Value): Value {
  return value instanceof Reference ? value : (value ?? 0);
}

/** VLOOKUP and HLOOKUP: a column before the first is #VALUE!, one beyond the last #REF!. */
function inTable(name: "VLOOKUP" | "HLOOKUP"): SpecialFunction {
  return (evaluator, args) => {
    if (args.length < 3) return errorOf("#VALUE!");
    const [looked = null, area = null, place = null, ...others] = evaluator.argumentValues(args);
    const number = evaluator.number(scalarOf(evaluator.read(place)));
    if (!isCellError(number) && number < 1) return errorOf("#VALUE!");
    const result = evaluator.read(looked);
    return evaluator.builtin(name, [wanted(result), area, place, ...others]);
  };
}

const match: SpecialFunction = (evaluator, args) => {
  const [looked = null, ...others] = evaluator.argumentValues(args);
  return evaluator.builtin("MATCH", [wanted(evaluator.read(looked)), ...others]);
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
  const place = scalarOf(callBuiltin("XMATCH", [result, list, ...modes], date1904));
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
  ["XLOOKUP", xlookup],
  ["CELL", cell],
];
