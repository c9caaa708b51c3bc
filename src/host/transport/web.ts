import type { ClientFacts, TransportClient } from "./client";
import { webEvent } from "./bindings";
import { FileCopies } from "./file-copies";
import { Dispatch, requestIn, requirementSets, runtimeFlags, Status, wireEntry } from "./wire";

/**
 * The web flavour of the wire: the add-in's page stands in a frame, and office.js (excel-web-16.00.js) and the page
 * around it send each other JSON texts by postMessage. This is the side of the page around it, as Excel on the web is.
 *
 * office.js trusts a parent only over https and, outside Microsoft's own domains, only on its own hostname (any port).
 */

const MessageType = { request: 0, response: 1 } as const;
const ActionType = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
const ResponseType = { forCalling: 0, forEventing: 1 } as const;
/** What the answer to a call says of the call itself, apart from what Excel answered. */
const Outcome = { noError: 0, errorHandlingRequest: -2 } as const;

const EventName = {
  message: "richApiMessage",
  command: "appCommandInvoked",
  selection: "documentSelectionChanged",
} as const;

/** OSF.AppName.ExcelWebApp, and what OSF.ClientMode calls reading only and writing. */
const excelWebApp = 16;
const ClientMode = { readOnly: 0, readWrite: 1 } as const;

/**
 * Refusals of a whole request that Excel on the web answers by a status number, which office.js turns back into the
 * same code. (A refusal of one action, as of a protected cell, comes in the response's body.)
 */
const statusOfRefusal: Readonly<Record<string, number>> = {
  AccessDenied: 7000,
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
};

/** A window that can be written to: the frame's, or what stands for it in Node. */
export interface FrameWindow {
  postMessage(text: string, targetOrigin: string): void;
}

export interface Arrival {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
}

/** The page around the frame: where the frame's messages arrive. */
export interface ParentWindow {
  addEventListener(type: "message", listener: (arrival: Arrival) => void): void;
  removeEventListener(type: "message", listener: (arrival: Arrival) => void): void;
}

export interface WebConversation {
  readonly parent: ParentWindow;
  /** Null as long as the frame is not in the page. */
  readonly frame: () => FrameWindow | null;
  /** The origin of the add-in's page, e.g. "https://localhost:3000". */
  readonly pageOrigin: string;
  readonly parentOrigin: string;
  readonly conversationId: string;
  /** Called each time the page starts: a page that is loaded again is a new client. */
  readonly connect: () => { readonly client: TransportClient; readonly facts: ClientFacts };
  /** The person leaves the pane by keyboard: Ctrl+F6 forwards, with Shift back, Escape to the cells. */
  readonly onLeave?: (how: PaneExit) => void;
}

export type PaneExit = "forward" | "back" | "cells";

/** `OSF.AgaveHostAction` of office.js, as far as the host acts on it. */
const exits: ReadonlyMap<unknown, PaneExit> = new Map([
  [5, "forward"],
  [6, "back"],
  [15, "cells"],
]);

export interface WebHost {
  close(): void;
}

/**
 * The address at which the add-in's page finds its parent.
 *
 * @param page - e.g. "https://localhost:3000/taskpane.html"
 * @example webPageAddress("https://localhost:3000/taskpane.html", "zh-CN", { conversationId: "c1", parentOrigin: "https://localhost:4000" })
 */
export function webPageAddress(
  page: string,
  locale: string,
  { conversationId, parentOrigin }: Pick<WebConversation, "conversationId" | "parentOrigin">,
): string {
  const hostInfo = ["Excel", "Web", "16.01", locale, "", "", "disableLogging", runtimeFlags];
  const xdmInfo = [conversationId, controlId, parentOrigin];
  return `${page}?_host_Info=${hostInfo.join("$")}#&_xdm_Info=${xdmInfo.join("|")}`;
}

/** The add-in's place in the page: one pane. */
const controlId = "keepsheet-pane";

/** Answers the frame's messages until it is closed. */
export function serveWebHost(conversation: WebConversation): WebHost {
  const served = new ServedFrame(conversation);
  const listener = (arrival: Arrival): void => served.receive(arrival);
  conversation.parent.addEventListener("message", listener);
  return {
    close: () => conversation.parent.removeEventListener("message", listener),
  };
}

