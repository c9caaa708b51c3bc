import type { ClientFacts, TransportClient } from "./client";
import { desktopEvent } from "./bindings";
import { FileCopies } from "./file-copies";
import { Dispatch, requestIn, requirementSets, runtimeFlags, Status, wireEntry } from "./wire";

/**
 * The desktop flavour of the wire: Excel on Windows gives the page an object `window.external`, and office.js calls it
 * directly. It needs neither https nor a second origin, so it serves the preview and the tests in Node.
 *
 * The shapes are what office.js (excel-win32-16.01.js) calls and reads; COM's SAFEARRAY is an object with `toArray`.
 */

/** Events by the numbers office.js uses (DispatchId). */
const EventDispatch = {
  settingsChanged: 1,
  selectionChanged: 2,
  bindingSelected: 3,
  bindingChanged: 4,
  richApiMessage: 33,
  commandInvoked: 39,
} as const;

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

/** Events of bindings are told per binding, all others once. */
function handlerKey(dispatchId: number, targetId: string): string {
  const { bindingChanged, bindingSelected } = EventDispatch;
  const ofBinding = dispatchId === bindingChanged || dispatchId === bindingSelected;
  return ofBinding ? `${dispatchId} ${targetId}` : String(dispatchId);
}

/** Lists within lists, each as COM gives it. */
function nested(items: readonly unknown[]): SafeArray {
  return safeArray(items.map((item) => (Array.isArray(item) ? nested(item) : item)));
}

/** Puts the host in place; must run before office.js does. */
export function installWin32Host(
  target: { external?: unknown },
  client: TransportClient,
  facts: ClientFacts,
): void {
  const handlers = new Map<string, EventHandler>();
  const tell = (dispatchId: number, payload: SafeArray, targetId = ""): void =>
    handlers.get(handlerKey(dispatchId, targetId))?.(dispatchId, payload);

  client.onMessages((entries) => {
    tell(
      EventDispatch.richApiMessage,
      safeArray(entries.map((entry) => safeArray(wireEntry(entry)))),
    );
  });
  client.onCommand(({ id, functionName, event }) => {
    tell(EventDispatch.commandInvoked, safeArray([id, functionName, event]));
  });

  client.onSelection(() => {
    tell(EventDispatch.selectionChanged, safeArray([]));
  });
  client.onBinding((event) => {
    const { bindingChanged, bindingSelected } = EventDispatch;
    const dispatchId = event.selected === null ? bindingChanged : bindingSelected;
    tell(dispatchId, nested(desktopEvent(event)), event.binding.id);
  });

  const copies = new FileCopies(() => client, 5);

  const external = {
    GetHostInfo: () =>
      `Excel|Win32|16.01|${facts.locale}|keepsheet-host||disableLogging|${runtimeFlags}`,
    GetContext: () => context,

    Execute(dispatchId: number, args: readonly unknown[], respond: Response): void {
      switch (dispatchId) {
        case Dispatch.richApiRequest:
          void client.execute(...requestIn(args[0])).then((body) => {
            respond(safeArray([Status.success, 200, safeArray([]), body]));
          });
          return;
        case Dispatch.takeFile:
          void copies.take(args[0]).then((taken) => {
            respond("value" in taken ? safeArray([taken.status, ...taken.value]) : taken.status);
          });
          return;
        case Dispatch.fileSlice: {
          const slice = copies.slice(args[0], Number(args[1]), Number(args[2]));
          if (!("value" in slice)) respond(slice.status);
          else respond(safeArray([slice.status, safeArray(slice.value[0]), slice.value[1]]));
          return;
        }
        case Dispatch.closeFile:
          respond(copies.close(args[0]));
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
      targetId: string,
      handler: EventHandler,
      respond: (status: number) => void,
    ): void {
      handlers.set(handlerKey(dispatchId, targetId), handler);
      respond(Status.success);
    },

    UnregisterEvent(dispatchId: number, targetId: string, respond: (status: number) => void): void {
      handlers.delete(handlerKey(dispatchId, targetId));
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
