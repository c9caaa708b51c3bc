import { ApiCollection, ApiObject, identity, items } from "./api-object";
import { apiNotFound, invalidArgument, NoSuchRelation } from "./host-error";
import { servedBy, type Member } from "./members";
import type { Query } from "./request";

/** Selected names with what is selected below each; an empty tree selects all plain properties. */
interface Selection {
  readonly branches: Map<string, Selection>;
  all: boolean;
}

const deepestSelection = 32;

function newSelection(): Selection {
  return { branches: new Map(), all: false };
}

function plant(selection: Selection, path: string): void {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.length > deepestSelection) throw invalidArgument("select", "the path is too deep");
  let at = selection;
  for (const part of parts) {
    if (part === "*") {
      at.all = true;
      return;
    }
    const name = part.toLowerCase();
    let branch = at.branches.get(name);
    if (branch === undefined) {
      branch = newSelection();
      at.branches.set(name, branch);
    }
    at = branch;
  }
}

/** "valueTypes" → "ValueTypes", the spelling the client reads results by. */
function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * The wire's description of an object: its id, under its public name where the object has one. office.js takes that for
 * the loaded `id` (`_handleIdResult`), so that `worksheet.onChanged.add` needs no load before it.
 */
export function describe(object: ApiObject): Record<string, unknown> {
  const id = object[identity]();
  if (id === null) return {};
  return servedBy(object).has("id") ? { Id: id } : { _Id: id };
}

/** Whether the reference has a property of that name (in any case) in a class. */
export type IsInReference = (className: string, name: string) => boolean;

/**
 * Answers a query on an object: its selected properties under their wire names, objects among them nested, the items
 * of a collection as `_Items`. A name the reference has nowhere in the class asks for nothing, as in Excel, where
 * `load("no-properties-needed")` loads only what every object has.
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-pivottables
 *
 * @throws HostError ApiNotFound where a selected name is in the reference but not served
 */
export function answerQuery(
  object: ApiObject,
  query: Query,
  isInReference: IsInReference,
): Record<string, unknown> {
  const selection = newSelection();
  for (const path of query.select) plant(selection, path);
  for (const path of query.expand) plant(selection, path);
  if (query.select.length === 0) selection.all = true;
  return answer(object, selection, isInReference, query.top, query.skip);
}

function answer(
  object: ApiObject,
  selection: Selection,
  isInReference: IsInReference,
  top: number | null,
  skip: number | null,
): Record<string, unknown> {
  if (!(object instanceof ApiCollection)) return answerObject(object, selection, isInReference);
  const own = newSelection();
  const each = newSelection();
  each.all = selection.all;
  own.all = selection.all;
  const members = servedBy(object);
  const listed = object[items]() as readonly ApiObject[];
  for (const [name, branch] of selection.branches) {
    if (name === "items") {
      const isBare = branch.all || branch.branches.size === 0;
      each.all ||= isBare;
      // Microsoft's reference reads `count` after `load("items")`: the collection's plain properties come along.
      own.all ||= isBare;
      for (const [below, deeper] of branch.branches) each.branches.set(below, deeper);
    } else if (members.get(name)?.read) {
      own.branches.set(name, branch);
    } else {
      // `count` and `items/name` arrive side by side without their prefix; what the collection lacks is its items'.
      each.branches.set(name, branch);
    }
  }
  const asksForOwn = own.all || own.branches.size > 0;
  const result = asksForOwn ? answerObject(object, own, isInReference) : {};
  const asksForItems = each.all || each.branches.size > 0;
  if (!asksForItems) return result;
  const from = skip ?? 0;
  const chosen = listed.slice(from, top === null ? undefined : from + top);
  result["_Items"] = chosen.map((item, index) => ({
    _Index: from + index,
    ...describe(item),
    ...answer(item, each, isInReference, null, null),
  }));
  return result;
}

function answerObject(
  object: ApiObject,
  selection: Selection,
  isInReference: IsInReference,
): Record<string, unknown> {
  const result: Record<string, unknown> = describe(object);
  if (selection.all || selection.branches.size === 0) {
    for (const member of servedBy(object).values()) {
      const plain = plainValue(object, member);
      if (plain !== undefined) result[wireName(member.name)] = plain;
    }
  }
  for (const [name, branch] of selection.branches) {
    const member = servedBy(object).get(name);
    if (member === undefined) {
      if (isInReference(object.className, name)) throw apiNotFound(object.className, name);
      continue;
    }
    if (member.read === null) throw apiNotFound(object.className, `${member.name} (a method)`);
    const value = member.read(object);
    result[wireName(member.name)] =
      value instanceof ApiObject
        ? answer(value, branch, isInReference, null, null)
        : (value ?? null);
  }
  return result;
}

/** What a property answers where all plain ones are asked for; undefined where it leads to another object. */
function plainValue(object: ApiObject, { read }: Member): unknown {
  if (read === null) return undefined;
  try {
    const value = read(object);
    return value instanceof ApiObject ? undefined : (value ?? null);
  } catch (error) {
    if (error instanceof NoSuchRelation) return undefined;
    throw error;
  }
}
