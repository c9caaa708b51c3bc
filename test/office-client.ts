import { readFileSync } from "node:fs";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import type { ClientFacts, TransportClient } from "../src/host/transport/client";
import { installWin32Host } from "../src/host/transport/win32";
import { installWebHost } from "./web-frame";

/**
 * Microsoft's unmodified office.js, running in Node against the embedded host: as in Excel on the web, in a frame and
 * by messages, where KEEPSHEET_TRANSPORT is "web", otherwise as in Excel for Windows.
 *
 * It expects a browser's window. What is given here is only what the script touches while loading: script elements
 * (read from the npm package), storage, an address. Nothing of Excel's side is imitated here; that is the host's work.
 */
export interface OfficeClient {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
}

const scripts = path.resolve(__dirname, "../node_modules/@microsoft/office-js/dist");
const scriptBase = "https://localhost/office-js/";
const defaultFacts: ClientFacts = { locale: "en-US", documentUrl: "Book1.xlsx", readOnly: false };

/**
 * Loads office.js into this test's own global object, as one page has one office.js; `Excel` and `Office` are then
 * globals, as for the add-in.
 */
export async function officeClient(
  client: TransportClient,
  facts: Partial<ClientFacts> = {},
): Promise<OfficeClient> {
  const scope = globalThis as unknown as Scope;
  furnish(scope, (code) => (0, eval)(code));
  return load(scope, client, { ...defaultFacts, ...facts }, (code) => (0, eval)(code));
}

/** Another client beside the first, in a realm of its own: a colleague with the same workbook open. */
export async function anotherOfficeClient(
  client: TransportClient,
  facts: Partial<ClientFacts> = {},
): Promise<OfficeClient> {
  const scope = createContext({
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
    performance,
    URL,
  }) as Scope;
  const run = (code: string): unknown => runInContext(code, scope);
  furnish(scope, run);
  return load(scope, client, { ...defaultFacts, ...facts }, run);
}

/** The global object of a page, loosely: office.js adds to it whatever it likes. */
type Scope = Record<string, unknown> & object;

async function load(
  scope: Scope,
  client: TransportClient,
  facts: ClientFacts,
  run: (code: string) => unknown,
): Promise<OfficeClient> {
  if (process.env["KEEPSHEET_TRANSPORT"] === "web") installWebHost(scope, client, facts);
  else installWin32Host(scope, client, facts);
  run(scriptText("office.js"));
  const office = scope["Office"] as typeof Office;
  await office.onReady();
  return {
    Excel: scope["Excel"] as typeof Excel,
    Office: office,
    OfficeExtension: scope["OfficeExtension"] as typeof OfficeExtension,
    CustomFunctions: scope["CustomFunctions"] as typeof CustomFunctions,
  };
}

function scriptText(file: string): string {
  return readFileSync(path.join(scripts, file.toLowerCase()), "utf8");
}

interface ScriptElement {
  src: string;
  onload?: () => void;
  onerror?: () => void;
}

function furnish(scope: Scope, run: (code: string) => unknown): void {
  const ignore = (): void => undefined;
  const attach = (element: ScriptElement): void => {
    const file = element.src.replace(scriptBase, "").split("?")[0] ?? "";
    setTimeout(() => {
      // Microsoft's usage reporting is loaded like any script; it has nothing to report to here.
      if (file.startsWith("telemetry/")) return element.onerror?.();
      run(scriptText(file));
      element.onload?.();
    }, 0);
  };
  const storage = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  };
  const head = { appendChild: attach, insertBefore: attach };
  const location = new URL("https://localhost/taskpane.html");
  const document = {
    URL: location.href,
    domain: location.hostname,
    cookie: "",
    readyState: "complete",
    documentElement: {},
    location,
    head,
    body: { appendChild: ignore },
    hasFocus: () => true,
    getElementById: () => null,
    querySelectorAll: () => [],
    getElementsByTagName: (name: string) =>
      name === "script"
        ? [{ src: `${scriptBase}office.js`, getAttribute: () => null }]
        : name === "head"
          ? [head]
          : [],
    // office.js takes addresses apart by setting them on an anchor; a URL reads the same.
    createElement: (tag: string) =>
      Object.assign(tag === "a" ? new URL(location) : {}, {
        style: {},
        setAttribute: ignore,
        getAttribute: () => null,
        appendChild: ignore,
        addEventListener(this: Record<string, unknown>, type: string, listener: unknown) {
          this[`on${type}`] = listener;
        },
      }),
    addEventListener: ignore,
    removeEventListener: ignore,
  };
  const page: Scope = {
    window: scope,
    self: scope,
    name: "",
    top: scope,
    parent: scope,
    document,
    location,
    navigator: { userAgent: "node", language: "en-US", platform: "node" },
    history: { pushState: ignore, replaceState: ignore },
    sessionStorage,
    localStorage: sessionStorage,
    addEventListener: ignore,
    removeEventListener: ignore,
    postMessage: ignore,
  };
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(scope, name, { value, writable: true, configurable: true });
  }
}
