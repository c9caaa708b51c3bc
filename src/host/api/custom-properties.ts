import { refuseReadOnly } from "../edit/protection";
import { items } from "../protocol/api-object";
import { invalidArgument, itemNotFound } from "../protocol/host-error";
import { text } from "./arguments";
import { KeyedProperty, KeyedPropertyCollection } from "./keyed-properties";
import type { Session } from "./session";

type PropertyValue = string | number | boolean;

/** How the model tells a person's own properties from the built-in ones. */
const prefix = "custom:";

/** https://learn.microsoft.com/javascript/api/excel/excel.custompropertycollection */
export class CustomPropertyCollection extends KeyedPropertyCollection<CustomProperty> {
  readonly className = "CustomPropertyCollection";

  constructor(readonly session: Session) {
    super();
  }

  override [items](): readonly CustomProperty[] {
    return [...this.session.workspace.workbook.properties.keys()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => new CustomProperty(this.session, name.slice(prefix.length)));
  }

  /** #add: creates or sets */
  add(key: unknown, value: unknown): CustomProperty {
    const known = this.getItemOrNullObject(key);
    const property = known ?? new CustomProperty(this.session, text(key, "key"));
    store(property, value);
    return property;
  }

  /** #deleteAll */
  deleteAll(): void {
    for (const property of this[items]()) property.delete();
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customproperty */
export class CustomProperty extends KeyedProperty {
  readonly className = "CustomProperty";

  constructor(
    readonly session: Session,
    propertyKey: string,
  ) {
    super(propertyKey);
  }

  /** #value */
  get value(): PropertyValue {
    const value = this.session.workspace.workbook.properties.get(prefix + this.propertyKey);
    if (value === undefined) {
      throw itemNotFound(`the property '${this.propertyKey}' has been deleted`);
    }
    return value ?? "";
  }

  set value(value: unknown) {
    store(this, value);
  }

  /** https://learn.microsoft.com/javascript/api/excel/excel.documentpropertytype */
  get type(): string {
    const { value } = this;
    if (typeof value === "boolean") return "Boolean";
    if (typeof value === "string") return "String";
    return Number.isInteger(value) ? "Number" : "Float";
  }

  /** #delete */
  delete(): void {
    refuseReadOnly(this.session.workspace);
    if (!this.session.workspace.workbook.properties.delete(prefix + this.propertyKey)) {
      throw itemNotFound(`the property '${this.propertyKey}' has been deleted`);
    }
  }
}

function store({ session, propertyKey }: CustomProperty, value: unknown): void {
  refuseReadOnly(session.workspace);
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") {
    throw invalidArgument("value", "a text, a number or a boolean is needed");
  }
  session.workspace.workbook.properties.set(prefix + propertyKey, value);
}
