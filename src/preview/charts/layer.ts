import { chartFigures } from "../../host/chart/figures";
import { chartText, titleText } from "../../host/calc/chart-data";
import type { Chart, ChartCorner } from "../../host/model/charts";
import { element } from "../dom";
import { pixelsPerPoint } from "../grid/geometry";
import type { GridView } from "../grid/grid-view";
import type { Desk } from "../page/desk";
import { chartSvg } from "./drawing";

import type { ChartTheme } from "./marks";

interface DrawnChart {
  readonly root: HTMLDivElement;
  readonly picture: HTMLDivElement;
  drawn: string;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const smallest = 60;
const nudge = 8;

/** The charts of the sheet on show, over its cells: they scroll along, are chosen, dragged, resized and deleted. */
export class ChartLayer {
  readonly root = element("div", { class: "chart-layer" });
  readonly #charts = new Map<string, DrawnChart>();
  #shown = "";
  /** A chart under the pointer stands where it is dragged, not where it is stored. */
  #dragged: { readonly id: string; readonly box: Box } | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly grid: GridView,
    private readonly toGrid: () => void,
  ) {}

  /**
   * Brings all charts up to where the grid is scrolled.
   *
   * @param anew - and up to the workbook: false while it is only scrolled
   */
  refresh(anew = true): void {
    const { sheet } = this.desk;
    if (this.#shown !== sheet.id) {
      this.root.replaceChildren();
      this.#charts.clear();
      this.#shown = sheet.id;
    }
    const known = new Set(sheet.charts.map(({ id }) => id));
    for (const [id, { root }] of this.#charts) {
      if (known.has(id)) continue;
      root.remove();
      this.#charts.delete(id);
    }
    for (const chart of sheet.charts) this.#place(chart, anew);
  }

