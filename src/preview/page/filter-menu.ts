import type { Outcome } from "../../host/edit/editor";
import { element, pushButton } from "../dom";
import { shownText } from "../grid/cell-look";
import { filterState } from "../grid/filter-buttons";
import type { Place } from "../grid/selection";
import type { Desk } from "./desk";
import { filteredAt, type FilteredCells } from "./filtered-cells";
import { icon } from "./icons";
import { showFloating, type Anchor } from "./menu";

const mostListed = 1000;

/** Opens the box under the filter button of a header cell, where it has one. */
export function openFilterAt(desk: Desk, { row, column }: Place, anchor: Anchor): void {
  const cells = filteredAt(desk, { row, column });
  if (cells !== null && filterState(desk.sheet, row, column) !== "none")
    openFilterMenu(desk, cells, column - cells.body.left, anchor);
}

/** The box under a filter button: sort, and choose which values stay. */
function openFilterMenu(desk: Desk, cells: FilteredCells, column: number, anchor: Anchor): void {
  const { say } = desk;
  const { body } = cells;
  const heading = shownIn(desk, body.top - 1, body.left + column);
  const values = shownValues(desk, cells, column);
  const hiddenNow = hiddenValues(cells, column, values);
  const checks = new Map<string, HTMLInputElement>();
  const list = element("div", { class: "filter-values" });
  const note = element("p", { class: "filter-note" });
  const all = element("input", { type: "checkbox" });
  const search = element("input", {
    type: "search",
    placeholder: say("search"),
    "aria-label": say("search"),
  });
  for (const value of values) {
    const box = element("input", { type: "checkbox" });
    box.checked = !hiddenNow.has(value);
    box.addEventListener("change", () => settleAll());
    checks.set(value, box);
  }
  const settleAll = (): void => {
    const on = [...checks.values()].filter((box) => box.checked).length;
    all.checked = on === checks.size;
    all.indeterminate = on > 0 && on < checks.size;
  };
  const draw = (): void => {
    const wanted = search.value.trim().toLowerCase();
    const matching = values.filter((value) => value.toLowerCase().includes(wanted));
    list.replaceChildren(
      ...matching
        .slice(0, mostListed)
        .map((value) =>
          element("label", {}, checks.get(value) ?? null, value === "" ? say("blanks") : value),
        ),
    );
    note.textContent = matching.length > mostListed ? say("tooMany", { count: mostListed }) : "";
  };
  all.addEventListener("change", () => {
    for (const box of checks.values()) box.checked = all.checked;
  });
  search.addEventListener("input", draw);
  settleAll();
  draw();

  let close: () => void = () => undefined;
  const finish = (action: () => Outcome): void => {
    close();
    void desk.perform(action);
  };
  const apply = (): void =>
    finish(() => {
      const wanted = search.value.trim().toLowerCase();
      const kept = values.filter(
        (value) =>
          checks.get(value)?.checked === true &&
          (wanted === "" || value.toLowerCase().includes(wanted)),
      );
      return kept.length === values.length
        ? cells.clear(column)
        : cells.filter(column, { filterOn: "Values", values: kept });
    });
  const box = element(
    "div",
    {
      class: "filter-menu",
      role: "dialog",
      "aria-label": `${say("filter")}: ${heading}`,
    },
    pushButton(
      { class: "menu-row" },
      () => finish(() => cells.sort(column, true)),
      icon("sortUp"),
      say("sortUp"),
    ),
    pushButton(
      { class: "menu-row" },
      () => finish(() => cells.sort(column, false)),
      icon("sortDown"),
      say("sortDown"),
    ),
    pushButton(
      { class: "menu-row", disabled: !cells.filters.some((filter) => filter.column === column) },
      () => finish(() => cells.clear(column)),
      icon("clearFilter"),
      say("clearFilter"),
    ),
    element("div", { class: "menu-line" }),
    search,
    element("label", { class: "filter-all" }, all, say("selectAll")),
    list,
    note,
    element(
      "div",
      { class: "dialog-buttons" },
      pushButton({ class: "primary" }, apply, say("ok")),
      pushButton({}, () => close(), say("cancel")),
    ),
  );
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== search) return;
    event.preventDefault();
    apply();
  });
  close = showFloating(box, anchor);
  search.focus();
}

/** The column's values as they are shown, each once, in the order they come up. */
function shownValues(desk: Desk, { body }: FilteredCells, column: number): string[] {
  const found = new Set<string>();
  for (let row = body.top; row <= body.bottom; row++) {
    found.add(shownIn(desk, row, body.left + column));
  }
  return [...found].sort((a, b) => a.localeCompare(b, desk.locale, { numeric: true }));
}

function shownIn({ sheet, locale, workbook }: Desk, row: number, column: number): string {
  const format = sheet.cells.style(row, column).numberFormat ?? "General";
  const { date1904 } = workbook;
  return shownText(sheet.cells.value(row, column), format, { locale, date1904 }).text;
}

function hiddenValues(
  { filters }: FilteredCells,
  column: number,
  values: readonly string[],
): Set<string> {
  const criteria = filters.find((filter) => filter.column === column)?.criteria;
  const kept = criteria?.["values"];
  if (!Array.isArray(kept)) return new Set();
  const keptTexts = new Set(kept.map(String));
  return new Set(values.filter((value) => !keptTexts.has(value)));
}
