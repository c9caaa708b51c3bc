/** A part of the window that F6 goes to. */
export interface Region {
  readonly root: HTMLElement;
  focus(): void;
}

/**
 * F6 and Shift+F6 go round the parts of the window, as in Excel: Tab moves within the grid, so there has to be another
 * way out. Keys pressed inside the pane's page are heard as well. Returns what ends the watch.
 */
export function watchRegionKeys(
  regions: readonly Region[],
  frame: HTMLIFrameElement,
  onKey: (event: KeyboardEvent) => boolean,
): () => void {
  const key = (event: KeyboardEvent): void => {
    if (event.key === "F6" && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      const shown = regions.filter(({ root }) => !root.inert && root.isConnected);
      const at = shown.findIndex(({ root }) => root.contains(document.activeElement));
      const step = event.shiftKey ? shown.length - 1 : 1;
      shown[(at + step) % shown.length]?.focus();
      return;
    }
    if (onKey(event)) event.preventDefault();
  };
  const page = frame.ownerDocument;
  page.addEventListener("keydown", key);
  // The frame goes with its page; only the document outlives both. A page of another origin has no document for us.
  frame.addEventListener("load", () => frame.contentDocument?.addEventListener("keydown", key));
  return () => page.removeEventListener("keydown", key);
}
