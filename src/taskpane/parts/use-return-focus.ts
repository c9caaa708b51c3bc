import { useEffect, useRef, type RefObject } from "react";
import { takeFocus } from "./take-focus";

const openers = "main :is(button, a[href], summary):not([data-row-key])";

/** What a button is known by when its view is drawn anew. */
function nameOf(element: Element): string {
  return element.getAttribute("aria-label") ?? element.textContent;
}

/**
 * Gives the focus back to the button that opened a view, or a screen within one, when that is left again, so that the
 * keyboard goes on where it was. Rows of a list find their own way back.
 *
 * @param screen - what is shown
 * @param parent - what Esc leads back to; null where it leads out
 */
export function useReturnFocus(
  root: RefObject<HTMLElement | null>,
  screen: string,
  parent: string | null,
): void {
  const here = useRef({ screen, parent });
  const last = useRef(new Map<string, string>());

  useEffect(() => {
    const pane = root.current;
    if (pane === null) return;
    const onFocus = ({ target }: FocusEvent): void => {
      if (target instanceof Element && target.matches(openers))
        last.current.set(here.current.screen, nameOf(target));
    };
    pane.addEventListener("focusin", onFocus);
    return () => pane.removeEventListener("focusin", onFocus);
  }, [root]);

  useEffect(() => {
    const before = here.current;
    here.current = { screen, parent };
    if (before.screen === screen || before.parent !== screen) return;
    const wanted = last.current.get(screen);
    const buttons = root.current?.querySelectorAll<HTMLElement>(openers) ?? [];
    takeFocus([...buttons].find((button) => nameOf(button) === wanted) ?? null);
  }, [root, screen, parent]);
}