/** Where office.js puts what it says of a file. */
const FileKey = { type: "0", sliceSize: "1", handle: "2", sliceIndex: "3" } as const;

/** A request of the page, checked as far as it is used. */
interface PageRequest {
  readonly actionName: string;
  readonly actionType: number;
  readonly correlationId: unknown;
  readonly data: unknown;
}

class ServedFrame {
  #client: TransportClient | null = null;
  readonly #copies = new FileCopies(() => this.#client, 1);
  /** The correlation of each registration: events are told under it. */
  readonly #registered = new Map<string, unknown>();

  constructor(readonly conversation: WebConversation) {}

  #left(data: unknown): void {
    const how = exits.get(Array.isArray(data) ? data[1] : undefined);
    if (how !== undefined) this.conversation.onLeave?.(how);
  }

  receive(arrival: Arrival): void {
    const { pageOrigin, frame } = this.conversation;
    if (arrival.origin !== pageOrigin || arrival.source !== frame()) return;
    const request = readRequest(arrival.data, this.conversation.conversationId);
    if (request === null) return;
    switch (request.actionType) {
      case ActionType.invoke:
        void this.#invoke(request);
        return;
      case ActionType.registerEvent:
        this.#registered.set(request.actionName, request.correlationId);
        this.#answer(request, { Error: Status.success });
        return;
      case ActionType.unregisterEvent:
        this.#registered.delete(request.actionName);
        this.#answer(request, { Error: Status.success });
    }
  }

  async #invoke(request: PageRequest): Promise<void> {
    try {
      switch (request.actionName) {
        case "ContextActivationManager_getAppContextAsync":
          this.#answer(request, this.#start());
          return;
        case "ContextActivationManager_notifyHost":
          // Focus and the page's own address the frame knows already; its keys it does not.
          this.#answer(request, null);
          this.#left(request.data);
          return;
        case "executeMethod":
          this.#answer(request, { Version: 1, ...(await this.#execute(request.data)) });
          return;
        default:
          this.#answer(request, { Error: Status.unsupported }, Outcome.errorHandlingRequest);
      }
    } catch (error) {
      // The page must not wait for ever on an answer that failed; it gets GeneralException with this text.
      this.#answer(request, String(error), Outcome.errorHandlingRequest);
    }
  }

  /** What office.js is told when its page starts. */
  #start(): Record<string, unknown> {
    this.#registered.clear();
    const { client, facts } = this.conversation.connect();
    this.#client = client;
    const current = (): boolean => this.#client === client;
    client.onMessages((entries) => {
      if (current()) this.#tell(EventName.message, { ArrayData: entries.map(wireEntry) });
    });
    client.onCommand(({ id, functionName, event }) => {
      if (current()) this.#tell(EventName.command, [id, functionName, event]);
    });
    client.onSelection(() => {
      if (current()) this.#tell(EventName.selection, {});
    });
    client.onBinding((event) => {
      const { name, data } = webEvent(event);
      if (current()) this.#tell(name, data);
    });
    return {
      _id: controlId,
      _appName: excelWebApp,
      _appVersion: "16.01",
      _appMinorVersion: 0,
      _appUILocale: facts.locale,
      _dataLocale: facts.locale,
      _docUrl: facts.documentUrl,
      _clientMode: facts.readOnly ? ClientMode.readOnly : ClientMode.readWrite,
      _settings: [...client.readSettings()],
      // 2: the document was opened with the add-in in it (Office.InitializationReason.DocumentOpened).
      _reason: 2,
      _osfControlType: 1,
      _eToken: "",
      _correlationId: this.conversation.conversationId,
      _appInstanceId: controlId,
      _requirementMatrix: JSON.stringify(requirementSets),
      _hostFullVersion: "16.0.18000.20000",
      _appDomains: [],
      _featureGates: {},
    };
  }

  async #execute(data: unknown): Promise<Record<string, unknown>> {
    const client = this.#client;
    if (client === null) throw new Error("The page calls before it has asked for its context.");
    switch (dispatchIdOf(data)) {
      case Dispatch.richApiRequest: {
        const body = await client.execute(...requestIn(member(data, "ArrayData")));
        const refusal = refusalOf(body);
        return refusal === null
          ? { Error: Status.success, Data: [200, [], body] }
          : { Error: refusal };
      }
      case Dispatch.saveSettings: {
        const properties = member(member(data, "DdaSettingsMethod"), "Properties");
        client.writeSettings(settingsOf(properties));
        return { Error: Status.success };
      }
      case Dispatch.loadSettings:
        return { Error: Status.success, Properties: { Settings: namedSettings(client) } };
      case Dispatch.takeFile: {
        const taken = await this.#copies.take(
          member(data, FileKey.type),
          Number(member(data, FileKey.sliceSize)),
        );
        return answerOf(taken);
      }
      case Dispatch.fileSlice: {
        const index = Number(member(data, FileKey.sliceIndex));
        const slice = this.#copies.sliceAt(member(data, FileKey.handle), index);
        return answerOf(slice);
      }
      case Dispatch.closeFile:
        return { Error: this.#copies.close(member(data, FileKey.handle)) };
      case Dispatch.commandCompleted:
        client.commandCompleted(String(completedCommand(data)));
        return { Error: Status.success };
      default:
        return { Error: Status.unsupported };
    }
  }

  #answer(request: PageRequest, data: unknown, outcome: number = Outcome.noError): void {
    this.#send(request.actionName, request.correlationId, data, outcome, ResponseType.forCalling);
  }

  #tell(eventName: string, data: unknown): void {
    const correlation = this.#registered.get(eventName);
    if (correlation === undefined) return;
    this.#send(eventName, correlation, data, Outcome.noError, ResponseType.forEventing);
  }

  #send(
    actionName: string,
    correlationId: unknown,
    data: unknown,
    errorCode: number,
    responseType: number,
  ): void {
    const { conversationId, parentOrigin, pageOrigin, frame } = this.conversation;
    const text = JSON.stringify({
      _messageType: MessageType.response,
      _actionName: actionName,
      _conversationId: conversationId,
      _correlationId: correlationId,
      _origin: parentOrigin,
      _data: data,
      _errorCode: errorCode,
      _responseType: responseType,
      _serializerVersion: 1,
    });
    // A frame that was taken out of the page hears nothing any more.
    frame()?.postMessage(text, pageOrigin);
  }
}

