import { element, pushButton } from "../dom";
import { showFloating, type Anchor } from "./menu";

const colours =
  "ffffff f2f2f2 d9d9d9 7f7f7f 404040 000000 fde7e9 fff4ce e2f0d9 ddebf7 e4dfec fce4d6 f4b6b6 ffe08a a9d18e 9dc3e6 b4a7d6 f4b183 c00000 bf8f00 548235 2f5597 7030a0 c55a11"
    .split(" ")
    .map((digits) => `#${digits}`);

/** Opens a field of colours; the line above it, worded `none`, takes the colour away. */
export function showPalette(
  label: string,
  none: string,
  anchor: Anchor,
  apply: (colour: string | undefined) => void,
): void {
  let close: () => void = () => undefined;
  const choose = (colour: string | undefined): void => {
    close();
    apply(colour);
  };
  const swatches = colours.map((colour) => {
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
  close = showFloating(box, anchor);
  swatches[0]?.focus();
}
