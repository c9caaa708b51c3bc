import {
  serveWebHost,
  webPageAddress,
  type PaneExit,
  type WebConversation,
  type WebHost,
} from "../../host/transport/web";

/**
 * `?pane=4443` on a page that came over https: the pane comes from that port of this hostname and talks by messages, as
 * in Excel on the web. office.js trusts no parent over http, so everywhere else the pane stands beside the page.
 *
 * @returns the add-in's origin; null where the pane stands beside the page
 */
export function webPaneOrigin(address: URL): string | null {
  const port = address.searchParams.get("pane");
  if (port === null || !/^\d{1,5}$/.test(port) || address.protocol !== "https:") return null;
  return `https://${address.hostname}:${port}`;
}

/** Puts the add-in's own page into the frame and answers it. */
export function openWebPane(
  frame: HTMLIFrameElement,
  pageOrigin: string,
  locale: string,
  connect: WebConversation["connect"],
  onLeave: (how: PaneExit) => void,
): WebHost {
  const conversation = { conversationId: crypto.randomUUID(), parentOrigin: location.origin };
  const host = serveWebHost({
    ...conversation,
    parent: window,
    frame: () => frame.contentWindow,
    pageOrigin,
    connect,
    onLeave,
  });
  frame.src = webPageAddress(`${pageOrigin}/taskpane.html`, locale, conversation);
  return host;
}
