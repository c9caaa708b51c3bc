import { element, pushButton } from "../dom";
import { icon, type IconName } from "../page/icons";
import { below, showMenu, type MenuEntry } from "../page/menu";
import { showPalette } from "../page/palette";

/** The small controls a ribbon is made of. */

/** A button with an icon; its label is read out and shown with its keys under the pointer. */
export function iconButton(
  name: IconName,
  label: string,
  run: (button: HTMLElement) => void,
  keys?: string,
): HTMLButtonElement {
  const title = keys === undefined ? label : `${label} (${keys})`;
  const button = pushButton(
    { class: "quiet", "aria-label": label, title },
    () => run(button),
    icon(name),
  );
  return button;
}

/** A large button with its label below its icon. */
export function bigButton(
  name: IconName,
  label: string,
  run: () => void,
  keys?: string,
  tip = label,
): HTMLButtonElement {
  const title = keys === undefined ? tip : `${tip} (${keys})`;
  return pushButton({ class: "big drawn", title }, run, icon(name), element("span", {}, label));
}

/** A button that opens a menu. */
export function menuButton(
  name: IconName,
  label: string,
  entries: () => readonly MenuEntry[],
): HTMLButtonElement {
  const button = iconButton(name, label, (own) => showMenu(label, entries(), below(own)));
  button.setAttribute("aria-haspopup", "menu");
  return button;
}

/** A button that shows what stands now and opens a menu of what else there is. */
export function choiceButton(
  className: string,
  label: string,
  shown: HTMLElement,
  entries: () => readonly MenuEntry[],
): HTMLButtonElement {
  const button = pushButton(
    { class: className, "aria-label": label, title: label, "aria-haspopup": "menu" },
    () => showMenu(label, entries(), below(button)),
    shown,
    icon("down"),
  );
  return button;
}

/** A button that opens a field of colours; `none` takes the colour away. */
export function colourButton(
  name: IconName,
  label: string,
  none: string,
  apply: (colour: string | undefined) => void,
): HTMLButtonElement {
  return iconButton(name, label, (button) => showPalette(label, none, below(button), apply));
}

/** Controls in two lines, as the groups of a ribbon have small ones. */
export function rows(...lines: readonly (readonly HTMLElement[])[]): HTMLElement {
  const made = lines.map((line) => element("div", { class: "ribbon-row" }, ...line));
  return element("div", { class: "ribbon-rows" }, ...made);
}
