/** A part of the window that F6 goes to. */
export interface Region {
  readonly root: HTMLElement;
  focus(): void;
}

/**
 * F6 and Shift+F6 go round the parts of the window, as in Excel: Tab moves within the grid, so there has to be another
 * way out. Keys pressed inside the pane's page are heard as well; a page of another origin tells of them by messages,
 * for which `go` is there. Ctrl+F6 does the same, as in Excel on the web.
 */
export function watchRegionKeys(
  heard: Document | HTMLElement,
  regions: readonly Region[],
  frame: HTMLIFrameElement,
  onKey: (event: KeyboardEvent) => boolean,
): { readonly stop: () => void; readonly go: (step: 1 | -1) => void } {
  const go = (step: 1 | -1): void => {
    const shown = regions.filter(({ root }) => !root.inert && root.isConnected);
    const at = shown.findIndex(({ root }) => root.contains(document.activeElement));
    shown[(at + step + shown.length) % shown.length]?.focus();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === "F6" && !event.altKey) {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
      return;
    }
    if (onKey(event)) event.preventDefault();
  };
  const listen = (event: Event): void => {
    // A window beside in the same page hears its own keys first.
    if (event instanceof KeyboardEvent && !event.defaultPrevented) key(event);
  };
  heard.addEventListener("keydown", listen);
  // The frame goes with its page; only the document outlives both. A page of another origin has no document for us.
  frame.addEventListener("load", () => frame.contentDocument?.addEventListener("keydown", key));
  return { stop: () => heard.removeEventListener("keydown", listen), go };
}
