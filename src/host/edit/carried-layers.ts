import { columnCount, contains, intersection, rowCount, type Area } from "../model/address";
import type { ConditionalFormat, Validation } from "../model/rules";
import type { Comment, Sheet } from "../model/sheet";
import { HostError } from "../protocol/host-error";
import { isWithin } from "./areas";
import { freeIds, tellOfComment } from "./comments";
import {
  clearConditionalFormats,
  clearValidations,
  freshRuleId,
  ruleFrom,
  touches,
  validationFrom,
} from "./rules";
import type { Workspace } from "./workspace";

/**
 * What lies over cells and goes with their copies: conditional formats, data validation, links, notes, comments and
 * merged cells. A copied rule is a new rule for the destination's cells; those it had there before are cut out of its
 * own rules, which is how rules fragment.
 *
 * https://support.microsoft.com/office/manage-conditional-formatting-rule-precedence-e09711a3-48df-4bcb-b82c-9d8b8b22463d
 */

/** Cells that were copied, and the cells that are their copies: tiles of the source's size from `origin` on. */
export interface Copies {
  readonly source: { readonly sheet: Sheet; readonly area: Area };
  readonly target: { readonly sheet: Sheet; readonly area: Area };
  /** Where one of the tiles begins; it may lie outside the target, which shows parts of tiles then. */
  readonly origin: { readonly top: number; readonly left: number };
  readonly transpose?: boolean;
}

/** As many areas as Excel lets a selection have; more tiles than that would be a rule nobody could look through. */
const mostAreas = 8192;

/** https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const mostLinks = 65_530;

/**
 * Gives copies the conditional formats of what they were copied from, in place of those they had.
 *
 * @throws HostError RangeExceedsLimit where a rule would lie over more than 8,192 areas
 */
export function carryFormats(workspace: Workspace, copies: Copies): void {
  const { source, target } = copies;
  const carried = carriedRules(
    source.sheet.conditionalFormats,
    copies,
    (format, rows, columns) => ({
      ...format,
      rule: ruleFrom(format.rule, rows, columns),
    }),
  );
  if (carried.length === 0 && !liesOver(target.sheet.conditionalFormats, target.area)) return;
  workspace.history.layers(target.sheet);
  clearConditionalFormats(workspace, target.sheet, [target.area]);
  const fresh = carried.map((format, priority) => ({ ...format, id: freshRuleId(), priority }));
  for (const other of target.sheet.conditionalFormats) other.priority += fresh.length;
  target.sheet.conditionalFormats = [...fresh, ...target.sheet.conditionalFormats];
}

/** Gives copies the data validation of what they were copied from, in place of theirs. */
export function carryValidations(workspace: Workspace, copies: Copies): void {
  const { target } = copies;
  const carried = carriedValidations(copies);
  if (carried.length === 0 && !liesOver(target.sheet.validations, target.area)) return;
  workspace.history.layers(target.sheet);
  clearValidations(workspace, target.sheet, [target.area]);
  target.sheet.validations = [...target.sheet.validations, ...carried];
}

/** Gives copies the links, notes and comments of their models; what they had themselves gives way where one comes. */
export function carryWords(workspace: Workspace, copies: Copies): void {
  const { source, target } = copies;
  const links = standing(source.sheet.hyperlinks, copies);
  const notes = standing(source.sheet.notes, copies);
  const comments = standing(source.sheet.comments, copies);
  const isLinked = target.sheet.hyperlinks.some((one) =>
    contains(target.area, one.row, one.column),
  );
  if (links.length + notes.length + comments.length === 0 && !isLinked) return;
  workspace.history.layers(target.sheet);
  const { sheet } = target;
  sheet.hyperlinks = [
    ...sheet.hyperlinks.filter((one) => !contains(target.area, one.row, one.column)),
    ...links,
  ];
  sheet.notes = [...without(sheet.notes, notes), ...notes];
  sheet.comments = without(sheet.comments, comments);
  const fresh = freeIds(workspace);
  for (const comment of comments) {
    const replies = comment.replies.map((reply) => ({ ...reply, id: fresh() }));
    const copy: Comment = { ...comment, id: fresh(), replies };
    sheet.comments.push(copy);
    tellOfComment(workspace, sheet, "comment-added", copy);
  }
}

/** Merges copies as their models are merged; cells of tables stay apart, as in Excel. */
export function carryMerges(workspace: Workspace, copies: Copies): void {
  const { source, target } = copies;
  const { sheet } = target;
  const merges = source.sheet.merges.filter((merge) => isWithin(merge, source.area));
  const old = sheet.merges.filter((merge) => intersection(merge, target.area) !== null);
  if (merges.length === 0 && old.length === 0) return;
  if (sheet.tables.some((table) => intersection(table.area, target.area) !== null)) return;
  const fresh = merges.flatMap((merge) => tilesOf(merge, copies));
  workspace.history.layers(sheet);
  sheet.merges = [...sheet.merges.filter((merge) => !old.includes(merge)), ...fresh];
}

