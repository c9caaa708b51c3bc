import { listed, validationAt } from "../../host/edit/validation";
import { isCellError } from "../../host/model/cell";
import { element, pushButton } from "../dom";
import { shownText } from "../grid/cell-look";
import type { Place } from "../grid/selection";
import type { Desk } from "./desk";
import { icon } from "./icons";
import { showMenu, type Anchor } from "./menu";

/** The choices of a list validation, as they are shown; null where the cell has none. */
export function choicesAt(desk: Desk, place: Place): readonly string[] | null {
  const { sheet } = desk;
  const validation = validationAt(sheet, place.row, place.column);
  const list = validation?.rule["list"];
  const [origin] = validation?.areas ?? [];
  if (origin === undefined || typeof list !== "object" || list === null || !("source" in list))
    return null;
  if ("inCellDropDown" in list && list.inCellDropDown === false) return null;
  const { workspace } = desk.editor;
  const cells = listed(
    workspace,
    sheet,
    list.source,
    place.row - origin.top,
    place.column - origin.left,
  );
  const format = { locale: desk.locale, date1904: desk.workbook.date1904 };
  return cells
    .filter((value) => value !== null && value !== "" && !isCellError(value))
    .map((value) => shownText(value, "General", format).text);
}

/** The button beside a cell that takes its value from a list. */
export class ListButton {
  readonly root: HTMLButtonElement;
  #choices: readonly string[] = [];

  constructor(
    private readonly desk: Desk,
    private readonly chosen: () => void,
  ) {
    this.root = pushButton(
      {
        class: "list-button",
        "aria-label": desk.say("list"),
        "aria-haspopup": "menu",
        tabindex: -1,
      },
      () => this.open(),
      icon("down"),
    );
    this.root.addEventListener("pointerdown", (event) => event.stopPropagation());
  }

  /** Follows the active cell; `box` is its rectangle on the grid's stage. */
  refresh(box: { left: number; top: number; width: number; height: number } | null): void {
    const choices = choicesAt(this.desk, this.desk.selection.active);
    this.#choices = choices ?? [];
    this.root.hidden = choices === null || box === null;
    if (box === null) return;
    this.root.style.left = `${box.left + box.width}px`;
    this.root.style.top = `${box.top}px`;
    this.root.style.height = `${box.height}px`;
  }

  /** Alt+Down: the choices as a menu under the cell. False where there are none. */
  open(): boolean {
    if (this.#choices.length === 0) return false;
    const place = this.desk.selection.active;
    const now = this.desk.sheet.cells.value(place.row, place.column);
    const bounds = this.root.getBoundingClientRect();
    const anchor: Anchor = { left: bounds.left - 120, top: bounds.top, bottom: bounds.bottom };
    showMenu(
      this.desk.say("list"),
      this.#choices.map((choice) => ({
        label: choice,
        checked: choice === now,
        run: () => void this.desk.type(place, choice).then(() => this.chosen()),
      })),
      anchor,
    );
    return true;
  }
}

/** The hint a validation shows while its cell is chosen; a header's column is explained this way. */
export function promptCard(desk: Desk): HTMLElement | null {
  const { active } = desk.selection;
  const prompt = validationAt(desk.sheet, active.row, active.column)?.prompt;
  if (prompt === undefined || !prompt.showPrompt || prompt.title + prompt.message === "")
    return null;
  return element(
    "div",
    { class: "cell-card prompt", role: "note" },
    prompt.title === "" ? null : element("b", {}, prompt.title),
    element("span", {}, prompt.message),
  );
}
