import { element, pushButton } from "../dom";
import { shownText } from "../grid/cell-look";
import { selectCell, type Place } from "../grid/selection";
import type { Desk } from "./desk";
import { icon } from "./icons";

/** The box for finding words on the sheet on show: Enter goes to the next cell that has them, Shift+Enter back. */
export class FindBar {
  readonly root: HTMLElement;
  readonly #box: HTMLInputElement;
  readonly #told = element("span", { class: "find-told", role: "status" });

  constructor(
    private readonly desk: Desk,
    private readonly toGrid: () => void,
  ) {
    const { say } = desk;
    this.#box = element("input", {
      class: "find-box",
      type: "search",
      "aria-label": say("findHint"),
      placeholder: say("findHint"),
      spellcheck: "false",
    });
    const button = (name: "up" | "down", label: string, step: 1 | -1): HTMLElement =>
      pushButton(
        { class: "quiet", "aria-label": label, title: label },
        () => this.#go(step),
        icon(name),
      );
    this.root = element(
      "div",
      { class: "find-bar", role: "search", "aria-label": say("find"), hidden: true },
      this.#box,
      this.#told,
      button("up", say("findPrevious"), -1),
      button("down", say("findNext"), 1),
      pushButton(
        { class: "quiet", "aria-label": say("findClose"), title: say("findClose") },
        () => this.close(),
        icon("close"),
      ),
    );
    this.#box.addEventListener("input", () => (this.#told.textContent = ""));
    this.root.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key === "Escape") this.close();
      else if (event.key === "Enter" && event.target === this.#box) {
        this.#go(event.shiftKey ? -1 : 1);
      } else return;
      event.preventDefault();
    });
  }

  open(): void {
    this.root.hidden = false;
    this.#told.textContent = "";
    this.#box.focus();
    this.#box.select();
  }

  close(): void {
    this.root.hidden = true;
    this.toGrid();
  }

  #go(step: 1 | -1): void {
    const { desk } = this;
    const wanted = this.#box.value;
    if (wanted === "") return;
    const found = findFrom(desk, desk.selection.active, wanted, step);
    this.#told.textContent = found === null ? desk.say("findNone") : "";
    if (found !== null) desk.select(selectCell(desk.sheet, found));
  }
}

/** The next cell, row by row from a place on and round the sheet, that shows these words or has them in its formula. */
function findFrom(desk: Desk, from: Place, wanted: string, step: 1 | -1): Place | null {
  const { sheet } = desk;
  const used = sheet.cells.usedArea(true);
  if (used === null) return null;
  const words = wanted.toLowerCase();
  // Only digits and signs can stand in a number: others need not be written out to be told apart.
  const numeric = /^[\d\s.,:%/¥$€£年月日-]+$/.test(wanted);
  const source = { locale: desk.locale, date1904: desk.workbook.date1904 };
  const has = (row: number, column: number): boolean => {
    const formula = sheet.cells.formula(row, column)?.text;
    if (formula?.toLowerCase().includes(words) === true) return true;
    const value = sheet.cells.value(row, column);
    if (value === null) return false;
    if (typeof value === "string") return value.toLowerCase().includes(words);
    if (typeof value === "number" && !numeric) return false;
    const format = sheet.cells.style(row, column).numberFormat ?? "General";
    return shownText(value, format, source).text.toLowerCase().includes(words);
  };
  const width = used.right - used.left + 1;
  const count = width * (used.bottom - used.top + 1);
  const held = (place: number, low: number, high: number): number =>
    Math.min(high, Math.max(low, place));
  const start =
    (held(from.row, used.top, used.bottom) - used.top) * width +
    held(from.column, used.left, used.right) -
    used.left;
  for (let away = 1; away <= count; away++) {
    const at = (((start + step * away) % count) + count) % count;
    const row = used.top + Math.floor(at / width);
    const column = used.left + (at % width);
    if (sheet.hiddenRows.has(row) || sheet.filteredRows.has(row)) continue;
    if (has(row, column)) return { row, column };
  }
  return null;
}
