import { ApiObject } from "../protocol/api-object";
import { truth } from "./arguments";
import type { Session } from "./session";

/** What `context.runtime` speaks to. https://learn.microsoft.com/javascript/api/excel/excel.runtime */
export class Runtime extends ApiObject {
  readonly className = "Runtime";

  constructor(readonly session: Session) {
    super();
  }

  /** #enableEvents: whether this add-in hears of events */
  get enableEvents(): boolean {
    return this.session.eventsEnabled;
  }

  set enableEvents(value: unknown) {
    this.session.eventsEnabled = truth(value, "enableEvents");
  }
}
