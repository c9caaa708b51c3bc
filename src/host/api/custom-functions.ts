import { ApiObject } from "../protocol/api-object";
import { invalidArgument } from "../protocol/host-error";
import type { Session } from "./session";

/** The client's side door for results of custom functions; the reference does not describe it. */
export class CustomFunctions extends ApiObject {
  readonly className = "CustomFunctions";

  constructor(readonly session: Session) {
    super();
  }

  SetInvocationArrayResults(results: unknown): void {
    if (!Array.isArray(results)) throw invalidArgument("results", "a list is needed");
    this.session.customFunctions.answer(results);
  }

  _GetEnabledFeatures(): readonly number[] {
    return [];
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.session.customFunctions.ready();
  }
}
