import { element } from "../dom";
import { errorHint } from "../words";
import type { Place } from "../grid/selection";
import type { Desk } from "./desk";
import { isFloatingOpen } from "./menu";
import { promptCard } from "./pick-list";
import { commentAt, noteAt, saidLines } from "./remarks";

/** What hovering over or choosing a cell explains: an error's own words, a note, a validation's hint. */
export class CellCards {
  readonly root = element("div", { class: "cell-cards" });
  #hovered: Place | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly boxOf: (
      place: Place,
    ) => { left: number; top: number; width: number; height: number } | null,
  ) {}

  hover(place: Place | null): void {
    if (place?.row === this.#hovered?.row && place?.column === this.#hovered?.column) return;
    this.#hovered = place;
    this.refresh();
  }

  refresh(): void {
    const place = this.#hovered ?? this.desk.selection.active;
    const cards = isFloatingOpen() ? [] : [...this.#explain(place)];
    if (this.#hovered === null && !isFloatingOpen()) {
      const prompt = promptCard(this.desk);
      if (prompt !== null) cards.push(prompt);
    }
    const box = this.boxOf(place);
    this.root.replaceChildren(...(box === null ? [] : cards));
    if (box === null || cards.length === 0) return;
    const room = this.root.offsetParent?.clientWidth ?? window.innerWidth;
    const width = 280;
    const right = box.left + box.width + 26;
    this.root.style.left = `${right + width > room ? Math.max(4, box.left - width - 6) : right}px`;
    this.root.style.top = `${box.top + 2}px`;
  }

  *#explain(place: Place): Iterable<HTMLElement> {
    const { sheet, say } = this.desk;
    const value = sheet.cells.value(place.row, place.column);
    if (typeof value === "object" && value !== null) {
      yield element(
        "div",
        { class: "cell-card failing", role: "note" },
        element("b", {}, value.error),
        element("span", {}, value.message ?? errorHint(say, value.error)),
      );
    }
    // As in Excel what is written beside a cell is read under the pointer: a card beside every chosen cell hides others.
    if (this.#hovered === null) return;
    const comment = commentAt(this.desk, place);
    if (comment !== undefined) {
      yield element(
        "div",
        { class: "cell-card commenting", role: "note" },
        ...saidLines(this.desk, comment),
      );
    }
    const note = noteAt(this.desk, place);
    if (note !== undefined) {
      yield element(
        "div",
        { class: "cell-card noting", role: "note" },
        note.author === "" ? null : element("b", {}, say("noteBy", { author: note.author })),
        element("span", { dir: "auto" }, note.content),
      );
    }
  }
}
