import { intersection, type Area } from "../model/address";
import { subtractArea } from "./areas";
import type { ConditionalFormat, ConditionalRule, Validation } from "../model/rules";
import type { Sheet } from "../model/sheet";
import { refuseUnlessAllowed, refuseWhileProtected } from "./protection";
import { moveFormula } from "../calc/rewrite";
import { changedValidation } from "./validation-formulas";
import type { Workspace } from "./workspace";

function cutOut(areas: readonly Area[], cuts: readonly Area[]): Area[] {
  return cuts.reduce<Area[]>(
    (left, cut) => left.flatMap((area) => subtractArea(area, cut)),
    [...areas],
  );
}

export function touches(areas: readonly Area[], others: readonly Area[]): boolean {
  return areas.some((area) => others.some((other) => intersection(area, other) !== null));
}

let nextRule = 1;

/** An id no rule has had. */
export function freshRuleId(): string {
  const serial = (nextRule++).toString(16).padStart(12, "0").toUpperCase();
  return `{00000000-0000-0000-0002-${serial}}`;
}

/** Adds a rule that wins over all others of its sheet, as Excel does with a new rule. */
export function addConditionalFormat(
  workspace: Workspace,
  sheet: Sheet,
  areas: readonly Area[],
  rule: ConditionalRule,
): ConditionalFormat {
  refuseUnlessAllowed(workspace, sheet, "allowFormatCells");
  workspace.history.layers(sheet);
  for (const other of sheet.conditionalFormats) other.priority += 1;
  const format: ConditionalFormat = {
    id: freshRuleId(),
    areas: [...areas],
    priority: 0,
    stopIfTrue: false,
    rule,
  };
  sheet.conditionalFormats = [format, ...sheet.conditionalFormats];
  return format;
}

/** Takes rules away from areas; a rule that reaches beyond keeps the rest, its formula seen from the new corner. */
export function clearConditionalFormats(
  workspace: Workspace,
  sheet: Sheet,
  areas: readonly Area[],
): void {
  if (sheet.conditionalFormats.every((format) => !touches(format.areas, areas))) return;
  refuseUnlessAllowed(workspace, sheet, "allowFormatCells");
  workspace.history.layers(sheet);
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((format) => {
    if (!touches(format.areas, areas)) return [format];
    const rest = cutOut(format.areas, areas);
    const [before] = format.areas;
    const [after] = rest;
    if (before === undefined || after === undefined) return [];
    return [{ ...format, areas: rest, rule: seenFrom(format.rule, before, after) }];
  });
}

/** Lays a rule over other areas of its sheet; every cell it still lies over sees its formula as before. */
export function layOver(
  workspace: Workspace,
  sheet: Sheet,
  format: ConditionalFormat,
  areas: readonly Area[],
): void {
  const [before] = format.areas;
  const [after] = areas;
  if (before === undefined || after === undefined) return;
  refuseUnlessAllowed(workspace, sheet, "allowFormatCells");
  workspace.history.layers(sheet);
  format.rule = seenFrom(format.rule, before, after);
  format.areas = [...areas];
}

function seenFrom(rule: ConditionalRule, before: Area, after: Area): ConditionalRule {
  return ruleFrom(rule, after.top - before.top, after.left - before.left);
}

/** A rule as a cell so many rows and columns further sees it: relative references move along. */
export function ruleFrom(rule: ConditionalRule, rows: number, columns: number): ConditionalRule {
  if (rule.kind === "Custom") {
    return { ...rule, formula: moveFormula(rule.formula, rows, columns) };
  }
  if (rule.kind !== "CellValue") return rule;
  return {
    ...rule,
    formula1: moveFormula(rule.formula1, rows, columns),
    ...(rule.formula2 === undefined ? {} : { formula2: moveFormula(rule.formula2, rows, columns) }),
  };
}

/** The same for a validation's rule. */
export function validationFrom(
  rule: Validation["rule"],
  rows: number,
  columns: number,
): Validation["rule"] {
  if (rows === 0 && columns === 0) return rule;
  return changedValidation(rule, (formula) => moveFormula(formula, rows, columns));
}

export function removeConditionalFormat(workspace: Workspace, sheet: Sheet, id: string): void {
  refuseUnlessAllowed(workspace, sheet, "allowFormatCells");
  workspace.history.layers(sheet);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.id !== id);
}

/** Lays a validation over areas; what lay there before is cut out. */
export function setValidation(
  workspace: Workspace,
  sheet: Sheet,
  areas: readonly Area[],
  validation: Omit<Validation, "areas">,
): void {
  refuseWhileProtected(workspace, sheet);
  clearValidations(workspace, sheet, areas);
  workspace.history.layers(sheet);
  sheet.validations = [...sheet.validations, { ...validation, areas: [...areas] }];
}

/** Takes validations away from areas; one that reaches beyond keeps the rest, its formulas seen from the new corner. */
export function clearValidations(workspace: Workspace, sheet: Sheet, areas: readonly Area[]): void {
  if (sheet.validations.every((validation) => !touches(validation.areas, areas))) return;
  refuseWhileProtected(workspace, sheet);
  workspace.history.layers(sheet);
  sheet.validations = sheet.validations.flatMap((validation) => {
    if (!touches(validation.areas, areas)) return [validation];
    const rest = cutOut(validation.areas, areas);
    const [before] = validation.areas;
    const [after] = rest;
    if (before === undefined || after === undefined) return [];
    const { top, left } = before;
    const rule = validationFrom(validation.rule, after.top - top, after.left - left);
    return [{ ...validation, areas: rest, rule }];
  });
}
