import { columnLetters } from "../../host/model/address";
import { element } from "../dom";
import type { Axis } from "./axis";
import type { Stretch } from "./pane";

/** A strip of column letters or row numbers. Heads are few; they are drawn afresh whenever something moved. */
export class HeaderStrip {
  readonly root: HTMLDivElement;
  readonly #heads = new Map<number, HTMLDivElement>();

  constructor(private readonly direction: "column" | "row") {
    this.root = element("div", {
      class: `header-strip ${direction}s`,
      role: direction === "column" ? "row" : "rowgroup",
    });
  }

  place(left: number, top: number, width: number, height: number): void {
    Object.assign(this.root.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${Math.max(0, width)}px`,
      height: `${Math.max(0, height)}px`,
    });
  }

  /** `chosen` says how strongly a head is marked: part of the selection, or selected as a whole. */
  draw(axis: Axis, stretch: Stretch, chosen: (index: number) => "no" | "touched" | "whole"): void {
    for (const [index, head] of this.#heads) {
      if (index < stretch.first || index > stretch.last || axis.size(index) === 0) {
        head.remove();
        this.#heads.delete(index);
      }
    }
    const isColumn = this.direction === "column";
    for (let index = stretch.first; index <= stretch.last; index++) {
      const size = axis.size(index);
      if (size === 0) continue;
      let head = this.#heads.get(index);
      if (head === undefined) {
        head = element(
          "div",
          {
            class: "header",
            role: isColumn ? "columnheader" : "rowheader",
            [`data-${this.direction}`]: index,
            [isColumn ? "aria-colindex" : "aria-rowindex"]: index + 1,
          },
          isColumn ? columnLetters(index) : String(index + 1),
          element("span", { class: "header-grip", "data-grip": index }),
        );
        this.#heads.set(index, head);
        this.root.append(head);
      }
      const start = `${axis.offset(index) - stretch.origin}px`;
      head.dataset.chosen = chosen(index);
      head.classList.toggle("beside-hidden", index > 0 && axis.size(index - 1) === 0);
      if (isColumn) Object.assign(head.style, { left: start, width: `${size}px` });
      else Object.assign(head.style, { top: start, height: `${size}px` });
    }
  }
}
