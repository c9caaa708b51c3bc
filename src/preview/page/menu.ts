import { element, placeBelow, type Child } from "../dom";

export type MenuEntry =
  | {
      readonly label: string;
      readonly icon?: Child;
      readonly keys?: string;
      readonly disabled?: boolean;
      readonly checked?: boolean;
      readonly run: () => void;
    }
  | "line";

export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

let closeOpen: (() => void) | null = null;

export function isFloatingOpen(): boolean {
  return closeOpen !== null;
}

/** Closes whichever floating box is open. */
export function closeFloating(): void {
  closeOpen?.();
}

/**
 * Shows a box at an anchor until a click outside, Escape or `close`. One box is open at a time.
 * The focus goes back to where it was, unless the box's own action moved it; `closed` is called whichever way it went.
 */
export function showFloating(
  box: HTMLElement,
  anchor: Anchor,
  closed: () => void = () => undefined,
): () => void {
  closeFloating();
  const before = document.activeElement;
  const close = (): void => {
    if (closeOpen !== close) return;
    closeOpen = null;
    document.removeEventListener("pointerdown", outside, true);
    window.removeEventListener("blur", close);
    const hadFocus = box.contains(document.activeElement);
    box.remove();
    if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
    closed();
  };
  const outside = (event: PointerEvent): void => {
    if (!(event.target instanceof Node && box.contains(event.target))) close();
  };
  box.classList.add("floating");
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  document.addEventListener("pointerdown", outside, true);
  window.addEventListener("blur", close);
  document.body.append(box);
  placeBelow(box, anchor);
  closeOpen = close;
  return close;
}

/** A menu of commands with arrow keys, Home, End and first letters. */
export function showMenu(label: string, entries: readonly MenuEntry[], anchor: Anchor): void {
  const menu = element("div", { class: "menu", role: "menu", "aria-label": label, tabindex: -1 });
  const buttons: HTMLButtonElement[] = [];
  let close: () => void = () => undefined;
  for (const entry of entries) {
    if (entry === "line") {
      menu.append(element("div", { class: "menu-line", role: "separator" }));
      continue;
    }
    const button = element(
      "button",
      {
        type: "button",
        role: entry.checked === undefined ? "menuitem" : "menuitemradio",
        "aria-checked": entry.checked === undefined ? undefined : String(entry.checked),
        disabled: entry.disabled === true,
        tabindex: -1,
      },
      element("span", { class: "menu-icon", "aria-hidden": "true" }, entry.icon ?? null),
      element("span", { class: "menu-label" }, entry.label),
      entry.keys === undefined ? null : element("span", { class: "menu-keys" }, entry.keys),
    );
    button.addEventListener("click", () => {
      close();
      entry.run();
    });
    buttons.push(button);
    menu.append(button);
  }
  const usable = buttons.filter((button) => !button.disabled);
  const focusAt = (index: number): void => usable[(index + usable.length) % usable.length]?.focus();
  menu.addEventListener("keydown", (event) => {
    const at = usable.findIndex((button) => button === document.activeElement);
    if (event.key === "ArrowDown") focusAt(at + 1);
    else if (event.key === "ArrowUp") focusAt(at < 0 ? -1 : at - 1);
    else if (event.key === "Home") focusAt(0);
    else if (event.key === "End") focusAt(-1);
    else if (event.key === "Tab") close();
    else return;
    event.preventDefault();
  });
  close = showFloating(menu, anchor);
  usable[0]?.focus();
}

/** The anchor a button gives to its menu. */
export function below(target: Element): Anchor {
  return target.getBoundingClientRect();
}
