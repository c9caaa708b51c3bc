import type { ClientFacts, RichApiMessage, TransportClient } from "./client";

/**
 * The desktop flavour of the wire: Excel on Windows gives the page an object `window.external`, and office.js calls it
 * directly. It needs neither https nor a second origin, so it serves the preview and the tests in Node.
 *
 * The shapes are what office.js (excel-win32-16.01.js) calls and reads; COM's SAFEARRAY is an object with `toArray`.
 */

/** Methods and events by the numbers office.js uses (DispatchId). */
const Dispatch = {
  saveSettings: 76,
  richApiRequest: 93,
  commandCompleted: 94,
  unhandledPause: 95,
} as const;
const EventDispatch = {
  settingsChanged: 1,
  selectionChanged: 2,
  richApiMessage: 33,
  commandInvoked: 39,
} as const;

/** office.js's own status numbers. */
const Status = { success: 0, unsupported: 5012 } as const;

interface SafeArray {
  toArray(): readonly unknown[];
  dimensions(): number;
}

type Response = (payload: SafeArray | number) => void;
type EventHandler = (dispatchId: number, payload: SafeArray) => void;

function safeArray(items: readonly unknown[]): SafeArray {
  // A fresh array each time: the client edits what it is given.
  return { toArray: () => [...items], dimensions: () => 1 };
}

/** Requirement sets the host claims. A member of one that is not served still answers ApiNotFound, naming itself. */
const requirementSets: Readonly<Record<string, string>> = {
  ExcelApi: "1.17",
  SharedRuntime: "1.1",
  RibbonApi: "1.2",
  CustomFunctionsRuntime: "1.3",
  CustomFunctions: "1.7",
  KeyboardShortcuts: "1.1",
  AddinCommands: "1.1",
  Settings: "1.1",
  DocumentEvents: "1.1",
};
/** Shared runtime (1) and custom functions (2), as the host info says them. */
const runtimeFlags = 3;

/** Puts the host in place; must run before office.js does. */
export function installWin32Host(
  target: { external?: unknown },
  client: TransportClient,
  facts: ClientFacts,
): void {
  const handlers = new Map<number, EventHandler>();

  client.onMessages((entries) => {
    handlers.get(EventDispatch.richApiMessage)?.(
      EventDispatch.richApiMessage,
      safeArray(entries.map((entry) => safeArray(wireEntry(entry)))),
    );
  });
  client.onCommand(({ id, functionName, event }) => {
    handlers.get(EventDispatch.commandInvoked)?.(
      EventDispatch.commandInvoked,
      safeArray([id, functionName, event]),
    );
  });

  client.onSelection(() => {
    handlers.get(EventDispatch.selectionChanged)?.(EventDispatch.selectionChanged, safeArray([]));
  });

  const external = {
    GetHostInfo: () =>
      `Excel|Win32|16.01|${facts.locale}|keepsheet-host||disableLogging|${runtimeFlags}`,
    GetContext: () => context,

    Execute(dispatchId: number, args: readonly unknown[], respond: Response): void {
      switch (dispatchId) {
        case Dispatch.richApiRequest:
          void client.execute(bodyOf(args)).then((body) => {
            respond(safeArray([Status.success, 200, safeArray([]), body]));
          });
          return;
        case Dispatch.commandCompleted:
          client.commandCompleted(String(args[0]));
          respond(Status.success);
          return;
        default:
          respond(Status.unsupported);
      }
    },

    RegisterEvent(
      dispatchId: number,
      _targetId: string,
      handler: EventHandler,
      respond: (status: number) => void,
    ): void {
      handlers.set(dispatchId, handler);
      respond(Status.success);
    },

    UnregisterEvent(
      dispatchId: number,
      _targetId: string,
      respond: (status: number) => void,
    ): void {
      handlers.delete(dispatchId);
      respond(Status.success);
    },
  };

  const settings = {
    Read(keys: string[], values: string[]): void {
      for (const [key, value] of client.readSettings()) {
        keys.push(key);
        values.push(value);
      }
    },
    Write(keys: readonly string[], values: readonly string[]): void {
      client.writeSettings(new Map(keys.map((key, index) => [key, values[index] ?? "null"])));
    },
  };

  const context = {
    // 1 is Excel in OSF.AppName.
    GetAppType: () => 1,
    GetSolutionRef: () => "keepsheet",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => facts.locale,
    GetAppDataLocale: () => facts.locale,
    GetDocUrl: () => facts.documentUrl,
    GetAppCapabilities: () => (facts.readOnly ? 1 : 0),
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 0,
    GetSolutionToken: () => "",
    GetHostFullVersion: () => "16.0.18000.20000",
    GetSettings: () => settings,
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetOfficeThemeInfo: () => JSON.stringify({}),
  };

  Object.defineProperty(target, "external", { value: external, configurable: true });
}

function wireEntry(entry: RichApiMessage): readonly unknown[] {
  return [entry.category, entry.type, entry.targetId, entry.message, entry.id, entry.isRemote];
}

/** The request's body is the fifth of [customData, method, path, headers, body]. */
function bodyOf(args: readonly unknown[]): string {
  const [data] = args;
  const body: unknown = Array.isArray(data) ? data[4] : undefined;
  if (typeof body !== "string") throw new TypeError("a rich API request without a body");
  return body;
}
