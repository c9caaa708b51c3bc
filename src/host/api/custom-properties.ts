import { refuseReadOnly } from "../edit/protection";
import { ApiCollection, ApiObject, identity, indexer, items } from "../protocol/api-object";
import { invalidArgument, itemNotFound } from "../protocol/host-error";
import { text } from "./arguments";
import type { Session } from "./session";

type PropertyValue = string | number | boolean;

/** How the model tells a person's own properties from the built-in ones. */
const prefix = "custom:";

/** https://learn.microsoft.com/javascript/api/excel/excel.custompropertycollection */
export class CustomPropertyCollection extends ApiCollection<CustomProperty> {
  readonly className = "CustomPropertyCollection";

  constructor(readonly session: Session) {
    super();
  }

  override [items](): readonly CustomProperty[] {
    return [...this.session.workspace.workbook.properties.keys()]
      .filter((name) => name.startsWith(prefix))
      .map((name) => new CustomProperty(this.session, name.slice(prefix.length)));
  }

  override [indexer](key: unknown): CustomProperty {
    return this.getItem(key);
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

  /** #getCount */
  getCount(): number {
    return this[items]().length;
  }

  /** #getItem: whatever the case of the key */
  getItem(key: unknown): CustomProperty {
    const property = this.getItemOrNullObject(key);
    if (property === null) throw itemNotFound(`the property '${String(key)}'`);
    return property;
  }

  /** #getItemOrNullObject */
  getItemOrNullObject(key: unknown): CustomProperty | null {
    const wanted = text(key, "key").toLowerCase();
    return this[items]().find((one) => one.propertyKey.toLowerCase() === wanted) ?? null;
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.customproperty */
export class CustomProperty extends ApiObject {
  readonly className = "CustomProperty";

  constructor(
    readonly session: Session,
    readonly propertyKey: string,
  ) {
    super();
  }

  override [identity](): string {
    return this.propertyKey;
  }

  /** #key */
  get key(): string {
    return this.propertyKey;
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
