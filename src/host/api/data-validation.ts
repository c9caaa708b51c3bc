import { columnCount, contains, intersection, rowCount, type Area } from "../model/address";
import type { Validation } from "../model/rules";
import { isAllowed, validationAt } from "../edit/validation";
import { clearValidations, setValidation } from "../edit/rules";
import { ApiObject, asFormula } from "../protocol/api-object";
import { HostError, invalidArgument, itemNotFound } from "../protocol/host-error";
import { optionalText, optionalTruth, optionalWord, record, text, truth } from "./arguments";
import { sheetOf, type Session } from "./session";

type Draft = Omit<Validation, "areas">;

const kinds = ["wholeNumber", "decimal", "list", "date", "time", "textLength", "custom"] as const;
const operators = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
] as const;
const types: Readonly<Record<string, string>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  list: "List",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};
const untouched: Draft = {
  rule: {},
  ignoreBlanks: true,
  prompt: { showPrompt: true, title: "", message: "" },
  errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
};

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidation */
export class DataValidation extends ApiObject {
  readonly className = "DataValidation";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    readonly areas: readonly Area[],
  ) {
    super();
  }

  /** #type: "None", a kind, "MixedCriteria" where only some cells have one, "Inconsistent" where cells have several */
  get type(): string {
    const found = laid(this);
    if (found === "none") return "None";
    if (found === "some") return "MixedCriteria";
    if (found === "several") return "Inconsistent";
    return types[Object.keys(found.rule)[0] ?? ""] ?? "None";
  }

  /** #rule */
  get rule(): unknown {
    const found = laid(this);
    return typeof found === "string" ? {} : found.rule;
  }

  set rule(value: unknown) {
    change(this, { rule: readRule(value) });
  }

  /** #ignoreBlanks */
  get ignoreBlanks(): boolean | null {
    const found = laid(this);
    return typeof found === "string" ? (found === "none" ? true : null) : found.ignoreBlanks;
  }

  set ignoreBlanks(value: unknown) {
    change(this, { ignoreBlanks: truth(value, "ignoreBlanks") });
  }

  /** #prompt */
  get prompt(): unknown {
    const found = laid(this);
    return typeof found === "string" ? untouched.prompt : found.prompt;
  }

  set prompt(value: unknown) {
    const given = record(value, "prompt");
    change(this, {
      prompt: {
        showPrompt: optionalTruth(given["showPrompt"], "showPrompt", true),
        title: optionalText(given["title"], "title") ?? "",
        message: optionalText(given["message"], "message") ?? "",
      },
    });
  }

  /** #errorAlert */
  get errorAlert(): unknown {
    const found = laid(this);
    return typeof found === "string" ? untouched.errorAlert : found.errorAlert;
  }

  set errorAlert(value: unknown) {
    const given = record(value, "errorAlert");
    change(this, {
      errorAlert: {
        showAlert: optionalTruth(given["showAlert"], "showAlert", true),
        style: optionalWord(given["style"], "style", ["Stop", "Warning", "Information"]) ?? "Stop",
        title: optionalText(given["title"], "title") ?? "",
        message: optionalText(given["message"], "message") ?? "",
      },
    });
  }

  /** #getInvalidCells; ItemNotFound where all values meet their rules */
  getInvalidCells(): ApiObject {
    const found = this.getInvalidCellsOrNullObject();
    if (found === null) throw itemNotFound("all cell values are valid");
    return found;
  }

  /** #getInvalidCellsOrNullObject */
  getInvalidCellsOrNullObject(): ApiObject | null {
    const sheet = sheetOf(this.session, this.sheetId);
    const { workspace } = this.session;
    this.session.upToDate();
    const broken: Area[] = [];
    for (const area of this.areas) {
      for (const { row, column } of sheet.cells.filled(area)) {
        const rule = validationAt(sheet, row, column);
        const value = sheet.cells.value(row, column);
        if (rule === undefined || isAllowed(workspace, sheet, rule, row, column, value)) continue;
        broken.push({ top: row, bottom: row, left: column, right: column });
      }
    }
    return broken.length === 0 ? null : this.session.objects.rangeAreas(this.sheetId, broken);
  }

  /** #valid: whether all values meet the rule; null where some do and some do not */
  get valid(): boolean | null {
    const sheet = sheetOf(this.session, this.sheetId);
    const answers = new Set<boolean>();
    for (const area of this.areas) {
      for (const { row, column } of sheet.cells.filled(area)) {
        const rule = sheet.validations.find((one) =>
          one.areas.some((part) => contains(part, row, column)),
        );
        const value = sheet.cells.value(row, column);
        answers.add(
          rule === undefined || isAllowed(this.session.workspace, sheet, rule, row, column, value),
        );
      }
    }
    if (answers.size > 1) return null;
    return !answers.has(false);
  }

  /** #clear */
  clear(): void {
    clearValidations(this.session.workspace, sheetOf(this.session, this.sheetId), this.areas);
  }
}

