import { element, pushButton } from "../dom";
import type { Desk } from "./desk";
import { icon } from "./icons";
import { below, showMenu } from "./menu";

/** The tabs of the visible sheets: switch, add, rename by double click or F2, delete from the tab's menu. */
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
    const sheets = this.desk.workbook.sheets.filter((sheet) => sheet.visibility === "Visible");
    const active = this.desk.sheet.id;
    const shown = JSON.stringify([
      active,
      sheets.map(({ id, name, tabColor }) => [id, name, tabColor]),
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#list.replaceChildren(
      ...sheets.map((sheet) =>
        this.#tab(sheet.id, sheet.name, sheet.tabColor, sheet.id === active),
      ),
    );
    this.#list
      .querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  #tab(id: string, name: string, color: string, active: boolean): HTMLElement {
    const tab = pushButton(
      {
        class: "sheet-tab",
        role: "tab",
        "aria-selected": String(active),
        tabindex: active ? 0 : -1,
        "data-sheet": name,
      },
      () => {
        this.desk.showSheet(id);
        this.done();
      },
      name,
    );
    if (color !== "") tab.style.setProperty("--tab-color", color);
    tab.addEventListener("dblclick", () => this.#rename(tab, id, name));
    tab.addEventListener("keydown", (event) => {
      if (event.key === "F2") this.#rename(tab, id, name);
      if (event.key === "ContextMenu") this.#menu(tab, id, name);
    });
    tab.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.#menu(tab, id, name);
    });
    return tab;
  }

  #menu(tab: HTMLElement, id: string, name: string): void {
    const { say, host, workbook } = this.desk;
    const visible = workbook.sheets.filter((sheet) => sheet.visibility === "Visible").length;
    showMenu(
      name,
      [
        { label: say("renameSheet"), run: () => this.#rename(tab, id, name) },
        {
          label: say("deleteSheet"),
          disabled: visible < 2,
          run: () => void this.desk.perform(() => host.editor.deleteSheet(id)),
        },
      ],
      below(tab),
    );
  }

  #rename(tab: HTMLElement, id: string, name: string): void {
    const box = element("input", {
      class: "sheet-rename",
      "aria-label": this.desk.say("renameSheet"),
      maxlength: 31,
    });
    box.value = name;
    let open = true;
    const finish = (keep: boolean): void => {
      if (!open) return;
      open = false;
      const wanted = box.value.trim();
      this.#shown = "";
      if (keep && wanted !== "" && wanted !== name) {
        void this.desk
          .perform(() => this.desk.host.editor.renameSheet(id, wanted))
          .then(() => this.refresh());
      }
      this.refresh();
      this.done();
    };
    box.addEventListener("keydown", (event) => {
      event.stopPropagation();
      if (event.key !== "Enter" && event.key !== "Escape") return;
      // Otherwise the key's line break would land in the cell that gets the focus.
      event.preventDefault();
      finish(event.key === "Enter");
    });
    box.addEventListener("blur", () => finish(true));
    tab.replaceChildren(box);
    box.focus();
    box.select();
  }

  #add(): void {
    const id = this.desk.host.editor.addSheet();
    if (id === "") return;
    this.desk.edited();
    this.desk.showSheet(id);
    this.done();
  }
}
