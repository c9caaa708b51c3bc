import { ApiCollection, ApiObject, indexer, referable } from "./api-object";
import { HostError, invalidArgument } from "./host-error";
import { isArray, isObject, type Json } from "./json";
import { memberOf } from "./members";
import { answerQuery, describe } from "./query";
import { ActionType, PathType, type Action, type ArgumentInfo, type Request } from "./request";

/** What a request may start from, and what lives longer than one request. */
export interface Roots {
  readonly root: ApiObject;
  /** A fresh top-level service by its wire name, e.g. "Microsoft.ExcelServices.CustomFunctions". */
  newService(name: string): ApiObject;
  keepReference(object: ApiObject): string;
  reference(id: string): ApiObject;
  releaseReference(id: string): void;
  /** Whether the reference has that property: it is loud where it is not served, and nothing where it is no member. */
  isInReference(className: string, name: string): boolean;
}

export interface ResponseError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface Response {
  readonly Results: { ActionId: number; Value: unknown }[];
  readonly TraceIds: number[];
  Error?: ResponseError;
}

const deepestPath = 200;

/**
 * Carries out the actions of one request in order and stops at the first that fails; what was done before stays done,
 * as in Excel. Knows nothing of workbooks: only of objects, their served members and the wire.
 *
 * @param beforeAction - called with the index of each action; what it throws fails that action
 */
export function interpret(
  request: Request,
  roots: Roots,
  beforeAction: (index: number) => void,
): Response {
  const response: Response = { Results: [], TraceIds: [] };
  const run = new Run(request, roots);
  for (const [index, action] of request.actions.entries()) {
    try {
      beforeAction(index);
      const value = run.perform(action);
      if (action.type === ActionType.trace) response.TraceIds.push(action.id);
      if (value !== undefined) response.Results.push({ ActionId: action.id, Value: value });
    } catch (error) {
      response.Error = describeError(error, index, run.location(action));
      break;
    }
  }
  return response;
}

