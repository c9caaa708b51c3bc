import { element } from "../dom";
import { turnReference } from "./reference-at";
import type { Place } from "./selection";

export interface EditPort {
  readonly label: (place: Place) => string;
  readonly barLabel: string;
  /** What the cell holds as a person would type it. */
  textOf(place: Place): string;
  active(): Place;
  /** The cell's rectangle within the grid's stage, null when it is out of view. */
  box(place: Place): { left: number; top: number; width: number; height: number } | null;
  /** Stores the text. False keeps the editor open with the text as it is. */
  store(place: Place, text: string, everywhere: boolean): Promise<boolean>;
  /** After a text was stored: where to go. */
  leave(rows: number, columns: number): void;
  /** Editing began or ended: the host refuses writes meanwhile, as Excel does. */
  editing(on: boolean): void;
  /** A key while no cell is being edited; true when the grid took it. */
  key(event: KeyboardEvent): boolean;
  /** The text under edit changed; for completion of function names. */
  typed(box: HTMLTextAreaElement, text: string): void;
}

interface Edit {
  readonly place: Place;
  /** "enter": typing replaced the cell, arrows store and move. "edit": arrows move the caret. */
  mode: "enter" | "edit";
}

/**
 * The cell's editor and the formula bar, two views of one text. The cell's text box always has the focus, even while
 * nothing is edited: that is what lets input methods (Chinese!) begin typing straight into a cell.
 */
export class CellEditor {
  readonly box = element("textarea", {
    class: "cell-editor",
    rows: 1,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    "aria-controls": "grid",
  });
  readonly bar: HTMLTextAreaElement;
  #edit: Edit | null = null;
  #storing = false;
  /** The reference picked last by mouse: picking on replaces it until something is typed. */
  #picked: { readonly from: number; readonly to: number } | null = null;

