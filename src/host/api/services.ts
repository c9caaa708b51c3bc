import { ApiObject } from "../protocol/api-object";
import { HostError } from "../protocol/host-error";
import { word } from "./arguments";
import { CustomFunctions } from "./custom-functions";
import type { Session } from "./session";

/** What `Office.addin.showAsTaskpane` and `hide` speak to. https://learn.microsoft.com/javascript/api/office/office.addin */
class AppRuntimeService extends ApiObject {
  readonly className = "AppRuntimeService";

  constructor(readonly session: Session) {
    super();
  }

  GetAppRuntimeState(): string {
    return this.session.paneVisible ? "Visible" : "Background";
  }

  SetAppRuntimeState(state: unknown): void {
    const wanted = word(state, "appRuntimeState", ["Inactive", "Background", "Visible"]);
    this.session.setPaneVisible(wanted === "Visible");
  }
}

/** What `Office.addin.setStartupBehavior` speaks to; the host keeps the answer for the session only. */
class AppRuntimePersistenceService extends ApiObject {
  readonly className = "AppRuntimePersistenceService";

  constructor(readonly session: Session) {
    super();
  }

  GetAppRuntimeStartState(): string {
    return this.session.startState;
  }

  SetAppRuntimeStartState(state: unknown): void {
    this.session.startState = word(state, "appRuntimeState", ["Inactive", "Background", "Visible"]);
  }
}

/** Hears that the add-in's commands can be called from now on. */
class AddinInternalService extends ApiObject {
  readonly className = "AddinInternalService";

  constructor(readonly session: Session) {
    super();
  }

  NotifyActionHandlerReady(): void {
    this.session.commandsReady();
  }

  /** The client reports its own use; nobody collects it here. */
  SendTelemetryEvent(): void {
    return;
  }
}

const services: Readonly<Record<string, (session: Session) => ApiObject>> = {
  "Microsoft.AppRuntime.AppRuntimeService": (session) => new AppRuntimeService(session),
  "Microsoft.AppRuntime.AppRuntimePersistenceService": (session) =>
    new AppRuntimePersistenceService(session),
  "Microsoft.InternalService.AddinInternalService": (session) => new AddinInternalService(session),
  "Microsoft.ExcelServices.CustomFunctions": (session) => new CustomFunctions(session),
};

/** @throws HostError ApiNotFound for a service the host does not have */
export function newService(session: Session, name: string): ApiObject {
  const make = Object.hasOwn(services, name) ? services[name] : undefined;
  if (make === undefined) throw new HostError("ApiNotFound", `The host has no service '${name}'.`);
  return make(session);
}
