import { ApiCollection, ApiObject, identity, indexer, items } from "../protocol/api-object";
import { itemNotFound } from "../protocol/host-error";
import { text } from "./arguments";

/**
 * What custom properties of a workbook and of a worksheet have in common: found by a key, whatever its case.
 * https://learn.microsoft.com/javascript/api/excel/excel.customproperty
 */
export abstract class KeyedProperty extends ApiObject {
  constructor(readonly propertyKey: string) {
    super();
  }

  override [identity](): string {
    return this.propertyKey;
  }

  /** #key */
  get key(): string {
    return this.propertyKey;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.custompropertycollection */
export abstract class KeyedPropertyCollection<
  Property extends KeyedProperty,
> extends ApiCollection<Property> {
  override [indexer](key: unknown): Property {
    return this.getItem(key);
  }

  /** #getCount */
  getCount(): number {
    return this[items]().length;
  }

  /** #getItem */
  getItem(key: unknown): Property {
    const property = this.getItemOrNullObject(key);
    if (property === null) throw itemNotFound(`the property '${String(key)}'`);
    return property;
  }

  /** #getItemOrNullObject */
  getItemOrNullObject(key: unknown): Property | null {
    const wanted = text(key, "key").toLowerCase();
    return this[items]().find((one) => one.propertyKey.toLowerCase() === wanted) ?? null;
  }
}