/** A refusal keeps its code; a bug of the host becomes GeneralException with its own message, never a silent answer. */
export function describeError(error: unknown, index: number, location: string): ResponseError {
  const refusal =
    error instanceof HostError
      ? error
      : new HostError(
          "GeneralException",
          `The host failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          500,
        );
  return {
    Code: refusal.code,
    Message: refusal.message,
    Location: location,
    ActionIndex: index,
    HttpStatusCode: refusal.httpStatusCode,
  };
}

class Run {
  readonly #objects = new Map<number, ApiObject | null>();
  readonly #isInReference = (className: string, name: string): boolean =>
    this.roots.isInReference(className, name);

  constructor(
    readonly request: Request,
    readonly roots: Roots,
  ) {}

  location(action: Action): string {
    const path = this.request.paths.get(action.path);
    const object = this.#objects.get(action.path);
    const name = object?.className ?? path?.name ?? "";
    return action.name === "" ? name : `${name}.${lowerFirst(action.name)}`;
  }

  perform(action: Action): unknown {
    // A trace marks a place in the queue and speaks of no object.
    if (action.type === ActionType.trace) return null;
    const object = this.#resolve(action.path, 0);
    switch (action.type) {
      case ActionType.instantiate:
        return object === null ? null : this.#instantiate(object);
      case ActionType.query:
        return object === null ? null : answerQuery(object, action.query, this.#isInReference);
      case ActionType.ensureUnchanged:
        return null;
      case ActionType.method:
        return this.#call(object, action);
      case ActionType.setProperty: {
        const [value] = this.#arguments(action.args);
        this.#set(object, action.name, value);
        return undefined;
      }
      case ActionType.update:
        for (const [name, value] of Object.entries(action.state ?? {})) {
          this.#set(object, name, value);
        }
        return undefined;
      default:
        throw new HostError("ApiNotFound", `The host does not serve action type ${action.type}.`);
    }
  }

  #instantiate(object: ApiObject): Record<string, unknown> {
    const value = describe(object);
    if (this.request.autoKeepReference && object[referable]()) {
      value["_ReferenceId"] = this.roots.keepReference(object);
    }
    return value;
  }

  #set(object: ApiObject | null, name: string, value: unknown): void {
    if (object === null) throw nullObject(name);
    const member = memberOf(object, name);
    if (member.write === null) {
      throw new HostError("InvalidArgument", `${object.className}.${member.name} is read-only.`);
    }
    member.write(object, value);
  }

  #call(object: ApiObject | null, action: Action): unknown {
    if (action.name === "_KeepReference") {
      return object === null ? null : { _ReferenceId: this.roots.keepReference(object) };
    }
    // Microsoft's samples start with `getItemOrNullObject("Sample").delete()`: on what is not there nothing is done.
    if (object === null) return null;
    if (action.name === "_RemoveReference") {
      const [id] = action.args.values;
      if (typeof id !== "string") throw invalidArgument("referenceId", "not a text");
      this.roots.releaseReference(id);
      return undefined;
    }
    const member = memberOf(object, action.name);
    if (member.call === null) throw new HostError("ApiNotFound", `${member.name} is no method.`);
    const value = member.call(object, this.#arguments(action.args));
    return value instanceof ApiObject ? this.#instantiate(value) : (value ?? null);
  }

  #resolve(id: number, depth: number): ApiObject | null {
    const known = this.#objects.get(id);
    if (known !== undefined) return known;
    if (depth > deepestPath) {
      throw new HostError("InvalidObjectPath", "The object path is circular or too deep.");
    }
    const path = this.request.paths.get(id);
    if (path === undefined) {
      throw new HostError("InvalidObjectPath", `The request names no object path ${id}.`);
    }
    const object = this.#follow(path.type, path.name, path.parent, path.args, depth);
    this.#objects.set(id, object);
    return object;
  }

  #follow(
    type: number,
    name: string,
    parentId: number | null,
    args: ArgumentInfo,
    depth: number,
  ): ApiObject | null {
    switch (type) {
      case PathType.global:
        return this.roots.root;
      case PathType.newObject:
        return this.roots.newService(name);
      case PathType.reference:
        return this.roots.reference(name);
      case PathType.nullObject:
        return null;
    }
    if (parentId === null) {
      throw new HostError("InvalidObjectPath", `The object path '${name}' has no parent.`);
    }
    const parent = this.#resolve(parentId, depth + 1);
    // Whatever is reached through a null object is a null object too.
    if (parent === null) return null;
    switch (type) {
      case PathType.method: {
        const member = memberOf(parent, name);
        if (member.call === null)
          throw new HostError("ApiNotFound", `${member.name} is no method.`);
        return asObject(member.call(parent, this.#arguments(args)), name);
      }
      case PathType.property: {
        const member = memberOf(parent, name);
        if (member.read === null) throw new HostError("ApiNotFound", `${member.name} is a method.`);
        return asObject(member.read(parent), name);
      }
      case PathType.indexer: {
        if (!(parent instanceof ApiCollection)) {
          throw new HostError("InvalidObjectPath", `${parent.className} has no items.`);
        }
        return asObject(parent[indexer](this.#arguments(args)[0]), name);
      }
      default:
        throw new HostError("InvalidObjectPath", `The host knows no object path type ${type}.`);
    }
  }

  #arguments(args: ArgumentInfo): unknown[] {
    return args.values.map((value, index) => this.#argument(value, args.paths[index], 0));
  }

  #argument(value: Json, path: Json | undefined, depth: number): unknown {
    if (typeof path === "number" && path !== 0) return this.#resolve(path, 0);
    if (depth > 8) return value;
    if (isArray(value)) {
      // Cells arrive as thousands of plain values; only lists that name paths are walked.
      if (!isArray(path)) return value;
      return value.map((item, index) => this.#argument(item, path[index], depth + 1));
    }
    if (isObject(value)) {
      const referred = value["_ObjectPathId"];
      if (typeof referred === "number") return this.#resolve(referred, 0);
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          inner === undefined ? inner : this.#argument(inner, undefined, depth + 1),
        ]),
      );
    }
    return value;
  }
}

function asObject(value: unknown, name: string): ApiObject | null {
  if (value === null || value instanceof ApiObject) return value;
  throw new HostError("InvalidObjectPath", `'${name}' is no object.`);
}

function nullObject(name: string): HostError {
  return new HostError(
    "InvalidObjectPath",
    `'${lowerFirst(name)}' was used on an object that doesn't exist (isNullObject).`,
  );
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
