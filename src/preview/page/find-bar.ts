import { enterTexts } from "../../host/edit/person-edits";
import type { Area } from "../../host/model/address";
import { element, pushButton, type Child } from "../dom";
import { selectCell } from "../grid/selection";
import { collectReplacements, findFrom, replacedText, type Wanted } from "./cell-search";
import type { Desk } from "./desk";
import { icon } from "./icons";

/**
 * The box for finding words on the sheet on show or in the whole workbook, and for replacing them on that sheet: Enter goes to the next cell that has them,
 * Shift+Enter back. Looking goes on in slices; Escape stops it.
 */
export class FindBar {
  readonly root: HTMLElement;
  readonly #box: HTMLInputElement;
  readonly #with: HTMLInputElement;
  readonly #told = element("span", { class: "find-told", role: "status" });
  readonly #replacing: HTMLElement;
  readonly #case: HTMLButtonElement;
  readonly #whole: HTMLButtonElement;
  readonly #everywhere: HTMLButtonElement;
  #walking: AbortController | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly toGrid: () => void,
  ) {
    const { say } = desk;
    this.#box = this.#input(say("findHint"));
    this.#with = this.#input(say("replaceHint"));
    this.#case = this.#toggle("Aa", say("matchCase"));
    this.#whole = this.#toggle("[ ]", say("wholeCell"));
    this.#everywhere = this.#toggle(icon("sheets"), say("findEverywhere"));
    const button = (name: "up" | "down", label: string, step: 1 | -1): HTMLElement =>
      pushButton(
        { class: "quiet", "aria-label": label, title: label },
        () => void this.#go(step),
        icon(name),
      );
    this.#replacing = element(
      "div",
      { class: "find-row", hidden: true },
      this.#with,
      pushButton({ class: "find-do" }, () => void this.#replace(), say("replaceOne")),
      pushButton({ class: "find-do" }, () => void this.#replaceAll(), say("replaceAll")),
    );
    this.root = element(
      "div",
      { class: "find-bar", role: "search", "aria-label": say("find"), hidden: true },
      element(
        "div",
        { class: "find-row" },
        this.#box,
        this.#case,
        this.#whole,
        this.#everywhere,
        button("up", say("findPrevious"), -1),
        button("down", say("findNext"), 1),
        pushButton(
          { class: "quiet", "aria-label": say("findClose"), title: say("findClose") },
          () => this.close(),
          icon("close"),
        ),
      ),
      this.#replacing,
      this.#told,
    );
    this.#box.addEventListener("input", () => this.#tell(""));
    this.root.addEventListener("keydown", (event) => {
      event.stopPropagation();
      const ctrl = event.ctrlKey || event.metaKey;
      if (event.isComposing) return;
      if (event.key === "Escape") {
        if (this.#walking === null) this.close();
        else this.#stop();
      } else if (event.key === "Enter" && event.target === this.#box) {
        void this.#go(event.shiftKey ? -1 : 1);
      } else if (event.key === "Enter" && event.target === this.#with) void this.#replace();
      else if (ctrl && event.key.toLowerCase() === "h") this.open(true);
      else return;
      event.preventDefault();
    });
  }

  #input(hint: string): HTMLInputElement {
    return element("input", {
      class: "find-box",
      type: "search",
      "aria-label": hint,
      placeholder: hint,
      spellcheck: "false",
    });
  }

  #toggle(sign: Child, label: string): HTMLButtonElement {
    const button = pushButton(
      { class: "quiet find-toggle", "aria-label": label, title: label, "aria-pressed": "false" },
      () => {
        const on = button.getAttribute("aria-pressed") !== "true";
        button.setAttribute("aria-pressed", String(on));
        this.#tell("");
      },
      sign,
    );
    return button;
  }

  get #wanted(): Wanted {
    const on = (button: HTMLElement): boolean => button.getAttribute("aria-pressed") === "true";
    return {
      text: this.#box.value,
      matchCase: on(this.#case),
      whole: on(this.#whole),
      everywhere: on(this.#everywhere),
    };
  }

  open(replacing = false): void {
    this.root.hidden = false;
    if (replacing) this.#replacing.hidden = false;
    this.#tell("");
    this.#box.focus();
    this.#box.select();
  }

  close(): void {
    this.#stop();
    this.root.hidden = true;
    this.#replacing.hidden = true;
    this.toGrid();
  }

  #tell(message: string): void {
    this.#told.textContent = message;
  }

  #stop(): void {
    this.#walking?.abort();
    this.#walking = null;
    this.#tell("");
  }

  /** Ends a search under way and begins another: its signal, and how far it has come. */
  #walk(): { readonly signal: AbortSignal; readonly onProgress: (share: number) => void } {
    this.#stop();
    this.#walking = new AbortController();
    const { say } = this.desk;
    return {
      signal: this.#walking.signal,
      onProgress: (share) => this.#tell(say("findSearching", { percent: Math.round(share * 100) })),
    };
  }

  async #go(step: 1 | -1): Promise<void> {
    const { desk } = this;
    const wanted = this.#wanted;
    if (wanted.text === "") return;
    const walk = this.#walk();
    const found = await findFrom(desk, desk.selection.active, wanted, step, walk);
    if (walk.signal.aborted) return;
    this.#walking = null;
    this.#tell(found === null ? desk.say("findNone") : "");
    if (found === null) return;
    desk.showSheet(found.sheet.id);
    desk.select(selectCell(found.sheet, found.place));
  }

  /** Replaces in the active cell where it has the words, then goes to the next. */
  async #replace(): Promise<void> {
    const { desk } = this;
    const wanted = this.#wanted;
    if (wanted.text === "") return;
    const { active } = desk.selection;
    const text = replacedText(desk, active, wanted, this.#with.value);
    if (text !== null && !(await desk.type(active, text))) return;
    await this.#go(1);
  }

  /** Replaces everywhere, or within the selection where it holds several cells, as one step of undo. */
  async #replaceAll(): Promise<void> {
    const { desk } = this;
    const { say, sheet } = desk;
    const wanted = this.#wanted;
    if (wanted.text === "") return;
    const walk = this.#walk();
    const within = chosen(desk);
    const cells = await collectReplacements(desk, within, wanted, this.#with.value, walk);
    if (cells === null || walk.signal.aborted) return;
    this.#walking = null;
    if (cells.length === 0) {
      this.#tell(say("findNone"));
      return;
    }
    const done = await desk.perform(() => enterTexts(desk.editor, sheet.id, cells));
    if (done) this.#tell(say("replaced", { count: cells.length }));
  }
}

/** The selection, where it is more than one cell. */
function chosen(desk: Desk): Area | null {
  const [area, second] = desk.selection.areas;
  if (area === undefined || second !== undefined) return null;
  return area.top === area.bottom && area.left === area.right ? null : area;
}
