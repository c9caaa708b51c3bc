import { ApiObject, identity } from "../protocol/api-object";
import { KeyedCollection } from "./collections";

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
> extends KeyedCollection<Property> {
  readonly itemName = "the property";
  override readonly anyCase = true;
}