/** Null for a text that is no request of this conversation: frames hear the messages of browser extensions, too. */
function readRequest(text: unknown, conversationId: string): PageRequest | null {
  if (typeof text !== "string" || !text.startsWith("{")) return null;
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  const actionName = member(message, "_actionName");
  const actionType = member(message, "_actionType");
  if (
    member(message, "_messageType") !== MessageType.request ||
    member(message, "_conversationId") !== conversationId ||
    typeof actionName !== "string" ||
    typeof actionType !== "number"
  ) {
    return null;
  }
  return {
    actionName,
    actionType,
    correlationId: member(message, "_correlationId"),
    data: member(message, "_data"),
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function dispatchIdOf(data: unknown): unknown {
  return member(member(data, "DdaMethod"), "DispatchId");
}

/** An answer about a file as office.js reads it: the status, and what was asked for by its place. */
function answerOf(
  answer: { readonly status: number } | { readonly status: 0; readonly value: readonly unknown[] },
): Record<string, unknown> {
  return {
    Error: answer.status,
    ...("value" in answer ? Object.fromEntries(Object.entries(answer.value)) : {}),
  };
}

/** The status number for a response by which the whole request is refused, no action named; null for any other. */
function refusalOf(body: string): number | null {
  if (!body.startsWith('{"Results":[],')) return null;
  const error = member(JSON.parse(body), "Error");
  if (member(error, "Location") !== "") return null;
  const code = member(error, "Code");
  return typeof code === "string" ? (statusOfRefusal[code] ?? null) : null;
}

/** Settings as [name, JSON text] pairs. */
function settingsOf(pairs: unknown): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  if (!Array.isArray(pairs)) throw new TypeError("settings without properties");
  for (const pair of pairs as readonly unknown[]) {
    const [name, json] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    if (typeof name !== "string" || typeof json !== "string") {
      throw new TypeError("a setting that is no pair of texts");
    }
    settings.set(name, json);
  }
  return settings;
}

function namedSettings(client: TransportClient): readonly object[] {
  return [...client.readSettings()].map(([name, value]) => ({ Name: name, Value: value }));
}

/** The arguments of a completed command are an array-like: [id, status, data]. */
function completedCommand(data: unknown): unknown {
  return member(data, "0") ?? member(member(data, "ArrayData"), "0");
}
