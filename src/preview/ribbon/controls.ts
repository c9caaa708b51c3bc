import { element, pushButton } from "../dom";
import { icon, type IconName } from "../page/icons";
import { below, showFloating, showMenu, type MenuEntry } from "../page/menu";

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

const palette =
  "ffffff f2f2f2 d9d9d9 7f7f7f 404040 000000 fde7e9 fff4ce e2f0d9 ddebf7 e4dfec fce4d6 f4b6b6 ffe08a a9d18e 9dc3e6 b4a7d6 f4b183 c00000 bf8f00 548235 2f5597 7030a0 c55a11"
    .split(" ")
    .map((digits) => `#${digits}`);

/** A button that opens a field of colours; `none` takes the colour away. */
export function colourButton(
  name: IconName,
  label: string,
  none: string,
  apply: (colour: string | undefined) => void,
): HTMLButtonElement {
  return iconButton(name, label, (button) => {
    let close: () => void = () => undefined;
    const choose = (colour: string | undefined): void => {
      close();
      apply(colour);
    };
    const swatches = palette.map((colour) => {
      const swatch = pushButton({ class: "swatch", "aria-label": colour, title: colour }, () =>
        choose(colour),
      );
      swatch.style.background = colour;
      return swatch;
    });
    const box = element(
      "div",
      { class: "colour-menu", role: "dialog", "aria-label": label },
      pushButton({ class: "menu-row" }, () => choose(undefined), none),
      element("div", { class: "swatches" }, ...swatches),
    );
    close = showFloating(box, below(button));
    swatches[0]?.focus();
  });
}

/** Controls in two lines, as the groups of a ribbon have small ones. */
export function rows(...lines: readonly (readonly HTMLElement[])[]): HTMLElement {
  const made = lines.map((line) => element("div", { class: "ribbon-row" }, ...line));
  return element("div", { class: "ribbon-rows" }, ...made);
}
