import { createRoot } from "react-dom/client";
import { App } from "./app";
import type { PaneServices } from "./services";
import { createPane } from "./state/pane";

/**
 * Puts the pane into an element of the page and connects it to the workbook.
 *
 * @returns `close`, which takes both back, and `answered`: the list of today, or why there is none, is shown
 */
export function mountPane(
  root: HTMLElement,
  services: PaneServices,
): { readonly close: () => void; readonly answered: Promise<void> } {
  const pane = createPane(services);
  const tree = createRoot(root);
  root.style.height = "100vh";
  root.style.height = "100dvh";
  document.body.style.margin = "0";
  tree.render(<App pane={pane} />);
  const answered = new Promise<void>((resolve) => {
    const stop = pane.subscribe(() => {
      if (pane.state().today.status === "loading") return;
      stop();
      resolve();
    });
  });
  pane.start();
  return {
    close() {
      pane.close();
      tree.unmount();
    },
    answered,
  };
}
