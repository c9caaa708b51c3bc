import { moveReferences } from "../calc/moved-references";
import { contains, intersection, type Area } from "../model/address";
import type { ConditionalFormat, Validation } from "../model/rules";
import type { Sheet } from "../model/sheet";
import { HostError } from "../protocol/host-error";
import { isWithin } from "./areas";
import { carriedFormats, carriedValidations } from "./carried-layers";
import { changedRule } from "./formulas-follow";
import { isProtected } from "./protection";
import { clearConditionalFormats, clearValidations, freshRuleId } from "./rules";
import { changedValidation } from "./validation-formulas";
import type { Workspace } from "./workspace";

interface Place {
  readonly sheet: Sheet;
  readonly area: Area;
}

type Move = Parameters<typeof moveReferences>[2];

/** @throws HostError where part of a table would be moved away, or cells be laid over part of another table */
export function refuseTornTables(source: Place, target: Place): void {
  const cuts = (place: Place): boolean =>
    place.sheet.tables.some(
      ({ area }) => intersection(area, place.area) !== null && !isWithin(area, place.area),
    );
  if (cuts(source)) {
    throw new HostError("InvalidOperation", "Part of a table cannot be moved away.");
  }
  const moves = source.sheet.tables.some(({ area }) => isWithin(area, source.area));
  const isTaken = target.sheet.tables.some(
    ({ area }) => intersection(area, target.area) !== null && !isWithin(area, source.area),
  );
  if (moves && isTaken) {
    throw new HostError("InvalidOperation", "A table cannot be moved over another one.");
  }
}

/**
 * Takes what lies over cells up before they are moved: tables, rules, validations, links, notes, comments and merged
 * cells.
 *
 * @returns what lays it down over the new place, where it takes the place of what lay there, and counts the tables
 */
export function liftLayers(
  workspace: Workspace,
  source: Place,
  target: Place,
  move: Move,
): () => number {
  const { sheet } = source;
  const down = target.area.top - source.area.top;
  const right = target.area.left - source.area.left;
  const to = (area: Area): Area => ({
    top: area.top + down,
    bottom: area.bottom + down,
    left: area.left + right,
    right: area.right + right,
  });
  const reads = (formula: string): string =>
    moveReferences(formula, sheet.name, move, target.sheet.name);
  workspace.history.layers(sheet);
  workspace.history.layers(target.sheet);
  const tables = sheet.tables.filter(({ area }) => isWithin(area, source.area));
  sheet.tables = sheet.tables.filter((table) => !tables.includes(table));
  const merges = sheet.merges.filter((merge) => isWithin(merge, source.area));
  sheet.merges = sheet.merges.filter((merge) => !merges.includes(merge));
  const rules = isProtected(workspace, sheet) ? null : liftRules(workspace, source);
  const links = lift(sheet.hyperlinks, source.area);
  const notes = lift(sheet.notes, source.area);
  const comments = lift(sheet.comments, source.area);
  Object.assign(sheet, { hyperlinks: links.left, notes: notes.left, comments: comments.left });
  return () => {
    for (const table of tables) {
      Object.assign(table, { area: to(table.area), sheetId: target.sheet.id });
      for (const column of table.columns) {
        const { calculatedFormula: formula } = column;
        if (formula !== undefined) column.calculatedFormula = reads(formula);
      }
      target.sheet.tables.push(table);
    }
    target.sheet.merges = [
      ...target.sheet.merges.filter((merge) => intersection(merge, target.area) === null),
      ...merges.map(to),
    ];
    const laid = <Standing extends { row: number; column: number }>(
      list: readonly Standing[],
      lifted: readonly Standing[],
    ): Standing[] => [
      ...lift(list, target.area).left,
      ...lifted.map((one) => ({ ...one, row: one.row + down, column: one.column + right })),
    ];
    target.sheet.hyperlinks = laid(target.sheet.hyperlinks, links.lifted);
    target.sheet.notes = laid(target.sheet.notes, notes.lifted);
    target.sheet.comments = laid(target.sheet.comments, comments.lifted);
    if (rules === null || isProtected(workspace, target.sheet)) return tables.length;
    clearConditionalFormats(workspace, target.sheet, [target.area]);
    clearValidations(workspace, target.sheet, [target.area]);
    const formats = rules.formats.map((format) => ({
      ...format,
      areas: format.areas.map(to),
      rule: changedRule(format, reads),
    }));
    target.sheet.conditionalFormats = [...target.sheet.conditionalFormats, ...formats]
      .sort((one, other) => one.priority - other.priority)
      .map((format, priority) => ({ ...format, priority }));
    const validations = rules.validations.map((validation) => ({
      ...validation,
      areas: validation.areas.map(to),
      rule: changedValidation(validation.rule, reads),
    }));
    target.sheet.validations = [...target.sheet.validations, ...validations];
    return tables.length;
  };
}

/** Cuts the rules over an area out of their sheet. A rule of which nothing stays behind is moved as it is. */
function liftRules(
  workspace: Workspace,
  place: Place,
): { readonly formats: readonly ConditionalFormat[]; readonly validations: readonly Validation[] } {
  const { sheet, area } = place;
  const inPlace = { source: place, target: place, origin: area };
  const whole = sheet.conditionalFormats.filter(({ areas }) =>
    areas.every((one) => isWithin(one, area)),
  );
  const formats = carriedFormats(inPlace).map((format) => ({
    ...format,
    id: whole.some(({ id }) => id === format.id) ? format.id : freshRuleId(),
  }));
  const validations = carriedValidations(inPlace);
  clearConditionalFormats(workspace, sheet, [area]);
  clearValidations(workspace, sheet, [area]);
  return { formats, validations };
}

/** Takes what stands at cells of an area out of a list. */
function lift<Standing extends { readonly row: number; readonly column: number }>(
  list: readonly Standing[],
  area: Area,
): { readonly lifted: Standing[]; readonly left: Standing[] } {
  const isHere = ({ row, column }: Standing): boolean => contains(area, row, column);
  return { lifted: list.filter(isHere), left: list.filter((one) => !isHere(one)) };
}
