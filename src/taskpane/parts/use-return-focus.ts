import { useEffect, useRef, type RefObject } from "react";
import { parentOf, type View } from "../state/pane-state";
import { takeFocus } from "./take-focus";

const openers = "main :is(button, a[href], summary):not([data-row-key])";

/** What a button is known by when its view is drawn anew. */
function nameOf(element: Element): string {
  return element.getAttribute("aria-label") ?? element.textContent;
}

/**
 * Gives the focus back to the button that opened a view when that view is left again, so that the keyboard goes on
 * where it was. Rows of a list find their own way back.
 */
export function useReturnFocus(root: RefObject<HTMLElement | null>, view: View): void {
  const here = useRef(view);
  const last = useRef(new Map<View["name"], string>());

  useEffect(() => {
    const pane = root.current;
    if (pane === null) return;
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.matches(openers))
        last.current.set(here.current.name, nameOf(target));
    };
    pane.addEventListener("focusin", onFocus);
    return () => pane.removeEventListener("focusin", onFocus);
  }, [root]);

  useEffect(() => {
    const before = here.current;
    here.current = view;
    if (before === view || parentOf(before).name !== view.name) return;
    const wanted = last.current.get(view.name);
    const buttons = root.current?.querySelectorAll<HTMLElement>(openers) ?? [];
    takeFocus([...buttons].find((button) => nameOf(button) === wanted) ?? null);
  }, [root, view]);
}