  constructor(private readonly port: EditPort) {
    this.bar = element("textarea", {
      class: "formula-input",
      rows: 1,
      spellcheck: "false",
      autocomplete: "off",
      "aria-label": port.barLabel,
    });
    this.box.addEventListener("keydown", (event) => this.#key(event, "cell"));
    this.box.addEventListener("input", () => this.#input(this.box));
    this.box.addEventListener("compositionstart", () => {
      if (this.#edit === null) this.#open("enter");
    });
    this.bar.addEventListener("focus", () => {
      if (this.#edit === null) this.#open("edit");
    });
    this.bar.addEventListener("input", () => this.#input(this.bar));
    this.bar.addEventListener("keydown", (event) => this.#key(event, "bar"));
  }

  get isEditing(): boolean {
    return this.#edit !== null;
  }

  get text(): string {
    return this.box.value;
  }

  /** The box being typed in. */
  get current(): HTMLTextAreaElement {
    return document.activeElement === this.bar ? this.bar : this.box;
  }

  focus(): void {
    this.box.focus({ preventScroll: true });
  }

  /** Opens the cell for editing with its own text (F2, double click), or with none (Backspace). */
  begin(empty = false): void {
    if (this.#edit !== null) return;
    this.#open(empty ? "enter" : "edit");
    this.box.value = this.bar.value = empty ? "" : this.port.textOf(this.port.active());
    this.focus();
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
    this.#grow();
  }

  /** Puts a reference at the caret, in place of the one just picked; false when the formula awaits none there. */
  insertReference(address: string): boolean {
    const box = this.current;
    const caret = box.selectionStart;
    if (this.#edit === null || !box.value.startsWith("=")) return false;
    const again = this.#picked?.to === caret ? this.#picked : null;
    if (again === null && !/[=(,+\-*/&<>:^\s]$/.test(box.value.slice(0, caret))) return false;
    const from = again?.from ?? caret;
    box.setRangeText(address, from, again?.to ?? box.selectionEnd, "end");
    this.#input(box);
    this.#picked = { from, to: from + address.length };
    return true;
  }

  /** Replaces a stretch of the text, as completion does. */
  replace(from: number, to: number, text: string): void {
    const box = this.current;
    box.setRangeText(text, from, to, "end");
    this.#input(box);
  }

  /** Stores what is being edited, then moves. Resolves to false when the text was refused and stays open. */
  async commit(rows = 0, columns = 0, everywhere = false): Promise<boolean> {
    const edit = this.#edit;
    if (edit === null) return true;
    if (this.#storing) return false;
    this.#storing = true;
    try {
      const unchanged = edit.mode === "edit" && this.text === this.port.textOf(edit.place);
      if (!unchanged && !(await this.port.store(edit.place, this.text, everywhere))) {
        // Escape may have ended the edit while the person was being asked.
        if (this.#edit !== edit) return false;
        this.#edit = { ...edit, mode: "edit" };
        this.focus();
        this.box.select();
        return false;
      }
    } finally {
      this.#storing = false;
    }
    this.#close();
    this.port.leave(rows, columns);
    return true;
  }

  cancel(): void {
    if (this.#edit !== null) this.#close();
  }

  /** Brings place, label and formula bar up to the active cell; called after every paint. */
  refresh(): void {
    const place = this.#edit?.place ?? this.port.active();
    const box = this.port.box(place);
    const { style } = this.box;
    if (box === null) {
      style.left = "0";
      style.top = "0";
    } else {
      style.left = `${box.left}px`;
      style.top = `${box.top}px`;
      style.minWidth = `${box.width}px`;
      style.minHeight = `${box.height}px`;
    }
    this.box.classList.toggle("open", this.#edit !== null);
    if (this.#edit === null) {
      if (document.activeElement !== this.bar) this.bar.value = this.port.textOf(place);
      this.box.setAttribute("aria-label", this.port.label(place));
    }
  }

  #open(mode: Edit["mode"]): void {
    this.#edit = { place: this.port.active(), mode };
    if (document.activeElement === this.bar) this.box.value = this.bar.value;
    this.port.editing(true);
    this.refresh();
  }

  #close(): void {
    this.#edit = null;
    this.#picked = null;
    this.box.value = "";
    this.box.style.width = "";
    this.box.style.height = "";
    this.port.editing(false);
    this.port.typed(this.box, "");
    this.focus();
    this.refresh();
  }

  #input(from: HTMLTextAreaElement): void {
    this.#picked = null;
    if (this.#edit === null) this.#open("enter");
    const other = from === this.box ? this.bar : this.box;
    other.value = from.value;
    this.#grow();
    this.port.typed(from, from.value);
  }

  /** F4: the reference at the caret goes from A1 to $A$1, A$1, $A1 and back. */
  #fixReference(): void {
    const box = this.current;
    const turned = turnReference(box.value, box.selectionStart);
    if (turned === null) return;
    box.setRangeText(turned.text, turned.from, turned.to, "end");
    this.#input(box);
  }

  #grow(): void {
    const { box } = this;
    box.style.width = "0";
    box.style.width = `${Math.min(box.scrollWidth + 12, 520)}px`;
    box.style.height = "0";
    box.style.height = `${Math.min(box.scrollHeight + 2, 240)}px`;
  }

  #key(event: KeyboardEvent, origin: "cell" | "bar"): void {
    // While an input method composes, every key is its own.
    if (event.isComposing || event.defaultPrevented) return;
    const edit = this.#edit;
    if (edit === null) {
      if (this.port.key(event)) event.preventDefault();
      return;
    }
    const { key, shiftKey, altKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const arrow: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const move = arrow[key];
    if (key === "Escape") this.cancel();
    else if (key === "Enter" && altKey) {
      this.current.setRangeText(
        "\n",
        this.current.selectionStart,
        this.current.selectionEnd,
        "end",
      );
      this.#input(this.current);
    } else if (key === "Enter") void this.commit(ctrl ? 0 : shiftKey ? -1 : 1, 0, ctrl);
    else if (key === "Tab") void this.commit(0, shiftKey ? -1 : 1);
    else if (key === "F2" && origin === "cell") edit.mode = edit.mode === "edit" ? "enter" : "edit";
    else if (key === "F4" && !ctrl && !altKey) this.#fixReference();
    else if (move !== undefined && edit.mode === "enter" && origin === "cell" && !ctrl) {
      void this.commit(move[0], move[1]);
    } else return;
    event.preventDefault();
  }
}
