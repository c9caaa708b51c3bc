/** Names the members of an API object that the wire cannot reach: symbols never match a name in a request. */
export const identity = Symbol("identity");
export const items = Symbol("items");
export const indexer = Symbol("indexer");
export const referable = Symbol("referable");
export const asFormula = Symbol("asFormula");

/**
 * What a request can address. A subclass serves exactly the accessors and methods it declares itself: the interpreter
 * derives the allow-list from the class (see `members.ts`). State lives in fields, which are never served.
 */
export abstract class ApiObject {
  /** The name of the class in the reference, for error messages. */
  abstract readonly className: string;

  /** The id by which the client finds the object again in its collection; null where it has none. */
  [identity](): string | number | null {
    return null;
  }

  /** The formula that stands for this object where a formula or an object may be given (a range as a list's source). */
  [asFormula](): string | null {
    return null;
  }

  /** True where the client may hold the object across requests by a reference id (ranges do). */
  [referable](): boolean {
    return false;
  }
}

/** A collection whose items a query can list. */
export abstract class ApiCollection<Item extends ApiObject> extends ApiObject {
  abstract [items](): readonly Item[];

  /** What `collection.getItem(key)` finds through the wire's indexer path. */
  abstract [indexer](key: unknown): Item;
}