  #place(chart: Chart, anew: boolean): void {
    let drawn = this.#charts.get(chart.id);
    if (drawn === undefined) {
      drawn = this.#make(chart.id);
      this.#charts.set(chart.id, drawn);
      this.root.append(drawn.root);
    }
    const dragged = this.#dragged?.id === chart.id ? this.#dragged.box : null;
    const stored = this.#boxOf(chart);
    const box = dragged ?? stored;
    const { style } = drawn.root;
    Object.assign(style, {
      left: `${box.left}px`,
      top: `${box.top}px`,
      width: `${box.width}px`,
      height: `${box.height}px`,
    });
    const clip = this.grid.geometry.cornerAt(chart.from);
    const cut = [clip.clipTop - box.top, clip.clipLeft - box.left].map((pixels) =>
      Math.max(0, pixels),
    );
    style.clipPath = cut.some((pixels) => pixels > 0)
      ? `inset(${cut[0] ?? 0}px 0 0 ${cut[1] ?? 0}px)`
      : "";
    const { view } = this.grid.geometry;
    const far = box.top > view.height || box.left > view.width || box.top + box.height < 0;
    drawn.root.hidden = far || box.width < 2 || box.height < 2;
    drawn.root.classList.toggle("chosen", this.desk.window.activeChart?.chartId === chart.id);
    if (!drawn.root.hidden && (anew || drawn.drawn === "")) this.#draw(chart, drawn, box);
  }

  #draw(chart: Chart, drawn: DrawnChart, { width, height }: Box): void {
    const { workbook, sheet, locale, say } = this.desk;
    const theme = chartTheme(this.grid);
    const figures = chartFigures({ workbook, sheet, locale }, chart);
    const size = { width: Math.round(width), height: Math.round(height) };
    const svg = chartSvg(figures, size, theme, {
      notDrawn: (type) => say("chartNotDrawn", { type }),
      simplified: () => say("chartSimplified"),
    });
    if (svg === drawn.drawn) return;
    drawn.drawn = svg;
    drawn.picture.innerHTML = svg;
    const title = titleText(workbook, sheet, chart);
    const names = chart.series.map(({ name }) => chartText(workbook, sheet, name)).join(", ");
    drawn.root.setAttribute("aria-label", say("chartLabel", { title, names }));
  }

  #boxOf(chart: Chart): Box {
    const from = this.grid.geometry.cornerAt(chart.from);
    const to = this.grid.geometry.cornerAt(chart.to);
    // A corner in the frozen part and one beyond it are scrolled differently: the size is that of the cells.
    const { columns, rows } = this.grid;
    const inside = (corner: ChartCorner): { x: number; y: number } => ({
      x:
        columns.offset(corner.column) +
        Math.min(corner.right * pixelsPerPoint, columns.size(corner.column)),
      y: rows.offset(corner.row) + Math.min(corner.down * pixelsPerPoint, rows.size(corner.row)),
    });
    const [start, end] = [inside(chart.from), inside(chart.to)];
    return {
      left: from.x,
      top: from.y,
      width: Math.max(0, end.x - start.x, to.x - from.x),
      height: Math.max(0, end.y - start.y, to.y - from.y),
    };
  }

  #make(id: string): DrawnChart {
    const picture = element("div", { class: "chart-picture" });
    const handle = element("span", { class: "chart-handle" });
    const root = element(
      "div",
      { class: "chart", role: "img", tabindex: 0, "data-chart": id },
      picture,
      handle,
    );
    root.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      this.#choose(id);
      this.#drag(event, id, event.target === handle);
    });
    // Double clicks and menus of the cells beneath are not meant.
    root.addEventListener("dblclick", (event) => event.stopPropagation());
    root.addEventListener("focus", () => this.#choose(id));
    root.addEventListener("keydown", (event) => this.#key(event, id));
    return { root, picture, drawn: "" };
  }

  #choose(id: string | null): void {
    const { editor, sheet, window } = this.desk;
    if ((window.activeChart?.chartId ?? null) !== id) editor.activateChart(sheet.id, id);
    if (id !== null) this.#charts.get(id)?.root.focus({ preventScroll: true });
    this.refresh();
  }

  /** The person turned to the cells. */
  leave(): void {
    if (this.desk.window.activeChart !== null) this.#choose(null);
  }

  #drag(event: PointerEvent, id: string, resizes: boolean): void {
    const chart = this.desk.sheet.charts.find((one) => one.id === id);
    const root = this.#charts.get(id)?.root;
    if (chart === undefined || root === undefined) return;
    const before = this.#boxOf(chart);
    root.setPointerCapture(event.pointerId);
    const moved = (move: PointerEvent): void => {
      const x = (move.clientX - event.clientX) / this.grid.zoom;
      const y = (move.clientY - event.clientY) / this.grid.zoom;
      const box = resizes
        ? {
            ...before,
            width: Math.max(smallest, before.width + x),
            height: Math.max(smallest, before.height + y),
          }
        : { ...before, left: before.left + x, top: before.top + y };
      this.#dragged = { id, box };
      this.refresh();
    };
    const stop = (): void => {
      root.removeEventListener("pointermove", moved);
      root.removeEventListener("pointerup", stop);
      root.removeEventListener("pointercancel", stop);
      const dropped = this.#dragged;
      this.#dragged = null;
      if (dropped !== null) this.#store(id, dropped.box);
    };
    root.addEventListener("pointermove", moved);
    root.addEventListener("pointerup", stop);
    root.addEventListener("pointercancel", stop);
  }

  #store(id: string, box: Box): void {
    const { desk, grid } = this;
    const from = grid.geometry.cornerUnder(box.left, box.top);
    const start = grid.geometry.cornerAt(from);
    const to = grid.geometry.cornerUnder(start.x + box.width, start.y + box.height);
    void desk
      .perform(() => desk.editor.moveChart(desk.sheet.id, id, { from, to }))
      .then(() => this.refresh());
  }

  #key(event: KeyboardEvent, id: string): void {
    const { desk } = this;
    const chart = desk.sheet.charts.find((one) => one.id === id);
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-nudge, 0],
      ArrowRight: [nudge, 0],
      ArrowUp: [0, -nudge],
      ArrowDown: [0, nudge],
    };
    const step = steps[event.key];
    if (event.key === "Delete" || event.key === "Backspace") {
      void desk
        .perform(() => desk.editor.deleteChart(desk.sheet.id, id))
        .then(() => {
          this.leave();
          this.toGrid();
        });
    } else if (event.key === "Escape") {
      this.leave();
      this.toGrid();
    } else if (step !== undefined && chart !== undefined) {
      const box = this.#boxOf(chart);
      const [right, down] = step;
      this.#store(
        id,
        event.shiftKey
          ? {
              ...box,
              width: Math.max(smallest, box.width + right),
              height: Math.max(smallest, box.height + down),
            }
          : { ...box, left: box.left + right, top: box.top + down },
      );
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function chartTheme(grid: GridView): ChartTheme {
  const { dark } = grid.theme;
  return dark
    ? { ground: "#26282b", text: "#e6e6e6", grid: "#3f4246", ink: "#c8c8c8" }
    : { ground: "#ffffff", text: "#404040", grid: "#e0e0e0", ink: "#595959" };
}