/** The conditional formats of the source as they lie over the copies, seen from their first cell there. */
export function carriedFormats(copies: Copies): ConditionalFormat[] {
  const { conditionalFormats } = copies.source.sheet;
  // What the file said of a rule, it said of its old place.
  return carriedRules(conditionalFormats, copies, ({ asRead: _, ...format }, rows, columns) => ({
    ...format,
    rule: ruleFrom(format.rule, rows, columns),
  }));
}

/** The same of data validation. */
export function carriedValidations(copies: Copies): Validation[] {
  return carriedRules(copies.source.sheet.validations, copies, (validation, rows, columns) => ({
    ...validation,
    rule: validationFrom(validation.rule, rows, columns),
  }));
}

function carriedRules<Laid extends { readonly areas: Area[] }>(
  rules: readonly Laid[],
  copies: Copies,
  seenFrom: (rule: Laid, rows: number, columns: number) => Laid,
): Laid[] {
  return rules.flatMap((rule) => {
    const parts = rule.areas.flatMap((area) => intersection(area, copies.source.area) ?? []);
    const areas = parts.flatMap((part) => tilesOf(part, copies));
    if (areas.length > mostAreas) {
      throw new HostError(
        "RangeExceedsLimit",
        `A rule would lie over ${areas.length} areas; the limit is ${mostAreas}.`,
      );
    }
    const [before] = rule.areas;
    const [first] = areas;
    if (before === undefined || first === undefined) return [];
    const seen = seenFrom(rule, first.top - before.top, first.left - before.left);
    return [{ ...structuredClone(seen), areas }];
  });
}

/** Where copies of a part of the source stand. */
function tilesOf(part: Area, { source, target, origin, transpose = false }: Copies): Area[] {
  const { area } = source;
  const down = { from: part.top - area.top, to: part.bottom - area.top, each: rowCount(area) };
  const right = {
    from: part.left - area.left,
    to: part.right - area.left,
    each: columnCount(area),
  };
  const [rows, columns] = transpose ? [right, down] : [down, right];
  const across = spans(columns, origin.left, target.area.left, target.area.right);
  return spans(rows, origin.top, target.area.top, target.area.bottom).flatMap(([top, bottom]) =>
    across.map(([left, right]) => ({ top, bottom, left, right })),
  );
}

interface Run {
  readonly from: number;
  readonly to: number;
  /** How far apart two copies of it are. */
  readonly each: number;
}

/** A run of lines repeated from `origin` on, as far as it lies between two lines. */
function spans(
  { from, to, each }: Run,
  origin: number,
  first: number,
  last: number,
): [number, number][] {
  if (from === 0 && to === each - 1) return [[first, last]];
  const found: [number, number][] = [];
  const start = Math.floor((first - origin - to + each - 1) / each);
  for (let tile = start; origin + tile * each + from <= last; tile++) {
    const begin = Math.max(origin + tile * each + from, first);
    const end = Math.min(origin + tile * each + to, last);
    if (begin <= end) found.push([begin, end]);
    if (found.length > mostAreas) break;
  }
  return found;
}

/** What stands at the source's cells, as it stands at their copies. */
function standing<Standing extends { readonly row: number; readonly column: number }>(
  all: readonly Standing[],
  copies: Copies,
): Standing[] {
  return all
    .filter((one) => contains(copies.source.area, one.row, one.column))
    .flatMap((one) => {
      const { row, column } = one;
      const places = tilesOf({ top: row, bottom: row, left: column, right: column }, copies);
      const count = places.reduce((sum, place) => sum + rowCount(place) * columnCount(place), 0);
      if (count > mostLinks) {
        throw new HostError(
          "RangeExceedsLimit",
          `A sheet holds ${mostLinks} links or notes at most.`,
        );
      }
      return places.flatMap((place) => {
        const copy: Standing[] = [];
        for (let at = place.top; at <= place.bottom; at++) {
          for (let to = place.left; to <= place.right; to++)
            copy.push({ ...structuredClone(one), row: at, column: to });
        }
        return copy;
      });
    });
}

function without<Standing extends { readonly row: number; readonly column: number }>(
  all: readonly Standing[],
  replaced: readonly Standing[],
): Standing[] {
  const places = new Set(replaced.map(({ row, column }) => `${row},${column}`));
  return all.filter(({ row, column }) => !places.has(`${row},${column}`));
}

function liesOver(rules: readonly { readonly areas: readonly Area[] }[], area: Area): boolean {
  return rules.some((rule) => touches(rule.areas, [area]));
}
