import type { Validation } from "../model/rules";
import { formulaFromFile, formulaInFile } from "./formula-text";
import { areasInFile, readAreas } from "./ranges";
import { UnmodelledReader, unmodelledAttributes } from "./unmodelled";
import {
  attributesText,
  childNamed,
  decodeEscapes,
  encodeEscapes,
  escapeXml,
  isOn,
  type XmlElement,
} from "./xml";

const operators: Readonly<Record<string, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThan: "LessThan",
  lessThanOrEqual: "LessThanOrEqualTo",
};
const kinds: Readonly<Record<string, string>> = {
  whole: "wholeNumber",
  decimal: "decimal",
  textLength: "textLength",
  date: "date",
  time: "time",
};
const styles = { stop: "Stop", warning: "Warning", information: "Information" } as const;

const modelled =
  "type operator allowBlank showDropDown showInputMessage showErrorMessage errorStyle errorTitle error promptTitle prompt sqref";

function inFile(words: Readonly<Record<string, string>>, word: unknown): string | undefined {
  return Object.entries(words).find(([, value]) => value === word)?.[0];
}

/** One rule of either list: the classic one, or the extended one whose formulas may name other sheets. */
export function readValidation(element: XmlElement): Validation[] {
  const { type = "none", operator = "between", allowBlank, showDropDown } = element.attributes;
  const { showInputMessage, showErrorMessage, errorStyle, errorTitle, error, promptTitle, prompt } =
    element.attributes;
  const areas = readAreas(element.attributes.sqref ?? childNamed(element, "sqref")?.text);
  const formula = (name: string): string | undefined => {
    const found = childNamed(element, name);
    const text = found === undefined ? "" : (childNamed(found, "f")?.text ?? found.text);
    return text.trim() === "" ? undefined : text;
  };
  const rule = readRule(
    type,
    operator,
    formula("formula1"),
    formula("formula2"),
    !isOn(showDropDown),
  );
  if (areas.length === 0 || rule === null) return [];
  return [
    {
      areas,
      rule,
      ignoreBlanks: isOn(allowBlank),
      prompt: {
        showPrompt: isOn(showInputMessage),
        title: decodeEscapes(promptTitle ?? ""),
        message: decodeEscapes(prompt ?? ""),
      },
      errorAlert: {
        showAlert: isOn(showErrorMessage),
        style:
          errorStyle === "warning" || errorStyle === "information" ? styles[errorStyle] : "Stop",
        title: decodeEscapes(errorTitle ?? ""),
        message: decodeEscapes(error ?? ""),
      },
      ...new UnmodelledReader("").attributes(element, modelled).found,
    },
  ];
}

function readRule(
  type: string,
  operator: string,
  first: string | undefined,
  second: string | undefined,
  inCellDropDown: boolean,
): Record<string, unknown> | null {
  if (type === "none") return {};
  if (type === "list") {
    const literal = /^"(.*)"$/s.exec(first ?? "");
    const source =
      literal === null
        ? formulaFromFile(first ?? "", null)
        : (literal[1] ?? "").replaceAll('""', '"');
    return { list: { inCellDropDown, source } };
  }
  if (type === "custom") return { custom: { formula: formulaFromFile(first ?? "", null) } };
  const kind = kinds[type];
  if (kind === undefined) return null;
  const operand = (text: string): number | string =>
    Number.isFinite(Number(text)) ? Number(text) : formulaFromFile(text, null);
  return {
    [kind]: {
      formula1: operand(first ?? "0"),
      ...(second === undefined ? {} : { formula2: operand(second) }),
      operator: operators[operator] ?? "Between",
    },
  };
}

/** The `dataValidations` element, or nothing when there are none. */
export function validationsText(validations: readonly Validation[]): string {
  const items = validations.filter(({ areas }) => areas.length > 0).map(validationText);
  return items.length === 0
    ? ""
    : `<dataValidations count="${items.length}">${items.join("")}</dataValidations>`;
}

function validationText(validation: Validation): string {
  const { prompt, errorAlert } = validation;
  const { type, operator, formulas, showDropDown } = ruleParts(validation.rule);
  const words = (text: string): string | undefined =>
    text === "" ? undefined : encodeEscapes(text);
  return `<dataValidation${attributesText({
    type,
    errorStyle: errorAlert.style === "Stop" ? undefined : errorAlert.style.toLowerCase(),
    operator: operator === "between" ? undefined : operator,
    allowBlank: validation.ignoreBlanks,
    // The attribute says the opposite of its name: 1 hides the arrow.
    showDropDown,
    showInputMessage: prompt.showPrompt,
    showErrorMessage: errorAlert.showAlert,
    errorTitle: words(errorAlert.title),
    error: words(errorAlert.message),
    promptTitle: words(prompt.title),
    prompt: words(prompt.message),
    ...unmodelledAttributes(validation, "dataValidation"),
    sqref: areasInFile(validation.areas),
  })}>${formulas
    .map((text, index) => `<formula${index + 1}>${escapeXml(text)}</formula${index + 1}>`)
    .join("")}</dataValidation>`;
}

function ruleParts(rule: Validation["rule"]): {
  type: string | undefined;
  operator: string | undefined;
  formulas: string[];
  showDropDown: boolean;
} {
  const plain = { operator: undefined, showDropDown: false };
  const [[kind, detail] = ["", null]] = Object.entries(rule);
  if (typeof detail !== "object" || detail === null)
    return { ...plain, type: undefined, formulas: [] };
  const parts = detail as Readonly<Record<string, unknown>>;
  if (kind === "list") {
    const source = typeof parts.source === "string" ? parts.source : "";
    const text = source.startsWith("=")
      ? formulaInFile(source, null)
      : `"${source.replaceAll('"', '""')}"`;
    return {
      ...plain,
      type: "list",
      formulas: [text],
      showDropDown: parts.inCellDropDown === false,
    };
  }
  if (kind === "custom") {
    return {
      ...plain,
      type: "custom",
      formulas: [formulaInFile(typeof parts.formula === "string" ? parts.formula : "", null)],
    };
  }
  const operands = [parts.formula1, parts.formula2].filter(
    (value) => value !== undefined && value !== null && value !== "",
  );
  return {
    type: inFile(kinds, kind),
    operator: inFile(operators, parts.operator),
    formulas: operands.map((value) =>
      typeof value === "string" ? formulaInFile(value, null) : String(value),
    ),
    showDropDown: false,
  };
}
