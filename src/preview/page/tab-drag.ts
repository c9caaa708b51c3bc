import { element } from "../dom";

/** Pixels a tab is pulled before a click becomes a drag. */
const threshold = 5;

/**
 * Lets a tab be dragged along its list. A mark stands where it would land; Escape lets go of it.
 *
 * @param moved - the place among the shown tabs the tab was dropped at, counted as if it had been taken out first
 */
export function watchTabDrag(
  list: HTMLElement,
  tab: HTMLElement,
  moved: (place: number) => void,
): void {
  tab.addEventListener("pointerdown", (down) => {
    if (down.button !== 0 || tab.querySelector("input") !== null) return;
    const mark = element("div", { class: "tab-mark" });
    const others = [...list.querySelectorAll<HTMLElement>(".sheet-tab")].filter(
      (one) => one !== tab,
    );
    let place: number | null = null;
    const move = (event: PointerEvent): void => {
      if (place === null && Math.abs(event.clientX - down.clientX) < threshold) return;
      if (place === null) {
        tab.setPointerCapture(down.pointerId);
        tab.classList.add("dragged");
        list.append(mark);
      }
      place = others.filter((one) => {
        const { left, width } = one.getBoundingClientRect();
        return left + width / 2 < event.clientX;
      }).length;
      const before = others[place - 1]?.getBoundingClientRect().right;
      const edge = before ?? others[0]?.getBoundingClientRect().left ?? 0;
      mark.style.left = `${edge - list.getBoundingClientRect().left + list.scrollLeft}px`;
    };
    const stop = (dropped: boolean) => (): void => {
      for (const end of ends) end();
      tab.classList.remove("dragged");
      mark.remove();
      if (place === null || !dropped) return;
      // The click that follows a drop chooses nothing.
      tab.addEventListener("click", (event) => event.stopImmediatePropagation(), {
        capture: true,
        once: true,
      });
      moved(place);
    };
    const escape = (event: KeyboardEvent): void => {
      if (event.key === "Escape") stop(false)();
    };
    const drop = stop(true);
    const leave = stop(false);
    const ends = [
      () => tab.removeEventListener("pointermove", move),
      () => tab.removeEventListener("pointerup", drop),
      () => tab.removeEventListener("pointercancel", leave),
      () => document.removeEventListener("keydown", escape, true),
    ];
    tab.addEventListener("pointermove", move);
    tab.addEventListener("pointerup", drop);
    tab.addEventListener("pointercancel", leave);
    document.addEventListener("keydown", escape, true);
  });
}
