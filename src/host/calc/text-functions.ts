import { isCellError, type CellError, type Scalar } from "../model/cell";
import type { Evaluator, SpecialFunction } from "./evaluator";
import {
  broadcast,
  errorOf,
  mapResult,
  Matrix,
  scalarOf,
  toBoolean,
  toText,
  type Result,
} from "./values";

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

/** What stands in a place that takes a text or a number. */
type Plain = Exclude<Scalar, CellError>;

/**
 * The functions most formulas are made of, answered here rather than by the library, at a twentieth of its cost. Applied
 * element by element; the first error among the arguments is the answer.
 */
function onPlain(
  least: number,
  most: number,
  answer: (items: readonly Plain[], evaluator: Evaluator) => Scalar,
): SpecialFunction {
  return (evaluator, args) => {
    if (args.length < least || args.length > most) return errorOf("#VALUE!");
    const values = args.map((item) => (item === null ? null : item.result(evaluator)));
    return broadcast(values, (...items) =>
      arePlain(items) ? answer(items, evaluator) : (items.find(isCellError) ?? null),
    );
  };
}

function arePlain(items: readonly Scalar[]): items is readonly Plain[] {
  for (const item of items) if (isCellError(item)) return false;
  return true;
}

/** A whole number; NaN for what is none. */
function whole(evaluator: Evaluator, item: Plain | undefined): number {
  const found = evaluator.number(item ?? null);
  return isCellError(found) ? Number.NaN : Math.trunc(found);
}

function textAt(items: readonly Plain[], place: number): string {
  return toText(items[place] ?? null);
}

/** LEFT and RIGHT: one character unless said otherwise; a number below 0, or no number, is #VALUE!. */
function end(cut: (text: string, count: number) => string): SpecialFunction {
  return onPlain(1, 2, (items, evaluator) => {
    const count = items.length < 2 ? 1 : whole(evaluator, items[1]);
    return count >= 0 ? cut(toText(items[0] ?? null), count) : errorOf("#VALUE!");
  });
}

const middle = onPlain(3, 3, ([text = null, from, count], evaluator) => {
  const start = whole(evaluator, from);
  const length = whole(evaluator, count);
  if (!(start >= 1 && length >= 0)) return errorOf("#VALUE!");
  return toText(text).slice(start - 1, start - 1 + length);
});

function trimmed(text: string): string {
  return text.includes(" ") ? text.replace(/^ +| +$| +(?= )/g, "") : text;
}

/** All occurrences, or one of them by its number. */
const substitute = onPlain(3, 4, (items, evaluator) => {
  const [text, old, fresh] = [textAt(items, 0), textAt(items, 1), textAt(items, 2)];
  const wanted = items.length < 4 ? 0 : whole(evaluator, items[3]);
  if (items.length === 4 && !(wanted >= 1)) return errorOf("#VALUE!");
  if (old === "") return text;
  let result = text;
  if (wanted === 0) result = text.includes(old) ? text.replaceAll(old, () => fresh) : text;
  else {
    let at = text.indexOf(old);
    for (let count = 1; count < wanted && at >= 0; count++) at = text.indexOf(old, at + old.length);
    if (at >= 0) result = text.slice(0, at) + fresh + text.slice(at + old.length);
  }
  return result.length > longestText ? errorOf("#VALUE!") : result;
});

/** Nothing is found where one begins to look. */
const find = onPlain(2, 3, (items, evaluator) => {
  const [wanted, text] = [textAt(items, 0), textAt(items, 1)];
  const from = items.length < 3 ? 1 : whole(evaluator, items[2]);
  const found = from >= 1 && from <= text.length + 1 ? text.indexOf(wanted, from - 1) : -1;
  return found < 0 ? errorOf("#VALUE!") : found + 1;
});

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
  ["LEN", onPlain(1, 1, ([text = null]) => toText(text).length)],
  ["LEFT", end((text, count) => text.slice(0, count))],
  ["RIGHT", end((text, count) => text.slice(Math.max(0, text.length - count)))],
  ["MID", middle],
  // Of all white space only the plain blank.
  ["TRIM", onPlain(1, 1, (items) => trimmed(textAt(items, 0)))],
  ["EXACT", onPlain(2, 2, ([one = null, other = null]) => toText(one) === toText(other))],
  ["LOWER", onPlain(1, 1, ([text = null]) => toText(text).toLowerCase())],
  ["UPPER", onPlain(1, 1, ([text = null]) => toText(text).toUpperCase())],
  ["SUBSTITUTE", substitute],
  ["FIND", find],
  ...["LENB", "LEFTB", "RIGHTB", "MIDB", "REPT", "CODE"].map(
    (name) => [name, onTexts(name, first)] as const,
  ),
  ...["PROPER", "CLEAN", "UNICODE", "ASC", "DBCS"].map(
    (name) => [name, onTexts(name, first)] as const,
  ),
  ...["FINDB", "SEARCH", "SEARCHB", "TEXTBEFORE", "TEXTAFTER"].map(
    (name) => [name, onTexts(name, firstTwo)] as const,
  ),
  ["REPLACE", onTexts("REPLACE", (place) => place === 0 || place === 3)],
  ["TEXTSPLIT", onTexts("TEXTSPLIT", first)],
  ["CONCAT", onTexts("CONCAT", all)],
  ["TEXTJOIN", textJoin],
  ["VALUE", value],
  ["NUMBERVALUE", numberValue],
];
