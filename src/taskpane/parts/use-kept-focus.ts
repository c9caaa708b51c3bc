import { useEffect, type RefObject } from "react";
import { takeFocus } from "./take-focus";

function isLost(element: Element): boolean {
  return !element.isConnected || element.matches(":disabled");
}

/**
 * Keeps the keyboard within the pane: when the button that has the focus goes away or is disabled, the view's heading
 * takes it. Without this the next Tab would begin at the top of the page.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const pane = root.current;
    if (pane === null) return;
    let last: Element | null = null;
    const onFocus = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
    };
    const observer = new MutationObserver(() => {
      const now = document.activeElement;
      if (last === null || (now !== last && now !== null && now !== document.body)) return;
      if (!isLost(last)) return;
      takeFocus(pane.querySelector("h1"));
    });
    pane.addEventListener("focusin", onFocus);
    observer.observe(pane, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled"],
    });
    return () => {
      pane.removeEventListener("focusin", onFocus);
      observer.disconnect();
    };
  }, [root]);
}
