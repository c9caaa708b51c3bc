import { ApiCollection, identity, indexer, items, type ApiObject } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { integer, text } from "./arguments";

/**
 * What the collections of the reference have in common. A collection says which items it has, and what one of them is
 * called; each of these members has its anchor on the collection's own page.
 */

/** A collection whose items are found by a key. https://learn.microsoft.com/javascript/api/excel/excel.settingcollection */
export abstract class KeyedCollection<Item extends ApiObject> extends ApiCollection<Item> {
  /** What one item is called where it is missing: "the comment". */
  abstract readonly itemName: string;
  /** What the reference calls the argument that names an item. */
  readonly keyName: string = "key";
  readonly anyCase: boolean = false;

  override [indexer](key: unknown): Item {
    return this.getItem(key);
  }

  /** #getCount */
  getCount(): number {
    return this[items]().length;
  }

  /** #getItem */
  getItem(key: unknown): Item {
    const item = this.getItemOrNullObject(key);
    if (item === null) throw itemNotFound(`${this.itemName} '${String(key)}'`);
    return item;
  }

  /** #getItemOrNullObject: by the item's own id or name */
  getItemOrNullObject(key: unknown): Item | null {
    const spelled = (id: unknown): string => (this.anyCase ? String(id).toLowerCase() : String(id));
    const wanted = spelled(text(key, this.keyName));
    return this[items]().find((item) => spelled(item[identity]()) === wanted) ?? null;
  }
}

/** A collection whose items have keys and an order. https://learn.microsoft.com/javascript/api/excel/excel.tablecollection */
export abstract class ListedCollection<Item extends ApiObject> extends KeyedCollection<Item> {
  /** #getItemAt */
  getItemAt(index: unknown): Item {
    const item = this[items]()[integer(index, "index")];
    if (item === undefined) throw itemNotFound(`${this.itemName} at ${String(index)}`);
    return item;
  }
}

/** A collection whose items have only an order. https://learn.microsoft.com/javascript/api/excel/excel.rangecollection */
export abstract class OrderedCollection<Item extends ApiObject> extends ApiCollection<Item> {
  /** What one item is called where it is missing: "the point". */
  abstract readonly itemName: string;

  override [indexer](key: unknown): Item {
    return this.getItemAt(key);
  }

  /** #getCount */
  getCount(): number {
    return this[items]().length;
  }

  /** #getItemAt */
  getItemAt(index: unknown): Item {
    const item = this[items]()[integer(index, "index")];
    if (item === undefined) throw itemNotFound(`${this.itemName} at ${String(index)}`);
    return item;
  }
}
