import { useEffect } from "react";

/** Marks the button that leads back one level; Esc presses the one on show. */
export const wayBack = { "data-way-back": "" } as const;

/**
 * Esc leads back one level, as the arrow in the header does, wherever the focus is in the pane. An Esc that something
 * else has used, or that ends the composition of Chinese characters, leads nowhere.
 */
export function useWayBack(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      const back = document.querySelector<HTMLElement>("main [data-way-back]");
      if (back === null) return;
      event.preventDefault();
      back.click();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
