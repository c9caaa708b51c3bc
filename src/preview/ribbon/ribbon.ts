import { element, pushButton } from "../dom";

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly panel: HTMLElement;
}

let ribbons = 0;

/** Tabs over panels of groups, with arrow keys between tabs. */
export class Ribbon {
  readonly root: HTMLElement;
  readonly #tabs: HTMLButtonElement[] = [];
  readonly #panels: HTMLElement[];
  /** Two windows of one page have a ribbon each. */
  readonly #number = ribbons++;

  constructor(label: string, tabs: readonly RibbonTab[], extra: HTMLElement) {
    this.#panels = tabs.map(({ panel }) => panel);
    tabs.forEach((tab, index) => {
      tab.panel.id = `ribbon-${tab.id}-${this.#number}`;
      tab.panel.setAttribute("role", "tabpanel");
      tab.panel.setAttribute("aria-label", tab.label);
      tab.panel.classList.add("ribbon-panel");
      const button = pushButton(
        { role: "tab", class: "ribbon-tab", "aria-controls": tab.panel.id, "data-tab": tab.id },
        () => this.show(index),
        tab.label,
      );
      button.addEventListener("keydown", (event) => {
        const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
        if (step === 0) return;
        event.preventDefault();
        const next = (index + step + tabs.length) % tabs.length;
        this.show(next);
        this.#tabs[next]?.focus();
      });
      this.#tabs.push(button);
    });
    this.root = element(
      "div",
      { class: "ribbon" },
      element(
        "div",
        { class: "ribbon-tabs" },
        element(
          "div",
          { role: "tablist", "aria-label": label, class: "ribbon-tablist" },
          ...this.#tabs,
        ),
        extra,
      ),
      ...this.#panels,
    );
    this.show(0);
  }

  show(index: number): void {
    this.#tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
    });
    this.#panels.forEach((panel, at) => (panel.hidden = at !== index));
  }
}

/** A named group of controls, as ribbons have them. */
export function ribbonGroup(label: string, ...controls: readonly HTMLElement[]): HTMLElement {
  return element(
    "div",
    { class: "ribbon-group", role: "group", "aria-label": label },
    element("div", { class: "ribbon-controls" }, ...controls),
    element("div", { class: "ribbon-group-label", "aria-hidden": "true" }, label),
  );
}
