import { element, pushButton } from "../dom";
import type { Desk } from "./desk";
import { icon } from "./icons";
import { largestZoom, smallestZoom } from "./sheet-zoom";

/** The slider at the right end of the status bar, as Excel has it; the percentage goes back to 100. */
export class ZoomControl {
  readonly root: HTMLElement;
  readonly #slider: HTMLInputElement;
  readonly #percent: HTMLButtonElement;

  constructor(private readonly desk: Desk) {
    const { say, zoom } = desk;
    const button = (name: "zoomOut" | "zoomIn", direction: 1 | -1): HTMLElement =>
      pushButton(
        { class: "quiet", "aria-label": say(name), title: say(name) },
        () => zoom.step(desk.sheet, direction),
        icon(name),
      );
    this.#slider = element("input", {
      type: "range",
      class: "zoom-slider",
      min: smallestZoom,
      max: largestZoom,
      step: 5,
      "aria-label": say("zoom"),
    });
    this.#slider.addEventListener("input", () => zoom.set(desk.sheet, this.#slider.valueAsNumber));
    this.#percent = pushButton({ class: "zoom-percent", title: say("zoomUsual") }, () =>
      zoom.set(desk.sheet, 100),
    );
    this.root = element(
      "div",
      { class: "zoom-control" },
      button("zoomOut", -1),
      this.#slider,
      button("zoomIn", 1),
      this.#percent,
    );
  }

  refresh(): void {
    const percent = this.desk.zoom.of(this.desk.sheet);
    this.#slider.value = String(percent);
    this.#slider.setAttribute("aria-valuetext", `${percent}%`);
    this.#percent.textContent = `${percent}%`;
  }
}

/** Ctrl and the wheel over the grid make it larger or smaller, not the page. */
export function watchZoomWheel(grid: HTMLElement, desk: Desk): void {
  let turned = 0;
  grid.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      // Touchpads send many small turns where a wheel sends one.
      turned += event.deltaY;
      if (Math.abs(turned) < 40) return;
      desk.zoom.step(desk.sheet, turned < 0 ? 1 : -1);
      turned = 0;
    },
    { passive: false },
  );
}
