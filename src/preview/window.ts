import type { PaneConnection } from "./page/pane-frame";

declare global {
  interface Window {
    /** What the preview page offers the panes inside it and the bench; absent when the pane is opened on its own. */
    keepsheetPreview?: {
      connect(pane: Window): PaneConnection;
      /** Repaints the grid now. Milliseconds it took. */
      paint(): number;
    };
  }
}
