import { items } from "../protocol/api-object";
import { invalidArgument, itemNotFound } from "../protocol/host-error";
import { sheetLook } from "../edit/sheet-look";
import { text } from "./arguments";
import { KeyedProperty, KeyedPropertyCollection } from "./keyed-properties";
import { sheetOf, type Session } from "./session";

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcustompropertycollection */
export class WorksheetCustomPropertyCollection extends KeyedPropertyCollection<WorksheetCustomProperty> {
  readonly className = "WorksheetCustomPropertyCollection";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
  ) {
    super();
  }

  override [items](): readonly WorksheetCustomProperty[] {
    const { customProperties } = sheetOf(this.session, this.sheetId);
    return [...customProperties.keys()].map(
      (key) => new WorksheetCustomProperty(this.session, this.sheetId, key),
    );
  }

  /** #add: a key that is there already gets the new value; keys are told apart whatever their case */
  add(key: unknown, value: unknown): WorksheetCustomProperty {
    const name = text(key, "key");
    if (name === "" || name.length > 255) throw invalidArgument("key", "1 to 255 characters");
    const content = text(value, "value");
    const sheet = sheetOf(this.session, this.sheetId);
    const known = this.getItemOrNullObject(name)?.propertyKey ?? name;
    sheetLook(this.session.workspace, sheet, (look) => look.customProperties.set(known, content));
    return new WorksheetCustomProperty(this.session, this.sheetId, known);
  }
}

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheetcustomproperty */
export class WorksheetCustomProperty extends KeyedProperty {
  readonly className = "WorksheetCustomProperty";

  constructor(
    readonly session: Session,
    readonly sheetId: string,
    propertyKey: string,
  ) {
    super(propertyKey);
  }

  /** #value */
  get value(): string {
    const value = sheetOf(this.session, this.sheetId).customProperties.get(this.propertyKey);
    if (value === undefined) throw itemNotFound("the property has been deleted");
    return value;
  }

  set value(value: unknown) {
    const content = text(value, "value");
    const sheet = sheetOf(this.session, this.sheetId);
    sheetLook(this.session.workspace, sheet, (look) =>
      look.customProperties.set(this.propertyKey, content),
    );
  }

  /** #delete */
  delete(): void {
    const sheet = sheetOf(this.session, this.sheetId);
    sheetLook(this.session.workspace, sheet, (look) =>
      look.customProperties.delete(this.propertyKey),
    );
  }
}
