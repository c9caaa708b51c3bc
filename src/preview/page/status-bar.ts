import { isCellError } from "../../host/model/cell";
import { bodyArea } from "../../host/model/table";
import { element } from "../dom";
import { shownText } from "../grid/cell-look";
import type { Desk } from "./desk";
import { figures, type Figures } from "./figures";

/** The line at the bottom: what the page is doing, and figures of the selection. */
export class StatusBar {
  readonly root: HTMLElement;
  readonly #message = element("span", { class: "status-message", role: "status" });
  readonly #figures = element("span", { class: "status-figures" });
  #timer = 0;
  /** Counts refreshes: figures of an earlier one are not shown any more. */
  #turn = 0;

  constructor(private readonly desk: () => Desk) {
    this.root = element("div", { class: "status-bar" }, this.#message, this.#figures);
  }

  /** Says something for a while; then the bar goes back to what stands. */
  tell(message: string): void {
    this.#message.textContent = message;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.refresh();
    }, 6000);
  }

  /** What was told is over before its time. */
  settle(): void {
    window.clearTimeout(this.#timer);
    this.#timer = 0;
    this.refresh();
  }

  #standing(): string {
    const desk = this.desk();
    const { sheet } = desk;
    const table = sheet.tables.find((one) => one.filters.length > 0);
    const own = sheet.autoFilter?.filters.length ? sheet.autoFilter.area : undefined;
    const body = table !== undefined ? bodyArea(table) : own && { ...own, top: own.top + 1 };
    if (body === undefined) return desk.say("ready");
    let hidden = 0;
    for (const row of sheet.filteredRows) if (row >= body.top && row <= body.bottom) hidden++;
    const all = body.bottom - body.top + 1;
    return desk.say("filtered", { shown: all - hidden, all });
  }

  refresh(): void {
    const desk = this.desk();
    const standing = this.#standing();
    // A live region is read out on every write, even of the same words.
    if (this.#timer === 0 && this.#message.textContent !== standing) {
      this.#message.textContent = standing;
    }
    const turn = ++this.#turn;
    void figures(desk, () => this.#turn !== turn).then((found) => {
      if (found !== null && this.#turn === turn) this.#showFigures(desk, found);
    });
  }

  #showFigures(desk: Desk, { count, numbers, sum }: Figures): void {
    const { active } = desk.selection;
    const value = desk.sheet.cells.value(active.row, active.column);
    if (count < 2 || isCellError(value)) {
      this.#figures.textContent = "";
      return;
    }
    const format = desk.sheet.cells.style(active.row, active.column).numberFormat ?? "General";
    const shown = (number: number): string =>
      shownText(
        Number(number.toPrecision(15)),
        /[ymdh]/i.test(format) && !/general/i.test(format) ? "General" : format,
        {
          locale: desk.locale,
          date1904: desk.workbook.date1904,
        },
      ).text;
    const parts = [`${desk.say("count")}: ${count}`];
    if (numbers > 0) {
      parts.unshift(`${desk.say("average")}: ${shown(sum / numbers)}`);
      parts.push(`${desk.say("sum")}: ${shown(sum)}`);
    }
    this.#figures.replaceChildren(...parts.map((part) => element("span", {}, part)));
  }
}