/** The one validation all the cells share, "none", "some" where others have none, "several" where cells differ. */
function laid(validation: DataValidation): Validation | "none" | "some" | "several" {
  const sheet = sheetOf(validation.session, validation.sheetId);
  // A cell has one validation at most, so those that touch these cells never overlap there.
  const touching = sheet.validations.flatMap((one) => {
    const cells = sum(
      validation.areas.flatMap((area) =>
        one.areas.map((part) => cellsIn(intersection(part, area))),
      ),
    );
    return cells > 0 ? [{ one, cells }] : [];
  });
  const [first] = touching;
  if (first === undefined) return "none";
  if (touching.length > 1) return "several";
  return first.cells === sum(validation.areas.map(cellsIn)) ? first.one : "some";
}

function cellsIn(area: Area | null): number {
  return area === null ? 0 : rowCount(area) * columnCount(area);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function change(validation: DataValidation, part: Partial<Draft>): void {
  const found = laid(validation);
  const draft: Draft = typeof found === "string" ? untouched : found;
  if (Object.keys(draft.rule).length > 0 && part.rule !== undefined) {
    const kind = Object.keys(draft.rule)[0];
    if (kind !== Object.keys(part.rule)[0]) {
      throw new HostError(
        "InvalidOperation",
        "The range has a validation of another kind: clear it first.",
      );
    }
  }
  const { rule, ignoreBlanks, prompt, errorAlert } = draft;
  setValidation(
    validation.session.workspace,
    sheetOf(validation.session, validation.sheetId),
    validation.areas,
    { rule, ignoreBlanks, prompt, errorAlert, ...part },
  );
}

/** https://learn.microsoft.com/javascript/api/excel/excel.datavalidationrule: exactly one kind */
function readRule(value: unknown): Readonly<Record<string, unknown>> {
  const given = record(value, "rule");
  const entries = Object.entries(given).filter(([, part]) => part !== undefined && part !== null);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) {
    throw invalidArgument("rule", "exactly one kind of rule is needed");
  }
  const kind = kinds.find((one) => one.toLowerCase() === entry[0].toLowerCase());
  if (kind === undefined) throw invalidArgument("rule", `one of ${kinds.join(", ")} is needed`);
  const parts = record(entry[1], kind);
  if (kind === "list") {
    return {
      list: {
        inCellDropDown: optionalTruth(parts["inCellDropDown"], "inCellDropDown", true),
        source: formula(parts["source"], "source"),
      },
    };
  }
  if (kind === "custom") return { custom: { formula: text(parts["formula"], "formula") } };
  const operator = optionalWord(parts["operator"], "operator", operators) ?? "Between";
  const formula2 = parts["formula2"];
  const needsTwo = operator === "Between" || operator === "NotBetween";
  if (needsTwo && (formula2 === undefined || formula2 === null)) {
    throw invalidArgument("formula2", `${operator} needs two bounds`);
  }
  return {
    [kind]: {
      operator,
      formula1: formula(parts["formula1"], "formula1"),
      ...(formula2 === undefined || formula2 === null
        ? {}
        : { formula2: formula(formula2, "formula2") }),
    },
  };
}

function formula(value: unknown, argument: string): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  const reference = value instanceof ApiObject ? value[asFormula]() : null;
  if (reference === null) throw invalidArgument(argument, "a text, a number or a range is needed");
  return reference;
}
