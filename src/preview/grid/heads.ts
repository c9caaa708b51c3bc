import { maxColumns, maxRows, type Area } from "../../host/model/address";
import { element } from "../dom";
import type { Axis } from "./axis";
import { columnHeaderHeight, rowHeaderWidth } from "./geometry";
import { HeaderStrip } from "./headers";
import type { Stretch } from "./pane";

/** Which rows and columns stand in the grid: those that stay, and those scrolled to. */
export interface Shown {
  readonly fixedRows: Stretch;
  readonly fixedColumns: Stretch;
  readonly rows: Stretch;
  readonly columns: Stretch;
}

/** Column letters, row numbers and the lines at which panes are frozen. */
export class GridHeads {
  readonly roots: readonly HTMLElement[];
  readonly #columns = { frozen: new HeaderStrip("column"), main: new HeaderStrip("column") };
  readonly #rows = { frozen: new HeaderStrip("row"), main: new HeaderStrip("row") };
  readonly #across = element("div", { class: "freeze-line across" });
  readonly #down = element("div", { class: "freeze-line down" });

  constructor() {
    this.roots = [
      this.#columns.main.root,
      this.#columns.frozen.root,
      this.#rows.main.root,
      this.#rows.frozen.root,
      element("div", { class: "corner-head" }),
      this.#across,
      this.#down,
    ];
  }

  /** `room` is what is left for the cells, beside the heads. */
  draw(
    axes: { readonly rows: Axis; readonly columns: Axis },
    shown: Shown,
    frozen: { readonly width: number; readonly height: number },
    room: { readonly width: number; readonly height: number },
    areas: readonly Area[],
  ): void {
    const chosenColumn = (index: number): "no" | "touched" | "whole" => {
      const touching = areas.filter((area) => index >= area.left && index <= area.right);
      if (touching.some((area) => area.top === 0 && area.bottom === maxRows - 1)) return "whole";
      return touching.length > 0 ? "touched" : "no";
    };
    const chosenRow = (index: number): "no" | "touched" | "whole" => {
      const touching = areas.filter((area) => index >= area.top && index <= area.bottom);
      if (touching.some((area) => area.left === 0 && area.right === maxColumns - 1)) return "whole";
      return touching.length > 0 ? "touched" : "no";
    };
    const x = rowHeaderWidth;
    const y = columnHeaderHeight;
    this.#columns.frozen.place(x, 0, frozen.width, y);
    this.#columns.main.place(x + frozen.width, 0, room.width - frozen.width, y);
    this.#rows.frozen.place(0, y, x, frozen.height);
    this.#rows.main.place(0, y + frozen.height, x, room.height - frozen.height);
    this.#columns.frozen.draw(axes.columns, shown.fixedColumns, chosenColumn);
    this.#columns.main.draw(axes.columns, shown.columns, chosenColumn);
    this.#rows.frozen.draw(axes.rows, shown.fixedRows, chosenRow);
    this.#rows.main.draw(axes.rows, shown.rows, chosenRow);
    this.#across.hidden = frozen.height === 0;
    this.#across.style.top = `${y + frozen.height - 1}px`;
    this.#down.hidden = frozen.width === 0;
    this.#down.style.left = `${x + frozen.width - 1}px`;
  }
}
