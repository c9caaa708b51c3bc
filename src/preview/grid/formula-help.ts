import { element, placeBelow } from "../dom";
import { commonFunctions } from "./common-functions";
import type { FunctionFacts } from "../ribbon/add-in";

/** How many names are offered at once. */
const mostOffered = 12;

/** Completes the names of custom functions and of Excel's common ones, and shows the arguments of the one being typed. */
export class FormulaHelp {
  readonly #list = element("div", {
    class: "formula-help floating",
    role: "listbox",
    id: "formula-help",
  });
  /** Named as they are typed: "CRM.GRADE". */
  private readonly functions: readonly FunctionFacts[];
  #matches: readonly FunctionFacts[] = [];
  #at = 0;
  #word = "";

  constructor(
    functions: readonly FunctionFacts[],
    namespace: string,
    private readonly complete: (from: number, to: number, text: string) => void,
  ) {
    this.functions = [
      ...functions.map((one) => ({ ...one, name: `${namespace}.${one.name}` })),
      ...commonFunctions,
    ];
  }

  /** Called with every change of the text under edit; an empty text hides the list. */
  update(box: HTMLTextAreaElement, text: string): void {
    const before = text.slice(0, box.selectionStart);
    const word = before.startsWith("=") ? (/[A-Za-z][A-Za-z.]*$/.exec(before)?.[0] ?? "") : "";
    this.#word = word;
    this.#matches =
      word.length < 2
        ? []
        : this.functions
            .filter(
              (one) =>
                one.name.startsWith(word.toUpperCase()) ||
                one.name.includes(`.${word.toUpperCase()}`),
            )
            .slice(0, mostOffered);
    this.#at = 0;
    if (this.#matches.length > 0)
      this.#show(
        box,
        this.#matches.map((one, index) => this.#option(one, index)),
      );
    else {
      const inside = before.startsWith("=") ? this.#enclosing(before) : null;
      if (inside === null) this.#list.remove();
      else this.#show(box, [this.#signature(inside.facts, inside.argument)]);
    }
  }

  /** True when the key belonged to the list. */
  key(event: KeyboardEvent, box: HTMLTextAreaElement): boolean {
    if (this.#matches.length === 0 || !this.#list.isConnected) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const count = this.#matches.length;
      this.#at = (this.#at + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      this.#show(
        box,
        this.#matches.map((one, index) => this.#option(one, index)),
      );
    } else if (event.key === "Tab") this.#accept(box, this.#at);
    else if (event.key === "Escape") {
      this.#matches = [];
      this.#list.remove();
    } else return false;
    return true;
  }

  #accept(box: HTMLTextAreaElement, index: number): void {
    const chosen = this.#matches[index];
    if (chosen === undefined) return;
    const caret = box.selectionStart;
    this.complete(caret - this.#word.length, caret, `${chosen.name}(`);
  }

  #enclosing(before: string): { facts: FunctionFacts; argument: number } | null {
    let depth = 0;
    let argument = 0;
    for (let at = before.length - 1; at > 0; at--) {
      const letter = before[at];
      if (letter === ")") depth++;
      else if (letter === "," && depth === 0) argument++;
      else if (letter === "(" && depth-- === 0) {
        const name = /[A-Za-z][A-Za-z.]*$/.exec(before.slice(0, at))?.[0].toUpperCase();
        const facts = this.functions.find((one) => one.name === name);
        return facts === undefined || facts.parameters.length === 0 ? null : { facts, argument };
      }
    }
    return null;
  }

  #option(facts: FunctionFacts, index: number): HTMLElement {
    const option = element(
      "div",
      { class: "help-option", role: "option", "aria-selected": String(index === this.#at) },
      element("b", {}, facts.name),
      element("span", {}, index === this.#at ? facts.description : ""),
    );
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      if (document.activeElement instanceof HTMLTextAreaElement)
        this.#accept(document.activeElement, index);
    });
    return option;
  }

  #signature(facts: FunctionFacts, argument: number): HTMLElement {
    // What repeats has one name for all that come.
    const at = Math.min(argument, facts.parameters.length - 1);
    const names = facts.parameters.map((one, index) => {
      const name = one.optional === true ? `[${one.name}]` : one.name;
      return element(index === at ? "b" : "span", {}, name);
    });
    const line = element("div", { class: "help-signature" }, `${facts.name}(`);
    names.forEach((name, index) => line.append(index === 0 ? "" : ", ", name));
    line.append(")");
    const about = facts.parameters[at]?.description;
    return element(
      "div",
      { class: "help-option" },
      line,
      about === undefined ? null : element("span", {}, about),
    );
  }

  #show(box: HTMLTextAreaElement, children: readonly HTMLElement[]): void {
    this.#list.replaceChildren(...children);
    if (!this.#list.isConnected) document.body.append(this.#list);
    placeBelow(this.#list, box.getBoundingClientRect());
  }
}
