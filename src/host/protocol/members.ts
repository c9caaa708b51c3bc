import { ApiCollection, ApiObject } from "./api-object";
import { apiNotFound } from "./host-error";

export interface Member {
  /** As the reference spells it. */
  readonly name: string;
  readonly read: ((object: ApiObject) => unknown) | null;
  readonly write: ((object: ApiObject, value: unknown) => void) | null;
  readonly call: ((object: ApiObject, args: readonly unknown[]) => unknown) | null;
}

const served = new WeakMap<object, ReadonlyMap<string, Member>>();

/**
 * The members an API class declares, and those of the parts it builds on, by lower-case name. What every object inherits
 * is not among them, so `constructor`, `toString` and the like can never be reached from a request.
 */
export function membersOf(prototype: object): ReadonlyMap<string, Member> {
  const known = served.get(prototype);
  if (known !== undefined) return known;
  const above: unknown = Object.getPrototypeOf(prototype);
  const isPart =
    above instanceof ApiObject &&
    above !== ApiCollection.prototype &&
    above !== ApiObject.prototype;
  const members = new Map<string, Member>(isPart ? membersOf(above) : []);
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    if (name === "constructor") continue;
    const method: unknown = descriptor.value;
    members.set(name.toLowerCase(), {
      name,
      read:
        descriptor.get === undefined ? null : (object) => descriptor.get?.call(object) as unknown,
      write:
        descriptor.set === undefined
          ? null
          : (object, value) => descriptor.set?.call(object, value),
      call:
        typeof method === "function"
          ? (object, args) => Reflect.apply(method, object, args) as unknown
          : null,
    });
  }
  served.set(prototype, members);
  return members;
}

/** The members served by an object's class. */
export function servedBy(object: ApiObject): ReadonlyMap<string, Member> {
  const prototype: unknown = Object.getPrototypeOf(object);
  return typeof prototype === "object" && prototype !== null ? membersOf(prototype) : new Map();
}

/** @throws HostError ApiNotFound naming class and member */
export function memberOf(object: ApiObject, name: string): Member {
  const member = servedBy(object).get(name.toLowerCase());
  if (member === undefined) throw apiNotFound(object.className, name);
  return member;
}
