import { setInterval as everyNow } from "node:timers";
import type { ClientFacts, TransportClient } from "../src/host/transport/client";
import {
  serveWebHost,
  webPageAddress,
  type Arrival,
  type FrameWindow,
  type ParentWindow,
} from "../src/host/transport/web";

const page = "https://localhost/taskpane.html";
const parentOrigin = "https://localhost:4000";
let conversations = 0;

/**
 * Makes the global object of a page in Node a frame: its address names the parent, and what it posts to its parent
 * arrives at the host as from a real frame, in a turn of its own. Must run before office.js does.
 */
export function installWebHost(
  scope: Record<string, unknown>,
  client: TransportClient,
  facts: ClientFacts,
): void {
  const conversationId = `conversation-${++conversations}`;
  const atPage = new Set<(arrival: Arrival) => void>();
  const atParent = new Set<(arrival: Arrival) => void>();
  const post =
    (listeners: ReadonlySet<(arrival: Arrival) => void>, from: () => Omit<Arrival, "data">) =>
    (data: string): void => {
      setImmediate(() => {
        for (const listener of listeners) listener({ data, ...from() });
      });
    };
  const frame: FrameWindow = {
    postMessage: post(atPage, () => ({ origin: parentOrigin, source: parent })),
  };
  const parent: FrameWindow & ParentWindow = {
    postMessage: post(atParent, () => ({ origin: "https://localhost", source: frame })),
    addEventListener: (_type: "message", listener: (arrival: Arrival) => void) =>
      void atParent.add(listener),
    removeEventListener: (_type: "message", listener: (arrival: Arrival) => void) =>
      void atParent.delete(listener),
  };
  const address = webPageAddress(page, facts.locale, { conversationId, parentOrigin });
  scope["location"] = new URL(address);
  scope["parent"] = parent;
  scope["opener"] = null;
  scope["addEventListener"] = (type: string, listener: (arrival: Arrival) => void) => {
    if (type === "message") atPage.add(listener);
  };
  // office.js looks every two seconds for calls without an answer; that shall not keep a finished test run alive.
  scope["setInterval"] = (work: () => void, milliseconds: number) =>
    everyNow(work, milliseconds).unref();
  serveWebHost({
    parent,
    frame: () => frame,
    pageOrigin: "https://localhost",
    parentOrigin,
    conversationId,
    connect: () => ({ client, facts }),
  });
}
