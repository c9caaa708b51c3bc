import type { ApiObject } from "../protocol/api-object";
import type { Session } from "./session";

interface Listened extends ApiObject {
  readonly session: Session;
}

/**
 * Gives a class the methods by which office.js registers and unregisters handlers (`_RegisterAddedEvent` and
 * `_UnregisterAddedEvent` for "AddedEvent"), as if it declared them itself.
 *
 * @param targetOf - whose events are meant: a sheet's or table's id, or the whole workbook
 * @param events - the wire's event type by the end of the methods' names
 */
export function serveEvents<Class extends Listened>(
  prototype: Class,
  targetOf: (of: Class) => string,
  events: Readonly<Record<string, number>>,
): void {
  for (const [name, type] of Object.entries(events)) {
    Object.defineProperties(prototype, {
      [`_Register${name}`]: {
        value(this: Class): void {
          this.session.subscribe(type, targetOf(this));
        },
      },
      [`_Unregister${name}`]: {
        value(this: Class): void {
          this.session.unsubscribe(type, targetOf(this));
        },
      },
    });
  }
}
