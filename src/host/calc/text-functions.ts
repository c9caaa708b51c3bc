import { isCellError, type Scalar } from "../model/cell";
import type { SpecialFunction } from "./evaluator";
import { errorOf, mapResult, Matrix, scalarOf, toBoolean, toText, type Result } from "./values";

/** Excel's longest text in a cell. */
const longestText = 32_767;

/** Numbers as Excel writes them into a text: 15 digits, where the library would show all 17. */
function written(result: Result): Result {
  return mapResult(result, (item) => (typeof item === "number" ? toText(item) : item));
}

/** A text function of the library, given texts where it takes texts. */
function onTexts(name: string, isText: (place: number) => boolean): SpecialFunction {
  return (evaluator, args) => {
    const values = evaluator
      .argumentValues(args)
      .map((value, place) => (isText(place) ? written(evaluator.read(value)) : value));
    return evaluator.builtin(name, values);
  };
}

const first = (place: number): boolean => place === 0;
const firstTwo = (place: number): boolean => place < 2;
const all = (): boolean => true;

/** Delimiters are taken in turn, and again from the first when they run out. */
const textJoin: SpecialFunction = (evaluator, args) => {
  if (args.length < 3) return errorOf("#VALUE!");
  const [delimiterValue = null, leaveValue = null, ...values] = evaluator
    .argumentValues(args)
    .map((value) => evaluator.read(value));
  const texts = (value: Result): readonly Scalar[] =>
    value instanceof Matrix ? value.rows.flat() : [value];
  const leave = toBoolean(scalarOf(leaveValue));
  if (isCellError(leave)) return leave;
  const delimiters: string[] = [];
  for (const item of texts(delimiterValue)) {
    if (isCellError(item)) return item;
    delimiters.push(toText(item));
  }
  let joined = "";
  let parts = 0;
  for (const item of values.flatMap(texts)) {
    if (isCellError(item)) return item;
    const text = toText(item);
    if (leave && text === "") continue;
    if (parts > 0) joined += delimiters[(parts - 1) % delimiters.length] ?? "";
    joined += text;
    parts++;
  }
  return joined.length > longestText ? errorOf("#VALUE!") : joined;
};

/** VALUE: any number, day, time or percentage Excel would understand when typed; a truth value is none. */
const value: SpecialFunction = (evaluator, [argument = null]) =>
  mapResult(argument === null ? null : evaluator.result(argument), (item) =>
    typeof item === "boolean" ? errorOf("#VALUE!") : evaluator.number(item),
  );

/** Blanks are ignored, even in the middle. */
const numberValue: SpecialFunction = (evaluator, args) => {
  const [text = null, ...separators] = evaluator.argumentValues(args);
  const dense = mapResult(evaluator.read(text), (item) =>
    typeof item === "string" ? item.replace(/\s/g, "") : item,
  );
  return evaluator.builtin("NUMBERVALUE", [dense, ...separators]);
};

export const textFunctions: readonly (readonly [string, SpecialFunction])[] = [
  ...["LEN", "LENB", "LEFT", "LEFTB", "RIGHT", "RIGHTB", "MID", "MIDB", "REPT", "CODE"].map(
    (name) => [name, onTexts(name, first)] as const,
  ),
  ...["UPPER", "LOWER", "PROPER", "TRIM", "CLEAN", "UNICODE", "ASC", "DBCS"].map(
    (name) => [name, onTexts(name, first)] as const,
  ),
  ...["FIND", "FINDB", "SEARCH", "SEARCHB", "EXACT", "TEXTBEFORE", "TEXTAFTER"].map(
    (name) => [name, onTexts(name, firstTwo)] as const,
  ),
  ["SUBSTITUTE", onTexts("SUBSTITUTE", (place) => place < 3)],
  ["REPLACE", onTexts("REPLACE", (place) => place === 0 || place === 3)],
  ["TEXTSPLIT", onTexts("TEXTSPLIT", first)],
  ["CONCAT", onTexts("CONCAT", all)],
  ["TEXTJOIN", textJoin],
  ["VALUE", value],
  ["NUMBERVALUE", numberValue],
];
