import { HostError } from "./host-error";
import { isArray, isObject, type Json, type JsonObject } from "./json";

/** How an object is reached; the numbers are the wire's. */
export const PathType = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

/** What is done with an object; the numbers are the wire's. */
export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  ensureUnchanged: 8,
  update: 9,
} as const;

export interface ArgumentInfo {
  readonly values: readonly Json[];
  /** Parallel to `values`: 0 for a plain value, else the path that stands there; nested where values are. */
  readonly paths: readonly Json[];
}

export interface ObjectPath {
  readonly id: number;
  readonly type: number;
  readonly name: string;
  readonly parent: number | null;
  readonly args: ArgumentInfo;
}

export interface Query {
  readonly select: readonly string[];
  readonly expand: readonly string[];
  readonly top: number | null;
  readonly skip: number | null;
}

export interface Action {
  readonly id: number;
  readonly type: number;
  readonly name: string;
  readonly path: number;
  readonly args: ArgumentInfo;
  readonly query: Query;
  readonly state: JsonObject | null;
}

export interface Request {
  readonly actions: readonly Action[];
  readonly paths: ReadonlyMap<number, ObjectPath>;
  readonly autoKeepReference: boolean;
}

const noArguments: ArgumentInfo = { values: [], paths: [] };
const wholeObject: Query = { select: [], expand: [], top: null, skip: null };

/**
 * Reads the text of a request, checking every part that is used later. Members the host has no use for are ignored,
 * as new clients add them (`PreviewExecutionActions`, flags, type names).
 *
 * @throws HostError InvalidRequest, saying which part is wrong
 */
export function parseRequest(text: string): Request {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw malformed(`not JSON (${error instanceof Error ? error.message : "unreadable"})`);
  }
  if (!isObject(body)) throw malformed("the body is not an object");
  const rawActions = body["Actions"];
  const rawPaths = body["ObjectPaths"];
  if (!isArray(rawActions)) throw malformed("Actions is not a list");
  if (!isObject(rawPaths)) throw malformed("ObjectPaths is not an object");
  const paths = new Map<number, ObjectPath>();
  for (const value of Object.values(rawPaths)) {
    const path = readPath(value);
    paths.set(path.id, path);
  }
  return {
    actions: rawActions.map(readAction),
    paths,
    autoKeepReference: body["AutoKeepReference"] === true,
  };
}

function malformed(why: string): HostError {
  return new HostError("InvalidRequest", `The request cannot be read: ${why}.`);
}

function integer(value: Json | undefined, what: string): number {
  if (typeof value !== "number" || !Number.isInteger(value))
    throw malformed(`${what} is no integer`);
  return value;
}

function text(value: Json | undefined, what: string): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") throw malformed(`${what} is no text`);
  return value;
}

function readArguments(value: Json | undefined): ArgumentInfo {
  if (value === undefined || value === null) return noArguments;
  if (!isObject(value)) throw malformed("ArgumentInfo is not an object");
  const values = value["Arguments"] ?? [];
  const paths = value["ReferencedObjectPathIds"] ?? [];
  if (!isArray(values) || !isArray(paths)) throw malformed("Arguments is not a list");
  return { values, paths };
}

function readPath(value: Json | undefined): ObjectPath {
  if (!isObject(value)) throw malformed("an object path is not an object");
  const parent = value["ParentObjectPathId"];
  return {
    id: integer(value["Id"], "an object path's Id"),
    type: integer(value["ObjectPathType"], "ObjectPathType"),
    name: text(value["Name"], "an object path's Name"),
    parent:
      parent === undefined || parent === null || parent === 0
        ? null
        : integer(parent, "ParentObjectPathId"),
    args: readArguments(value["ArgumentInfo"]),
  };
}

function names(value: Json | undefined, what: string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!isArray(value)) throw malformed(`${what} is not a list`);
  return value.map((name) => {
    if (typeof name !== "string") throw malformed(`${what} holds something else than names`);
    return name.trim();
  });
}

function readQuery(value: Json | undefined): Query {
  if (value === undefined || value === null) return wholeObject;
  if (!isObject(value)) throw malformed("QueryInfo is not an object");
  const count = (name: string): number | null => {
    const found = value[name];
    return found === undefined || found === null ? null : integer(found, name);
  };
  return {
    select: names(value["Select"], "Select"),
    expand: names(value["Expand"], "Expand"),
    top: count("Top"),
    skip: count("Skip"),
  };
}

function readAction(value: Json): Action {
  if (!isObject(value)) throw malformed("an action is not an object");
  const state = value["ObjectState"];
  if (state !== undefined && state !== null && !isObject(state)) {
    throw malformed("ObjectState is not an object");
  }
  return {
    id: integer(value["Id"], "an action's Id"),
    type: integer(value["ActionType"], "ActionType"),
    name: text(value["Name"], "an action's Name"),
    path: integer(value["ObjectPathId"], "ObjectPathId"),
    args: readArguments(value["ArgumentInfo"]),
    query: readQuery(value["QueryInfo"]),
    state: state ?? null,
  };
}
