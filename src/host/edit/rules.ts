import { intersection, type Area } from "../model/address";
import { subtractArea } from "./areas";
import type { ConditionalFormat, ConditionalRule, Validation } from "../model/rules";
import type { Sheet } from "../model/sheet";
import { refuseUnlessAllowed, refuseWhileProtected } from "./protection";
import { moveFormula } from "../calc/rewrite";
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
  const serial = (nextRule++).toString(16).padStart(12, "0").toUpperCase();
  const format: ConditionalFormat = {
    id: `{00000000-0000-0000-0002-${serial}}`,
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
  const rows = after.top - before.top;
  const columns = after.left - before.left;
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

export function clearValidations(workspace: Workspace, sheet: Sheet, areas: readonly Area[]): void {
  if (sheet.validations.every((validation) => !touches(validation.areas, areas))) return;
  refuseWhileProtected(workspace, sheet);
  workspace.history.layers(sheet);
  sheet.validations = sheet.validations.flatMap((validation) => {
    const rest = cutOut(validation.areas, areas);
    return rest.length === 0 ? [] : [{ ...validation, areas: rest }];
  });
}
