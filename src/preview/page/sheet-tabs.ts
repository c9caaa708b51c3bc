import type { Sheet } from "../../host/model/sheet";
import { element, pushButton } from "../dom";
import { ask } from "./dialog";
import type { Desk } from "./desk";
import { icon } from "./icons";
import { below } from "./menu";
import { moveAmongShown, openSheetMenu, shownSheets } from "./sheet-menu";
import { watchTabDrag } from "./tab-drag";

/** The tabs of the visible sheets: switch, add, drag to another place, rename by double click or F2, and their menu. */
export class SheetTabs {
  readonly root: HTMLElement;
  readonly #list: HTMLDivElement;
  #shown = "";

  constructor(
    private readonly desk: Desk,
    private readonly done: () => void,
  ) {
    const { say } = desk;
    this.#list = element("div", {
      class: "sheet-tab-list",
      role: "tablist",
      "aria-label": say("sheets"),
    });
    this.root = element(
      "div",
      { class: "sheet-tabs" },
      this.#list,
      pushButton(
        { class: "quiet add-sheet", "aria-label": say("addSheet"), title: say("addSheet") },
        () => this.#add(),
        icon("add"),
      ),
    );
    this.#list.addEventListener("keydown", (event) => {
      const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
      if (step !== 0) {
        desk.showNeighbourSheet(step);
        this.refresh();
        this.#list.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
      }
    });
  }

  refresh(): void {
    const sheets = shownSheets(this.desk);
    const active = this.desk.sheet.id;
    const shown = JSON.stringify([
      active,
      sheets.map(({ id, name, tabColor }) => [id, name, tabColor]),
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#list.replaceChildren(...sheets.map((sheet) => this.#tab(sheet, sheet.id === active)));
    this.#list
      .querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #tab(sheet: Sheet, active: boolean): HTMLElement {
    const { desk } = this;
    const { id, name, tabColor } = sheet;
    const tab = pushButton(
      {
        class: "sheet-tab",
        role: "tab",
        "aria-selected": String(active),
        tabindex: active ? 0 : -1,
        "data-sheet": name,
      },
      () => {
        desk.showSheet(id);
        this.done();
      },
      // A name of either direction leaves its neighbours where they are.
      element("bdi", {}, name),
    );
    if (tabColor !== "") tab.style.setProperty("--tab-color", tabColor);
    const openMenu = (): void => {
      // Turning to the sheet draws the tabs anew: the place of this one is taken first.
      const anchor = below(tab);
      desk.showSheet(id);
      openSheetMenu(desk, sheet, anchor, {
        rename: () => this.#rename(tab, sheet),
        done: () => this.refresh(),
      });
    };
    tab.addEventListener("dblclick", () => this.#rename(tab, sheet));
    tab.addEventListener("keydown", (event) => {
      if (event.key === "F2") this.#rename(tab, sheet);
      if (event.key === "ContextMenu") openMenu();
    });
    tab.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      openMenu();
    });
    watchTabDrag(this.#list, tab, (place) => {
      void desk
        .perform(() => moveAmongShown(desk, id, place))
        .then(() => {
          desk.showSheet(id);
          this.done();
        });
    });
    return tab;
  }

  #rename(before: HTMLElement, { id, name }: Sheet): void {
    // Turning to the sheet may have drawn the tabs anew.
    const tab = before.isConnected
      ? before
      : [...this.#list.children].find((one) => one.getAttribute("data-sheet") === name);
    if (!(tab instanceof HTMLElement)) return;
    const box = element("input", {
      class: "sheet-rename",
      "aria-label": this.desk.say("renameSheet"),
      maxlength: 31,
      spellcheck: "false",
      dir: "auto",
    });
    box.value = name;
    const fit = (): void => {
      box.style.width = `${Math.min(30, Math.max(8, box.value.length + 2))}em`;
    };
    fit();
    let open = true;
    const finish = (keep: boolean): void => {
      if (!open) return;
      open = false;
      const wanted = box.value.trim();
      this.#shown = "";
      if (keep && wanted !== "" && wanted !== name) void this.#store(id, wanted);
      this.refresh();
      this.done();
    };
    box.addEventListener("input", fit);
    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
      // Otherwise the key's line break would land in the cell that gets the focus.
      event.preventDefault();
      finish(event.key === "Enter");
    });
    box.addEventListener("blur", () => finish(true));
    tab.replaceChildren(box);
    box.focus();
    box.select();
  }

  async #store(id: string, name: string): Promise<void> {
    const { desk } = this;
    const { say } = desk;
    if (/[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) {
      const ok = [{ answer: "ok", label: say("ok"), primary: true }];
      await ask(say("notDone"), say("sheetNameRule"), ok, "error");
    } else await desk.perform(() => desk.editor.renameSheet(id, name));
    this.refresh();
  }

  #add(): void {
    const id = this.desk.editor.addSheet();
    if (id === "") return;
    this.desk.edited();
    this.desk.showSheet(id);
    this.done();
  }
}
